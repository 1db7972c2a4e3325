import { listOpenInvitations } from "#lib/data/invitations";
import { listPeopleRows } from "#lib/data/people";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

export type ListedPerson = Actor & {
  email: string;
  disabled: boolean;
  /** ISO; null when they never signed in. */
  lastSignInAt: string | null;
};

export type ListedInvitation = {
  id: string;
  email: string;
  role: Actor["role"];
  invitedBy: string;
  expiresAt: string;
};

/**
 * Everybody with an account and everybody invited.
 * @throws AppError `not_allowed`.
 */
export async function listPeople(actor: Actor): Promise<{ people: ListedPerson[]; invitations: ListedInvitation[] }> {
  assertMay(actor, "people.manage");
  const [people, invitations] = await Promise.all([listPeopleRows(), listOpenInvitations()]);
  return {
    people: people.map(({ id, name, role, email, disabledAt, lastSignInAt }) => {
      return {
        id,
        name,
        role,
        email,
        disabled: disabledAt !== null,
        lastSignInAt: lastSignInAt?.toISOString() ?? null,
      };
    }),
    invitations: invitations.map(({ id, email, role, invitedBy, expiresAt }) => {
      return { id, email, role, invitedBy: invitedBy.name, expiresAt: expiresAt.toISOString() };
    }),
  };
}
