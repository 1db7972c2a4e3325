import { FRESH_PACE, type HostPace } from "#lib/core/captures/host-pace";
import type { Db, Tx } from "#lib/data/client";

/**
 * The pace of a host, held until the transaction ends: two workers never read the same turn.
 * @returns a fresh one for a host that was never asked.
 */
export async function holdHostPace(tx: Tx, host: string): Promise<HostPace> {
  await tx.hostPace.createMany({ data: { host, ...FRESH_PACE }, skipDuplicates: true });
  const [row] = await tx.$queryRaw<HostPace[]>`
    SELECT next_at AS "nextAt", refusals, resting_until AS "restingUntil" FROM host_pace WHERE host = ${host} FOR UPDATE`;
  return row ?? FRESH_PACE;
}

/** Remembers the pace of a host that the caller holds. */
export async function keepHostPace(tx: Tx, host: string, pace: HostPace): Promise<void> {
  const { nextAt, refusals, restingUntil } = pace;
  await tx.hostPace.update({ where: { host }, data: { nextAt, refusals, restingUntil } });
}

/** Hosts that are left alone at a time, the one that rests longest last. */
export async function listRestingHosts(db: Db, now: Date) {
  const where = { restingUntil: { gt: now } };
  const rows = await db.hostPace.findMany({ where, orderBy: { restingUntil: "asc" } });
  return rows.flatMap(({ host, refusals, restingUntil }) => (restingUntil ? [{ host, refusals, restingUntil }] : []));
}
