import type { Db, Tx } from "#lib/data/client";
import type { TimestampRequest } from "#prisma/generated/client";

/** What a token is about: a capture's manifest or a custody head's statement. */
export type StampSubject = { type: "capture" | "custody_head"; id: string; sha256: string };

export type TimestampRow = TimestampRequest;

/** Asks each authority for a token, in the transaction that records the subject: neither exists without the other. */
export async function requestTimestamps(tx: Tx, subject: StampSubject, authorities: readonly string[]): Promise<void> {
  const { type: subjectType, id: subjectId, sha256 } = subject;
  const nextTryAt = new Date();
  const data = authorities.map((authority) => ({ subjectType, subjectId, sha256, authority, nextTryAt }));
  await tx.timestampRequest.createMany({ data });
}

/** All requests about one thing, in whatever state. */
export async function findTimestampRequests(
  db: Db,
  subject: Pick<StampSubject, "type" | "id">,
): Promise<TimestampRow[]> {
  const { type: subjectType, id: subjectId } = subject;
  return db.timestampRequest.findMany({ where: { subjectType, subjectId }, orderBy: { authority: "asc" } });
}

/**
 * Brings the waiting requests in line with the settings: nobody asks an authority that was taken out, and one that came
 * back is asked again.
 */
export async function followAuthorities(db: Db, authorities: readonly string[]): Promise<void> {
  const inSettings = { in: [...authorities] };
  await db.timestampRequest.updateMany({
    where: { state: "pending", NOT: { authority: inSettings } },
    data: { state: "abandoned" },
  });
  if (authorities.length === 0) return;
  await db.timestampRequest.updateMany({
    where: { state: "abandoned", authority: inSettings },
    data: { state: "pending", nextTryAt: new Date() },
  });
}

/**
 * Takes the next due request of an authority, for as long as `leaseMs`: no other worker gets it meanwhile, and when this
 * one dies it is due again. Those that were asked less often come first, so that one that never works holds up no other.
 */
export async function claimDueRequest(db: Db, authority: string, leaseMs: number): Promise<TimestampRow | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE timestamp_request
       SET attempts = attempts + 1, next_try_at = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
     WHERE id = (SELECT id FROM timestamp_request
                  WHERE state = 'pending' AND authority = ${authority} AND next_try_at <= clock_timestamp()
                  ORDER BY attempts, created_at, id
                  LIMIT 1
                  FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  const id = rows[0]?.id;
  return id ? db.timestampRequest.findUnique({ where: { id } }) : null;
}

/** Writes down why a request was not granted, and puts off everything that this authority was to be asked before `until`. */
export async function postponeRequests(db: Db, row: TimestampRow, problem: string, until: Date): Promise<void> {
  await db.timestampRequest.updateMany({
    where: { id: row.id, state: "pending" },
    data: { problem, nextTryAt: until },
  });
  await db.timestampRequest.updateMany({
    where: { authority: row.authority, state: "pending", nextTryAt: { lt: until } },
    data: { nextTryAt: until },
  });
}

/** An authority answers: what waits because it did not is due now. `attempts` stay, so those that came first stay behind. */
export async function hastenRequests(
  db: Db,
  authority: string | null,
  kinds: readonly string[] | null,
): Promise<number> {
  const problem = kinds ? { OR: kinds.map((kind) => ({ problem: { startsWith: kind } })) } : {};
  const { count } = await db.timestampRequest.updateMany({
    where: { state: "pending", nextTryAt: { gt: new Date() }, ...(authority ? { authority } : {}), ...problem },
    data: { nextTryAt: new Date() },
  });
  return count;
}

/** @returns false when the request was granted or given up meanwhile; then nothing may be recorded. */
export async function grantRequest(
  tx: Tx,
  row: TimestampRow,
  token: { sha256: string; stampedAt: Date },
): Promise<boolean> {
  const { count } = await tx.timestampRequest.updateMany({
    where: { id: row.id, state: { not: "granted" } },
    data: { state: "granted", problem: null, stampedAt: token.stampedAt, tokenSha256: token.sha256 },
  });
  return count === 1;
}

/** One authority's requests in numbers. */
export type AuthoritySummary = {
  authority: string;
  granted: number;
  pending: number;
  abandoned: number;
  lastStampedAt: Date | null;
  /** The newest problem of what still waits, and when it is asked again. */
  problem: string | null;
  nextTryAt: Date | null;
};

/** Every authority that was ever asked. */
export async function summariseAuthorities(db: Db): Promise<AuthoritySummary[]> {
  return db.$queryRaw<AuthoritySummary[]>`
    SELECT authority,
           (count(*) FILTER (WHERE state = 'granted'))::int AS granted,
           (count(*) FILTER (WHERE state = 'pending'))::int AS pending,
           (count(*) FILTER (WHERE state = 'abandoned'))::int AS abandoned,
           max(stamped_at) AS "lastStampedAt",
           (array_agg(problem ORDER BY next_try_at DESC) FILTER (WHERE state = 'pending' AND problem IS NOT NULL))[1]
             AS problem,
           min(next_try_at) FILTER (WHERE state = 'pending' AND problem IS NOT NULL) AS "nextTryAt"
      FROM timestamp_request
     GROUP BY authority
     ORDER BY authority`;
}
