import { parseArgs } from "node:util";
import { printReport } from "#lib/cli/verify/print-report";
import { readTrust } from "#lib/cli/verify/read-trust";
import { summarise } from "#lib/core/evidence/checks/check-line";
import { callersPath } from "#lib/env";
import { AppError } from "#lib/errors";
import { isUuid } from "#lib/schemas/ids";
import { verifyBundle } from "#lib/services/verify/verify-bundle";
import { type VerifyReport, verifyCapture } from "#lib/services/verify/verify-capture";

const USAGE = `Usage: npm run daleel -- verify CAPTURE-ID | FOLDER | BUNDLE.zip [options]

  --keys FILE|URL   the newsroom's list of keys (daleel-keys.json), instead of the one inside the bundle
  --roots FILE      root certificates (PEM) of the authorities whose timestamps you trust
  --json            the report as JSON

Ends with 0 when everything that could be checked holds, 1 when something fails, 2 when there is nothing to check.
A folder or bundle needs neither database nor network.`;

/** Where the exit code is written; the process ends with it. */
const end = (code: 0 | 1 | 2) => {
  process.exitCode = code;
};

/**
 * `npm run daleel -- verify …`.
 * @param onDatabase runs work that needs the archive's database.
 */
export async function verifyCommand(args: string[], onDatabase: (work: () => Promise<void>) => Promise<void>) {
  const given = readArgs(args);
  if (typeof given === "string") {
    process.stderr.write(`${given}\n`);
    return end(2);
  }
  const { target, values } = given;
  try {
    const trust = await readTrust(values);
    if (!isUuid(target)) return tell(await verifyBundle(callersPath(target), trust), values.json ?? false);
    await onDatabase(async () => tell(await verifyCapture(target, trust), values.json ?? false));
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !["not_found", "bad_input"].includes(thrown.code)) throw thrown;
    process.stderr.write(`\n  ${thrown.message}\n\n`);
    end(2);
  }
}

function readArgs(args: string[]) {
  const text = { type: "string" } as const;
  try {
    const options = { keys: text, roots: text, json: { type: "boolean" } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [target] = positionals;
    return target && positionals.length === 1 ? { target, values } : USAGE;
  } catch (thrown) {
    return `${(thrown as Error).message}\n\n${USAGE}`;
  }
}

function tell(report: VerifyReport, asJson: boolean): void {
  const summary = summarise(report.lines);
  if (asJson) process.stdout.write(`${JSON.stringify({ ...report, summary }, null, 2)}\n`);
  else process.stdout.write(printReport(report));
  end(summary.fails > 0 ? 1 : summary.holds === 0 ? 2 : 0);
}
