import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureWebPage } from "#test/capture/run-request";
import { type HostileSite, startHostileSite } from "#test/fixtures/hostile-site";
import { countLeftovers, type Leftovers } from "#test/setup/leftovers";

/** `LEAK_CAPTURES=200` for the whole check; the few here find whatever every capture leaves behind. */
const CAPTURES = Number(process.env.LEAK_CAPTURES ?? 8);
/** Pools and caches fill during the first ones. */
const WARM_UP = 3;
/** A connection of a pool that opens late. */
const SPARE_FILES = 8;

const PATHS = ["/article", "/dialogs", "/popup", "/download", "/hidden-private", "/gone"];

/** Command lines with a text in them, whoever started them: the other way to find a browser that stayed. */
const programsNaming = (text: string) =>
  execFileSync("ps", ["-eo", "args"])
    .toString()
    .split("\n")
    .filter((line) => line.includes(text));

let site: HostileSite;
beforeAll(async () => {
  site = await startHostileSite();
  setEnv({ CAPTURE_ALLOW_HOSTS: site.host, CAPTURE_TIMEOUT_MS: "40000" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

test(`${CAPTURES} captures in a row leave no process, no open file and no folder`, {
  timeout: CAPTURES * 60_000,
}, async () => {
  const counted: Leftovers[] = [];
  for (let i = 0; i < CAPTURES; i++) {
    const taken = await captureWebPage(`${site.origin}${PATHS[i % PATHS.length]}?${i}`);
    expect(taken.request.state).toBe("finished");
    counted.push(countLeftovers());
    expect(programsNaming(`daleel-browser-${process.pid}-`)).toEqual([]);
  }
  const warm = counted[Math.min(WARM_UP, CAPTURES) - 1];
  const last = counted.at(-1);
  if (CAPTURES > 20) console.table(counted.filter((_, i) => i < WARM_UP || (i + 1) % 20 === 0));
  expect(counted.map(({ browserProcesses }) => browserProcesses)).toEqual(counted.map(() => 0));
  expect(counted.map(({ folders }) => folders)).toEqual(counted.map(() => 0));
  expect(last?.openFiles).toBeLessThanOrEqual((warm?.openFiles ?? 0) + SPARE_FILES);
});
