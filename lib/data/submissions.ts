import { CAPTURE_LINE } from "#lib/data/capture-lists";
import type { Db, Tx } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

export type NewItem = {
  lineNumber: number;
  input: string;
  state: "accepted" | "duplicate" | "rejected";
  problem?: string;
  sourceId?: string;
  requestId?: string | null;
  existingId?: string | null;
};

/** Writes a submission with all its lines. @returns its id. */
export async function createSubmission(
  tx: Tx,
  submission: { submittedById: string; reason: string; caseFileId?: string },
  items: readonly NewItem[],
): Promise<string> {
  const { id } = await tx.submission.create({ data: submission, select: { id: true } });
  await tx.submissionItem.createMany({ data: items.map((item) => ({ submissionId: id, ...item })) });
  return id;
}

const REQUEST_PROGRESS = {
  id: true,
  state: true,
  step: true,
  progress: true,
  attempts: true,
  problem: true,
  retryAt: true,
  requestedById: true,
  startedAt: true,
  capture: { select: CAPTURE_LINE },
} as const satisfies Prisma.CaptureRequestSelect;

const SUBMISSION_PROGRESS = {
  id: true,
  reason: true,
  createdAt: true,
  submittedBy: { select: { id: true, name: true } },
  caseFile: { select: { id: true, title: true, slug: true } },
  items: {
    orderBy: { lineNumber: "asc" },
    select: {
      id: true,
      lineNumber: true,
      input: true,
      state: true,
      problem: true,
      source: true,
      request: { select: REQUEST_PROGRESS },
      existing: { select: CAPTURE_LINE },
    },
  },
} as const satisfies Prisma.SubmissionSelect;

export type SubmissionProgressRow = Prisma.SubmissionGetPayload<{ select: typeof SUBMISSION_PROGRESS }>;

/** A submission with every line and how far each got, or null. */
export async function findSubmissionProgress(db: Db, id: string): Promise<SubmissionProgressRow | null> {
  return db.submission.findUnique({ where: { id }, select: SUBMISSION_PROGRESS });
}

/** Whether there is such a case file. */
export async function caseFileExists(db: Db, id: string): Promise<boolean> {
  return (await db.caseFile.count({ where: { id } })) > 0;
}

/** Lets a line of a submission follow another request. @returns false when the line is not of that source. */
export async function followRequest(
  tx: Tx,
  itemId: string,
  request: { id: string; sourceId: string },
): Promise<boolean> {
  const { count } = await tx.submissionItem.updateMany({
    where: { id: itemId, sourceId: request.sourceId },
    data: { requestId: request.id },
  });
  return count === 1;
}

/** The newest submissions with the states of their lines. */
export async function listRecentSubmissions(db: Db, take: number) {
  return db.submission.findMany({
    orderBy: { createdAt: "desc" },
    take,
    select: {
      id: true,
      reason: true,
      createdAt: true,
      submittedBy: { select: { id: true, name: true } },
      _count: { select: { items: true } },
    },
  });
}
