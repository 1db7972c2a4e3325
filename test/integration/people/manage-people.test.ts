import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { changeRole } from "#lib/services/people/change-role";
import { invitePerson } from "#lib/services/people/invite-person";
import { listPeople } from "#lib/services/people/list-people";
import { revokeInvitation } from "#lib/services/people/revoke-invitation";
import { setPersonDisabled } from "#lib/services/people/set-person-disabled";
import { updateProfile } from "#lib/services/people/update-profile";
import { buildPerson } from "#test/builders/person";

const roleOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).role;
const actionsOn = async (subjectId: string) =>
  (await db().custodyEvent.findMany({ where: { subjectId }, orderBy: { seq: "asc" } })).map((event) => event.action);

// Only the admins of the test at hand count as admins.
let admin: Actor;
beforeEach(async () => {
  await db().user.updateMany({ where: { role: "admin" }, data: { role: "editor" } });
  admin = await buildPerson({ role: "admin" });
});

describe("roles", () => {
  test("only admins manage people, whatever an actor says about themselves", async () => {
    const editor = await buildPerson({ role: "editor" });
    const publisher = await buildPerson({ role: "publisher" });
    const forged: Actor = { ...editor, role: "admin" };
    for (const actor of [editor, publisher, forged]) {
      const tries = [
        () => changeRole(actor, { personId: editor.id, role: "admin" }),
        () => setPersonDisabled(actor, { personId: admin.id, disabled: true }),
        () => invitePerson(actor, { email: "friend@newsroom.example", role: "admin" }),
        () => revokeInvitation(actor, { invitationId: admin.id }),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not_allowed" });
    }
    await expect(listPeople(publisher)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await roleOf(editor.id)).toBe("editor");
    expect(await db().invitation.count()).toBe(0);
  });

  test("a disabled admin's running request can no longer do anything", async () => {
    const second = await buildPerson({ role: "admin" });
    await setPersonDisabled(admin, { personId: second.id, disabled: true });
    await expect(changeRole(second, { personId: admin.id, role: "editor" })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("a change is written down once, and no change is not", async () => {
    const person = await buildPerson();
    await changeRole(admin, { personId: person.id, role: "publisher" });
    await changeRole(admin, { personId: person.id, role: "publisher" });
    expect(await roleOf(person.id)).toBe("publisher");
    const events = await db().custodyEvent.findMany({ where: { subjectId: person.id } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actorId: admin.id, details: { from: "editor", to: "publisher" } });
  });

  test("an unknown person, a made-up role and a broken id are refused", async () => {
    const unknown = changeRole(admin, { personId: "00000000-0000-4000-8000-000000000000", role: "editor" });
    await expect(unknown).rejects.toMatchObject({ code: "not_found" });
    await expect(changeRole(admin, { personId: admin.id, role: "owner" })).rejects.toMatchObject({ code: "bad_input" });
    await expect(changeRole(admin, { personId: "1 OR 1=1", role: "editor" })).rejects.toMatchObject({
      code: "bad_input",
    });
  });
});

describe("the last admin", () => {
  test("keeps role and account until there is another", async () => {
    await expect(changeRole(admin, { personId: admin.id, role: "editor" })).rejects.toMatchObject({
      code: "last_admin",
    });
    await expect(setPersonDisabled(admin, { personId: admin.id, disabled: true })).rejects.toMatchObject({
      code: "last_admin",
    });
    const second = await buildPerson({ role: "editor" });
    await changeRole(admin, { personId: second.id, role: "admin" });
    await changeRole(admin, { personId: admin.id, role: "editor" });
    expect(await roleOf(admin.id)).toBe("editor");
  });

  test("a disabled admin does not count", async () => {
    const second = await buildPerson({ role: "admin" });
    await setPersonDisabled(admin, { personId: second.id, disabled: true });
    await expect(changeRole(admin, { personId: admin.id, role: "editor" })).rejects.toMatchObject({
      code: "last_admin",
    });
  });

  test("two admins who lower each other at the same moment do not both succeed", async () => {
    const second = await buildPerson({ role: "admin" });
    const both = [admin.id, second.id];
    // Several rounds: without the lock, only the first is late enough by opening its connection.
    for (let round = 0; round < 8; round++) {
      const results = await Promise.allSettled([
        changeRole(admin, { personId: second.id, role: "editor" }),
        changeRole({ ...second, role: "admin" }, { personId: admin.id, role: "editor" }),
      ]);
      expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await db().user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
      await db().user.updateMany({ where: { id: { in: both } }, data: { role: "admin" } });
    }
  });
});

describe("accounts", () => {
  test("are switched off and on, each with its line and by whom", async () => {
    const person = await buildPerson();
    await setPersonDisabled(admin, { personId: person.id, disabled: true });
    expect((await listPeople(admin)).people.find((row) => row.id === person.id)).toMatchObject({ disabled: true });
    await setPersonDisabled(admin, { personId: person.id, disabled: false });
    expect(await actionsOn(person.id)).toEqual(["user.disabled", "user.enabled"]);
  });

  test("a new name ties the custody lines before and after together; a new language leaves no line", async () => {
    const person = await buildPerson({ name: "Before" });
    await updateProfile(person, { name: "Before", locale: "ar" });
    expect(await actionsOn(person.id)).toEqual([]);
    await updateProfile(person, { name: "After", locale: "ar" });
    const event = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: person.id } });
    expect(event).toMatchObject({
      action: "user.renamed",
      actorName: "Before",
      details: { from: "Before", to: "After" },
    });
    await expect(updateProfile(person, { name: "a\u202eb", locale: "ar" })).rejects.toMatchObject({
      code: "bad_input",
    });
  });
});
