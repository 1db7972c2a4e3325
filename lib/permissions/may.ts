import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";

/** Everything that needs a role, and who has it. Whoever is signed in may read the desk. */
const ALLOWED = {
  "sources.submit": ["editor", "publisher", "admin"],
  "captures.read": ["editor", "publisher", "admin"],
  "phrasings.decide": ["editor", "publisher", "admin"],
  "search.manage": ["admin"],
  "cases.edit": ["editor", "publisher", "admin"],
  "cases.review": ["publisher", "admin"],
  "cases.publish": ["publisher", "admin"],
  "people.manage": ["admin"],
  "platforms.manage": ["admin"],
  "proof.manage": ["admin"],
} as const satisfies Record<string, readonly Actor["role"][]>;

export type Permission = keyof typeof ALLOWED;

/** Whether this person's role allows this. Rules about one thing (not the last author, …) are in lib/core. */
export function may(actor: Actor, permission: Permission): boolean {
  return (ALLOWED[permission] as readonly string[]).includes(actor.role);
}

/** @throws AppError `not_allowed` when `may` says no. */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) {
    throw new AppError("not_allowed", `${actor.role} may not ${permission}`, { permission });
  }
}
