import { createHash } from "node:crypto";
import type { Key, KeyCreation, Meilisearch } from "meilisearch";
import { ask, connect } from "#lib/adapters/search/meilisearch/client";
import { AppError } from "#lib/errors";

/** All that the web server does. */
const SEARCH_ACTIONS = ["search"] as const;
/** What the worker needs to fill, feed and rebuild the index. */
const INDEXING_ACTIONS = [
  "search",
  "documents.add",
  "documents.get",
  "documents.delete",
  "indexes.create",
  "indexes.get",
  "indexes.delete",
  "indexes.swap",
  "settings.update",
  "tasks.get",
] as const;
/** Any fixed UUID: names of keys are made from it (RFC 9562, version 5). */
const NAMESPACE = "5a8a3b0e-6c1f-4b47-9d1c-6a1e5f0c2d77";

type Action = (typeof INDEXING_ACTIONS)[number];

export type MeiliKeys = {
  /** For the web server. */
  search: string;
  /** For worker and command line. */
  indexing: string;
  /** The key that was given cannot make others, so it is used as it is. */
  isGiven: boolean;
};

/**
 * Two keys with no more rights than needed, on the archive's indexes only. They are found again by their names, so none
 * pile up; they do not expire, because a search that stops on a certain day helps nobody, and end with the master key
 * they are derived from. A key without the right to make keys is used as it is.
 * @throws AppError `search_down`
 */
export async function deriveKeys(url: string, given: string, uid: string): Promise<MeiliKeys> {
  const { write } = connect(url, given, uid);
  try {
    return {
      search: await ensureKey(write, uid, "search", SEARCH_ACTIONS),
      indexing: await ensureKey(write, uid, "indexing", INDEXING_ACTIONS),
      isGiven: false,
    };
  } catch (thrown) {
    const reason = thrown instanceof AppError ? thrown.details.reason : undefined;
    if (reason !== "invalid_api_key" && reason !== "missing_master_key") throw thrown;
    return { search: given, indexing: given, isGiven: true };
  }
}

async function ensureKey(
  client: Meilisearch,
  uid: string,
  purpose: string,
  actions: readonly Action[],
): Promise<string> {
  const wanted = {
    uid: nameOf(`${uid} ${purpose}`),
    name: `Daleel ${purpose} (${uid})`,
    description: "Made by Daleel at its start; made again when it is deleted.",
    actions: [...actions],
    indexes: [uid, `${uid}_building`],
    expiresAt: null,
  } satisfies KeyCreation;
  const found = await findKey(client, wanted.uid);
  if (found && isSame(found, wanted)) return found.key;
  // Rights cannot be changed; the key made anew under the same name has the same value.
  if (found) await ask(() => client.deleteKey(wanted.uid));
  return (await ask(() => client.createKey(wanted))).key;
}

async function findKey(client: Meilisearch, name: string): Promise<Key | undefined> {
  try {
    return await ask(() => client.getKey(name));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.details.reason === "api_key_not_found") return undefined;
    throw thrown;
  }
}

function isSame(found: Key, wanted: KeyCreation): boolean {
  const sorted = (values: readonly string[]) => [...values].sort().join();
  const isExpiring = found.expiresAt !== null;
  return (
    !isExpiring && sorted(found.actions) === sorted(wanted.actions) && sorted(found.indexes) === sorted(wanted.indexes)
  );
}

function nameOf(what: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex"))
    .update(what)
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

type Probe = { method: string; path: string; body?: string };

/**
 * Requests that change nothing, whatever the answer: only whether they are allowed is looked at. (Whether an index may
 * be deleted cannot be asked without deleting.)
 */
const PROBES: Partial<Record<Action, (uid: string) => Probe>> = {
  search: (uid) => ({ method: "POST", path: `/indexes/${uid}/search`, body: '{"limit":0}' }),
  "documents.add": (uid) => ({ method: "POST", path: `/indexes/${uid}/documents`, body: "{" }),
  "documents.get": (uid) => ({ method: "GET", path: `/indexes/${uid}/documents?limit=0` }),
  "documents.delete": (uid) => ({ method: "POST", path: `/indexes/${uid}/documents/delete-batch`, body: "{" }),
  "indexes.create": () => ({ method: "POST", path: "/indexes", body: "{}" }),
  "indexes.get": (uid) => ({ method: "GET", path: `/indexes/${uid}` }),
  "indexes.swap": () => ({ method: "POST", path: "/swap-indexes", body: "{}" }),
  "settings.update": (uid) => ({ method: "PATCH", path: `/indexes/${uid}/settings`, body: '{"unknown":1}' }),
  "tasks.get": () => ({ method: "GET", path: "/tasks?limit=0" }),
};
const PROBE_TIMEOUT_MS = 5_000;

/**
 * Which of the rights that indexing needs a key does not have.
 * @returns names as Meilisearch writes them; none when it has all.
 * @throws AppError `search_down`
 */
export async function findMissingRights(url: string, key: string, uid: string): Promise<string[]> {
  const missing = await Promise.all(
    INDEXING_ACTIONS.map(async (action) => {
      const probe = PROBES[action]?.(uid);
      if (!probe) return [];
      const { method, path, body } = probe;
      const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
      const init = { method, headers, signal: AbortSignal.timeout(PROBE_TIMEOUT_MS), ...(body && { body }) };
      const answer = await fetch(new URL(path, url), init).catch((cause: Error) => {
        throw new AppError("search_down", `Meilisearch cannot be reached: ${cause.message}`, {}, { cause });
      });
      await answer.body?.cancel();
      return answer.status === 401 || answer.status === 403 ? [action] : [];
    }),
  );
  return missing.flat();
}
