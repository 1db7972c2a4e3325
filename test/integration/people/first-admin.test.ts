import { expect, test } from "vitest";
import { verifyPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import { findPersonWithHash } from "#lib/data/people";
import { createPerson } from "#lib/services/people/create-person";
import { ensureFirstAdmin } from "#lib/services/people/ensure-first-admin";

test("the first start makes one admin and tells the password once", async () => {
  const first = await ensureFirstAdmin();
  if (!first) throw new Error("no admin was made");
  const row = await findPersonWithHash({ email: first.email });
  expect(row).toMatchObject({ role: "admin", email: first.email });
  expect(await verifyPassword(first.password, row?.passwordHash)).toBe(true);
  expect(await ensureFirstAdmin()).toBeNull();
  expect(await db().custodyEvent.findMany({ select: { action: true, subjectId: true, actorName: true } })).toEqual([
    { action: "user.joined", subjectId: row?.id, actorName: "Daleel" },
  ]);
});

test("an e-mail has one account, whatever its case, and bad input is named by field", async () => {
  const person = {
    email: "Sara@Newsroom.example ",
    name: " Sara  Ali ",
    role: "editor",
    password: "a fine long password",
  };
  const created = await createPerson({ ...person, role: "editor" });
  expect(created).toMatchObject({ email: "sara@newsroom.example", name: "Sara Ali" });
  await expect(createPerson({ ...person, role: "admin" })).rejects.toMatchObject({ code: "email_taken" });
  const bad = createPerson({ email: "x", name: "evil\u202Ename", role: "editor", password: "short" });
  await expect(bad).rejects.toMatchObject({
    code: "bad_input",
    details: { fields: { email: "email", name: "unreadable", password: "too_short" } },
  });
});
