import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { storedPath } from "#lib/adapters/files/file-paths";
import { db } from "#lib/data/client";
import { getCapture } from "#lib/services/captures/get-capture";
import { verifyFiles } from "#lib/services/captures/verify-files";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

const shaOf = (capture: Awaited<ReturnType<typeof buildCapture>>, role: string) =>
  capture.artifacts.find((artifact) => artifact.role === role)?.sha256 ?? "";

async function overwrite(sha256: string, text: string) {
  await mkdir(dirname(storedPath(sha256)), { recursive: true });
  await rm(storedPath(sha256), { force: true });
  await writeFile(storedPath(sha256), text);
}

describe("verifyFiles", () => {
  test("every file of an untouched capture holds, and the custody log says who asked", async () => {
    const actor = await buildPerson();
    const capture = await buildCapture({ html: "<p>untouched</p>" });
    const check = await verifyFiles(actor, capture.id);
    expect(check).toMatchObject({ allHold: true, manifest: "holds" });
    expect(check.files.map((file) => file.state)).toEqual(["holds", "holds", "holds", "holds", "holds"]);
    const { custody } = await getCapture(actor, capture.id);
    expect(custody.map((line) => [line.action, line.actorName])).toEqual([
      ["capture.recorded", capture.request.requestedBy.name],
      ["capture.files_checked", actor.name],
    ]);
  });

  test("a changed byte, a missing file and a damaged manifest are each named", async () => {
    const actor = await buildPerson();
    const changed = await buildCapture({ html: "<p>will change</p>" });
    await overwrite(shaOf(changed, "dom_html"), "<p>will changE</p>");
    const first = await verifyFiles(actor, changed.id);
    expect(first.allHold).toBe(false);
    expect(first.files.filter((file) => file.state !== "holds")).toMatchObject([
      { name: "dom.html", state: "changed" },
    ]);

    const missing = await buildCapture({ html: "<p>will vanish</p>" });
    await rm(storedPath(shaOf(missing, "dom_html")));
    expect((await verifyFiles(actor, missing.id)).files.find((file) => file.name === "dom.html")?.state).toBe(
      "missing",
    );

    const damaged = await buildCapture({ html: "<p>manifest</p>" });
    await overwrite(damaged.manifestSha256, "{}");
    expect(await verifyFiles(actor, damaged.id)).toMatchObject({ allHold: false, manifest: "changed" });
  });

  test("a signature that is gone and a manifest that was exchanged for another are told", async () => {
    const actor = await buildPerson();
    const unsigned = await buildCapture({ html: "<p>signature lost</p>" });
    const exchanged = await buildCapture({ html: "<p>manifest exchanged</p>" });
    await db().$executeRaw`ALTER TABLE artifact DISABLE TRIGGER artifact_write_once`;
    await db().artifact.deleteMany({ where: { captureId: unsigned.id, role: "signature" } });
    await db().artifact.updateMany({
      where: { captureId: exchanged.id, role: "manifest" },
      data: { sha256: unsigned.manifestSha256 },
    });
    await db().$executeRaw`ALTER TABLE artifact ENABLE TRIGGER artifact_write_once`;
    const broken = async (id: string) => {
      const { files } = await verifyFiles(actor, id);
      return files.filter(({ state }) => state !== "holds").map(({ name, state }) => [name, state]);
    };
    expect(await broken(unsigned.id)).toEqual([["manifest.sig", "not_recorded"]]);
    expect(await broken(exchanged.id)).toEqual([["manifest.json", "not_listed"]]);
  });

  test("a file that the manifest lists and the tables do not know is told", async () => {
    const actor = await buildPerson();
    const capture = await buildCapture({ html: "<p>row lost</p>" });
    await db().$executeRaw`ALTER TABLE artifact DISABLE TRIGGER artifact_write_once`;
    await db().artifact.deleteMany({ where: { captureId: capture.id, role: "dom_html" } });
    await db().artifact.updateMany({ where: { captureId: capture.id, role: "pdf" }, data: { name: "other.pdf" } });
    await db().$executeRaw`ALTER TABLE artifact ENABLE TRIGGER artifact_write_once`;
    const { files, allHold } = await verifyFiles(actor, capture.id);
    expect(allHold).toBe(false);
    expect(Object.fromEntries(files.map((file) => [file.name, file.state]))).toEqual({
      "screenshot.png": "holds",
      "manifest.json": "holds",
      "manifest.sig": "holds",
      "other.pdf": "not_listed",
      "dom.html": "not_recorded",
      "page.pdf": "not_recorded",
    });
  });

  test("no such capture", async () => {
    const actor = await buildPerson();
    await expect(verifyFiles(actor, "../../etc/passwd")).rejects.toMatchObject({ code: "not_found" });
  });
});
