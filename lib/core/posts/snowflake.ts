/** The moment X counts its milliseconds from: 2010-11-04T01:42:54.657Z. */
const EPOCH_MS = 1_288_834_974_657n;

/** The first post whose id holds a time; older ids were counted one by one. */
const FIRST_SNOWFLAKE = 29_700_859_247n;

/**
 * The time inside an id of X ("snowflake": milliseconds since 2010-11-04, shifted by 22 bits).
 * @returns ISO in UTC; null for older ids and for what is no 64-bit number.
 */
export function timeOfSnowflake(id: string): string | null {
  if (!/^\d{1,20}$/.test(id)) return null;
  const number = BigInt(id);
  if (number <= FIRST_SNOWFLAKE || number >= 2n ** 64n) return null;
  return new Date(Number((number >> 22n) + EPOCH_MS)).toISOString();
}

/** How far the shown time is from the one inside the id, in whole seconds; null when it cannot be said. */
export function secondsFromSnowflake(id: string, postedAt: string | null): number | null {
  const inside = timeOfSnowflake(id);
  if (inside === null || postedAt === null) return null;
  return Math.round(Math.abs(Date.parse(postedAt) - Date.parse(inside)) / 1000);
}
