import { accessSync, constants } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "#lib/adapters/net/free-port";
import { buildShowcase } from "#lib/cli/demo/build-showcase";
import { runDemoAuthority } from "#lib/cli/demo/demo-authority";
import { type DemoPeople, demoPeople } from "#lib/cli/demo/demo-people";
import { runJourney } from "#lib/cli/demo/journey";
import { unlessInterrupted, untilInterrupted, watchInterruption } from "#lib/cli/run/interruption";
import { Progress } from "#lib/cli/run/progress";
import { type System, startSystem } from "#lib/cli/run/system";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { env, setEnv } from "#lib/env";
import { AppError } from "#lib/errors";
import { dataPath } from "#lib/paths";

const USAGE = "Usage: npm run demo -- [--once] [--json FILE]";

/**
 * `npm run demo`: the archive beside Demo Square, filled by real captures. With `--once` it does the whole job by
 * itself, writes what it saw to `--json FILE`, stops everything and exits 0, or 1 when a step did not hold.
 * It never touches a newsroom's data: DATABASE_URL and MEILI_URL are ignored and the files are in a folder of the demo's own.
 */
export async function demoCommand(args: string[]): Promise<void> {
  const values = readArgs(args);
  process.stdout.write("\nDaleel demo: sample data by accounts that do not exist\n\n");
  const folder = values.once ? `.daleel/demo-once-${process.pid}` : ".daleel/demo";
  // Empty, not removed: Next reads .env too, and would bring back what is missing.
  const ours = { DATABASE_URL: "", MEILI_URL: "", MEILI_KEY: "", DALEEL_DATA_DIR: folder };
  setEnv({ ...ours, APP_ORIGIN: "", EVIDENCE_ORIGIN: "", DALEEL_KEYS_DIR: "" });

  const interruption = watchInterruption();
  const progress = new Progress();
  const site = await startDemoSite({ port: await freePort(4010) });
  let authority: Awaited<ReturnType<typeof runDemoAuthority>> | undefined;
  let system: System | undefined;
  try {
    authority = await runDemoAuthority();
    const settings = {
      ...authority.settings,
      DEMO_SITE_ORIGIN: site.origin,
      CAPTURE_ALLOW_HOSTS: new URL(site.origin).host,
      CAPTURE_WITNESSES: "oembed",
      // It captures nothing but its own site; a host without sandboxes shall see the demo too.
      CAPTURE_SANDBOX: env().CAPTURE_SANDBOX === "off" ? "off" : "auto",
    };
    system = await startSystem(progress, { settings, interruption });
    const people = await demoPeople();
    const work = values.once
      ? once(system, site, people, progress, values.json)
      : stayUp(system, site, people, progress).then(() => untilInterrupted(interruption));
    await unlessInterrupted(interruption, work);
  } finally {
    // A stopped system stops again without harm; after a failure this is the only stop.
    await system?.stop({ removeData: Boolean(values.once) });
    await site.stop();
    await authority?.stop();
    if (values.once) await removeFolder();
    if (values.once && interruption.aborted) process.exitCode = 130;
  }
}

function readArgs(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: { once: { type: "boolean" }, json: { type: "string" } } });
    if (values.json && !values.once) throw new Error("--json needs --once");
    if (values.json) accessSync(dirname(resolve(values.json)), constants.W_OK);
    return values;
  } catch (cause) {
    throw new AppError("bad_input", `${(cause as Error).message}\n  ${USAGE}`, {}, { cause });
  }
}

async function once(system: System, site: DemoSite, people: DemoPeople, progress: Progress, json?: string) {
  const report = await runJourney(system, site, people, progress);
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (json) await writeFile(json, text);
  else process.stdout.write(text);
  process.stdout.write("\n  The whole job was done. Stopping.\n");
}

async function stayUp(system: System, site: DemoSite, people: DemoPeople, progress: Progress) {
  await buildShowcase(site, people, progress);
  process.stdout.write(`\n  Public site    ${system.origin}\n  Desk           ${system.origin}/en/desk\n`);
  process.stdout.write(`  Demo Square    ${site.origin}\n\n  Sign in as\n`);
  for (const person of people.signIns) process.stdout.write(`    ${person.email.padEnd(28)} ${person.password}\n`);
  process.stdout.write("\n  Ctrl-C stops everything; the next start keeps the archive.\n\n");
}

async function removeFolder(): Promise<void> {
  await rm(dataPath(), { recursive: true, force: true });
}
