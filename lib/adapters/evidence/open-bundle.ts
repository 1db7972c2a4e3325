import { lstat, mkdtemp, open, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FoundFile, readFound } from "#lib/adapters/evidence/found-file";
import { readZip, type ZipLimits, ZipProblem } from "#lib/adapters/evidence/zip-reader";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import { AppError } from "#lib/errors";

/** A bundle opened for checking. `lines` are what was wrong with the container; files that are wrong are left out. */
export type OpenBundle = {
  /** By path inside the bag, `/` between folders. */
  files: Map<string, FoundFile>;
  lines: CheckLine[];
  /** The zip's own facts, when it is one. */
  zip: { diskPath: string; comment: string; folder: string } | null;
  /** Removes what was unpacked. */
  close(): Promise<void>;
};

/** Far above anything that is exported (a capture's limits are some hundred megabytes), far below a full disk. */
export const BUNDLE_LIMITS: ZipLimits = { entries: 20_000, totalBytes: 8_000_000_000 };
const MAX_DEPTH = 6;

/**
 * Opens a bundle: a folder where it stands, a zip unpacked into a temporary folder under names of our own, so that no
 * name in it can lead anywhere. Links and devices are named and never followed.
 * @throws AppError `bad_input` when there is no such thing at the path, or it may not be read.
 */
export async function openBundle(path: string, limits: ZipLimits = BUNDLE_LIMITS): Promise<OpenBundle> {
  const found = await lstat(path).catch(() => null);
  // Pipes and devices may never end.
  if (!found?.isDirectory() && !found?.isFile()) throw bad(`There is no folder or zip file at ${path}`);
  try {
    return await (found.isDirectory() ? openFolder(path, limits) : openZip(path, limits));
  } catch (thrown) {
    const { code = "", path: place = path } = thrown as NodeJS.ErrnoException;
    // What may not be read is no evidence against the bundle, and a part of it is not the bundle.
    if (code === "EACCES" || code === "EPERM") throw bad(`${place} may not be read (${code})`);
    throw thrown;
  }
}

const bad = (message: string) => new AppError("bad_input", message, { fields: {} });

async function openZip(path: string, limits: ZipLimits): Promise<OpenBundle> {
  const folder = await mkdtemp(join(tmpdir(), "daleel-verify-"));
  const close = () => rm(folder, { recursive: true, force: true });
  const files = new Map<string, FoundFile>();
  const lines: CheckLine[] = [];
  const names = new Set<string>();
  let comment = "";
  try {
    ({ comment } = await readZip(path, limits, async (member) => {
      const { path: name } = member;
      if (member.isSpecial) return void lines.push(checkLine("container", name, "not_a_file"));
      // Two names that a system without case takes for one are one.
      if (names.has(name.toLowerCase())) return void lines.push(checkLine("container", name, "duplicate_path"));
      names.add(name.toLowerCase());
      const diskPath = join(folder, String(files.size));
      const file = await open(diskPath, "wx");
      try {
        const { crcHolds, ...digest } = await member.read(async (chunk) => void (await file.write(chunk)));
        if (!crcHolds) lines.push(checkLine("container", name, "zip_unreadable", { problem: "CRC-32" }));
        files.set(name, { diskPath, ...digest });
      } finally {
        await file.close();
      }
    }));
  } catch (thrown) {
    if (!(thrown instanceof ZipProblem)) {
      await close();
      throw thrown;
    }
    const detail = thrown.isLimit ? "too_much" : "zip_unreadable";
    lines.push(checkLine("container", path, detail, { problem: thrown.message }));
  }
  const base = commonFolder(files);
  const inside = new Map([...files].map(([name, file]) => [name.slice(base.length), file]));
  return { files: inside, lines, zip: { diskPath: path, comment, folder: base.replace(/\/$/, "") }, close };
}

/** `daleel-…/` when everything stands under one folder. */
function commonFolder(files: ReadonlyMap<string, FoundFile>): string {
  const [first = ""] = files.keys();
  const base = first.slice(0, first.indexOf("/") + 1);
  const isCommon = base !== "" && [...files.keys()].every((name) => name.startsWith(base));
  return isCommon && !files.has("bagit.txt") ? base : "";
}

async function openFolder(path: string, limits: ZipLimits): Promise<OpenBundle> {
  const files = new Map<string, FoundFile>();
  const lines: CheckLine[] = [];
  let bytes = 0;
  const walk = async (folder: string, prefix: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const name = `${prefix}${entry.name}`;
      const diskPath = join(folder, entry.name);
      if (entry.isDirectory() && depth < MAX_DEPTH) await walk(diskPath, `${name}/`, depth + 1);
      else if (!entry.isFile()) lines.push(checkLine("container", name, "not_a_file"));
      else {
        const { size } = await lstat(diskPath);
        bytes += size;
        if (files.size >= limits.entries || bytes > limits.totalBytes)
          throw new ZipProblem("more than is exported", true);
        files.set(name, await readFound(diskPath));
      }
    }
  };
  // Unpacking on Windows puts the bag's folder into one of the same name.
  const root = await innerFolder(path);
  try {
    await walk(root, "", 0);
  } catch (thrown) {
    if (!(thrown instanceof ZipProblem)) throw thrown;
    lines.push(checkLine("container", path, "too_much", { problem: thrown.message }));
  }
  return { files, lines, zip: null, close: async () => undefined };
}

async function innerFolder(path: string): Promise<string> {
  const entries = await readdir(path, { withFileTypes: true });
  const [only] = entries;
  return entries.length === 1 && only?.isDirectory() ? join(path, only.name) : path;
}
