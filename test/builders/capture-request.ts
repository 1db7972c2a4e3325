import { randomUUID } from "node:crypto";
import type { PlatformId, SourceKind } from "#lib/core/captures/types";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { db } from "#lib/data/client";
import type { RequestOptions } from "#lib/schemas/request-options";
import { buildPerson } from "#test/builders/person";

type Wishes = {
  kind?: SourceKind;
  platform?: PlatformId;
  platformId?: string | null;
  url?: string;
  state?: "queued" | "running";
  attempts?: number;
  cause?: "submission" | "schedule";
  way?: ClaimedRequest["way"];
  requestedBy?: ClaimedRequest["requestedBy"];
  options?: RequestOptions;
};

/** A source and a request for it, as the worker sees it once it has claimed it. */
export async function buildCaptureRequest(wishes: Wishes = {}): Promise<ClaimedRequest> {
  const { kind = "post", platform = "demo_square", state = "running", attempts = state === "running" ? 1 : 0 } = wishes;
  const { platformId = kind === "web_page" ? null : randomUUID() } = wishes;
  const { url = `https://demo.example/${kind}/${platformId ?? randomUUID()}` } = wishes;
  const { cause = "submission", way = "browser", options = {}, requestedBy = await buildPerson() } = wishes;
  const about = { kind, platform, platformId, canonicalUrl: url, label: url };
  const source = await db().source.upsert({ where: { canonicalUrl: url }, create: about, update: {} });
  const request = await db().captureRequest.create({
    data: { sourceId: source.id, requestedById: requestedBy.id, state, attempts, cause, way, options },
  });
  return {
    id: request.id,
    sourceId: source.id,
    ...about,
    requestedBy,
    attempts,
    reasons: [],
    cause,
    recheckStep: null,
    way,
    options,
  };
}
