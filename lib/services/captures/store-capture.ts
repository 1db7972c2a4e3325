import { setTimeout as sleep } from "node:timers/promises";
import type { Extraction, Outcome, Signal } from "#lib/core/captures/types";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { recordCapture } from "#lib/data/captures";
import { db, type Tx } from "#lib/data/client";
import { toAppError } from "#lib/errors";
import { checkReplay } from "#lib/jobs/check-replay";
import { enqueue } from "#lib/jobs/queue";
import { logger } from "#lib/logger";
import { buildProvenance, type ProvenanceInput } from "#lib/services/captures/build-provenance";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";
import { sealCapture } from "#lib/services/captures/seal-capture";
import { openKey } from "#lib/services/keys/open-key";

/** A finished attempt, ready to become a capture. */
export type FinishedAttempt = {
  outcome: Outcome;
  signals: Signal[];
  limitsHit: string[];
  finalUrl: string;
  httpStatus: number | null;
  extraction: Extraction;
  endedBy: string | null;
};

/** A restart of PostgreSQL takes seconds; a finished capture waits for it rather than being taken again. */
const DATABASE_PATIENCE_MS = 60_000;

/**
 * Writes provenance, signed manifest, then records the capture: files first, then one transaction.
 * @throws AppError `storage_failed`; `key_missing`; `conflict` when another attempt took over; `database_down` after a minute of waiting.
 */
export async function storeCapture(
  request: ClaimedRequest,
  attempt: FinishedAttempt,
  keeper: ArtifactKeeper,
  provenance: ProvenanceInput,
): Promise<void> {
  const { captureId, startedAt } = provenance;
  const key = await patiently(() => openKey("manifest"));
  // A key that came into service after the last look (a rotation just now) signs nothing from before its time.
  const finishedAt = new Date(Math.max(provenance.finishedAt.getTime(), key.createdAt.getTime()));
  const json = "application/json";
  const content = buildProvenance({ ...provenance, finishedAt });
  await keeper.keep({ role: "provenance", name: "provenance.json", mediaType: json, content });
  const { kind, platform, platformId, canonicalUrl } = request;
  const { extraction, ...found } = attempt;
  const seal = await sealCapture(keeper, key, {
    captureId,
    requestId: request.id,
    source: { kind, platform, platformId, canonicalUrl },
    way: request.way,
    requestedUrl: canonicalUrl,
    ...found,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  });
  const record = {
    id: captureId,
    request,
    ...found,
    ...extraction,
    requestedUrl: canonicalUrl,
    startedAt,
    finishedAt,
    seal,
    artifacts: keeper.kept,
  };
  const hasRecording = keeper.kept.some(({ role }) => role === "wacz");
  const write = async (tx: Tx) => {
    await recordCapture(tx, record);
    if (hasRecording) await enqueue(checkReplay, { captureId }, tx);
  };
  await patiently(() => db().$transaction(write, { maxWait: 10_000, timeout: 60_000 }));
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + DATABASE_PATIENCE_MS; ; await sleep(1_000)) {
    try {
      return await work();
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== "database_down" || Date.now() > end) throw thrown;
      logger.warn("PostgreSQL does not answer; a finished capture waits for it");
    }
  }
}
