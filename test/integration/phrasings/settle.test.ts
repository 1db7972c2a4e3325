import { beforeEach, describe, expect, test } from "vitest";
import { bodyOf } from "#lib/core/duplicates/body";
import { buildFamilies } from "#lib/core/duplicates/build-families";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { db } from "#lib/data/client";
import { lockFamilies } from "#lib/data/families";
import { ensureWording } from "#lib/data/wordings";
import type { Actor } from "#lib/permissions/actor";
import { decideWordings } from "#lib/services/phrasings/decide-wordings";
import { rebuildPhrasings } from "#lib/services/phrasings/rebuild-phrasings";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { withdrawDecision } from "#lib/services/phrasings/withdraw-decision";
import { drainOutbox } from "#lib/services/search/drain-outbox";
import { buildCapturedPost } from "#test/builders/captured-post";
import { corpusOf } from "#test/builders/memory-families";
import { buildPerson } from "#test/builders/person";

const SENTENCE = "تعلن وزارة الداخلية إغلاق حسابات وهمية تدار من الخارج لإثارة الفتنة بين البلدين الشقيقين".split(" ");
const OTHER = "فتح باب التسجيل في دورات السباحة للأطفال بمركز الحي ابتداء من الأسبوع القادم".split(" ");

let editor: Actor;
beforeEach(async () => {
  await db().$executeRaw`
    TRUNCATE wording_text, wording_decision, observation, post_hashtag, post, wording, phrasing, search_outbox, search_document CASCADE`;
  editor ??= await buildPerson({ role: "editor" });
});

const add = (text: string): Promise<string> =>
  db().$transaction(async (tx) => {
    const id = await ensureWording(tx, text);
    if (!id) throw new Error("a text without words");
    return id;
  });

async function settle(): Promise<void> {
  while ((await settleWordings()) > 0);
}

const phrasingOf = async (id: string) => (await db().wording.findUniqueOrThrow({ where: { id } })).phrasingId;

/** Digests of wordings that stand in one phrasing, as sorted lists. */
async function partition(): Promise<string[][]> {
  const rows = await db().wording.findMany({ select: { digest: true, phrasingId: true } });
  const groups = new Map<string, string[]>();
  for (const { digest, phrasingId } of rows) {
    groups.set(phrasingId ?? "none", [...(groups.get(phrasingId ?? "none") ?? []), digest]);
  }
  return [...groups.values()].map((group) => group.sort()).sort();
}

/** Near copies of a sentence, some near to one another and some not: one or two words changed, some added. */
const variants = (words: readonly string[], mark: string): string[] =>
  words.flatMap((_, i) => [
    words.map((word, at) => (at === i ? mark : word)).join(" "),
    words.map((word, at) => (at === i || at === i + 2 ? mark : word)).join(" "),
    `${words.join(" ")} ${mark} ${i}`,
    words.slice(0, i + 1).join(" "),
  ]);

function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

describe("phrasings", () => {
  test("are the same in three orders, by single arrivals and batches, and a rebuild finds no difference", async () => {
    const texts = [...new Set([...variants(SENTENCE, "أخرى"), ...variants(OTHER, "شيء"), "نص قصير"])];
    const seen: string[][][] = [];
    for (const seed of [1, 2, 3]) {
      await db().$executeRaw`TRUNCATE wording_text, wording_decision, wording, phrasing CASCADE`;
      for (const [i, text] of shuffled(texts, seed).entries()) {
        await add(text);
        if (i % (seed * 7) === 0) await settle();
      }
      await settle();
      seen.push(await partition());
      const report = await rebuildPhrasings();
      expect(report).toMatchObject({ wordings: texts.length, differences: 0 });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    const rows = await db().wording.findMany({ select: { digest: true, body: true } });
    const { corpus, order } = corpusOf(rows.map(({ digest, body }) => ({ digest, body: body ?? "" })));
    const families = buildFamilies(corpus);
    const expected = new Map<number, string[]>();
    for (const [i, pivot] of families.pivotOf.entries()) {
      expected.set(pivot, [...(expected.get(pivot) ?? []), order[i]?.digest ?? ""]);
    }
    expect(seen[0]).toEqual([...expected.values()].map((group) => group.sort()).sort());
    expect(Math.max(...(seen[0] ?? []).map((group) => group.length))).toBeGreaterThan(20);
  });

  test("a rebuild mends what was written past it, and says so", async () => {
    const [a, b] = [await add(SENTENCE.join(" ")), await add(`${SENTENCE.join(" ")} اليوم`)];
    await settle();
    const before = await partition();
    await db().$executeRaw`UPDATE wording SET pivot_id = id, nearness = 1, pivot_bands = bands`;
    await db().$executeRaw`UPDATE wording SET phrasing_id = NULL WHERE id = ${b}::uuid`;
    expect((await rebuildPhrasings()).differences).toBeGreaterThan(0);
    expect(await partition()).toEqual(before);
    expect(await phrasingOf(a)).toBe(await phrasingOf(b));
    expect((await rebuildPhrasings()).differences).toBe(0);
  });

  test("a phrasing keeps its id while wordings join it", async () => {
    const texts = Array.from({ length: 25 }, (_, i) => `${SENTENCE.join(" ")} رقم ${i * 37}`);
    const first = await add(SENTENCE.join(" "));
    const second = await add(`عاجل: ${SENTENCE.join(" ")} الآن`);
    await settle();
    const id = await phrasingOf(first);
    expect(await phrasingOf(second)).toBe(id);
    const pivots = new Set<string | null>();
    for (const text of texts) {
      expect(await phrasingOf(await add(text).then((added) => settle().then(() => added)))).toBe(id);
      pivots.add((await db().phrasing.findUniqueOrThrow({ where: { id: id ?? "" } })).pivotId);
    }
    // Its pivot was replaced meanwhile; its name was not.
    expect(pivots.size).toBeGreaterThan(1);
    expect(await partition()).toHaveLength(1);
  });

  test("an editor's word joins and splits, outlives a rebuild, and can be taken back", async () => {
    const a = await add(SENTENCE.join(" "));
    const b = await add(`${SENTENCE.join(" ")} اليوم`);
    const c = await add(OTHER.join(" "));
    await settle();
    expect(await phrasingOf(a)).toBe(await phrasingOf(b));
    const split = await decideWordings(editor, { wordingId: b, otherWordingId: a, verdict: "not_the_same" });
    expect(await phrasingOf(a)).not.toBe(await phrasingOf(b));
    const joined = await decideWordings(editor, { wordingId: b, otherWordingId: c, verdict: "same" });
    expect(await phrasingOf(b)).toBe(await phrasingOf(c));
    expect((await rebuildPhrasings()).differences).toBe(0);
    expect(await phrasingOf(b)).toBe(await phrasingOf(c));
    expect(await phrasingOf(a)).not.toBe(await phrasingOf(b));

    await expect(decideWordings(editor, { wordingId: a, otherWordingId: c, verdict: "same" })).rejects.toMatchObject({
      code: "decisions_contradict",
      details: { decisions: [split.decisionId] },
    });
    await withdrawDecision(editor, { decisionId: split.decisionId });
    await withdrawDecision(editor, { decisionId: joined.decisionId });
    expect(await phrasingOf(a)).toBe(await phrasingOf(b));
    expect(await phrasingOf(c)).not.toBe(await phrasingOf(b));
    await expect(withdrawDecision(editor, { decisionId: split.decisionId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await rebuildPhrasings()).differences).toBe(0);
  });

  test("a wording set apart from another member of its family, not from its pivot, stands alone", async () => {
    const ids: string[] = [];
    for (const end of ["", " اليوم", " غدا", " أمس"]) ids.push(await add(SENTENCE.join(" ") + end));
    await settle();
    const pivots = await db().wording.findMany({ where: { id: { in: ids } }, select: { id: true, pivotId: true } });
    const [x, y] = pivots.filter(({ id, pivotId }) => id !== pivotId);
    if (!x || !y) throw new Error("expected a family with several members");
    await decideWordings(editor, { wordingId: x.id, otherWordingId: y.id, verdict: "not_the_same" });
    expect(await phrasingOf(x.id)).not.toBe(await phrasingOf(y.id));
    expect((await rebuildPhrasings()).differences).toBe(0);
  });

  test("a body made by older rules is made anew, from texts of this wording and not from others of its posts", async () => {
    const post = await buildCapturedPost(editor, { text: OTHER.join(" "), handle: "edited" });
    await db().post.update({ where: { id: post.postId ?? "" }, data: { text: SENTENCE.join(" ") } });
    await db().wording.update({ where: { id: post.wordingId }, data: { sketchVersion: 0, body: null, text: null } });
    await settle();
    const { body, text, sketchVersion } = await db().wording.findUniqueOrThrow({ where: { id: post.wordingId } });
    expect([body, text, sketchVersion]).toEqual([bodyOf(OTHER.join(" ")), expect.any(String), SKETCH_VERSION]);
  });

  test("a decision and a better body that wait together are both followed", async () => {
    const a = await add(SENTENCE.join(" "));
    const b = await add(`#${SENTENCE.join("_")} اليوم`);
    await add(`${SENTENCE.join(" ")} اليوم غدا`);
    await settle();
    // The worker does not come between: the same words without the hashtag wait, and an editor decides.
    await add(`${SENTENCE.join(" ")} اليوم`);
    await decideWordings(editor, { wordingId: a, otherWordingId: b, verdict: "not_the_same" });
    await settle();
    expect(await db().wordingText.count()).toBe(0);
    expect(await phrasingOf(a)).not.toBe(await phrasingOf(b));
    expect((await rebuildPhrasings()).differences).toBe(0);
  });

  test("whoever decides during a rebuild is told so, and holds no connection", async () => {
    await db().$transaction(async (holder) => {
      await lockFamilies(holder, 1_000);
      const late = db().$transaction((tx) => lockFamilies(tx, 50));
      await expect(late).rejects.toMatchObject({ code: "phrasings_busy" });
    });
  });

  test("hashtags' words count only where somebody wrote them as words", async () => {
    const tagged = await add("#إغلاق_الحسابات #وزارة_الداخلية");
    const long = `${SENTENCE.join(" ")} قبل يومين`;
    const near = await add(long);
    const asTags = `#${SENTENCE.join("_")} قبل يومين`;
    await settle();
    expect((await db().wording.findUniqueOrThrow({ where: { id: tagged } })).bands).toEqual([]);
    const copy = `${SENTENCE.join(" ")} قبل عامين`;
    const taggedCopy = await add(copy.replace(SENTENCE.join(" "), `#${SENTENCE.join("_")}`));
    await settle();
    expect(await phrasingOf(taggedCopy)).not.toBe(await phrasingOf(near));
    // The same words without the hashtag: one wording, whose body now is the longer one.
    expect(await add(copy)).toBe(taggedCopy);
    expect(await add(asTags)).toBe(near);
    await settle();
    expect(await phrasingOf(taggedCopy)).toBe(await phrasingOf(near));
    expect(await db().wordingText.count()).toBe(0);
    expect((await rebuildPhrasings()).differences).toBe(0);
  });

  test("counts follow posts through the outbox", async () => {
    const one = await buildCapturedPost(editor, { text: SENTENCE.join(" "), handle: "one" });
    await buildCapturedPost(editor, { text: `RT @one: ${SENTENCE.join(" ")}`, handle: "two" });
    const near = await buildCapturedPost(editor, { text: `${SENTENCE.join(" ")} اليوم`, handle: "three" });
    await settle();
    expect(await phrasingOf(one.wordingId)).toBe(await phrasingOf(near.wordingId));
    while ((await drainOutbox()) > 0);
    const phrasing = await db().phrasing.findUniqueOrThrow({ where: { id: (await phrasingOf(one.wordingId)) ?? "" } });
    expect(phrasing).toMatchObject({ wordingCount: 2, postCount: 3, repostCount: 1, accountCount: 3 });
    const docs = await db().searchDocument.findMany({ select: { phrasingId: true, copies: true } });
    expect(docs).toEqual(Array.from({ length: 3 }, () => ({ phrasingId: phrasing.id, copies: 3 })));
  });
});
