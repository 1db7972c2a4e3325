import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { AppError, toAppError } from "#lib/errors";
import { exportCustodyLog, measureCopy, noteExport } from "#lib/services/custody/export-log";
import { type SignedHead, signHead } from "#lib/services/custody/sign-head";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";

const USAGE = `Usage:
  npm run daleel -- custody head                     check the whole custody log and sign its newest state
  npm run daleel -- custody export --out FILE.jsonl  the same, then write out the log with keys, signed states and tokens`;

/**
 * `npm run daleel -- custody …`: the custody log's signed state, now instead of at the next day.
 * @param args what follows `custody`.
 * @throws AppError `bad_input` with the usage as its message; `storage_failed`; the services' errors.
 */
export async function custodyCommand(args: string[]): Promise<void> {
  const { positionals, out } = readArgs(args);
  const isExport = positionals[0] === "export";
  if (positionals.length !== 1 || (!isExport && positionals[0] !== "head") || isExport !== (out !== undefined)) {
    throw new AppError("bad_input", USAGE, { fields: {} });
  }
  tell(await signHead(new Date()));
  await stamp();
  if (out !== undefined) await writeOut(out);
}

function readArgs(args: string[]) {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { out: { type: "string" } } });
    return { positionals, out: values.out };
  } catch (cause) {
    throw new AppError("bad_input", `${(cause as Error).message}\n\n${USAGE}`, { fields: {} }, { cause });
  }
}

function tell(head: SignedHead): void {
  if (head.kind === "signed") {
    console.log(`Signed: events 1 to ${head.seq}, ${head.hash}\n  by key ${head.fingerprint}`);
    return;
  }
  console.error(`The custody log does NOT hold at event ${head.seq} (${head.reason}). Its state was not signed.`);
  process.exitCode = 1;
}

/** Nobody waits for authorities here: the worker goes on asking. */
async function stamp(): Promise<void> {
  try {
    const granted = await drainTimestamps();
    if (granted > 0) console.log(`${granted} timestamps received`);
  } catch (thrown) {
    console.error(`No timestamps: ${toAppError(thrown).message}`);
  }
}

async function writeOut(out: string): Promise<void> {
  const copy = measureCopy();
  try {
    // `wx`: an older copy is evidence too.
    await pipeline(Readable.from(copy.pass(exportCustodyLog())), createWriteStream(out, { flags: "wx", flush: true }));
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new AppError("bad_input", `${out} exists; choose another name`, {}, { cause: thrown });
    if (code === "ENOENT") throw new AppError("bad_input", `${out}: there is no such folder`, {}, { cause: thrown });
    throw thrown instanceof AppError ? thrown : new AppError("storage_failed", message, {}, { cause: thrown });
  }
  const { bytes, sha256 } = copy.result();
  await noteExport({ bytes, sha256 });
  console.log(`Written: ${out}, ${bytes} bytes\n  SHA-256 ${sha256}`);
}
