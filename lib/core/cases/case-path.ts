/** The address of a case file's page in one language; with a number, the permanent one of that revision. */
export function casePath(locale: string, slug: string, revisionNumber?: number): string {
  const path = `/${locale}/cases/${slug}`;
  return revisionNumber === undefined ? path : `${path}/r/${revisionNumber}`;
}

/** The address of a revision as data: exactly the bytes that its SHA-256 is taken over. */
export function revisionDataPath(slug: string, revisionNumber: number): string {
  return `/api/cases/${slug}/revisions/${revisionNumber}`;
}
