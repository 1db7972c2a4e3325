import { readFileBytes } from "#lib/adapters/files/file-store";
import { ChainWalk } from "#lib/core/evidence/checks/check-custody";
import { checkHead } from "#lib/core/evidence/checks/check-head";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import type { KnownKey } from "#lib/core/evidence/checks/check-signature";
import { readHeadStatement } from "#lib/core/evidence/custody-head";
import { CustodyTreeRoot } from "#lib/core/evidence/custody-tree";
import { db } from "#lib/data/client";
import { listCustodyHeads, readCustodyLog } from "#lib/data/custody-log";

type Head = Awaited<ReturnType<typeof listCustodyHeads>>[number];

/** What the log looks like now at the event where it was once signed. */
type Found = { hash: string; root: string };

/**
 * Walks the archive's whole custody log and compares it with every state of it that was signed. A chain that was made
 * anew from some event on fits itself, but not what was signed before. Memory does not grow with the log.
 */
export async function checkCustodyLog(keys: readonly KnownKey[]): Promise<CheckLine[]> {
  const heads = await listCustodyHeads(db());
  const wanted = new Set(heads.map(({ seq }) => seq.toString()));
  const found = new Map<string, Found>();
  const walk = new ChainWalk();
  const tree = new CustodyTreeRoot();
  for await (const event of readCustodyLog(db())) {
    walk.add(event);
    tree.add(event.hash);
    if (wanted.has(event.seq)) found.set(event.seq, { hash: event.hash, root: tree.root() });
  }
  const lines = walk.finish();
  if (heads.length === 0) return [...lines, checkLine("head", "#0", "head_absent")];
  const checked = await Promise.all(heads.map((head) => checkOne(head, found.get(head.seq.toString()), keys)));
  const [newest] = checked;
  // Years of signed days are one line each only where something is wrong.
  const wrong = checked.filter(({ state }) => state !== "holds");
  return [...lines, ...(wrong.length > 0 || !newest ? wrong : [newest])];
}

async function checkOne(head: Head, found: Found | undefined, keys: readonly KnownKey[]): Promise<CheckLine> {
  const subject = `#${head.seq}`;
  const text = await readFileBytes(head.statementSha256).then(String, () => null);
  if (text === null) return checkLine("head", subject, "head_wrong");
  const line = checkHead(subject, text, Buffer.from(head.signature, "base64"), keys);
  const statement = readHeadStatement(text);
  if (line.state === "fails" || !statement) return line;
  const fits = statement.seq === head.seq.toString() && statement.hash === found?.hash && statement.root === found.root;
  const { seq, hash: expected } = statement;
  return fits ? line : checkLine("head", subject, "head_other_event", { seq, expected, found: found?.hash ?? "" });
}
