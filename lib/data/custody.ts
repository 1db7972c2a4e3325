import { type CustodyRecord, custodyHash, GENESIS_HASH } from "#lib/core/evidence/custody-chain";
import type { Tx } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import type { Prisma } from "#prisma/generated/client";

/** Any fixed number: the name of the lock that makes custody events one line after another. */
const CUSTODY_LOCK = 4_210_001;

/** What happened; the closed list of the custody log's verbs. */
export type CustodyAction =
  | "capture.recorded"
  | "capture.files_checked"
  | "capture.exported"
  | "capture.replay_checked"
  | "capture.timestamped"
  | "custody.broken"
  | "custody.exported"
  | "custody.head_signed"
  | "custody.head_timestamped"
  | "key.created"
  | "key.retired"
  | "source.looks_stopped"
  | "source.looks_resumed"
  | "case.submitted_for_review"
  | "case.sent_back"
  | "case.published"
  | "case.correction_started"
  | "case.corrected"
  | "case.retracted"
  | "supplied.received"
  | "supplied.received_again"
  | "supplied.checked"
  | "exhibit.added"
  | "exhibit.removed"
  | "credential.added"
  | "credential.revoked"
  | "user.invited"
  | "user.invitation_revoked"
  | "user.joined"
  | "user.renamed"
  | "user.role_changed"
  | "user.disabled"
  | "user.enabled"
  | "user.password_changed"
  | "user.password_reset"
  | "user.signed_out_everywhere";

/**
 * Appends one line to the custody log, in the caller's transaction: evidence and its line appear together or not at all.
 * Take it last in the transaction; the chain's lock is held until commit.
 */
export async function appendCustodyEvent(
  tx: Tx,
  event: { actor: Actor | null; action: CustodyAction; subjectType: string; subjectId: string; details: object },
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CUSTODY_LOCK}::bigint)`;
  const head = await tx.custodyEvent.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  const seq = (head?.seq ?? 0n) + 1n;
  const at = new Date();
  const details = JSON.parse(JSON.stringify(event.details)) as Prisma.InputJsonObject;
  const record: CustodyRecord = {
    seq: seq.toString(),
    at: at.toISOString(),
    actorId: event.actor?.id ?? null,
    actorName: event.actor?.name ?? "Daleel",
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    details,
    prevHash: head?.hash ?? GENESIS_HASH,
  };
  await tx.custodyEvent.create({ data: { ...record, seq, at, details, hash: custodyHash(record) } });
}
