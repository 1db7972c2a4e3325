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
import { enqueueCapture } from "#lib/services/captures/enqueue-capture";
import { recogniseLines } from "#lib/services/submissions/recognise-lines";

/** 500 lines write 500 jobs; on a busy database that takes more than Prisma's five seconds. */
const TRANSACTION_TIMEOUT_MS = 60_000;

export type Submitted = { submissionId: string; accepted: number; duplicates: number; rejected: number };

/**
 * Takes 1 to 500 lines. Each becomes one line of the submission: accepted (a capture is queued), duplicate (the
 * capture or the waiting request that exists is offered) or rejected (with its input and the reason). Everything is
 * written in one transaction with the jobs: after a failure nothing is there and the same lines can be sent again.
 *
 * @throws AppError `bad_input` with `details.fields.lines` or `.reason` or `.caseFileId` (a `SubmissionProblem`)
 *   when the submission as a whole cannot be taken; `not_allowed`.
 */
export async function submitSources(actor: Actor, input: SubmissionInput): Promise<Submitted> {
  assertMay(actor, "sources.submit");
  const { lines, reason, caseFileId } = check(input);
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
      const plan = planSubmission(read, await whatIsKnown(tx, sourceIds));
      const requestIds = await queueAccepted(tx, plan, sourceIds, actor);
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
    throw refused(field, field === "caseFileId" ? "case_unknown" : "too_many_lines", { max: MAX_LINES });
  }
  const { lines, reason, caseFileId } = parsed.data;
  return { lines: lines.map(storableText), reason: storableText(reason.trim()), caseFileId };
}

function refused(field: string, problem: SubmissionProblem, numbers: Record<string, number> = {}): AppError {
  return new AppError("bad_input", `Submission refused: ${problem}`, { fields: { [field]: problem }, ...numbers });
}

async function whatIsKnown(tx: Tx, sourceIds: ReadonlyMap<string, string>) {
  const ids = [...sourceIds.values()];
  const [captures, pending] = [await findOfferedCaptures(tx, ids), await findPendingRequests(tx, ids)];
  return new Map(
    [...sourceIds].map(([url, id]) => [
      url,
      { captureId: captures.get(id)?.id ?? null, pendingRequestId: pending.get(id) ?? null },
    ]),
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
  actor: Actor,
): Promise<Map<string, string>> {
  const accepted = plan.flatMap((line) => (line.state === "accepted" ? (sourceIds.get(line.canonicalUrl) ?? []) : []));
  const requestIds = await createCaptureRequests(tx, accepted, actor.id);
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
