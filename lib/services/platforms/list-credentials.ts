import type { PlatformId } from "#lib/core/captures/types";
import type { CredentialKind, CredentialSecret } from "#lib/core/platforms/access";
import { db } from "#lib/data/client";
import { type CredentialRow, listCredentialRows } from "#lib/data/platform-credentials";
import { type ErrorCode, toAppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { openSecret } from "#lib/services/platforms/sealed-access";

/** Stored access as the settings page shows it; nothing that opens anything. */
export type ListedCredential = {
  id: string;
  platform: PlatformId;
  kind: CredentialKind;
  label: string;
  /** The last four characters of a token; for cookies the names that make the session. */
  hint: string | null;
  /** ISO; when the first of its cookies ends. */
  endsAt: string | null;
  addedBy: string;
  addedAt: string;
  lastUsedAt: string | null;
  /** Why it does not open, or did not work the last time. */
  problem: ErrorCode | null;
};

/** Every stored access that was not revoked, newest first. @throws AppError `not_allowed`. */
export async function listCredentials(actor: Actor): Promise<ListedCredential[]> {
  assertMay(actor, "platforms.manage");
  return Promise.all((await listCredentialRows(db())).map(toListed));
}

async function toListed(row: CredentialRow): Promise<ListedCredential> {
  const opened = await openSecret(row).catch((thrown) => toAppError(thrown).code);
  const isOpen = typeof opened !== "string";
  return {
    id: row.id,
    platform: row.platform,
    kind: row.kind,
    label: row.label,
    hint: isOpen ? hintOf(opened) : null,
    endsAt: isOpen ? endOf(opened) : null,
    addedBy: row.createdBy.name,
    addedAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    problem: isOpen ? row.problem : opened,
  };
}

function hintOf(secret: CredentialSecret): string {
  if (secret.kind === "bearer_token") return `…${secret.token.slice(-4)}`;
  return [...new Set(secret.cookies.map(({ name }) => name))].join(", ");
}

function endOf(secret: CredentialSecret): string | null {
  if (secret.kind === "bearer_token") return null;
  const ends = secret.cookies.flatMap(({ expiresAt }) => expiresAt ?? []);
  return ends.length > 0 ? new Date(Math.min(...ends) * 1000).toISOString() : null;
}
