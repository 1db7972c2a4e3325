import { beforeAll, describe, expect, test } from "vitest";
import { sumBins } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { findPhrasingNames } from "#lib/data/spread/names";
import type { Actor } from "#lib/permissions/actor";
import { phrasingListQuery } from "#lib/schemas/phrasing-query";
import { findCopiesOfWording } from "#lib/services/copies/find-copies-of-wording";
import { decideWordings } from "#lib/services/phrasings/decide-wordings";
import { findPhrasingOfWording } from "#lib/services/phrasings/find-phrasing-of-wording";
import { getPhrasing } from "#lib/services/phrasings/get-phrasing";
import { getPhrasingWordings } from "#lib/services/phrasings/get-phrasing-wordings";
import { findDecisions, listDecisions } from "#lib/services/phrasings/list-decisions";
import { listPhrasingAccounts } from "#lib/services/phrasings/list-phrasing-accounts";
import { listPhrasingPosts } from "#lib/services/phrasings/list-phrasing-posts";
import { listPhrasings } from "#lib/services/phrasings/list-phrasings";
import { measurePhrasing } from "#lib/services/phrasings/measure-phrasing";
import { withdrawDecision } from "#lib/services/phrasings/withdraw-decision";
import { buildPerson } from "#test/builders/person";
import { buildPost } from "#test/builders/post";
import { settleEverything } from "#test/builders/settle";

const SENTENCE = "مجلس بلدة النخيل يرفع أجرة موقف السوق إلى 45 درهمًا بلا إعلان، والناس آخر من يعلم";
const ENGLISH = "The harbour bridge stays closed for a whole year from Sunday and nobody was told about it";

let person: Actor;
const wordingOf = async (text: string) => (await db().post.findFirstOrThrow({ where: { text } })).wordingId ?? "";
const phrasingOf = async (text: string) => (await findPhrasingOfWording(person, await wordingOf(text))) ?? "";
const list = (wish: object = {}) => listPhrasings(person, phrasingListQuery.parse(wish));
const post = (handle: string, text: string, at: string) => buildPost(person, { handle, text, postedAt: at });

beforeAll(async () => {
  person = await buildPerson();
  for (const [i, handle] of ["nakhil_1", "nakhil_2", "nakhil_2", "nakhil_3"].entries()) {
    await post(handle, i === 3 ? SENTENCE.replace("45", "54") : SENTENCE, `2018-07-03T18:0${i}:00Z`);
  }
  await post("nakhil_4", `RT @nakhil_1: ${SENTENCE}`, "2018-07-03T19:00:00Z");
  await post("bridge_1", ENGLISH, "2018-08-01T10:00:00Z");
  await post("bridge_2", ENGLISH, "2018-08-02T10:00:00Z");
  await post("bridge_3", "السلام عليكم ورحمة الله وبركاته", "2018-08-02T11:00:00Z");
  await post("bridge_4", "السلام عليكم ورحمة الله وبركاته", "2018-08-02T12:00:00Z");
  await post("alone", "Seven palms and a single shadow, as the poets of the coast used to say", "2018-09-01T10:00:00Z");
  await settleEverything();
});

describe("the list of phrasings", () => {
  test("most copied first; what nobody copied is left out unless asked for", async () => {
    const { items, hasMore } = await list();
    expect(items.map(({ posts, accounts, reposts, wordings }) => [posts, accounts, reposts, wordings])).toEqual([
      [5, 4, 1, 2],
      [2, 2, 0, 1],
      [2, 2, 0, 1],
    ]);
    expect(items[0]?.text).toContain("مجلس بلدة النخيل");
    expect(hasMore).toBe(false);
    expect((await list({ posts: "1" })).items).toHaveLength(4);
    expect(items.find(({ text }) => text.startsWith("السلام"))?.boilerplate).toHaveLength(1);
  });

  test("newest first, at least so many accounts, between days, by words", async () => {
    expect((await list({ sort: "newest" })).items[0]?.lastPostedAt).toBe("2018-08-02T12:00:00.000Z");
    expect((await list({ accounts: "3" })).items).toHaveLength(1);
    expect((await list({ to: "2018-07-31" })).items).toHaveLength(1);
    expect((await list({ from: "2018-08-02", to: "2018-08-02" })).items).toHaveLength(2);
    expect((await list({ from: "2018-08-03" })).items).toEqual([]);
    expect((await list({ q: "bridge closed" })).items.map(({ text }) => text)).toEqual([ENGLISH]);
    expect((await list({ q: "palms" })).items).toEqual([]);
    expect((await list({ q: "palms", posts: "1" })).items).toHaveLength(1);
    expect((await list({ q: "موقف", accounts: "5" })).items).toEqual([]);
  });

  test("search that does not answer is said, and the rest of the list works", async () => {
    await db().$executeRaw`ALTER TABLE search_document RENAME TO search_document_away`;
    try {
      expect(await list({ q: "bridge" })).toMatchObject({ isWithoutSearch: true, items: [] });
      expect((await list()).items).toHaveLength(3);
    } finally {
      await db().$executeRaw`ALTER TABLE search_document_away RENAME TO search_document`;
    }
  });
});

describe("the page of a phrasing", () => {
  test("its text, its wordings with what differs, its posts and accounts in order", async () => {
    const id = await phrasingOf(SENTENCE);
    const phrasing = await getPhrasing(person, id);
    expect(phrasing).toMatchObject({ posts: 5, reposts: 1, accounts: 4, wordings: 2, usual: { text: SENTENCE } });
    expect((await findPhrasingNames(db(), [id])).get(id)?.text).toBe(SENTENCE);
    const asked = await wordingOf(SENTENCE.replace("45", "54"));
    const wordings = await getPhrasingWordings(person, phrasing, { page: 1, asked });
    expect(wordings.items.map(({ posts, accounts }) => [posts, accounts])).toEqual([
      [4, 3],
      [1, 1],
    ]);
    expect(wordings.asked?.wordingId).toBe(asked);
    const differing = wordings.items.find(({ isUsual }) => !isUsual);
    expect(differing?.loud).toMatchObject([{ kind: "number" }]);
    expect(await getPhrasingWordings(person, phrasing, { page: 2 })).toMatchObject({ items: [], hasMore: false });

    const { posts } = await listPhrasingPosts(person, id, 1);
    expect(posts.map(({ handle, isRepost }) => [handle, isRepost])).toEqual([
      ["nakhil_1", false],
      ["nakhil_2", false],
      ["nakhil_2", false],
      ["nakhil_3", false],
      ["nakhil_4", true],
    ]);
    const { accounts } = await listPhrasingAccounts(person, id, 1);
    expect(accounts.map(({ handle, posts: count }) => [handle, count])).toEqual([
      ["nakhil_1", 1],
      ["nakhil_2", 2],
      ["nakhil_3", 1],
      ["nakhil_4", 1],
    ]);
  });

  test("its posts over time and by account, originals and reposts apart", async () => {
    const spread = await measurePhrasing(person, await phrasingOf(SENTENCE), false);
    expect(spread).toMatchObject({ posts: 5, originals: 4, reposts: 1, accounts: 4 });
    expect(sumBins(spread.timeline.counts)).toEqual({ originals: 4, copied: 4, reposts: 1, newAccounts: 4 });
    expect(spread.concentration).toMatchObject({ accounts: 4, posts: 5, most: 2 });
  });

  test("a formula that everybody writes is said to be one", async () => {
    const { usual } = await getPhrasing(person, await phrasingOf("السلام عليكم ورحمة الله وبركاته"));
    expect(usual.comparedBy).toBe("formulas");
  });

  test("a post's copies, word for word and nearly apart", async () => {
    const copies = await findCopiesOfWording(person, await wordingOf(SENTENCE));
    expect(copies).toMatchObject({ exact: { posts: 4, reposts: 1, accounts: 3 }, counts: { posts: 5 } });
    expect(copies?.exact.first.map(({ handle }) => handle)).toEqual(["nakhil_1", "nakhil_2", "nakhil_2", "nakhil_4"]);
    expect(copies?.near).toMatchObject([{ closeness: "family", loud: [{ before: "45", after: "54" }] }]);
    expect(await findCopiesOfWording(person, crypto.randomUUID())).toBeNull();
  });

  test("no phrasing, and what is no id", async () => {
    for (const id of [crypto.randomUUID(), "x", "' OR 1=1"]) {
      await expect(getPhrasing(person, id)).rejects.toMatchObject({ code: "not_found", details: {} });
    }
    await expect(findPhrasingOfWording(person, "x")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("decisions and moved phrasings", () => {
  test("are listed with who and when, lead old addresses on, and are named when another goes against them", async () => {
    const [a, b] = [await wordingOf(SENTENCE), await wordingOf(ENGLISH)];
    const [before, other] = [await phrasingOf(SENTENCE), await phrasingOf(ENGLISH)];
    const { decisionId } = await decideWordings(person, { wordingId: a, otherWordingId: b, verdict: "same" });
    await settleEverything();
    const joined = await phrasingOf(ENGLISH);
    expect(await phrasingOf(SENTENCE)).toBe(joined);
    const gone = joined === before ? other : before;
    await expect(getPhrasing(person, gone)).rejects.toMatchObject({ details: { phrasingId: joined } });
    expect(await getPhrasing(person, joined, b)).toMatchObject({ posts: 7 });
    expect(await listDecisions(person, joined)).toMatchObject([
      { id: decisionId, verdict: "same", decidedBy: person.name, withdrawn: null, isSettled: true },
    ]);

    const changed = await wordingOf(SENTENCE.replace("45", "54"));
    await decideWordings(person, { wordingId: a, otherWordingId: changed, verdict: "same" });
    const against = await decideWordings(person, {
      wordingId: b,
      otherWordingId: changed,
      verdict: "not_the_same",
    }).catch((error) => error.details.decisions);
    expect((await findDecisions(person, against)).map(({ verdict }) => verdict)).toEqual(["same", "same"]);

    await withdrawDecision(person, { decisionId });
    await settleEverything();
    const parted = await phrasingOf(ENGLISH);
    expect(parted).not.toBe(await phrasingOf(SENTENCE));
    // Whoever followed the wording is led to where it is now.
    const stale = parted === joined ? await phrasingOf(SENTENCE) : joined;
    await expect(getPhrasing(person, stale, b)).rejects.toMatchObject({ details: { phrasingId: parted } });
    expect((await listDecisions(person, parted))[0]).toMatchObject({ id: decisionId, withdrawn: { by: person.name } });
  });
});

test("words that very many phrasings have find as many as the page says, not only the engine's first page", async () => {
  const word = (i: number, k: number) => `w${((i + 7) * 7_919 + k * 104_729) % 1_000_003}`;
  for (let i = 0; i < 120; i++) {
    const text = `lighthouse ${Array.from({ length: 6 }, (_, k) => word(i, k)).join(" ")}`;
    await post("keeper", text, "2018-10-01T10:00:00Z");
  }
  await settleEverything();
  const found = new Set<string>();
  for (let page = 1; page <= 7; page++) {
    const { items } = await list({ q: "lighthouse", posts: "1", page: String(page) });
    for (const { id } of items) found.add(id);
  }
  expect(found.size).toBe(120);
});
