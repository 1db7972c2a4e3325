import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { killGroup } from "#lib/cli/run/child-process";
import { evidenceOriginAtAnyPort } from "#lib/core/security/content-policy";
import { childEnvironment, env } from "#lib/env";
import { AppError } from "#lib/errors";
import { projectPath } from "#lib/paths";

/** Everything a production build is made of. */
const INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const STAMP = projectPath(".next", "daleel-build");
/** Written by Next when a build is complete. */
const BUILD_ID = projectPath(".next", "BUILD_ID");
const OTHERS_TIMEOUT_MS = 180_000;

/** Whether the production build in `.next` was made from exactly these sources. */
export async function isWebBuilt(): Promise<boolean> {
  const stamp = await readFile(STAMP, "utf8").catch(() => "");
  return stamp === (await hashInputs());
}

/**
 * Makes the production build. The stamp is written last, so a build that was cut off is made again.
 * @param interruption ends the build.
 * @throws AppError `start_failed` with the end of the build's output.
 */
export async function buildWeb(interruption?: AbortSignal): Promise<void> {
  const hash = await hashInputs();
  await rm(STAMP, { force: true });
  const { code, output } = await waitForOthers(async () => {
    interruption?.throwIfAborted();
    // Those who were waited for may have made it.
    if (await isWebBuilt()) return { code: 0, output: "" };
    return runNextBuild(interruption);
  });
  interruption?.throwIfAborted();
  // A build that was told to end says 0 too.
  if (code !== 0 || !(await readFile(BUILD_ID).catch(() => null))) {
    const tail = output.trim().split("\n").slice(-25).join("\n");
    throw new AppError("start_failed", `The web build failed:\n${tail}`);
  }
  await writeFile(STAMP, hash);
}

/** A start that was killed may have left its build at work: it is waited for, not talked about. */
async function waitForOthers<T extends { output: string }>(build: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + OTHERS_TIMEOUT_MS;
  for (;;) {
    const result = await build();
    if (!result.output.includes("Another next build process is already running") || Date.now() > deadline)
      return result;
    await sleep(2_000);
  }
}

/**
 * Ends with all that it started: Next refuses a second build beside. (No channel to the parent as the other children
 * have: Next closes it in the middle of a build.)
 */
function runNextBuild(interruption?: AbortSignal): Promise<{ code: number | null; output: string }> {
  const next = projectPath("node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: projectPath(),
    env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const end = () => killGroup(child.pid);
  interruption?.addEventListener("abort", end, { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      interruption?.removeEventListener("abort", end);
      killGroup(child.pid);
      resolve({ code, output });
    });
  });
}

async function hashInputs(): Promise<string> {
  const hash = createHash("sha256");
  for (const input of INPUTS) await addToHash(hash, input);
  // The policy of cached pages names the evidence host (next.config.js).
  hash.update(evidenceOriginAtAnyPort(env().EVIDENCE_ORIGIN));
  return hash.digest("hex");
}

async function addToHash(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  const entries = await readdir(projectPath(path), { withFileTypes: true }).catch(() => null);
  if (entries) {
    const names = entries.map((entry) => entry.name).sort();
    for (const name of names) await addToHash(hash, join(path, name));
    return;
  }
  const bytes = await readFile(projectPath(path)).catch(() => null);
  if (bytes) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
}
