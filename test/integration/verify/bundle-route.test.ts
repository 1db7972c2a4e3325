import { randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openBundle } from "#lib/adapters/evidence/open-bundle";
import { storedPath } from "#lib/adapters/files/file-paths";
import { summarise } from "#lib/core/evidence/checks/check-line";
import { db } from "#lib/data/client";
import { dataPath } from "#lib/paths";
import type { Actor } from "#lib/permissions/actor";
import { NO_TRUST } from "#lib/services/verify/trust";
import { verifyBundle } from "#lib/services/verify/verify-bundle";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { flipByte } from "#test/setup/bundle";
import { GET } from "../../../app/api/captures/[id]/bundle/route";

let signedIn: Actor | null = null;
vi.mock("#lib/auth/session", () => ({ findUser: async () => signedIn }));

let captureId: string;
beforeAll(async () => {
  ({ id: captureId } = await buildCapture({ html: "<p>to be saved</p>" }));
});

const get = (id: string, query = "") =>
  GET(new Request(`http://localhost/api/captures/${id}/bundle${query}`), { params: Promise.resolve({ id }) });

async function save(answer: Response): Promise<string> {
  const path = join(await mkdtemp(dataPath("saved-")), "saved.zip");
  await writeFile(path, Buffer.from(await answer.arrayBuffer()));
  return path;
}

async function publish(id: string): Promise<void> {
  const { id: personId } = await buildPerson();
  const people = { createdById: personId, lastEditedById: personId };
  const { id: caseFileId } = await db().caseFile.create({
    data: { slug: randomUUID(), status: "published", ...people },
  });
  const who = { publishedById: personId, authoredById: personId, publishedAt: new Date() };
  const snapshot = { exhibits: [{ kind: "capture", capture: { captureId: id } }] };
  await db().caseRevision.create({
    data: { caseFileId, number: 1, kind: "publication", snapshot, sha256: randomUUID(), ...who },
  });
}

const exports = () => db().custodyEvent.count({ where: { action: "capture.exported", subjectId: captureId } });

describe("saving a capture with its proofs", () => {
  test("at the desk is on record before it leaves, comes whole and of the length that was promised", async () => {
    signedIn = await buildPerson();
    const answer = await get(captureId);
    expect(await exports()).toBe(1);
    expect(answer.headers.get("content-disposition")).toContain(`daleel-${captureId}.zip`);
    const path = await save(answer);
    const { lines } = await verifyBundle(path, NO_TRUST);
    expect(summarise(lines).fails).toBe(0);
    const bundle = await openBundle(path);
    expect(bundle.files.has("proof/custody.jsonl")).toBe(true);
    await bundle.close();
  });

  test("is refused to readers until it is published, and then without the lines that name staff", async () => {
    signedIn = null;
    for (const id of [captureId, randomUUID(), "nothing"]) expect((await get(id)).status).toBe(404);
    await publish(captureId);
    const before = await exports();
    signedIn = await buildPerson();
    for (const query of ["", "?copy=reader"]) {
      if (query === "") signedIn = null;
      const bundle = await openBundle(await save(await get(captureId, query)));
      expect([...bundle.files.keys()].filter((path) => path.includes("custody"))).toEqual([]);
      await bundle.close();
    }
    expect(await exports()).toBe(before);
  });

  test("is the same for the same capture, byte for byte", async () => {
    const [one, two] = await Promise.all([get(captureId, "?copy=reader"), get(captureId, "?copy=reader")]);
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
  });

  test("breaks off where a file is not what was captured, instead of passing it on", async () => {
    const damaged = await buildCapture({ html: "<p>damaged later</p>" });
    const sha256 = damaged.artifacts.find(({ role }) => role === "dom_html")?.sha256 ?? "";
    await flipByte(storedPath(sha256));
    signedIn = await buildPerson();
    const answer = await get(damaged.id);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});
