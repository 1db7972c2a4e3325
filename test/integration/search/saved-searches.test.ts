import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { MAX_SAVED_SEARCHES } from "#lib/schemas/saved-search";
import { deleteSavedSearch } from "#lib/services/search/delete-saved-search";
import { listSavedSearches } from "#lib/services/search/list-saved-searches";
import { renameSavedSearch } from "#lib/services/search/rename-saved-search";
import { saveSearch } from "#lib/services/search/save-search";
import { buildPerson } from "#test/builders/person";

let person: Actor;
let other: Actor;
beforeAll(async () => {
  person = await buildPerson();
  other = await buildPerson();
});
beforeEach(async () => {
  await db().savedSearch.deleteMany();
});

const namesOf = async (actor: Actor) => (await listSavedSearches(actor)).map(({ name }) => name);

test("a search is kept in its canonical form, for its person alone, and never twice", async () => {
  const first = await saveSearch(person, {
    name: " Meters ",
    query: "page=3&account=%40B&account=a&q=عدادات&nonsense=1",
  });
  expect(first).toMatchObject({ name: "Meters", query: `q=${encodeURIComponent("عدادات")}&account=a&account=b` });
  await saveSearch(person, { name: "Everything", query: "" });
  await saveSearch(person, { name: "Water meters", query: `account=b&account=a&q=${encodeURIComponent("عدادات")}` });
  expect(await namesOf(person)).toEqual(["Everything", "Water meters"]);
  expect(await namesOf(other)).toEqual([]);
  await saveSearch(other, { name: "Mine", query: "" });
  expect(await namesOf(person)).toEqual(["Everything", "Water meters"]);
});

test("renaming and deleting are for its own person; a deletion can be taken back to where it was", async () => {
  const saved = await saveSearch(person, { name: "One", query: "q=one" });
  await saveSearch(person, { name: "Two", query: "q=two" });
  await renameSavedSearch(person, { id: saved.id, name: "First" });
  for (const attempt of [
    () => renameSavedSearch(other, { id: saved.id, name: "Stolen" }),
    () => deleteSavedSearch(other, { id: saved.id }),
    () => deleteSavedSearch(person, { id: randomUUID() }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  }
  const before = await listSavedSearches(person);
  const { undo } = await deleteSavedSearch(person, { id: saved.id });
  expect(await namesOf(person)).toEqual(["Two"]);
  await saveSearch(person, undo);
  expect(await listSavedSearches(person)).toEqual(before);
});

test("names have a length, and nobody keeps more than can be kept", async () => {
  const problem = (code: string) => ({ code: "bad_input", details: { fields: { name: code } } });
  await expect(saveSearch(person, { name: "  ", query: "" })).rejects.toMatchObject(problem("missing"));
  await expect(saveSearch(person, { name: "x".repeat(121), query: "" })).rejects.toMatchObject(problem("too_long"));
  await db().savedSearch.createMany({
    data: Array.from({ length: MAX_SAVED_SEARCHES }, (_, i) => ({
      name: `Search ${i}`,
      query: `q=${i}`,
      createdById: person.id,
    })),
  });
  await expect(saveSearch(person, { name: "One more", query: "q=more" })).rejects.toMatchObject({
    code: "bad_input",
    details: { fields: { query: "too_many" } },
  });
});
