import { describe, expect, test } from "vitest";
import { mhtmlToHtml } from "#lib/adapters/supplied/mhtml-to-html";

const HEADER =
  'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n';

function mhtml(...parts: { headers: string[]; body: string }[]): Buffer {
  const pieces = parts.map(({ headers, body }) => `----b--\r\n${headers.join("\r\n")}\r\n\r\n${body}\r\n`);
  return Buffer.from(`${HEADER}${pieces.join("")}----b----\r\n`, "latin1");
}

const quoted = (text: string) =>
  [...Buffer.from(text, "utf8")]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte),
    )
    .join("");

const page = (html: string) => ({
  headers: [
    "Content-Type: text/html",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Location: https://news.example/a",
  ],
  body: quoted(html),
});

describe("a saved MHTML page", () => {
  test("is shown with its words, styles and pictures, and runs nothing", () => {
    const html = mhtmlToHtml(
      mhtml(
        page(
          '<html dir="rtl"><head><link rel="stylesheet" href="cid:css@mhtml"><script>alert(1)</script></head>' +
            '<body><p>هاشتاق لم ينتشر = كما قيل</p><img src="https://news.example/p.png"><iframe src="cid:f"></iframe></body></html>',
        ),
        {
          headers: ["Content-Type: text/css", "Content-Transfer-Encoding: quoted-printable", "Content-ID: <css@mhtml>"],
          body: quoted("p { background: url('https://news.example/p.png') } </style><b>"),
        },
        {
          headers: [
            "Content-Type: image/png",
            "Content-Transfer-Encoding: base64",
            "Content-Location: https://news.example/p.png",
          ],
          body: "iVBORw0KGgo=",
        },
      ),
    );
    expect(html).toContain("هاشتاق لم ينتشر = كما قيل");
    expect(html).toContain('<img src="data:image/png;base64,iVBORw0KGgo=">');
    expect(html).toContain('url("data:image/png;base64,iVBORw0KGgo=")');
    expect(html).not.toMatch(/<script|<iframe|<\/style><b>/);
  });

  test("lines that were wrapped softly are whole again", () => {
    const html = mhtmlToHtml(mhtml({ ...page(""), body: "<p>one=\r\n word</p>" }));
    expect(html).toContain("<p>one word</p>");
  });

  test.each([
    ["no boundary", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"],
    ["no page inside", HEADER],
    ["nothing", ""],
  ])("with %s there is nothing to show", (_, text) => {
    expect(mhtmlToHtml(Buffer.from(text, "latin1"))).toBeNull();
  });

  test("is found inside an inner multipart, as mail programs write it", () => {
    const inner = mhtml(page("<p>inner page</p>")).toString("latin1").replaceAll("--b--", "==c==");
    const [, type = "", body = ""] = /(Content-Type:[\s\S]*?)\r\n\r\n([\s\S]*)/.exec(inner) ?? [];
    expect(mhtmlToHtml(mhtml({ headers: [type.replace("related", "alternative")], body }))).toContain("inner page");
  });

  test.each([
    ["a line of spaces", { ...page(""), body: `<p>words${" ".repeat(300_000)}x</p>` }],
    [
      "spaces in a style's address",
      { ...page(""), body: `<style>a{b:url(${" ".repeat(300_000)}'}</style><p>words</p>` },
    ],
  ])("made to be read for hours (%s) is shown at once", (_, part) => {
    expect(mhtmlToHtml(mhtml(part))).toContain("words");
  });

  test("of more tags than a server can take apart for everybody is not shown", () => {
    expect(mhtmlToHtml(mhtml(page("<b>".repeat(200_000))))).toBeNull();
  });

  test("that names one large part a thousand times is shown without most of them", () => {
    const large = (type: string, name: string) => ({
      headers: [`Content-Type: ${type}`, `Content-Location: ${name}`],
      body: "a".repeat(4_000_000),
    });
    const html = mhtmlToHtml(
      mhtml(
        page('<img src="p">'.repeat(1_000) + '<link rel="stylesheet" href="s">'.repeat(1_000)),
        large("image/png", "p"),
        large("text/css", "s"),
      ),
    );
    expect(html?.length).toBeLessThan(110_000_000);
  });

  test("cannot leave its style element through the type of a picture, and asks nobody for anything in advance", () => {
    const html = mhtmlToHtml(
      mhtml(page('<link rel="dns-prefetch" href="//spy.example"><style>a{b:url(p)}</style>'), {
        headers: ["Content-Type: </style><img src=x>", "Content-Location: p"],
        body: "x",
      }),
    );
    expect(html).not.toMatch(/<img|spy\.example/);
  });
});
