import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { exportCommand } from "#lib/cli/export";
import { verifyCommand } from "#lib/cli/verify";
import { db } from "#lib/data/client";
import { listKeyRows } from "#lib/data/signing-keys";
import { dataPath } from "#lib/paths";
import { writeKeyList } from "#lib/schemas/key-list";
import { openKey } from "#lib/services/keys/open-key";
import { rotateKey } from "#lib/services/keys/rotate-key";
import { buildCapture } from "#test/builders/capture";
import { buildRecording } from "#test/builders/recording";
import { flipByte } from "#test/setup/bundle";

const withDatabase = (work: () => Promise<void>) => work();
const noDatabase = () => Promise.reject(new Error("a bundle is checked without the database"));
let captureId: string;
let home: string;

beforeAll(async () => {
  home = await mkdtemp(dataPath("commands-"));
  ({ id: captureId } = await buildCapture({ html: "<p>by command</p>" }));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Runs `verify` as the command line does. */
async function verify(args: string[], onDatabase: typeof withDatabase = noDatabase) {
  let said = "";
  const take = (words: string | Uint8Array) => {
    said += words;
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(take);
  vi.spyOn(process.stderr, "write").mockImplementation(take);
  process.exitCode = undefined;
  await verifyCommand(args, onDatabase);
  return { said, code: process.exitCode };
}

describe("daleel verify and export", () => {
  test("a capture, its folder and its zip end with 0, and the log says that it was exported", async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    await exportCommand([captureId, "--out", join(home, "folder")]);
    await exportCommand([captureId, "--out", join(home, "bundle.zip")]);
    expect(await db().custodyEvent.count({ where: { action: "capture.exported", subjectId: captureId } })).toBe(2);
    await expect(exportCommand([captureId, "--out", join(home, "folder")])).rejects.toMatchObject({
      code: "bad_input",
    });
    const own = await verify([captureId], withDatabase);
    expect(own).toMatchObject({ code: 0 });
    expect(own.said).toContain("Everything that was checked holds");
    expect(own.said).toContain("could not be made");
    for (const path of ["folder", "bundle.zip"]) expect((await verify([join(home, path)])).code).toBe(0);
  });

  test("with the newsroom's key list from outside, the key is checked too", async () => {
    const list = join(home, "daleel-keys.json");
    await writeFile(list, writeKeyList(await listKeyRows(db())));
    const { said, code } = await verify([join(home, "bundle.zip"), "--keys", list, "--json"]);
    expect(code).toBe(0);
    const report = JSON.parse(said);
    expect(report.summary.fails).toBe(0);
    expect(report.lines).toContainEqual(expect.objectContaining({ check: "key", state: "holds" }));
    await writeFile(list, "[]");
    expect((await verify([join(home, "bundle.zip"), "--keys", list])).code).toBe(2);
  });

  test("a recording whose key was retired while the capture went on is still the newsroom's", async () => {
    const { wacz } = await buildRecording(undefined, await openKey("wacz"));
    await rotateKey(null, { purpose: "wacz" });
    const { id } = await buildCapture({ wacz });
    const { said, code } = await verify([id], withDatabase);
    expect(said).not.toContain("FAILS");
    expect(code).toBe(0);
  });

  test("a changed file ends with 1 and is named", async () => {
    await flipByte(join(home, "folder", "data", "dom.html"));
    const { said, code } = await verify([join(home, "folder")]);
    expect(code).toBe(1);
    expect(said).toMatch(/FAILS +File +data\/dom\.html +CHANGED/);
  });

  test("nothing to check and wrong use end with 2", async () => {
    expect((await verify([])).code).toBe(2);
    expect((await verify(["a", "b"])).code).toBe(2);
    expect((await verify([join(home, "nowhere")])).code).toBe(2);
    expect((await verify(["--wrong"])).said).toContain("Usage");
    expect((await verify(["7b0f8f0e-4c0f-4c9e-9d43-2f2f1a6a9c11"], withDatabase)).code).toBe(2);
    expect((await verify([join(home, "bundle.zip"), "--roots", join(home, "folder", "bagit.txt")])).code).toBe(2);
  });

  test("a name in a bundle cannot steer the terminal", async () => {
    await writeFile(join(home, "folder", "data", "\u001b[2Jgone\u202e.txt"), "x");
    const { said } = await verify([join(home, "folder")]);
    expect(said).not.toContain("\u001b[2J");
    expect(said).not.toContain("\u202e");
    expect(said).toContain("\\u{1b}[2Jgone\\u{202e}.txt");
  });
});
