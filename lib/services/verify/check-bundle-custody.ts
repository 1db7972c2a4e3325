import { readFile } from "node:fs/promises";
import type { FoundFile } from "#lib/adapters/evidence/found-file";
import { BUNDLE, tokenPath } from "#lib/core/evidence/bundle-layout";
import { checkCustodyExtract, readEvent } from "#lib/core/evidence/checks/check-custody";
import { checkHead } from "#lib/core/evidence/checks/check-head";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import type { KnownKey } from "#lib/core/evidence/checks/check-signature";
import { custodyHash } from "#lib/core/evidence/custody-chain";
import { readHeadStatement } from "#lib/core/evidence/custody-head";
import { type CustodyPath, readCustodyPaths } from "#lib/core/evidence/custody-paths";
import type { TrustedRoots } from "#lib/core/evidence/timestamps/token-check";
import { tokenName } from "#lib/core/evidence/timestamps/token-name";
import { checkBundleTokens } from "#lib/services/verify/check-tokens";

const MAX_BYTES = 16_000_000;

type Files = ReadonlyMap<string, FoundFile>;

/**
 * The custody part of a bundle: the extract, how it hangs under the signed state of the log, and that state's signature.
 * @returns when the capture was recorded, as the extract says, and the lines once the manifest is known.
 */
export async function checkBundleCustody(files: Files, keys: readonly KnownKey[] | null) {
  const text = await readText(files.get(BUNDLE.custody));
  const recording = text
    ?.split("\n")
    .map(readEvent)
    .find((event) => event?.action === "capture.recorded");
  const recordedAt = recording ? new Date(recording.at) : null;
  const statement = await readText(files.get(BUNDLE.headStatement));
  const signature = files.get(BUNDLE.headSignature);
  const signatureBytes = signature && signature.bytes < 4096 ? await readFile(signature.diskPath) : null;
  const headLine = statement === null ? null : checkHead(BUNDLE.headStatement, statement, signatureBytes, keys);
  const proofs = readCustodyPaths((await readText(files.get(BUNDLE.custodyPath))) ?? "");
  const head = headLine && headLine.state !== "fails" ? readHeadStatement(statement ?? "") : undefined;
  const lines = async (captureId: string, manifestSha256: string, roots: TrustedRoots): Promise<CheckLine[]> => {
    if (text === null) return [checkLine("custody", BUNDLE.custody, "extract_absent")];
    const found = checkCustodyExtract({ text, captureId, manifestSha256, proofs, head: head ?? null });
    found.push(...missingTokens(files, text, proofs));
    const statementFile = files.get(BUNDLE.headStatement);
    if (headLine?.state === "fails") return [...found, headLine];
    if (!headLine || !statementFile) return [...found, checkLine("head", BUNDLE.headStatement, "head_absent")];
    const about = { stampedSha256: statementFile.sha256, notBefore: new Date(head?.at ?? 0), roots };
    return [...found, headLine, ...(await checkBundleTokens(files, "custody-head", about))];
  };
  return { recordedAt: recordedAt && Number.isFinite(recordedAt.getTime()) ? recordedAt : null, lines };
}

/**
 * The log says which tokens were granted: one that is not in the bundle was taken out of it. A line that was changed is
 * told as such and says nothing of tokens.
 */
function missingTokens(files: Files, text: string, proofs: readonly CustodyPath[]): CheckLine[] {
  const known = new Set(proofs.map(({ hash }) => hash));
  const there = new Set([...files].filter(([path]) => path.endsWith(".tsr")).map(([, { sha256 }]) => sha256));
  const events = text.split("\n").flatMap((row) => readEvent(row) ?? []);
  return events
    .filter((event) => event.action === "capture.timestamped" && known.has(custodyHash(event)))
    .map(({ details }) => details as { authority?: unknown; tokenSha256?: unknown } | null)
    .filter((details) => !there.has(String(details?.tokenSha256)))
    .map((details) => {
      const authority = String(details?.authority);
      const subject = URL.canParse(authority) ? tokenPath(tokenName(authority)) : authority;
      if (!files.has(subject)) return checkLine("timestamp", subject, "token_missing");
      return checkLine("timestamp", subject, "token_wrong", { problem: "it is not the one that was granted" });
    });
}

async function readText(file: FoundFile | undefined): Promise<string | null> {
  return file && file.bytes <= MAX_BYTES ? readFile(file.diskPath, "utf8") : null;
}
