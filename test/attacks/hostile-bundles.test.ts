import { createWriteStream } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import yazl from "yazl";
import { openBundle } from "#lib/adapters/evidence/open-bundle";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { summarise } from "#lib/core/evidence/checks/check-line";
import { dataPath } from "#lib/paths";
import { NO_TRUST } from "#lib/services/verify/trust";
import { verifyBundle } from "#lib/services/verify/verify-bundle";
import { buildCapture } from "#test/builders/capture";
import { exportBoth, failuresOf, zipAsOurs } from "#test/setup/bundle";

let bundle: Awaited<ReturnType<typeof exportBoth>>;
let captureId: string;
let home: string;

beforeAll(async () => {
  ({ id: captureId } = await buildCapture({ html: "<p>to be attacked</p>", size: { width: 40, height: 40 } }));
  bundle = await exportBoth(captureId);
  home = await mkdtemp(dataPath("hostile-"));
});

type Content = { name: string; bytes: Buffer | Readable; mode?: number; compress?: boolean };

async function zipOf(contents: Content[], bend: (zip: Buffer) => Buffer = (zip) => zip): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const { name, bytes, mode = 0o100644, compress = false } of contents) {
    if (Buffer.isBuffer(bytes)) zip.addBuffer(bytes, name, { mode, compress });
    else zip.addReadStream(bytes, name, { mode, compress });
  }
  zip.end();
  const path = join(await mkdtemp(join(home, "zip-")), "bundle.zip");
  await pipeline(zip.outputStream, createWriteStream(path));
  await writeFile(path, bend(await readFile(path)));
  return path;
}

/** The same zip with one name written over by another of the same length, everywhere. */
const renamed = (from: string, to: string) => (zip: Buffer) =>
  Buffer.from(zip.toString("latin1").replaceAll(from, to), "latin1");

async function details(path: string): Promise<string[]> {
  const { lines } = await verifyBundle(path, NO_TRUST);
  return lines.filter(({ state }) => state === "fails").map(({ detail }) => detail);
}

async function withManifest(bend: (manifest: Record<string, unknown>) => string): Promise<string> {
  const folder = await mkdtemp(join(home, "manifest-"));
  await cp(bundle.folder, folder, { recursive: true });
  const path = join(folder, "data/manifest.json");
  await writeFile(path, bend(JSON.parse(await readFile(path, "utf8"))));
  return folder;
}

const text = (words: string) => Buffer.from(words);

describe("a hostile bundle", () => {
  test("with one changed byte anywhere is caught", async () => {
    const original = await readFile(bundle.zip);
    const path = join(home, `daleel-${captureId}.zip`);
    await fc.assert(
      fc.asyncProperty(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(original);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        await writeFile(path, bytes);
        expect(await failuresOf(path), `byte ${at}`).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("cut off anywhere, or with something behind its end, is caught", async () => {
    const original = await readFile(bundle.zip);
    const path = join(home, "cut.zip");
    for (const bytes of [
      original.subarray(0, 10),
      original.subarray(0, original.length >> 1),
      original.subarray(0, -1),
      Buffer.concat([original, text("more")]),
      Buffer.concat([text("more"), original]),
    ]) {
      await writeFile(path, bytes);
      expect(await failuresOf(path)).not.toEqual([]);
    }
  });

  test("that is none at all is told", async () => {
    const path = join(home, "none.zip");
    for (const bytes of [text(""), text("not a zip"), Buffer.alloc(100_000)]) {
      await writeFile(path, bytes);
      expect(await details(path)).toContain("zip_unreadable");
    }
    await mkdir(join(home, "empty"));
    expect(await details(join(home, "empty"))).toEqual(expect.arrayContaining(["list_absent", "manifest_missing"]));
    await expect(verifyBundle(join(home, "nowhere"), NO_TRUST)).rejects.toMatchObject({ code: "bad_input" });
    await symlink(bundle.folder, join(home, "link"));
    await expect(verifyBundle(join(home, "link"), NO_TRUST)).rejects.toMatchObject({ code: "bad_input" });
  });

  test("cannot write anywhere by the names in it", async () => {
    for (const name of ["../../outside.txt", "/tmp/outside.txt", "..\\outside.txt"]) {
      const plain = "x".repeat(name.length);
      const path = await zipOf([{ name: plain, bytes: text("out") }], renamed(plain, name));
      expect(await details(path)).toContain("zip_unreadable");
    }
  });

  test("has no links followed, in a zip or in a folder", async () => {
    const inZip = await zipOf([{ name: "data/passwd", bytes: text("/etc/passwd"), mode: 0o120777 }]);
    expect(await details(inZip)).toContain("not_a_file");
    const folder = join(home, "linked");
    await cp(bundle.folder, folder, { recursive: true });
    await rm(join(folder, "data/dom.html"));
    await symlink("/etc/passwd", join(folder, "data/dom.html"));
    expect(await details(folder)).toEqual(expect.arrayContaining(["not_a_file", "file_missing"]));
  });

  test("with a name twice shows both and reads one", async () => {
    const twice = [
      { name: "data/a.txt", bytes: text("one") },
      { name: "data/A.txt", bytes: text("two") },
    ];
    expect(await details(await zipOf(twice))).toContain("duplicate_path");
  });

  test("that unpacks to more than is ever exported is left when it does", async () => {
    const zeros = Readable.from(
      (function* () {
        for (let i = 0; i < 50; i++) yield Buffer.alloc(1_000_000);
      })(),
    );
    const bomb = await zipOf([{ name: "data/zeros", bytes: zeros, compress: true }]);
    const opened = await openBundle(bomb, { entries: 10, totalBytes: 2_000_000 });
    expect(opened.lines.map(({ detail }) => detail)).toEqual(["too_much"]);
    await opened.close();
    const many = await zipOf(Array.from({ length: 30 }, (_, index) => ({ name: `data/${index}`, bytes: text("") })));
    const crowded = await openBundle(many, { entries: 10, totalBytes: 2_000_000 });
    expect(crowded.lines.map(({ detail }) => detail)).toEqual(["too_much"]);
    await crowded.close();
  });

  test("with a manifest that is not as we write it is told so, and nothing is believed of it", async () => {
    const bend = {
      spaced: (manifest: object) => JSON.stringify(manifest, null, 1),
      twice: (manifest: object) => canonicalJson(manifest).replace('"artifacts"', '"artifacts":[],"artifacts"'),
      itself: (manifest: Record<string, unknown>) => {
        const artifacts = manifest.artifacts as object[];
        const self = { name: "manifest.json", role: "manifest", sha256: "0".repeat(64), bytes: 1, mediaType: "x" };
        return canonicalJson({ ...manifest, artifacts: [...artifacts, self] });
      },
      leading: (manifest: Record<string, unknown>) => {
        const away = { name: "../away", role: "text", sha256: "0".repeat(64), bytes: 1, mediaType: "x" };
        return canonicalJson({ ...manifest, artifacts: [away] });
      },
      version: (manifest: object) => canonicalJson({ ...manifest, version: 99 }),
      huge: () => `[${'"x",'.repeat(3_000_000)}"x"]`,
      deep: () => "[".repeat(200_000) + "]".repeat(200_000),
      nothing: () => "",
    };
    for (const [name, change] of Object.entries(bend)) {
      expect(await details(await withManifest(change)), name).toContain("manifest_unreadable");
    }
  });

  test("made anew with a key of its own does not hold against the newsroom's keys", async () => {
    const folder = join(home, "stranger");
    await cp(bundle.folder, folder, { recursive: true });
    const list = join(folder, "proof/keys/daleel-keys.json");
    await writeFile(list, (await readFile(list, "utf8")).replace(/"keys": \[[\s\S]*\]/, '"keys": []'));
    const zip = await zipAsOurs(folder, captureId);
    expect(await details(zip)).toContain("signature_key_unknown");
    const elsewhere = await verifyBundle(bundle.zip, { keys: { keys: [], from: "elsewhere" }, roots: [] });
    expect(elsewhere.lines.find(({ check }) => check === "signature")?.detail).toBe("signature_key_unknown");
  });

  test("packed again by somebody else is checked all the same, and said to be", async () => {
    const names = ["bagit.txt", "data/manifest.json"];
    const contents = await Promise.all(
      names.map(async (name) => ({ name, bytes: await readFile(join(bundle.folder, name)), compress: true })),
    );
    const { lines } = await verifyBundle(await zipOf(contents), NO_TRUST);
    expect(lines.find(({ check }) => check === "container")?.detail).toBe("zip_repacked");
    expect(summarise(lines).fails).toBeGreaterThan(0);
  });
});
