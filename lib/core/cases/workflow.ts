import type { CaseStatus } from "#lib/core/cases/types";

/** What people do with a case file. Editing is a step too: what is published or retracted is not edited. */
export type CaseStep = "edit" | "submit_for_review" | "send_back" | "publish" | "start_correction" | "retract";

const STEPS: Record<CaseStep, Partial<Record<CaseStatus, CaseStatus>>> = {
  // A correction made during review stays in review: the publisher sees the version and is refused an older one.
  edit: { draft: "draft", in_review: "in_review" },
  submit_for_review: { draft: "in_review" },
  send_back: { in_review: "draft" },
  publish: { in_review: "published" },
  start_correction: { published: "draft" },
  retract: { draft: "retracted", in_review: "retracted", published: "retracted" },
};

/**
 * Where a step leads.
 * @param hasBeenPublished only what readers have seen can be retracted.
 * @returns the status after the step, or undefined when the step is not possible now.
 */
export function statusAfter(status: CaseStatus, step: CaseStep, hasBeenPublished: boolean): CaseStatus | undefined {
  if (step === "retract" && !hasBeenPublished) return undefined;
  return STEPS[step][status];
}

/** Why somebody cannot publish, as said beside the disabled button. */
export type PublishObstacle = "role" | "not_in_review" | "last_author" | "incomplete";

/**
 * The second-person rule and what comes before it: who published did not write last.
 * @returns the first reason against publishing, or undefined when there is none.
 */
export function findPublishObstacle(
  person: { id: string; mayPublish: boolean },
  caseFile: { status: CaseStatus; lastEditedById: string; problemCount: number },
): PublishObstacle | undefined {
  if (!person.mayPublish) return "role";
  if (caseFile.status !== "in_review") return "not_in_review";
  if (caseFile.lastEditedById === person.id) return "last_author";
  if (caseFile.problemCount > 0) return "incomplete";
  return undefined;
}
