import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectHead } from "#lib/core/supplied/detect-format";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a file's beginning says what it is", () => {
  test.each([
    ["png", bytes("\x89PNG\r\n\x1a\nrest")],
    ["jpeg", bytes("\xff\xd8\xff\xe0rest")],
    ["gif", bytes("GIF89arest")],
    ["webp", bytes("RIFF\x10\x00\x00\x00WEBPVP8 ")],
    ["pdf", bytes("%PDF-1.7\n")],
    ["pdf", bytes(`${"junk ".repeat(100)}%PDF-1.4`)],
    ["zip", bytes("PK\x03\x04rest")],
    ["gzip", gzipSync("WARC/1.1\r\n")],
    ["warc", bytes("WARC/1.0\r\nWARC-Type: warcinfo\r\n")],
    [
      "mhtml",
      bytes(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n',
      ),
    ],
    [
      "singlefile_html",
      bytes("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://x.com/ \n--><head>"),
    ],
    ["html", bytes("\xef\xbb\xbf  <!-- a comment --><!doctype html><p>")],
    ["html", bytes('<html lang="ar" dir="rtl">')],
    ["json", bytes('\xef\xbb\xbf {"log":{}}')],
  ])("%s", (format, head) => {
    expect(detectHead(head)).toBe(format);
  });

  test.each([
    ["nothing", ""],
    ["plain words", "Page saved with SingleFile"],
    ["a program", "\x7fELF\x02\x01"],
    ["a script that mentions HTML", "console.log('<!doctype html>')"],
    ["an SVG picture, which is a document with scripts", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ["a mail that is no saved page", "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nmultipart/related"],
    ["an old WARC draft", "WARC/0.17\r\n"],
  ])("%s is not accepted", (_, text) => {
    expect(detectHead(bytes(text))).toBeNull();
  });

  test("thousands of comments before something else do not hang it", () => {
    expect(detectHead(bytes(`${"<!-- a -->".repeat(6_000)}<p>`))).toBeNull();
  });

  test("no bytes make it throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (head) => {
        detectHead(head);
      }),
    );
  });
});
