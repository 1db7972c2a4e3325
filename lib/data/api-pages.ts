import { type ClaimedRequest, ownAttempt } from "#lib/data/capture-runs";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { RequestOptions } from "#lib/schemas/request-options";

/** A page of a search, stored under its SHA-256. */
export type ApiPageRow = {
  number: number;
  sha256: string;
  bytes: number;
  posts: number;
  nextToken: string | null;
  fetchedAt: Date;
};

/** The pages that a request has, in order. */
export async function listApiPages(requestId: string): Promise<ApiPageRow[]> {
  const rows = await db().apiPage.findMany({ where: { requestId }, orderBy: { number: "asc" } });
  return rows.map(({ number, sha256, bytes, posts, nextToken, fetchedAt }) => {
    return { number, sha256, bytes: Number(bytes), posts, nextToken, fetchedAt };
  });
}

/**
 * Notes a page whose bytes are in the file store, with the request's progress, in one transaction: whoever goes on
 * after this worker's death asks for the page after it.
 * @throws AppError `conflict` when the attempt is not the request's newest.
 */
export async function recordApiPage(
  request: Pick<ClaimedRequest, "id" | "attempts">,
  page: ApiPageRow,
  state: { progress: number; options: RequestOptions },
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.captureRequest.updateMany({ where: ownAttempt(request), data: state });
    if (count === 0)
      throw new AppError("conflict", `Request ${request.id} is not in attempt ${request.attempts} any more`);
    await tx.apiPage.create({ data: { requestId: request.id, ...page } });
  });
}

/** Notes a question that brought no page. */
export async function recordApiCall(
  request: Pick<ClaimedRequest, "id" | "attempts">,
  options: RequestOptions,
): Promise<void> {
  await db().captureRequest.updateMany({ where: ownAttempt(request), data: { options } });
}
