import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CHANGE_KINDS,
  type ChangeKind,
  type ComparedCapture,
  compareCaptures,
  SAYS_NOTHING,
} from "#lib/core/captures/compare-captures";
import { holdsContent, OUTCOMES, SOURCE_KINDS } from "#lib/core/captures/types";

const post = (wishes: Partial<ComparedCapture> = {}): ComparedCapture => ({
  kind: "post",
  outcome: "content",
  title: "Someone on X: words",
  text: "قاطعوا المنتج",
  isTextCut: false,
  authorName: "Someone",
  authorHandle: "someone",
  authorPicture: "https://pics.example/1_normal.jpg",
  media: null,
  counts: { likes: 3, replies: 1 },
  posts: null,
  ...wishes,
});
const gone = (outcome: ComparedCapture["outcome"]) =>
  post({ outcome, text: null, title: null, authorName: null, authorHandle: null, authorPicture: null, counts: {} });

const some = fc.option(fc.constantFrom("a", "b c", "b  c", "B c", "مقاطعة", ""), { nil: null });
const address = fc.constantFrom(
  "https://p.example/1.jpg",
  "https://p.example/1_normal.jpg?x=1",
  "https://p.example/2.png",
);
const captures: fc.Arbitrary<ComparedCapture> = fc.record({
  kind: fc.constantFrom(...SOURCE_KINDS),
  outcome: fc.constantFrom(...OUTCOMES),
  title: some,
  text: some,
  isTextCut: fc.boolean(),
  authorName: some,
  authorHandle: some,
  authorPicture: fc.option(address, { nil: null }),
  media: fc.option(
    fc.array(fc.record({ url: address, sha256: fc.option(fc.constantFrom("aa", "bb"), { nil: null }) }), {
      maxLength: 3,
    }),
    { nil: null },
  ),
  counts: fc.dictionary(fc.constantFrom("likes", "replies", "views"), fc.nat(3)),
  posts: fc.option(fc.uniqueArray(fc.constantFrom("1", "2", "3")), { nil: null }),
});

const TURNED: Partial<Record<ChangeKind, ChangeKind>> = { available: "unavailable", unavailable: "available" };
const swap = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const names: Record<string, string> = { before: "after", after: "before", gone: "added", added: "gone" };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [names[name] ?? name, swap(one)]));
};

describe("comparing captures", () => {
  test("a capture with itself gives no change", () => {
    fc.assert(
      fc.property(captures, (one) => {
        expect(compareCaptures(one, structuredClone(one))).toBeNull();
      }),
    );
  });

  test("backwards gives the same the other way round", () => {
    fc.assert(
      fc.property(captures, captures, (a, b) => {
        const there = compareCaptures(a, { ...b, kind: a.kind });
        const back = compareCaptures({ ...b, kind: a.kind }, a);
        expect(back?.kinds.map((kind) => TURNED[kind] ?? kind).toSorted()).toEqual(there?.kinds.toSorted());
        expect(swap(back?.details)).toEqual(there?.details);
      }),
    );
  });

  test("says kinds in one order, each once, with details for each", () => {
    fc.assert(
      fc.property(captures, captures, (a, b) => {
        const kinds = compareCaptures(a, b)?.kinds ?? [];
        expect(kinds).toEqual(CHANGE_KINDS.filter((kind) => kinds.includes(kind)));
      }),
    );
  });

  test.each(SAYS_NOTHING)("%s says nothing of the source, before or after", (outcome) => {
    expect(compareCaptures(post(), gone(outcome))).toBeNull();
    expect(compareCaptures(gone(outcome), post())).toBeNull();
  });

  const absent = OUTCOMES.filter((outcome) => !holdsContent(outcome) && !SAYS_NOTHING.includes(outcome));
  test.each(absent)("content, then %s: unavailable; and back: available", (outcome) => {
    expect(compareCaptures(post(), gone(outcome))).toEqual({
      kinds: ["unavailable"],
      details: { outcome: { before: "content", after: outcome } },
    });
    expect(compareCaptures(gone(outcome), post())?.kinds).toEqual(["available"]);
  });

  test("one reason for absence instead of another, or a part instead of the whole, is another outcome only", () => {
    expect(compareCaptures(gone("suspended"), gone("unavailable"))?.kinds).toEqual(["outcome"]);
    expect(compareCaptures(post(), post({ outcome: "partial", isTextCut: true }))?.kinds).toEqual(["outcome"]);
  });

  test("a changed letter is a change of the text; other spaces and composed letters are not", () => {
    expect(compareCaptures(post(), post({ text: "قاطعوا المنتجات" }))?.kinds).toEqual(["text"]);
    expect(compareCaptures(post({ text: "a  b\nc" }), post({ text: "a b c " }))).toBeNull();
    expect(compareCaptures(post({ text: "مدرسة" }), post({ text: "مدرسه" }))?.kinds).toEqual(["text"]);
    expect(compareCaptures(post({ text: "على" }), post({ text: "علي" }))?.kinds).toEqual(["text"]);
    expect(compareCaptures(post({ text: "café" }), post({ text: "cafe\u0301" }))).toBeNull();
  });

  test("marks that only steer the direction, which pages put in and leave out, are no change of words", () => {
    const marked = { text: "\u2067قاطعوا\u2069 \u200e@someone\u200f", authorName: "\u200fاسم" };
    const plain = { text: "قاطعوا @someone", authorName: "اسم" };
    expect(compareCaptures(post(marked), post(plain))).toBeNull();
    // A joiner is spelling, an override turns letters around: both are read.
    expect(compareCaptures(post({ text: "می\u200cخواهم" }), post({ text: "میخواهم" }))?.kinds).toEqual(["text"]);
    expect(compareCaptures(post({ text: "\u202e001" }), post({ text: "001" }))?.kinds).toEqual(["text"]);
  });

  test("a text that one capture holds only in part has not changed by being cut", () => {
    const cut = post({ text: "قاطعوا…", isTextCut: true });
    expect(compareCaptures(post(), cut)).toBeNull();
    expect(compareCaptures(cut, post())).toBeNull();
    expect(compareCaptures(post(), post({ text: "قاطعوا" }))?.kinds).toEqual(["text"]);
    expect(compareCaptures(post(), post({ text: "أيدوا…", isTextCut: true }))?.kinds).toEqual(["text"]);
  });

  test("what one capture could not read has not changed", () => {
    const blind = { text: null, title: null, authorName: null, authorHandle: null, authorPicture: null, counts: {} };
    expect(compareCaptures(post(), post(blind))).toBeNull();
  });

  test("a title counts for articles; a post's title only repeats its author and text", () => {
    expect(compareCaptures(post(), post({ title: "other" }))).toBeNull();
    const article = { kind: "web_page" as const };
    expect(compareCaptures(post(article), post({ ...article, title: "other" }))?.kinds).toEqual(["title"]);
  });

  test("a new name, handle and picture are each said; another size of the picture is none", () => {
    const renamed = post({
      authorName: "Else",
      authorHandle: "else",
      authorPicture: "https://pics.example/2_normal.jpg",
    });
    expect(compareCaptures(post(), renamed)?.kinds).toEqual(["author_name", "author_handle", "author_picture"]);
    const larger = post({ authorHandle: "SomeOne", authorPicture: "https://pics.example/1_400x400.jpg?t=2" });
    expect(compareCaptures(post(), larger)).toBeNull();
  });

  test("counts are compared where both captures show them", () => {
    expect(compareCaptures(post(), post({ counts: { likes: 9, views: 4 } }))).toEqual({
      kinds: ["counts"],
      details: { counts: { likes: { before: 3, after: 9 } } },
    });
  });

  test("media are compared by their files where all are there, else by address", () => {
    const media = (url: string, sha256: string | null) => post({ media: [{ url, sha256 }] });
    expect(compareCaptures(media("https://a.example/1.jpg", "aa"), media("https://b.example/9.jpg", "aa"))).toBeNull();
    const other = compareCaptures(media("https://a.example/1.jpg", "aa"), media("https://a.example/1.jpg", "bb"));
    expect(other?.details.media).toEqual({ gone: ["https://a.example/1.jpg"], added: ["https://a.example/1.jpg"] });
    const sizes = ["https://a.example/1.jpg?name=small", "https://a.example/1.jpg?name=orig"].map((url) =>
      media(url, null),
    );
    expect(compareCaptures(sizes[0] ?? post(), sizes[1] ?? post())).toBeNull();
    expect(compareCaptures(post({ media: [] }), media("https://a.example/1.jpg", null))?.kinds).toEqual(["media"]);
  });

  test("posts that come and go in a list are its sample, never an absence", () => {
    const list = (posts: string[]) => post({ kind: "hashtag", posts });
    expect(compareCaptures(list(["1", "2"]), list(["2", "3"]))).toEqual({
      kinds: ["posts"],
      details: { posts: { gone: ["1"], added: ["3"] } },
    });
  });
});
