import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CopyRun, copyDifference } from "#lib/core/duplicates/copy-difference";
import { foldText } from "#lib/core/text/fold";

const CHOSEN = "المجلس يرفع رسم الموقف إلى 45 دينارًا، والناس آخر من يعلم #موقف_السوق";
const changes = (runs: readonly CopyRun[]) => runs.filter(({ kind }) => kind === "removed" || kind === "added");

describe("a copy laid over the chosen text", () => {
  test("another number is one word out and one word in, where it stands", () => {
    expect(copyDifference(CHOSEN, CHOSEN.replace("45", "54"))).toEqual([
      { kind: "same", text: "المجلس يرفع رسم الموقف إلى " },
      { kind: "removed", text: "45 " },
      { kind: "added", text: "54 " },
      { kind: "same", text: "دينارًا، والناس آخر من يعلم #موقف_السوق" },
    ]);
  });

  test("vowel signs, tatweel, forms of letters and digits are no difference, and stay as they were written", () => {
    const copy = "المجلسُ يرفـــع رسم الموقف الى ٤٥ دينارا والناس اخر من يعلم #موقف_السوق";
    expect(copyDifference(CHOSEN, copy)).toEqual([{ kind: "same", text: copy }]);
  });

  test("addresses, mentions and emoji of the copy are shown as not counted, those of the chosen text left out", () => {
    const copy = "RT @souq_desk: رسم الموقف 😡 https://example.org/a #موقف";
    expect(copyDifference("@x رسم الموقف #موقف https://example.org/b", copy)).toEqual([
      { kind: "uncounted", text: "RT @souq_desk: " },
      { kind: "same", text: "رسم الموقف " },
      { kind: "uncounted", text: "😡 https://example.org/a " },
      { kind: "same", text: "#موقف" },
    ]);
  });

  test("quotes and hashtag signs go with the word they open", () => {
    const runs = copyDifference("the fee was raised", "He wrote: «the fee was raised». #Fee");
    expect(runs).toEqual([
      { kind: "added", text: "He wrote: " },
      { kind: "same", text: "«the fee was raised». " },
      { kind: "added", text: "#Fee" },
    ]);
  });

  test("a hashtag is one, and what is gone stands apart from what is there", () => {
    expect(copyDifference("الماء #عطش_المدينة #ماء_المدينة", "الماء #عطش_المدينة")).toEqual([
      { kind: "same", text: "الماء #عطش_المدينة" },
      { kind: "removed", text: " #ماء_المدينة " },
    ]);
  });

  test("a word missing at the end keeps its distance from what follows", () => {
    expect(copyDifference("closed for a year", "closed for a night")).toEqual([
      { kind: "same", text: "closed for a " },
      { kind: "removed", text: "year " },
      { kind: "added", text: "night" },
    ]);
  });

  test("several words out of one character", () => {
    expect(changes(copyDifference("قال صلى الله عليه وسلم نعم", "قال ﷺ نعم"))).not.toEqual([]);
    expect(copyDifference("قال ﷺ نعم", "قال ﷺ نعم")).toEqual([{ kind: "same", text: "قال ﷺ نعم" }]);
  });

  test.each([
    ["signs without a word", ` ${"!".repeat(50_000)} ${"!".repeat(49_990)} a`],
    ["one endless hashtag", `#${"a_".repeat(50_000)}`],
    ["emoji with spaces", "😡 ".repeat(33_000)],
  ])("a hundred thousand characters of %s take no time that grows by their square", (_, text) => {
    const runs = copyDifference("a b", text);
    expect(
      runs
        .filter(({ kind }) => kind !== "removed")
        .map((run) => run.text)
        .join(""),
    ).toBe(text);
  });

  test("nothing, only an address, and half a character", () => {
    expect(copyDifference("", "")).toEqual([]);
    expect(copyDifference("", "https://example.org")).toEqual([{ kind: "uncounted", text: "https://example.org" }]);
    expect(copyDifference("a\ud83d b", "a b")).toEqual([{ kind: "same", text: "a b" }]);
  });
});

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "رسم ",
        "الماء",
        " ",
        "\n",
        "45",
        "٤٥",
        "#وسم_طويل",
        "@a ",
        "https://a.io/b ",
        "ﷺ",
        "«",
        "، ",
        "😡",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(""));

test("the copy can be read back letter for letter, and equal words are never a difference", () => {
  fc.assert(
    fc.property(text, text, (chosen, copy) => {
      const runs = copyDifference(chosen, copy);
      expect(
        runs
          .filter(({ kind }) => kind !== "removed")
          .map((run) => run.text)
          .join(""),
      ).toBe(copy);
      if (foldText(chosen) === foldText(copy) && !/ﷺ/.test(chosen + copy)) expect(changes(runs)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
