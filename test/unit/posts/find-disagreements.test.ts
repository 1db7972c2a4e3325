import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDisagreements } from "#lib/core/posts/find-disagreements";
import type { PostWitness } from "#lib/core/posts/post-witness";
import { isSameText } from "#lib/core/posts/same-text";

const whole = (text: string) => ({ text, isCut: false });
const cut = (text: string) => ({ text, isCut: true });

test("a text made of thousands of short links is compared at once", () => {
  const links = (count: number) => Array.from({ length: count }, (_, i) => `https://t.co/a${i}`).join(" ");
  expect(isSameText(cut(`${links(3_000)} one`), cut(`${links(3_000)} two ${links(2_000)}`))).toBe(false);
  expect(isSameText(cut(links(4_000)), cut(`x ${links(4_001)}`))).toBe(false);
});

describe("texts that only the platform made different", () => {
  test.each([
    ["short link and its target, known", "اقرأ https://t.co/aB1 الآن", "اقرأ https://bread.example/prices الآن"],
    ["short link and a link as pages show it", "Read https://t.co/aB1 now", "Read bread.example/pri… now"],
    ["scheme and www", "see https://www.bread.example/", "see bread.example/"],
    ["link to the picture behind the text", "الخبز كما هو https://t.co/pic999", "الخبز كما هو"],
    ["two of them, one to a quoted post", "Same. https://x.com/a/status/12 pic.twitter.com/Ab", "Same."],
    ["HTML entities", "5 &lt; 6 &amp; 7 &gt; 6 &quot;quoted&quot; it&#39;s", `5 < 6 & 7 > 6 "quoted" it's`],
    ["line breaks and spaces", "سطر\n\nثانٍ  هنا ", "سطر ثانٍ هنا"],
    ["composed and decomposed letters", "caf\u00e9 \u0622", "cafe\u0301 \u0627\u0653"],
    ["handles in front of an answer", "@baker @miller نعم", "نعم"],
    ["capitals in them", "@Baker yes", "@baker yes"],
  ])("%s", (_, one, two) => {
    const known = [{ short: "https://t.co/aB1", long: "https://bread.example/prices" }];
    expect(isSameText(whole(one), whole(two), known)).toBe(true);
    expect(isSameText(whole(two), whole(one), known)).toBe(true);
  });

  test("a text that is known to be cut, inside a word and before a link", () => {
    expect(isSameText(cut("بداية نص طو…"), whole("بداية نص طويل عن سوق"))).toBe(true);
    expect(isSameText(cut("The start of a long"), whole("The start of a longer text"))).toBe(true);
    expect(isSameText(cut("The start…"), whole("The start https://t.co/more goes on"))).toBe(true);
  });
});

describe("texts that are different", () => {
  test.each([
    ["a number", "رفعت الرسوم إلى 45 دينارًا", "رفعت الرسوم إلى 54 دينارًا"],
    ["one letter", "They will close it", "They will closed it"],
    ["a mark on a letter", "عَلَم", "عِلم"],
    ["punctuation", "لا، نريد", "لا نريد"],
    ["a word more", "not true at all", "not true"],
    ["another target of a link", "see https://one.example/a", "see https://two.example/a"],
    ["a link in place of a word", "see https://t.co/aB1 today", "see nothing today"],
    ["other handles in front", "@baker yes", "@miller yes"],
    ["entity in the text itself", "write &amp;lt; for less", "write < for less"],
    ["digits of another script", "٤٥", "45"],
  ])("%s", (_, one, two) => {
    expect(isSameText(whole(one), whole(two))).toBe(false);
    expect(isSameText(whole(two), whole(one))).toBe(false);
  });

  test("a cut text that begins differently, and a beginning of what nobody cut", () => {
    expect(isSameText(cut("بداية أخرى…"), whole("بداية نص طويل"))).toBe(false);
    expect(isSameText(whole("The start"), whole("The start of it"))).toBe(false);
    expect(isSameText(whole("The start"), cut("The start of it"))).toBe(false);
  });

  test("every text is itself, in both orders nothing changes, and another word is seen anywhere", () => {
    const word = fc.constantFrom<string>("خبز", "سوق", "45", "bread", "@baker", "https://t.co/aB1", "&amp;", "#وسم");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 8 }), fc.nat(8), (a, b, at) => {
        const [one, two] = [a.join(" "), b.join(" ")];
        expect(isSameText(whole(one), whole(one))).toBe(true);
        expect(isSameText(whole(one), whole(two))).toBe(isSameText(whole(two), whole(one)));
        expect(isSameText(whole(one), whole(a.toSpliced(at, 0, "كذبة").join(" ")))).toBe(false);
      }),
    );
  });
});

describe("witnesses of one post", () => {
  const page: PostWitness = {
    source: "network_json",
    text: "Bread costs the same",
    authorName: "Baker &amp; Son",
    authorHandle: "Invented_Baker",
    postedAt: "2026-03-04T09:15:30.657Z",
    mediaCount: 2,
  };
  const other = (wish: Partial<PostWitness>): PostWitness => ({ source: "syndication", ...wish });

  test("who say the same, or less, do not disagree", () => {
    expect(findDisagreements([])).toEqual([]);
    expect(findDisagreements([page])).toEqual([]);
    expect(findDisagreements([page, other({})])).toEqual([]);
    const same = { authorName: "Baker & Son", authorHandle: "invented_baker", postedAt: "2026-03-04T09:15:30Z" };
    expect(findDisagreements([page, other({ ...same, mediaCount: 2 })])).toEqual([]);
    // oEmbed shows a date, of no known time zone.
    expect(findDisagreements([page, { source: "oembed", postedAt: "2026-03-03" }])).toEqual([]);
  });

  test.each<[string, Partial<PostWitness>, string]>([
    ["text", { text: "Bread costs more" }, "Bread costs more"],
    ["authorName", { authorName: "Baker" }, "Baker"],
    ["authorHandle", { authorHandle: "invented_bakery" }, "invented_bakery"],
    ["postedAt", { postedAt: "2026-03-04T09:15:34.000Z" }, "2026-03-04T09:15:34.000Z"],
    ["postedAt", { postedAt: "2026-03-01" }, "2026-03-01"],
    ["mediaCount", { mediaCount: 0 }, "0"],
  ])("who differ in %s are both kept with their words", (field, wish, value) => {
    expect(findDisagreements([page, other(wish)])).toEqual([
      {
        field,
        values: [
          { witness: "network_json", value: String(page[field as keyof PostWitness]) },
          { witness: "syndication", value },
        ],
      },
    ]);
  });

  test("two who agree with a cut third still contradict each other", () => {
    const third: PostWitness = { source: "meta", text: "Bread costs…", mayBeCut: true };
    const disputed = findDisagreements([page, third, other({ text: "Bread costs more" })]);
    expect(disputed.map(({ field, values }) => [field, values.length])).toEqual([["text", 3]]);
    expect(findDisagreements([page, third])).toEqual([]);
    expect(findDisagreements([page, { ...third, mayBeCut: undefined }])).toHaveLength(1);
  });
});
