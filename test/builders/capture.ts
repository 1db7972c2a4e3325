import { randomUUID } from "node:crypto";
import sharp from "sharp";
import type { EndedBy, ExtractedPost, Outcome, PlatformId, Signal, SourceKind } from "#lib/core/captures/types";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { recordCapture } from "#lib/data/captures";
import { db } from "#lib/data/client";
import { startKeeping } from "#lib/services/captures/keep-artifacts";
import { sealCapture } from "#lib/services/captures/seal-capture";
import { openKey } from "#lib/services/keys/open-key";
import { buildCaptureRequest } from "#test/builders/capture-request";

type Wishes = {
  kind?: SourceKind;
  platform?: PlatformId;
  url?: string;
  outcome?: Outcome;
  signals?: Signal[];
  text?: string | null;
  title?: string | null;
  posts?: ExtractedPost[];
  endedBy?: EndedBy;
  /** What the page itself holds, for tests of how it is served. */
  html?: string;
  /** A recording among its files. */
  wacz?: Buffer;
  finishedAt?: Date;
  platformId?: string;
  cause?: "submission" | "schedule";
  way?: ClaimedRequest["way"];
  requestedBy?: ClaimedRequest["requestedBy"];
  /** Pixels of the screenshot. */
  size?: { width: number; height: number };
};

/** A capture as the worker would leave it: real files with real hashes, a manifest that lists them, its custody event. */
export async function buildCapture(wishes: Wishes = {}) {
  const { kind = "post", platform = "demo_square", outcome = "content", posts = [], title = null } = wishes;
  const { text = "دليل Daleel", html = "<!doctype html><p>captured</p>", finishedAt = new Date() } = wishes;
  const { width, height } = wishes.size ?? { width: 640, height: 900 };
  const { platformId, cause, way, requestedBy, url } = wishes;
  const request = await buildCaptureRequest({ kind, platform, platformId, url, cause, way, requestedBy });
  const keeper = startKeeping();
  const background = { r: 250, g: 246, b: 238 };
  const picture = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
  await keeper.keep({
    role: "screenshot",
    name: "screenshot.png",
    mediaType: "image/png",
    content: picture,
    width,
    height,
  });
  await keeper.keep({ role: "dom_html", name: "dom.html", mediaType: "text/html; charset=utf-8", content: html });
  await keeper.keep({ role: "pdf", name: "page.pdf", mediaType: "application/pdf", content: "%PDF-1.7 not really" });

  if (wishes.wacz) {
    const recording = { name: "capture.wacz", mediaType: "application/wacz", content: wishes.wacz };
    await keeper.keep({ role: "wacz", ...recording });
  }

  const about = {
    requestedUrl: request.canonicalUrl,
    finalUrl: request.canonicalUrl,
    httpStatus: 200,
    outcome,
    signals: wishes.signals ?? [{ signal: "http_status", value: "200" }],
    limitsHit: [],
    endedBy: wishes.endedBy ?? null,
  };
  const id = randomUUID();
  const startedAt = new Date(finishedAt.getTime() - 4_000);
  const seal = await sealCapture(keeper, await openKey("manifest"), {
    ...about,
    captureId: id,
    requestId: request.id,
    source: { kind, platform, platformId: request.platformId, canonicalUrl: request.canonicalUrl },
    way: request.way,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  });
  await db().$transaction((tx) =>
    recordCapture(tx, {
      ...about,
      id,
      request,
      title,
      text,
      language: null,
      startedAt,
      finishedAt,
      seal,
      artifacts: keeper.kept,
      posts,
    }),
  );
  return {
    id,
    request,
    sourceId: request.sourceId,
    url: request.canonicalUrl,
    manifestSha256: seal.manifestSha256,
    artifacts: keeper.kept,
  };
}
