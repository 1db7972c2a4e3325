import { randomBytes } from "node:crypto";
import { askAuthority } from "#lib/adapters/timestamps/ask-authority";
import type { AskingProblem } from "#lib/core/evidence/timestamps/asking-problem";
import { buildTimestampRequest } from "#lib/core/evidence/timestamps/build-request";
import type { TokenFacts, TokenReason, TokenSubCheck, TrustedRoots } from "#lib/core/evidence/timestamps/token-check";
import { verifyToken } from "#lib/core/evidence/timestamps/verify-token";
import type { TimestampRow } from "#lib/data/timestamp-requests";

const NONCE_BYTES = 16;

/** A token that passed every check that could be made, or why there is none. */
export type Asked =
  | { ok: true; reply: Buffer; facts: TokenFacts; chain: TokenSubCheck["state"]; skewMs: number }
  | { ok: false; problem: AskingProblem | TokenReason; detail: string };

/** Asks an authority for one token and checks what comes. Writes nothing. */
export async function askForToken(row: TimestampRow, roots: TrustedRoots, signal?: AbortSignal): Promise<Asked> {
  const nonce = randomBytes(NONCE_BYTES);
  const answer = await askAuthority(row.authority, buildTimestampRequest(row.sha256, nonce), { signal });
  if (!answer.ok) return answer;
  const { reply, askedAt, contentType } = answer;
  const check = await verifyToken({
    tokenDer: reply,
    imprintSha256: row.sha256,
    roots,
    nonce,
    notBefore: row.createdAt,
    notAfter: new Date(),
  });
  const failed = check.checks.find(({ state }) => state === "fails");
  // A signature that could not be checked is no signature; only the chain may be left open.
  const open = check.checks.find(({ check: name, state }) => state === "could_not" && name !== "chain");
  const wrong = failed ?? open;
  if (wrong || !check.facts) {
    const reason = wrong?.reason ?? "unreadable";
    const isUnreadable = reason === "unreadable" && contentType;
    return { ok: false, problem: reason, detail: isUnreadable ? contentType : (wrong?.detail ?? "") };
  }
  const chain = check.checks.find(({ check: name }) => name === "chain")?.state ?? "could_not";
  const skewMs = Math.round(check.facts.stampedAt.getTime() - askedAt.getTime());
  return { ok: true, reply, facts: check.facts, chain, skewMs };
}
