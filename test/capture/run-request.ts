import { expect } from "vitest";
import { readFileBytes } from "#lib/adapters/files/file-store";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { db } from "#lib/data/client";
import { runCapture } from "#lib/services/captures/run-capture";
import { buildCaptureRequest } from "#test/builders/capture-request";

/** Runs one request for a web page the way a job does, and reads back what is in the database. */
export async function captureWebPage(url: string) {
  return captureRequest(await buildCaptureRequest({ kind: "web_page", platform: "web", url, state: "queued" }));
}

export async function captureRequest(request: ClaimedRequest) {
  await runCapture(request.id);
  const row = await db().captureRequest.findUniqueOrThrow({
    where: { id: request.id },
    include: { requestedBy: { select: { name: true } }, capture: { include: { artifacts: true, observations: true } } },
  });
  const capture = row.capture ?? undefined;
  const artifact = (name: string) => capture?.artifacts.find((found) => found.name === name);
  const bytes = async (name: string) => readFileBytes(artifact(name)?.sha256 ?? "");
  const json = async (name: string) => JSON.parse((await bytes(name)).toString("utf8"));
  return { request: row, capture, artifact, bytes, json };
}

/** Every capture must pass this: manifest and files say the same. */
export async function expectSoundManifest(taken: Awaited<ReturnType<typeof captureRequest>>): Promise<void> {
  const manifest = await taken.json("manifest.json");
  const others = (taken.capture?.artifacts ?? []).filter(
    ({ role }) => !["manifest", "signature", "timestamp"].includes(role),
  );
  expect(taken.artifact("manifest.json")?.sha256).toBe(taken.capture?.manifestSha256);
  expect(manifest.artifacts.map(({ name }: { name: string }) => name)).toEqual(others.map(({ name }) => name).sort());
  for (const { name, sha256, bytes } of manifest.artifacts) {
    expect(taken.artifact(name)?.sha256).toBe(sha256);
    // Reading checks the hash.
    expect((await taken.bytes(name)).length).toBe(bytes);
  }
}
