import { db } from "#lib/data/client";
import { findNewestBreak, findNewestHead } from "#lib/data/custody-heads";

/** Where the custody log was found broken, and not found whole since. */
export type ShownBreak = { seq: string; reason: string; at: string };

/** What the newest look at the whole log found wrong; null when it held. */
export async function findLogBreak(): Promise<ShownBreak | null> {
  const [broken, head] = await Promise.all([findNewestBreak(db()), findNewestHead(db())]);
  if (!broken || (head && head.at > broken.at)) return null;
  const { seq, reason } = broken.details as { seq?: unknown; reason?: unknown };
  return { seq: String(seq), reason: String(reason), at: broken.at.toISOString() };
}
