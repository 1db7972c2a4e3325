import { X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { callersPath } from "#lib/env";
import { AppError } from "#lib/errors";
import { readKeyList } from "#lib/schemas/key-list";
import type { Trust } from "#lib/services/verify/trust";

const MAX_BYTES = 8_000_000;
const FETCH_TIMEOUT_MS = 20_000;

/**
 * Reads what `--keys` and `--roots` name.
 * @throws AppError `bad_input` saying which of them is not what it should be.
 */
export async function readTrust(options: { keys?: string; roots?: string }): Promise<Trust> {
  return {
    keys: options.keys === undefined ? null : await readKeys(options.keys),
    roots: options.roots === undefined ? [] : await readRoots(options.roots),
  };
}

async function readKeys(from: string): Promise<NonNullable<Trust["keys"]>> {
  const text = /^https?:\/\//i.test(from) ? await fetchText(from) : await readText(from, "--keys");
  const keys = readKeyList(text);
  if (typeof keys === "string") throw bad(`--keys ${from}: ${keys}`);
  return { keys, from };
}

async function readRoots(path: string): Promise<Uint8Array[]> {
  const blocks = (await readText(path, "--roots")).match(
    /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g,
  );
  if (!blocks) throw bad(`--roots ${path}: there is no certificate (PEM) in it`);
  try {
    return blocks.map((block) => new X509Certificate(block).raw);
  } catch {
    throw bad(`--roots ${path}: a certificate in it cannot be read`);
  }
}

async function readText(path: string, option: string): Promise<string> {
  const full = callersPath(path);
  const found = await stat(full).catch(() => null);
  if (!found?.isFile() || found.size > MAX_BYTES) throw bad(`${option} ${path}: there is no such file of a usual size`);
  return readFile(full, "utf8");
}

async function fetchText(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) throw new Error("it is too large");
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  } catch (thrown) {
    throw bad(`--keys ${url}: ${thrown instanceof Error ? thrown.message : "cannot be read"}`);
  }
}

const bad = (message: string) => new AppError("bad_input", message, { fields: {} });
