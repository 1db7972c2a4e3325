import { beforeAll, describe, expect, test } from "vitest";
import type { Copies, CopyFamily } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { findCopies } from "#lib/services/copies/find-copies";
import { measurePhrasings } from "#lib/services/copies/measure-phrasings";
import { decideWordings } from "#lib/services/phrasings/decide-wordings";
import { withdrawDecision } from "#lib/services/phrasings/withdraw-decision";
import { buildPerson } from "#test/builders/person";
import { buildPost } from "#test/builders/post";
import { settleEverything } from "#test/builders/settle";

const SENTENCE = "مجلس بلدة النخيل يرفع أجرة موقف السوق إلى 45 درهمًا بلا إعلان، والناس آخر من يعلم";
const ENGLISH = "The harbour bridge stays closed for a whole year from Sunday and nobody was told about it";

let person: Actor;
let first: { postId: string | null };

const post = (handle: string, text: string, minutes = 0) =>
  buildPost(person, {
    handle,
    text,
    postedAt: new Date(Date.parse("2018-07-03T18:00:00Z") + minutes * 60_000).toISOString(),
  });
const closenessOf = ({ families }: Copies) => families.map(({ closeness }) => closeness);
const only = (families: CopyFamily[], closeness: string) => {
  const found = families.filter((family) => family.closeness === closeness);
  expect(found).toHaveLength(1);
  return found[0] as CopyFamily;
};

beforeAll(async () => {
  person = await buildPerson();
  first = await post("nakhil_1", `${SENTENCE} #موقف_السوق`);
  await post("nakhil_2", `${SENTENCE} #موقف_السوق https://t.co/abc`, 0.5);
  await post(
    "nakhil_3",
    `مجلسُ بلدةِ النخيـــل يرفع اجرة موقف السوق الى ٤٥ درهما بلا اعلان، والناس اخر من يعلم 😡 #موقف_السوق`,
    20,
  );
  await post("nakhil_1", `RT @nakhil_2: ${SENTENCE} #موقف_السوق`, 30);
  await post("nakhil_4", `${SENTENCE.replace("45", "54")} #غلاء`, 90);
  await post(
    "nakhil_5",
    `قرأت هذا في أماكن كثيرة اليوم ولم أجد له مصدرًا واحدًا أثق به: «${SENTENCE}». من كتبه أول مرة ولماذا بالحرف نفسه؟`,
    3_000,
  );
  for (const [i, street] of ["السدر", "الغاف", "الميزان"].entries()) {
    await post(
      `nakhil_${i + 6}`,
      `الماء مقطوع في شارع ${street} منذ ${i + 4} أيام والبلدية لا ترد على أحد من السكان #عطش`,
      100 + i,
    );
  }
  await post("short_1", "يا رب 🤲", 10);
  await post("short_2", "يارب", 11);
  await post("tags_1", "#موقف_السوق #غلاء", 12);
  await post("bridge_1", ENGLISH, 13);
  await post("bridge_2", ENGLISH.toUpperCase(), 14);
  await settleEverything();
});

describe("copies of a text", () => {
  test("the same words, however they were spelt, are one exact family with what differs a little", async () => {
    const copies = await findCopies(person, { postId: first.postId ?? "" });
    expect(copies.chosen).toMatchObject({ comparedBy: "all", boilerplate: [], mixedScripts: [] });
    expect(copies.isWithoutSuggestions).toBe(false);
    const exact = only(copies.families, "exact");
    expect(exact.counts).toMatchObject({ posts: 5, reposts: 1, accounts: 4, wordings: 2 });
    const [same, near] = exact.nearest;
    expect(same).toMatchObject({ closeness: "exact", jaccard: 1, loud: [], decision: null });
    expect(near).toMatchObject({ closeness: "family", loud: [{ kind: "number", before: "45", after: "54" }] });
    expect(near?.jaccard).toBeGreaterThan(0.8);
  });

  test("a longer text around the sentence is told apart from one that was changed", async () => {
    const { families } = await findCopies(person, { text: SENTENCE });
    const around = only(families, "contained");
    expect(around.nearest[0]?.containment).toBeGreaterThan(0.9);
    expect(around.nearest[0]?.text).toContain("لم أجد له مصدرًا");
  });

  test("one template with other names and numbers is one family, and says what differs", async () => {
    const { families } = await findCopies(person, {
      text: "الماء مقطوع في شارع الساقية منذ 7 أيام والبلدية لا ترد على أحد من السكان #عطش",
    });
    const template = only(families, "family");
    expect(template.counts?.posts).toBe(3);
    expect(template.nearest[0]?.loud.map(({ kind }) => kind)).toContain("number");
  });

  test("a text that is not in the archive has no wording and still finds what is near", async () => {
    const copies = await findCopies(person, { text: ENGLISH.replace("a whole year", "two whole years") });
    expect(copies.chosen.wordingId).toBeNull();
    expect(closenessOf(copies)).toEqual(["family"]);
    const far = await findCopies(person, {
      text: "Seven palms and a single shadow, as the poets of the coast used to say",
    });
    expect(far.families).toEqual([]);
  });

  test("short texts and bare hashtags are only found word for word", async () => {
    const short = await findCopies(person, { text: "يا ربّ" });
    expect(short.chosen.comparedBy).toBe("exact");
    expect(closenessOf(short)).toEqual(["exact"]);
    expect(short.families[0]?.counts?.posts).toBe(1);
    const tags = await findCopies(person, { text: "#موقف_السوق #غلاء" });
    expect(tags.chosen.comparedBy).toBe("hashtags");
    expect(closenessOf(tags)).toEqual(["exact"]);
    expect((await findCopies(person, { text: "#غلاء #آخر" })).families).toEqual([]);
  });

  test("how a family travelled: originals and reposts apart, the first accounts first", async () => {
    const { families } = await findCopies(person, { postId: first.postId ?? "" });
    const { phrasingId, counts } = only(families, "exact");
    const id = phrasingId ?? "";
    const spread = (await measurePhrasings(person, [{ id, posts: counts?.posts ?? 0 }])).get(id);
    expect(spread).toMatchObject({
      firstPostedAt: "2018-07-03T18:00:00.000Z",
      lastPostedAt: "2018-07-03T19:30:00.000Z",
      undated: 0,
      within: {
        minute: { originals: 2, reposts: 0 },
        hour: { originals: 3, reposts: 1 },
        day: { originals: 4, reposts: 1 },
      },
    });
    expect(spread?.accounts.map(({ handle, posts }) => [handle, posts])).toEqual([
      ["nakhil_1", 2],
      ["nakhil_2", 1],
      ["nakhil_3", 1],
      ["nakhil_4", 1],
    ]);
    expect([spread?.places[0], spread?.places.at(-1)]).toEqual([0, 1]);
    expect((await measurePhrasings(person, [{ id, posts: 5 }], 4)).size).toBe(0);
  });

  test("wordings that were not compared yet are shown without a family", async () => {
    await post("fresh", `${SENTENCE.replace("آخر", "اليوم آخر")} يا ناس`, 200);
    const { families } = await findCopies(person, { text: SENTENCE });
    const fresh = families.find(({ phrasingId }) => phrasingId === null);
    expect(fresh).toMatchObject({ closeness: "family", counts: null });
    await settleEverything();
    expect((await findCopies(person, { text: SENTENCE })).families.every(({ counts }) => counts !== null)).toBe(true);
  });
});

describe("an editor's word", () => {
  test("parts what measure joined and joins what it left apart, and can be taken back", async () => {
    const before = await findCopies(person, { postId: first.postId ?? "" });
    const wordingId = before.chosen.wordingId ?? "";
    const changed = only(before.families, "exact").nearest.find(({ loud }) => loud.length > 0);
    const parted = await decideWordings(person, {
      wordingId,
      otherWordingId: changed?.wordingId ?? "",
      verdict: "not_the_same",
    });
    await settleEverything();
    const after = await findCopies(person, { wordingId });
    const apart = after.families.find((family) => family.nearest[0]?.wordingId === changed?.wordingId);
    expect(apart?.phrasingId).not.toBe(only(after.families, "exact").phrasingId);
    expect(apart?.nearest[0]?.decision).toMatchObject({ verdict: "not_the_same", decidedBy: person.name });

    await withdrawDecision(person, { decisionId: parted.decisionId });
    const around = only(before.families, "contained").nearest[0];
    await decideWordings(person, { wordingId, otherWordingId: around?.wordingId ?? "", verdict: "same" });
    await settleEverything();
    const joined = await findCopies(person, { wordingId });
    expect(closenessOf(joined)).toEqual(["exact"]);
    const shown = joined.families[0]?.nearest.find((wording) => wording.wordingId === around?.wordingId);
    expect(shown).toMatchObject({ closeness: "contained", decision: { verdict: "same" } });
  });
});

describe("bad input", () => {
  const sentences = [
    ["nothing", "", "nothing"],
    ["white space and signs", " \n\t،؛!?", "nothing"],
    ["one emoji", "👩‍👩‍👧", "nothing"],
    ["only addresses and mentions", "https://t.co/abc @somebody http://example.org/x?y=1", "nothing"],
    ["only a formula", "السلام عليكم ورحمة الله وبركاته", "formulas"],
    ["half a character", "\ud83d", "nothing"],
    ["nul", "\u0000", "nothing"],
  ] as const;
  test.each(sentences)("%s: nothing is found, and the reason is known", async (_, text, comparedBy) => {
    const copies = await findCopies(person, { text });
    expect(copies.chosen.comparedBy).toBe(comparedBy);
    expect(copies.families).toEqual([]);
  });

  const disguises: [string, (text: string) => string][] = [
    ["bidi overrides", (text) => `\u202e${text}\u202c`],
    ["zero-width characters between letters", (text) => [...text].join("\u200b")],
    ["unpaired surrogates", (text) => text.replaceAll(" ", " \ud83d")],
    [
      "mathematical letters",
      (text) => text.replaceAll(/[a-z]/g, (letter) => String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97)),
    ],
    ["an Arabic line before it in another direction", (text) => `\u2067\u2069${text}`],
  ];
  test.each(disguises)("%s hide nothing", async (_, disguise) => {
    const { families } = await findCopies(person, { text: disguise(ENGLISH) });
    expect(families[0]).toMatchObject({ closeness: "exact", counts: { posts: 2 } });
  });

  const meant: [string, (text: string) => string][] = [
    ["a letter swapped for its look-alike", (text) => text.replace("bridge", "bridgе")],
    ["every vowel swapped", (text) => text.replaceAll("e", "е").replaceAll("o", "о").replaceAll("a", "а")],
    ["zalgo", (text) => [...text].map((letter) => (letter === " " ? " " : `${letter}\u0301\u0316\u0323`)).join("")],
  ];
  test.each(meant)("%s: read as it was meant, and said so", async (_, disguise) => {
    const copies = await findCopies(person, { text: disguise(ENGLISH) });
    expect(copies.chosen.isDisguised).toBe(true);
    expect(copies.families[0]).toMatchObject({ closeness: "family", counts: { posts: 2 } });
    expect(copies.chosen.wordingId).toBeNull();
  });

  test("an article is compared by its passages; 100,000 characters are taken, one more is refused", async () => {
    const line = (i: number) => `Line ${i} of the minutes is about bench ${i * 7919}, says page ${i % 97}.`;
    const lines = Array.from({ length: 2_000 }, (_, i) => line(i));
    const article = [...lines.slice(0, 200), `${ENGLISH}.`, ...lines.slice(200, 390)].join(" ");
    const { families } = await findCopies(person, { text: article });
    expect(families[0]).toMatchObject({ closeness: "contained", counts: { posts: 2 } });
    // What is shown beside the post is the passage that it copies, not the beginning of the article.
    const { passages, loud } = families[0]?.nearest[0] ?? {};
    expect(passages?.chosen).toContain(ENGLISH);
    expect(passages?.chosen.length).toBeLessThan(1_000);
    expect(loud).toEqual([]);
    const longest = lines.join(" ").slice(0, 100_000);
    expect((await findCopies(person, { text: longest })).families).toEqual([]);
    await expect(findCopies(person, { text: `${longest}.` })).rejects.toMatchObject({ code: "bad_input" });
  });

  test("ids of nothing, and things without a text of their own", async () => {
    const nobody = crypto.randomUUID();
    for (const input of [{ postId: nobody }, { wordingId: nobody }, { exhibitId: nobody }]) {
      await expect(findCopies(person, input)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(findCopies(person, { postId: "x" })).rejects.toMatchObject({ code: "bad_input" });
    expect(await db().wording.count({ where: { phrasingId: null } })).toBe(0);
  });
});
