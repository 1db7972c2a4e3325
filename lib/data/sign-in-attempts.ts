import { db, type Tx } from "#lib/data/client";

const WINDOW_MS = 15 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;
/** Wrong passwords for one account inside the window. */
const MOST_PER_EMAIL = 10;
/** Wrong passwords from one address inside the window, whatever the account. A newsroom shares one address. */
const MOST_PER_ADDRESS = 50;
const PRUNE_EVERY = 20n;
/** A burst of tries queues up behind the locks; that is a wait, not a failure. */
const PATIENCE = { maxWait: 15_000, timeout: 15_000 };

/** Let in, with the attempt's id, or told to wait. */
export type AttemptGate = { allowed: true; attemptId: bigint } | { allowed: false; retryAfterSeconds: number };

/**
 * Counts one try before its password is looked at, so that a hundred tries at the same moment are a hundred tries.
 * Refused tries are not counted: waiting always helps.
 *
 * Somebody who signed in from this address within the last day is counted by their own tries from there, so that a
 * stranger who guesses at an account does not lock its owner out.
 * @param email lower case, as typed: unknown addresses are counted like known ones.
 */
export async function beginSignInAttempt(email: string, address: string, now = new Date()): Promise<AttemptGate> {
  const gate = await db().$transaction(async (tx): Promise<AttemptGate> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in e-mail ${email}`}, 0))`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in address ${address}`}, 0))`;
    const dayAgo = new Date(now.getTime() - KEPT_MS);
    const known = await tx.signInAttempt.findFirst({ where: { email, address, succeeded: true, at: { gt: dayAgo } } });
    const waits = [
      await waitSeconds(tx, known ? { email, address } : { email }, MOST_PER_EMAIL, now),
      await waitSeconds(tx, { address }, MOST_PER_ADDRESS, now),
    ];
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0) return { allowed: false, retryAfterSeconds };
    const { id } = await tx.signInAttempt.create({ data: { email, address, succeeded: false, at: now } });
    return { allowed: true, attemptId: id };
  }, PATIENCE);
  if (gate.allowed && gate.attemptId % PRUNE_EVERY === 0n) await pruneSignInAttempts(now);
  return gate;
}

async function waitSeconds(
  tx: Tx,
  who: { email?: string; address?: string },
  most: number,
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const failures = await tx.signInAttempt.findMany({
    where: { ...who, succeeded: false, at: { gt: since } },
    orderBy: { at: "desc" },
    take: most,
    select: { at: true },
  });
  const oldest = failures[most - 1];
  return oldest ? Math.max(1, Math.ceil((oldest.at.getTime() + WINDOW_MS - now.getTime()) / 1000)) : 0;
}

/** The password was right after all: the try no longer counts against anybody. */
export async function markAttemptSucceeded(attemptId: bigint): Promise<void> {
  await db().signInAttempt.updateMany({ where: { id: attemptId }, data: { succeeded: true } });
}

/** Forgets the tries for one account, after whoever runs the server gave it a new password. */
export async function forgetAttempts(tx: Tx, email: string): Promise<void> {
  await tx.signInAttempt.deleteMany({ where: { email } });
}

/** Removes what is older than a day. @returns how many. */
export async function pruneSignInAttempts(now = new Date()): Promise<number> {
  const { count } = await db().signInAttempt.deleteMany({ where: { at: { lte: new Date(now.getTime() - KEPT_MS) } } });
  return count;
}
