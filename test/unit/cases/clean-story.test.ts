import { describe, expect, test } from "vitest";
import { cleanStory } from "#lib/core/cases/clean-story";
import { withCaptures } from "#lib/core/cases/exhibit-captures";
import { storyExhibitIds, storyText } from "#lib/core/cases/story";
import { type StoryDoc, storyDoc } from "#lib/schemas/story-doc";

const text = (words: string, ...marks: ("bold" | "italic")[]) => ({
  type: "text" as const,
  text: words,
  marks: marks.map((type) => ({ type })),
});
const story: StoryDoc = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2, dir: "auto" }, content: [text("عنوان", "italic", "bold")] },
    { type: "paragraph", attrs: { dir: "auto" }, content: [text("Latin", "italic"), text(" كلمة", "italic")] },
    { type: "exhibit", attrs: { exhibitId: "b" } },
    { type: "exhibit", attrs: { exhibitId: "a" } },
    { type: "exhibit", attrs: { exhibitId: "b" } },
  ],
};

describe("a story", () => {
  test("loses italics on Arabic words only, and keeps the rest", () => {
    const clean = cleanStory(story);
    expect(clean.content[0]).toMatchObject({ content: [{ marks: [{ type: "bold" }] }] });
    expect(clean.content[1]).toMatchObject({ content: [{ marks: [{ type: "italic" }] }, { marks: [] }] });
    expect(storyDoc.safeParse({ ...clean, content: clean.content.slice(0, 2) }).success).toBe(true);
    expect(storyText(clean)).toBe(storyText(story));
  });

  test("names its exhibits in reading order, each once", () => {
    expect(storyExhibitIds(story)).toEqual(["b", "a"]);
    expect(storyExhibitIds(undefined)).toEqual([]);
  });
});

describe("captures of exhibits", () => {
  test("count as having a manifest only when the file is the one the capture names", () => {
    const capture = (manifestSha256: string) => ({
      outcome: "content",
      manifestSha256,
      artifacts: [{ role: "manifest", sha256: "m" }],
    });
    const draft = { exhibits: ["one", "many", "lost"].map((id) => ({ id, caption: {} })) };
    const shown = [
      { id: "one", kind: "post", capture: capture("m") },
      { id: "many", kind: "wording", captures: [capture("m"), capture("other")] },
    ];
    expect(withCaptures(draft, shown).exhibits.map((each) => each.captures.map((one) => one.hasManifest))).toEqual([
      [true],
      [true, false],
      [],
    ]);
  });
});
