import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Story } from "#components/case/story";
import { collectReferences } from "#components/case/story-references";
import { type StoryDoc, storyDoc } from "#lib/schemas/story-doc";

const link = (text: string, href: string, extra: object[] = []) => ({
  type: "text",
  text,
  marks: [{ type: "link", attrs: { href } }, ...extra],
});
const render = (doc: StoryDoc) =>
  renderToStaticMarkup(
    createElement(Story, { doc, exhibit: (id: string) => createElement("figure", { "data-exhibit": id }) }),
  );

describe("the story of a public page", () => {
  it("shows every node and mark of the schema", () => {
    const html = render(
      storyDoc.parse({
        type: "doc",
        content: [
          { type: "heading", attrs: { level: 2, dir: "rtl" }, content: [{ type: "text", text: "عنوان" }] },
          {
            type: "paragraph",
            content: [
              { type: "text", text: "plain " },
              { type: "text", text: "both", marks: [{ type: "bold" }, { type: "italic" }] },
              { type: "hardBreak" },
              { type: "text", text: "after" },
            ],
          },
          {
            type: "orderedList",
            attrs: { start: 3 },
            content: [
              { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "third" }] }] },
            ],
          },
          { type: "blockquote", content: [{ type: "paragraph", content: [{ type: "text", text: "said" }] }] },
          { type: "exhibit", attrs: { exhibitId: "0198c0de-0000-7000-8000-000000000001" } },
        ],
      }),
    );
    expect(html).toMatch(/<h3 dir="rtl"[^>]*>عنوان<\/h3>/);
    expect(html).toMatch(/<strong[^>]*><em>both<\/em><\/strong><br\/>after/);
    expect(html).toMatch(/<ol[^>]*start="3"/);
    expect(html).toMatch(/<blockquote dir="auto"/);
    expect(html).toContain('data-exhibit="0198c0de-0000-7000-8000-000000000001"');
  });

  it("keeps text text", () => {
    const text = `</p><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const html = render(
      storyDoc.parse({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] }),
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;");
  });

  it("numbers links in reading order, the same address once, and never splits one link", () => {
    const doc = storyDoc.parse({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            link("one ", "https://a.example/"),
            link("bold", "https://a.example/", [{ type: "bold" }]),
            { type: "text", text: " and " },
            link("two", "https://b.example/"),
          ],
        },
        { type: "paragraph", content: [link("again", "https://a.example/")] },
      ],
    });
    expect([...collectReferences(doc)]).toEqual([
      ["https://a.example/", 1],
      ["https://b.example/", 2],
    ]);
    const html = render(doc);
    expect(html.match(/href="https:\/\/a\.example\/"/g)).toHaveLength(2);
    expect(html.match(/href="#reference-1"/g)).toHaveLength(2);
    expect(html).toContain("noopener noreferrer nofollow");
  });

  it("has no way in for a script address", () => {
    const doc = { type: "doc", content: [{ type: "paragraph", content: [link("x", "javascript:alert(1)")] }] };
    expect(storyDoc.safeParse(doc).success).toBe(false);
  });
});
