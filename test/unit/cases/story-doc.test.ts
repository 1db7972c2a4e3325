import { describe, expect, test } from "vitest";
import { measureSpread } from "#lib/core/cases/measure-spread";
import { storyDoc } from "#lib/schemas/story-doc";

const paragraph = (...content: object[]) => ({
  type: "doc",
  content: [{ type: "paragraph", attrs: { dir: "rtl" }, content }],
});
const link = (href: string) => paragraph({ type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] });
const parses = (value: unknown) => storyDoc.safeParse(value).success;

describe("a story document", () => {
  test("keeps direction, nested lists, quotes and exhibits", () => {
    const list = {
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "paragraph", attrs: { dir: "auto" } }] }],
    };
    const doc = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 2, dir: "ltr" }, content: [{ type: "text", text: "h" }] },
        { type: "blockquote", attrs: { dir: "rtl" }, content: [{ type: "paragraph", attrs: { dir: "rtl" } }, list] },
        { type: "exhibit", attrs: { exhibitId: "019c2f5e-0000-7000-8000-000000000001" } },
      ],
    };
    expect(storyDoc.parse(doc)).toEqual(doc);
  });

  test("drops what the editor adds and nobody needs", () => {
    const doc = storyDoc.parse({ type: "doc", content: [{ type: "paragraph", attrs: { dir: "auto", style: "x" } }] });
    expect(doc.content[0]).toEqual({ type: "paragraph", attrs: { dir: "auto" } });
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "//example.org", "/desk", "https://a:b@example.org"])(
    "refuses a link to %s",
    (href) => expect(parses(link(href))).toBe(false),
  );

  test("refuses foreign nodes, marks and heading levels", () => {
    expect(parses(link("https://example.org/a"))).toBe(true);
    expect(parses(paragraph({ type: "text", text: "x", marks: [{ type: "strike" }] }))).toBe(false);
    expect(parses({ type: "doc", content: [{ type: "image", attrs: { src: "x" } }] })).toBe(false);
    expect(parses({ type: "doc", content: [{ type: "heading", attrs: { level: 1, dir: "auto" } }] })).toBe(false);
  });

  test("Arabic is never italic", () => {
    expect(parses(paragraph({ type: "text", text: "emphasis", marks: [{ type: "italic" }] }))).toBe(true);
    expect(parses(paragraph({ type: "text", text: "تأكيد", marks: [{ type: "italic" }] }))).toBe(false);
  });
});

describe("the spread of a wording", () => {
  test("counts from the first dated post, whatever the order", () => {
    const at = (minutes: number, authorHandle: string) => ({
      platform: "x",
      authorHandle,
      postedAt: new Date(Date.UTC(2018, 6, 3, 14, minutes)).toISOString(),
    });
    const posts = [
      at(59, "b"),
      at(0, "A"),
      at(1, "a"),
      at(61, "c"),
      { platform: "x", authorHandle: "d", postedAt: null },
    ];
    expect(measureSpread(posts)).toMatchObject({
      firstPostedAt: "2018-07-03T14:00:00.000Z",
      lastPostedAt: "2018-07-03T15:01:00.000Z",
      spread: { withinOneMinute: 2, withinOneHour: 3, withinOneDay: 4 },
    });
    expect(measureSpread(posts).accounts).toContainEqual({ platform: "x", handle: "A", posts: 2 });
    expect(measureSpread([])).toMatchObject({ accounts: [], firstPostedAt: null });
  });
});
