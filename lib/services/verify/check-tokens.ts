import { readFile } from "node:fs/promises";
import { type FoundFile, findFile } from "#lib/adapters/evidence/found-file";
import { storedPath } from "#lib/adapters/files/file-paths";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import type { TrustedRoots } from "#lib/core/evidence/timestamps/token-check";
import { tokenName } from "#lib/core/evidence/timestamps/token-name";
import { verifyToken } from "#lib/core/evidence/timestamps/verify-token";
import type { TimestampRow } from "#lib/data/timestamp-requests";

/** A token and what it should stamp. */
type TokenQuestion = {
  subject: string;
  authority: string;
  file: FoundFile;
  stampedSha256: string;
  /** Nothing is stamped before it exists. */
  notBefore: Date;
  roots: TrustedRoots;
};

/** Tokens with a chain of certificates have some 6 kB; no authority's is longer. */
const MAX_TOKEN_BYTES = 1_000_000;

async function checkToken(question: TokenQuestion): Promise<CheckLine> {
  const { subject, authority, file, stampedSha256, notBefore, roots } = question;
  if (file.bytes > MAX_TOKEN_BYTES) {
    return checkLine("timestamp", subject, "token_wrong", { problem: `${file.bytes} bytes` });
  }
  const tokenDer = await readFile(file.diskPath);
  const { state, checks, facts } = await verifyToken({ tokenDer, imprintSha256: stampedSha256, roots, notBefore });
  const wrong = checks.find((each) => each.state === "fails");
  const open = checks.find((each) => each.state === "could_not" && each.check !== "chain");
  const worst = wrong ?? open;
  const problem = worst ? [worst.check, worst.reason, worst.detail].filter(Boolean).join(", ") : "";
  const time = facts?.stampedAt.toISOString() ?? "";
  if (wrong) return checkLine("timestamp", subject, "token_wrong", { problem });
  if (open) return checkLine("timestamp", subject, "token_not_checkable", { problem });
  return checkLine("timestamp", subject, state === "holds" ? "token_holds" : "token_no_root", { authority, time });
}

/**
 * The timestamps of a capture in the archive: every token that was granted, and what is still waited for.
 * @param listed the names of all timestamp files that the tables give to the capture.
 */
export async function checkArchivedTokens(
  requests: readonly TimestampRow[],
  listed: readonly { name: string; sha256: string }[],
  about: { stampedSha256: string; notBefore: Date; roots: TrustedRoots },
): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  const known = new Set<string>();
  for (const request of requests) {
    const { authority, attempts, tokenSha256 } = request;
    const subject = tokenName(authority);
    if (request.state === "pending") lines.push(checkLine("timestamp", subject, "token_pending", { attempts }));
    else if (request.state === "abandoned") lines.push(checkLine("timestamp", subject, "token_abandoned"));
    else {
      known.add(subject);
      const row = listed.find(({ name }) => name === subject);
      if (row?.sha256 !== tokenSha256)
        lines.push(checkLine("file", subject, row ? "file_row_differs" : "file_row_missing"));
      lines.push(await checkGranted(subject, request, about));
    }
  }
  const unasked = listed.filter(({ name }) => !known.has(name));
  lines.push(...unasked.map(({ name }) => checkLine("file", name, "file_not_in_manifest")));
  if (requests.length === 0) lines.push(checkLine("timestamp", "manifest.json", "tokens_none"));
  return lines;
}

async function checkGranted(
  subject: string,
  { authority, tokenSha256, sha256 }: TimestampRow,
  about: { stampedSha256: string; notBefore: Date; roots: TrustedRoots },
): Promise<CheckLine> {
  const isHash = /^[0-9a-f]{64}$/.test(tokenSha256 ?? "");
  const file = tokenSha256 && isHash ? await findFile(storedPath(tokenSha256)) : null;
  if (!file) return checkLine("timestamp", subject, "token_missing");
  if (file.sha256 !== tokenSha256) {
    return checkLine("timestamp", subject, "token_wrong", { problem: "its bytes were changed" });
  }
  if (sha256 !== about.stampedSha256) {
    return checkLine("timestamp", subject, "token_wrong", { problem: "it was asked for another hash" });
  }
  return checkToken({ subject, authority, file, ...about });
}

/** The timestamps of a bundle over one thing in it: `proof/<prefix>-<authority>.tsr`. */
export async function checkBundleTokens(
  files: ReadonlyMap<string, FoundFile>,
  prefix: string,
  about: { stampedSha256: string; notBefore: Date; roots: TrustedRoots },
): Promise<CheckLine[]> {
  const lines: CheckLine[] = [];
  for (const [path, file] of files) {
    if (!path.startsWith(`proof/${prefix}-`) || !path.endsWith(".tsr")) continue;
    const authority = path.slice(`proof/${prefix}-`.length, -".tsr".length);
    lines.push(await checkToken({ subject: path, authority, file, ...about }));
  }
  return lines;
}
