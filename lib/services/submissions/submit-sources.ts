import { type PlannedLine, planSubmission, type SubmissionProblem } from "#lib/core/captures/plan-submission";
import type { LineProblem } from "#lib/core/captures/recognise-line";
import type { RecognisedSource } from "#lib/core/captures/types";
import { storableText } from "#lib/core/text/storable";
import { findOfferedCaptures } from "#lib/data/capture-lists";
import { createCaptureRequests, findPendingRequests, promoteScheduledRequest } from "#lib/data/capture-requests";
import { db, type Tx } from "#lib/data/client";
import { ensureSources } from "#lib/data/sources";
import { caseFileExists, createSubmission, type NewItem } from "#lib/data/submissions";
import { AppError } from "#lib/errors";
import { captureSource } from "#lib/jobs/capture-source";
import { enqueue, prepareQueue } from "#lib/jobs/queue";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import {
  MAX_LINES,
  MAX_REASON_CHARS,
  MAX_SUBMISSION_CHARS,
  type SubmissionInput,
  submissionInput,
} from "#lib/schemas/submission";
import type { ReadWayWish } from "#lib/schemas/way-wish";
import { enqueueCapture } from "#lib/services/captures/enqueue-capture";
import { type PlannedWay, planWay, takesWish } from "#lib/services/platforms/plan-way";
import { recogniseLines } from "#lib/services/submissions/recognise-lines";

/** 500 lines write 500 jobs; on a busy database that takes more than Prisma's five seconds. */
const TRANSACTION_TIMEOUT_MS = 60_000;

export type Submitted = { submissionId: string; accepted: number; duplicates: number; rejected: number };

/**
 * Takes 1 to 500 lines. Each becomes one line of the submission: accepted (a capture is queued), duplicate (the
 * capture or the waiting request that exists is offered) or rejected (with its input and the reason). Everything is
 * written in one transaction with the jobs: after a failure nothing is there and the same lines can be sent again.
 *
 * @throws AppError `bad_input` with `details.fields.lines` or `.reason` or `.caseFileId` or `.way` (a `SubmissionProblem`)
 *   when the submission as a whole cannot be taken; `not_allowed`.
 */
export async function submitSources(actor: Actor, input: SubmissionInput): Promise<Submitted> {
  assertMay(actor, "sources.submit");
  const { lines, reason, caseFileId, way } = check(input);
  const read = recogniseLines(lines);
  if (read.length === 0) throw refused("lines", "empty");
  if (read.length > MAX_LINES) throw refused("lines", "too_many_lines", { count: read.length, max: MAX_LINES });

  const sources = new Map<string, RecognisedSource>();
  for (const line of read) if (line.ok) sources.set(line.source.canonicalUrl, line.source);

  await prepareQueue();
  return db().$transaction(
    async (tx) => {
      if (caseFileId && !(await caseFileExists(tx, caseFileId))) throw refused("caseFileId", "case_unknown");
      const sourceIds = await ensureSources(tx, [...sources.values()]);
      const wished = await planWished(tx, way, sources);
      const plan = planSubmission(read, await whatIsKnown(tx, sourceIds, wished));
      const requestIds = await queueAccepted(tx, plan, sourceIds, { actor, wished });
      await promoteAwaited(tx, plan, actor);
      const items = plan.map((line) => toItem(line, sourceIds, requestIds));
      const submissionId = await createSubmission(tx, { submittedById: actor.id, reason, caseFileId }, items);
      const count = (state: NewItem["state"]) => items.filter((item) => item.state === state).length;
      return {
        submissionId,
        accepted: count("accepted"),
        duplicates: count("duplicate"),
        rejected: count("rejected"),
      };
    },
    { timeout: TRANSACTION_TIMEOUT_MS, maxWait: TRANSACTION_TIMEOUT_MS },
  );
}

/** The form as a whole, in texts that PostgreSQL keeps. */
function check(input: SubmissionInput) {
  if (input.lines.reduce((sum, line) => sum + line.length, 0) > MAX_SUBMISSION_CHARS) {
    throw refused("lines", "too_long", { max: MAX_SUBMISSION_CHARS });
  }
  if ((input.reason?.length ?? 0) > MAX_REASON_CHARS) {
    throw refused("reason", "reason_too_long", { max: MAX_REASON_CHARS });
  }
  const parsed = submissionInput.safeParse(input);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? "lines");
    throw refused(field, PROBLEM_OF_FIELD[field] ?? "too_many_lines", { max: MAX_LINES });
  }
  const { lines, reason, caseFileId, way } = parsed.data;
  return { lines: lines.map(storableText), reason: storableText(reason.trim()), caseFileId, way };
}

const PROBLEM_OF_FIELD: Partial<Record<string, SubmissionProblem>> = {
  caseFileId: "case_unknown",
  way: "way_unavailable",
};

function refused(field: string, problem: SubmissionProblem, numbers: Record<string, number> = {}): AppError {
  return new AppError("bad_input", `Submission refused: ${problem}`, { fields: { [field]: problem }, ...numbers });
}

/** By canonical URL: how each source that knows the wished way is looked at. */
type Wished = ReadonlyMap<string, PlannedWay>;

/** The wish is judged once per platform. @throws AppError `bad_input` with the field `way`. */
async function planWished(
  tx: Tx,
  wish: ReadWayWish | undefined,
  sources: ReadonlyMap<string, RecognisedSource>,
): Promise<Wished> {
  const planned = new Map<string, PlannedWay>();
  if (!wish || wish.way === "browser") return planned;
  const perPlatform = new Map<string, PlannedWay>();
  for (const [url, source] of sources) {
    if (source.kind !== "hashtag" || !takesWish(source, wish)) continue;
    const known = perPlatform.get(source.platform) ?? (await planWay(tx, source.platform, wish));
    perPlatform.set(source.platform, known);
    planned.set(url, known);
  }
  return planned;
}

/** A capture by another way than the wished one is no reason not to look. */
async function whatIsKnown(tx: Tx, sourceIds: ReadonlyMap<string, string>, wished: Wished) {
  const ids = [...sourceIds.values()];
  const [captures, pending] = [await findOfferedCaptures(tx, ids), await findPendingRequests(tx, ids)];
  return new Map(
    [...sourceIds].map(([url, id]) => {
      const found = captures.get(id);
      const isOther = wished.has(url) && found?.way !== wished.get(url)?.way;
      return [url, { captureId: isOther ? null : (found?.id ?? null), pendingRequestId: pending.get(id) ?? null }];
    }),
  );
}

/** Somebody waits for a source that only a planned look would capture: that look becomes their request and goes first. */
async function promoteAwaited(tx: Tx, plan: readonly PlannedLine<LineProblem>[], actor: Actor): Promise<void> {
  const awaited = plan.flatMap((line) =>
    line.state === "duplicate" && !line.captureId && line.pendingRequestId ? [line.pendingRequestId] : [],
  );
  for (const id of new Set(awaited)) {
    if (await promoteScheduledRequest(tx, id, actor.id)) await enqueueCapture(tx, { id, cause: "submission" });
  }
}

/** One request and one job per accepted line. @returns request ids by source id. */
async function queueAccepted(
  tx: Tx,
  plan: readonly PlannedLine<LineProblem>[],
  sourceIds: ReadonlyMap<string, string>,
  { actor, wished }: { actor: Actor; wished: Wished },
): Promise<Map<string, string>> {
  const urls = new Map([...sourceIds].map(([url, id]) => [id, url]));
  const accepted = plan.flatMap((line) => (line.state === "accepted" ? (sourceIds.get(line.canonicalUrl) ?? []) : []));
  const requestIds = await createCaptureRequests(tx, accepted, actor.id, (id) => wished.get(urls.get(id) ?? ""));
  for (const requestId of requestIds.values()) await enqueue(captureSource, { requestId }, tx);
  return requestIds;
}

function toItem(
  line: PlannedLine<LineProblem>,
  sourceIds: ReadonlyMap<string, string>,
  requestIds: ReadonlyMap<string, string>,
): NewItem {
  const { lineNumber, input, state } = line;
  if (line.state === "rejected") return { lineNumber, input, state, problem: line.problem };
  const sourceId = sourceIds.get(line.canonicalUrl);
  const made = sourceId ? requestIds.get(sourceId) : undefined;
  if (line.state === "accepted") return { lineNumber, input, state, sourceId, requestId: made };
  return { lineNumber, input, state, sourceId, requestId: line.pendingRequestId ?? made, existingId: line.captureId };
}
