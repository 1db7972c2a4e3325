import type { LineProblem } from "#lib/core/captures/recognise-line";
import type { RecognisedSource } from "#lib/core/captures/types";
import type { CaptureLine } from "#lib/core/captures/views";
import { findOfferedCaptures } from "#lib/data/capture-lists";
import { findPendingRequests } from "#lib/data/capture-requests";
import { db } from "#lib/data/client";
import { findSourceIds } from "#lib/data/sources";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { MAX_LINES, MAX_SUBMISSION_CHARS } from "#lib/schemas/submission";
import { toCaptureLine } from "#lib/services/captures/capture-line";
import { recogniseLines } from "#lib/services/submissions/recognise-lines";

/** What a line would become if it were submitted now. */
export type PreviewedLine = { input: string } & (
  | { ok: true; source: RecognisedSource; existing: CaptureLine | null; isPending: boolean }
  | { ok: false; problem: LineProblem }
);

/**
 * Recognises lines while they are typed; writes nothing.
 * @param lines at most 500; blank ones are left out of the answer.
 * @throws AppError `bad_input` for more lines or an absurd length; `not_allowed`.
 */
export async function previewLines(actor: Actor, lines: readonly string[]): Promise<PreviewedLine[]> {
  assertMay(actor, "sources.submit");
  const chars = lines.reduce((sum, line) => sum + line.length, 0);
  if (lines.length > MAX_LINES || chars > MAX_SUBMISSION_CHARS) {
    throw new AppError("bad_input", "Too much to recognise at once", { fields: { lines: "too_long" } });
  }
  const read = recogniseLines(lines);
  const urls = read.flatMap((line) => (line.ok ? line.source.canonicalUrl : []));
  const sourceIds = await findSourceIds(db(), urls);
  const ids = [...sourceIds.values()];
  const [captures, pending] = await Promise.all([findOfferedCaptures(db(), ids), findPendingRequests(db(), ids)]);
  return read.map((line) => {
    if (!line.ok) return { input: line.input, ok: false, problem: line.problem };
    const id = sourceIds.get(line.source.canonicalUrl) ?? "";
    const existing = captures.get(id);
    return {
      input: line.input,
      ok: true,
      source: line.source,
      existing: existing ? toCaptureLine(existing) : null,
      isPending: pending.has(id),
    };
  });
}
