import type { SearchDoc } from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

/** Captures of web pages that hold the page. Posts stand for the captures of posts, hashtags and accounts. */
const SEARCHED = {
  outcome: { in: ["content", "partial"] },
  source: { kind: "web_page" },
} satisfies Prisma.CaptureWhereInput;

/** Captured web pages as search shows them. Failed captures are never among them. */
export async function readCaptureDocuments(db: Db, ids: readonly string[]): Promise<SearchDoc[]> {
  const captures = await db.capture.findMany({
    where: { ...SEARCHED, id: { in: [...ids] } },
    select: {
      id: true,
      outcome: true,
      title: true,
      text: true,
      language: true,
      finishedAt: true,
      source: { select: { platform: true, canonicalUrl: true } },
      exhibits: { select: { caseFileId: true } },
    },
  });
  return captures
    .filter((capture) => capture.text?.trim() || capture.title?.trim())
    .map((capture) => ({
      id: `capture:${capture.id}`,
      kind: "capture",
      entityId: capture.id,
      title: capture.title,
      text: capture.text ?? "",
      platform: capture.source.platform,
      account: null,
      accountName: null,
      hashtags: [],
      language: capture.language,
      outcome: capture.outcome,
      url: capture.source.canonicalUrl,
      captureId: capture.id,
      caseIds: [...new Set(capture.exhibits.map((exhibit) => exhibit.caseFileId))].sort(),
      wordingId: null,
      phrasingId: null,
      bands: [],
      copies: 1,
      suppliedBy: null,
      at: capture.finishedAt.toISOString(),
    }));
}

/** Ids of such captures after one id, in order, for rebuilding. */
export async function listSearchedCaptureIds(db: Db, after: string | null, take: number): Promise<string[]> {
  const where = { ...SEARCHED, ...(after ? { id: { gt: after } } : {}) };
  const rows = await db.capture.findMany({ where, orderBy: { id: "asc" }, take, select: { id: true } });
  return rows.map((row) => row.id);
}

export async function countSearchedCaptures(db: Db): Promise<number> {
  return db.capture.count({ where: SEARCHED });
}
