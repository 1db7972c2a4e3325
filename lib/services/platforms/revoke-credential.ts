import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { revokeCredentialRow } from "#lib/data/platform-credentials";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/**
 * Removes stored access: the sealed secret is gone from the row, which stays for the record. Captures that are running
 * with it go on; requests that wait for it fail with `credential_missing`.
 * @throws AppError `not_allowed`, `not_found`.
 */
export async function revokeCredential(actor: Actor, id: string): Promise<void> {
  assertMay(actor, "platforms.manage");
  if (!isUuid(id)) throw new AppError("not_found", `No stored access ${id}`);
  await db().$transaction(async (tx) => {
    const row = await revokeCredentialRow(tx, id, new Date());
    if (!row) throw new AppError("not_found", `No stored access ${id}`);
    const { platform, kind, label } = row;
    await appendCustodyEvent(tx, {
      actor,
      action: "credential.revoked",
      subjectType: "credential",
      subjectId: id,
      details: { platform, kind, label },
    });
  });
}
