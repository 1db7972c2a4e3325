import { readTrustedRoots } from "#lib/adapters/timestamps/trusted-roots";
import { db } from "#lib/data/client";
import { findNewestHead } from "#lib/data/custody-heads";
import { findTimestampRequests, summariseAuthorities } from "#lib/data/timestamp-requests";
import { env } from "#lib/env";
import { toAppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { findLogBreak, type ShownBreak } from "#lib/services/custody/find-log-break";
import { findMissingKeys, type ListedKey, listKeys } from "#lib/services/keys/list-keys";
import { timestampAuthorities } from "#lib/services/timestamps/authorities";

/** An authority as its admin sees it. Times are RFC 3339, UTC. */
export type ListedAuthority = {
  authority: string;
  isInSettings: boolean;
  /** It runs on this machine, as the demo's does. */
  isLocal: boolean;
  granted: number;
  pending: number;
  abandoned: number;
  lastStampedAt: string | null;
  /** A code of lib/i18n/messages/<locale>/proof.ts and values for whoever examines it. */
  problem: { code: string; detail: string } | null;
  nextTryAt: string | null;
};

export type ProofSettings = {
  keys: (ListedKey & { isMissing: boolean })[];
  authorities: ListedAuthority[];
  /** `named`, `node` (those that come with Node.js), or why they cannot be read. */
  roots: { kind: "named" | "node" } | { kind: "wrong"; message: string };
  log: { signed: { seq: string; at: string; tokens: number } | null; broken: ShownBreak | null };
};

/**
 * Keys, authorities and the state of the custody log, for whoever looks after them.
 * @throws AppError `not_allowed`.
 */
export async function getProofSettings(actor: Actor): Promise<ProofSettings> {
  assertMay(actor, "proof.manage");
  const [keys, head, broken] = await Promise.all([listKeys(), findNewestHead(db()), findLogBreak()]);
  const missing = new Set(await findMissingKeys(keys));
  const requests = head ? await findTimestampRequests(db(), { type: "custody_head", id: head.id }) : [];
  const tokens = requests.filter(({ state }) => state === "granted").length;
  return {
    keys: keys.map((key) => ({ ...key, isMissing: missing.has(key.fingerprint) })),
    authorities: await listAuthorities(),
    roots: await describeRoots(),
    log: { signed: head && { seq: head.seq.toString(), at: head.at.toISOString(), tokens }, broken },
  };
}

const UNASKED = { granted: 0, pending: 0, abandoned: 0, lastStampedAt: null, problem: null, nextTryAt: null };

async function listAuthorities(): Promise<ListedAuthority[]> {
  const inSettings = timestampAuthorities();
  const asked = new Map((await summariseAuthorities(db())).map((each) => [each.authority, each]));
  return [...new Set([...inSettings, ...asked.keys()])].map((authority) => {
    const { problem, lastStampedAt, nextTryAt, granted, pending, abandoned } = asked.get(authority) ?? UNASKED;
    const [code = "", ...detail] = problem?.split(": ") ?? [];
    return {
      authority,
      isInSettings: inSettings.includes(authority),
      isLocal: /^(?:localhost|127\..*|\[::1\])$/.test(new URL(authority).hostname),
      ...{ granted, pending, abandoned },
      lastStampedAt: lastStampedAt?.toISOString() ?? null,
      problem: problem ? { code, detail: detail.join(": ") } : null,
      nextTryAt: nextTryAt?.toISOString() ?? null,
    };
  });
}

async function describeRoots(): Promise<ProofSettings["roots"]> {
  try {
    await readTrustedRoots();
    return { kind: env().TIMESTAMP_ROOTS.length > 0 ? "named" : "node" };
  } catch (thrown) {
    return { kind: "wrong", message: toAppError(thrown).message };
  }
}
