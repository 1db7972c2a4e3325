import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
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

/** Whether the production build in `.next` was made from exactly these sources. */
export async function isWebBuilt(): Promise<boolean> {
  const stamp = await readFile(STAMP, "utf8").catch(() => "");
  return stamp === (await hashInputs());
}

/**
 * Makes the production build. The stamp is written last, so a build that was cut off is made again.
 * @throws AppError `start_failed` with the end of the build's output.
 */
export async function buildWeb(): Promise<void> {
  const hash = await hashInputs();
  await rm(STAMP, { force: true });
  const next = projectPath("node_modules", "next", "dist", "bin", "next");
  try {
    await promisify(execFile)(process.execPath, [next, "build"], {
      cwd: projectPath(),
      env: childEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    const tail = `${stdout}\n${stderr}`.trim().split("\n").slice(-25).join("\n");
    throw new AppError("start_failed", `The web build failed:\n${tail}`, {}, { cause });
  }
  await writeFile(STAMP, hash);
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
