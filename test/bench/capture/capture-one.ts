import { randomUUID } from "node:crypto";
import { db } from "#lib/data/client";
import { runCapture } from "#lib/services/captures/run-capture";
import { buildCaptureRequest } from "#test/builders/capture-request";

export type Captured = { wholeMs: number; outcome: string };

/** One page of Demo Square through the whole pipeline, as a job does it: browser start to committed transaction. */
export async function captureOne(url: string): Promise<Captured> {
  const kind = url.includes("/p/") ? "post" : "web_page";
  const platform = kind === "post" ? "demo_square" : "web";
  const platformId = kind === "post" ? (url.split("/").at(-1) ?? randomUUID()) : null;
  const request = await buildCaptureRequest({ kind, platform, platformId, url, state: "queued" });
  const begin = performance.now();
  await runCapture(request.id);
  const wholeMs = performance.now() - begin;
  const row = await db().capture.findUnique({ where: { requestId: request.id }, select: { outcome: true } });
  if (!row) throw new Error(`${url} was not captured`);
  return { wholeMs, outcome: row.outcome };
}
