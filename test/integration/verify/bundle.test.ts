import { execFileSync } from "node:child_process";
import { cp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openBundle } from "#lib/adapters/evidence/open-bundle";
import { writeBundleFolder } from "#lib/adapters/evidence/write-bundle";
import { summarise } from "#lib/core/evidence/checks/check-line";
import { bundleTexts } from "#lib/i18n/bundle-texts";
import { planBundle } from "#lib/services/export/plan-bundle";
import { NO_TRUST } from "#lib/services/verify/trust";
import { verifyBundle } from "#lib/services/verify/verify-bundle";
import { buildCapture } from "#test/builders/capture";
import { exportBoth, failuresOf, flipByte, zipAsOurs } from "#test/setup/bundle";
import { followByHand, hasByHandTools } from "#test/setup/by-hand";

let bundle: Awaited<ReturnType<typeof exportBoth>>;
let captureId: string;

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

beforeAll(async () => {
  ({ id: captureId } = await buildCapture({ html: "<p>exported</p>" }));
  bundle = await exportBoth(captureId);
});

/** A copy of the folder to do something bad to. */
async function tampered(name: string, work: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = join(bundle.home, name);
  await cp(bundle.folder, folder, { recursive: true });
  await work(folder);
  return folder;
}

describe("an exported capture", () => {
  test("holds, as a folder and as a zip, and says what it could not check", async () => {
    for (const path of [bundle.folder, bundle.zip]) {
      const report = await verifyBundle(path, NO_TRUST);
      expect(report.captureId).toBe(captureId);
      expect(summarise(report.lines).fails).toBe(0);
      expect(report.lines.find(({ check }) => check === "signature")?.state).toBe("holds");
      expect(report.lines.find(({ check }) => check === "key")?.state).toBe("not_made");
    }
  });

  test("a changed byte in any file is named", async () => {
    for (const file of await filesOf(bundle.folder)) {
      const folder = await tampered(`flip-${file.replaceAll("/", "-")}`, (root) => flipByte(join(root, file)));
      const failures = await failuresOf(folder);
      // A changed row of the tag list cannot be told from a change of the file that it names.
      if (file !== "tagmanifest-sha256.txt") expect(failures).toEqual([file]);
      else expect(failures).not.toEqual([]);
    }
  });

  test.runIf(hasByHandTools)(
    "without custody lines, stamps and recording, as a reader may get it, holds by hand",
    async () => {
      const plan = await planBundle(captureId, { withCustody: false, texts: bundleTexts });
      const folder = join(bundle.home, "reader");
      await writeBundleFolder(folder, plan.files);
      const { failed, said } = await followByHand(await zipAsOurs(folder, captureId));
      expect(failed).toEqual([]);
      expect(said.custody).toContain("this copy has no lines of the custody log");
      expect(said.state).toContain("this copy has no signed state of the log");
      expect(said.time).toContain("no authority stamped this capture");
      expect(said.recording).toContain("this capture has no recording");
    },
  );

  test.runIf(hasByHandTools)("a hidden file that was added is found by hand too", async () => {
    const folder = await tampered("hidden", (root) => writeFile(join(root, "data/.more"), "more"));
    const { failed, said } = await followByHand(await zipAsOurs(folder, captureId));
    // No state of the log was signed yet: that is no change of its lines either.
    expect(failed).toEqual(["added"]);
    expect(said.custody).toContain("newer than the signed state");
    expect(said.added).toContain("data/.more: NOT IN THE MANIFEST");
  });

  test.runIf(hasByHandTools)("a zip that was damaged on its way is told at the first step by hand", async () => {
    const damaged = join(bundle.home, "daleel-damaged.zip");
    await cp(bundle.zip, damaged);
    await flipByte(damaged);
    expect((await followByHand(damaged)).failed).toContain("unpack");
  });

  test("what may not be read, or is no file at all, is nothing to check and no failure of the bundle", async () => {
    const pipe = join(bundle.home, "pipe");
    execFileSync("mkfifo", [pipe]);
    await expect(openBundle(pipe)).rejects.toMatchObject({ code: "bad_input" });
    await expect(openBundle("/dev/null")).rejects.toMatchObject({ code: "bad_input" });
  });
});
