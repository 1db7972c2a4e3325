import { storable } from "#lib/core/text/storable";
import { listCaseRows } from "#lib/data/cases";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { CASES_PAGE_SIZE, type CaseListQuery, caseListQuery } from "#lib/schemas/case-inputs";
import { type LocalizedText, localizedText } from "#lib/schemas/localized";

export type CaseListItem = {
  id: string;
  slug: string;
  title: LocalizedText;
  place: LocalizedText;
  incidentDate: string | null;
  status: "draft" | "in_review" | "published" | "retracted";
  /** The number of the revision that readers see; null when there is none. */
  publishedNumber: number | null;
  isSample: boolean;
  claims: number;
  exhibits: number;
  lastEditedBy: string;
  updatedAt: string;
};

export type CaseList = {
  items: CaseListItem[];
  query: CaseListQuery;
  total: number;
  pageSize: number;
  /** How many there are per status under the same words. */
  counts: Record<CaseListItem["status"], number>;
};

/**
 * One page of the desk's case files.
 * @param input caseListQuery: what stands in the URL; nonsense is ignored.
 * @throws AppError `not_allowed`.
 */
export async function listCases(actor: Actor, input: object): Promise<CaseList> {
  assertMay(actor, "cases.edit");
  const query = caseListQuery.parse(storable(input));
  const { rows, total, counts } = await listCaseRows(db(), query, CASES_PAGE_SIZE);
  return {
    items: rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: localizedText.catch({}).parse(row.title),
      place: localizedText.catch({}).parse(row.place),
      incidentDate: row.incidentDate,
      status: row.status,
      publishedNumber: row.publishedRevision?.number ?? null,
      isSample: row.isSample,
      claims: row._count.claims,
      exhibits: row._count.exhibits,
      lastEditedBy: row.lastEditedBy.name,
      updatedAt: row.updatedAt.toISOString(),
    })),
    query,
    total,
    pageSize: CASES_PAGE_SIZE,
    counts: {
      draft: 0,
      in_review: 0,
      published: 0,
      retracted: 0,
      ...Object.fromEntries(counts.map(({ status, count }) => [status, count])),
    },
  };
}
