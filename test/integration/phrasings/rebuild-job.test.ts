import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { ensureWording } from "#lib/data/wordings";
import type { Actor } from "#lib/permissions/actor";
import { askRebuildPhrasings } from "#lib/services/phrasings/ask-rebuild-phrasings";
import { runRebuildPhrasings } from "#lib/services/phrasings/run-rebuild-phrasings";
import { getSearchSettings } from "#lib/services/search/get-search-settings";
import { buildPerson } from "#test/builders/person";

let admin: Actor;
beforeAll(async () => {
  admin = await buildPerson({ role: "admin" });
  for (const end of ["today", "tomorrow", "next week"]) {
    const text = `The ministry of the interior closed the accounts that were run from abroad ${end}`;
    await db().$transaction((tx) => ensureWording(tx, text));
  }
});

test("an admin asks once, the worker does it, and the page says what came of it", async () => {
  const { rebuildId } = await askRebuildPhrasings(admin);
  expect(await askRebuildPhrasings(admin)).toEqual({ rebuildId });
  expect((await getSearchSettings(admin)).phrasings).toMatchObject({ state: "queued", isUnderWay: true });
  await runRebuildPhrasings(rebuildId, new AbortController().signal);
  const { phrasings, lag } = await getSearchSettings(admin);
  expect(phrasings).toMatchObject({ state: "finished", isUnderWay: false, done: 3, differences: 0, problem: null });
  expect(lag.uncompared).toBe(0);
  // Done is done, however often the queue hands it out.
  await runRebuildPhrasings(rebuildId, new AbortController().signal);
  expect(await db().phrasing.count()).toBe(1);
});

test("one that is cut off leaves everything as it was and is done again by the next worker", async () => {
  const before = await db().wording.findMany({ orderBy: { id: "asc" } });
  const { rebuildId } = await askRebuildPhrasings(admin);
  const stop = AbortSignal.abort(new Error("the worker stops"));
  await expect(runRebuildPhrasings(rebuildId, stop)).rejects.toThrow("the worker stops");
  expect(await db().wording.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  await runRebuildPhrasings(rebuildId, new AbortController().signal);
  expect((await getSearchSettings(admin)).phrasings).toMatchObject({ state: "finished", differences: 0 });
});

test("only admins may ask", async () => {
  const editor = await buildPerson({ role: "editor" });
  await expect(askRebuildPhrasings(editor)).rejects.toMatchObject({ code: "not_allowed" });
});
