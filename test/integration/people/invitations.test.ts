import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { acceptInvitation } from "#lib/services/people/accept-invitation";
import { changeRole } from "#lib/services/people/change-role";
import { findInvitation } from "#lib/services/people/find-invitation";
import { invitePerson } from "#lib/services/people/invite-person";
import { listPeople } from "#lib/services/people/list-people";
import { revokeInvitation } from "#lib/services/people/revoke-invitation";
import { setPersonDisabled } from "#lib/services/people/set-person-disabled";
import { buildPerson } from "#test/builders/person";

let admin: Actor;
beforeAll(async () => {
  admin = await buildPerson({ role: "admin" });
});

const guest = (token: string) => ({ token, name: "Guest", password: "a fine long password", locale: "ar" });
const VOID = { code: "invitation_void" };

describe("invitations", () => {
  test("become an account with the e-mail and role that the admin wrote", async () => {
    const { id, token } = await invitePerson(admin, { email: "New@Newsroom.example", role: "editor" });
    expect(await findInvitation(token)).toMatchObject({ email: "new@newsroom.example", invitedBy: admin.name });
    const wish = { ...guest(token), role: "admin", email: "other@newsroom.example" };
    const person = await acceptInvitation(wish);
    expect(person).toMatchObject({ email: "new@newsroom.example", role: "editor", locale: "ar", name: "Guest" });
    const events = await db().custodyEvent.findMany({ where: { subjectId: { in: [id, person.id] } } });
    expect(events.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
      { action: "user.invited", actorId: admin.id },
      { action: "user.joined", actorId: person.id },
    ]);
  });

  test("only the hash of the token is stored, also in the custody log", async () => {
    const { id, token } = await invitePerson(admin, { email: "secret@newsroom.example", role: "editor" });
    const row = await db().invitation.findUniqueOrThrow({ where: { id } });
    const events = await db().custodyEvent.findMany({ where: { subjectId: id } });
    expect(JSON.stringify([row, events], (_, value) => (typeof value === "bigint" ? "n" : value))).not.toContain(token);
    expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("work once, also when two come at the same moment", async () => {
    const { token } = await invitePerson(admin, { email: "once@newsroom.example", role: "editor" });
    const both = await Promise.allSettled([acceptInvitation(guest(token)), acceptInvitation(guest(token))]);
    expect(both.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(acceptInvitation(guest(token))).rejects.toMatchObject(VOID);
    expect(await findInvitation(token)).toBeNull();
  });

  test("end after seven days", async () => {
    const { id, token, expiresAt } = await invitePerson(admin, { email: "late@newsroom.example", role: "editor" });
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    await db().invitation.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(acceptInvitation(guest(token))).rejects.toMatchObject(VOID);
    await expect(revokeInvitation(admin, { invitationId: id })).rejects.toMatchObject(VOID);
  });

  test("are worth nothing once revoked, and leave the list", async () => {
    const { id, token } = await invitePerson(admin, { email: "gone@newsroom.example", role: "editor" });
    expect((await listPeople(admin)).invitations.map((row) => row.id)).toContain(id);
    await revokeInvitation(admin, { invitationId: id });
    await expect(acceptInvitation(guest(token))).rejects.toMatchObject(VOID);
    expect((await listPeople(admin)).invitations.map((row) => row.id)).not.toContain(id);
    expect(await db().custodyEvent.count({ where: { subjectId: id, action: "user.invitation_revoked" } })).toBe(1);
  });

  test("a second one to the same e-mail replaces the first", async () => {
    const first = await invitePerson(admin, { email: "twice@newsroom.example", role: "editor" });
    const second = await invitePerson(admin, { email: "twice@newsroom.example", role: "publisher" });
    await expect(acceptInvitation(guest(first.token))).rejects.toMatchObject(VOID);
    expect(await acceptInvitation(guest(second.token))).toMatchObject({ role: "publisher" });
    const again = invitePerson(admin, { email: "twice@newsroom.example", role: "editor" });
    await expect(again).rejects.toMatchObject({ code: "email_taken" });
  });

  test("a token that was altered, cut, swapped in case or made up opens nothing", async () => {
    const { token } = await invitePerson(admin, { email: "tamper@newsroom.example", role: "editor" });
    const swapped = token.replace(/[a-zA-Z]/, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const row = await db().invitation.findFirstOrThrow({ where: { email: "tamper@newsroom.example" } });
    for (const wrong of [token.slice(0, -1), `${token}A`, swapped, "", row.tokenHash, row.id]) {
      expect(await findInvitation(wrong)).toBeNull();
      await expect(acceptInvitation(guest(wrong))).rejects.toMatchObject(VOID);
    }
    expect(await findInvitation(token)).not.toBeNull();
  });

  test("a weak password or an empty name does not use the link up", async () => {
    const { token } = await invitePerson(admin, { email: "weak@newsroom.example", role: "editor" });
    const weak = acceptInvitation({ ...guest(token), name: " ", password: "aaaaaaaaaaaa" });
    const fields = { name: "required", password: "too_simple" };
    await expect(weak).rejects.toMatchObject({ code: "bad_input", details: { fields } });
    await expect(acceptInvitation(guest(token))).resolves.toBeDefined();
  });

  test("those of an admin who leaves or is no longer admin are revoked", async () => {
    const leaving = await buildPerson({ role: "admin" });
    const lowered = await buildPerson({ role: "admin" });
    const one = await invitePerson(leaving, { email: "by-leaving@newsroom.example", role: "admin" });
    const two = await invitePerson(lowered, { email: "by-lowered@newsroom.example", role: "admin" });
    await setPersonDisabled(admin, { personId: leaving.id, disabled: true });
    await changeRole(admin, { personId: lowered.id, role: "editor" });
    await expect(acceptInvitation(guest(one.token))).rejects.toMatchObject(VOID);
    await expect(acceptInvitation(guest(two.token))).rejects.toMatchObject(VOID);
  });
});
