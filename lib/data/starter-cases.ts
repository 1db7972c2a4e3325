import type { Db } from "#lib/data/client";

/** Which of these slugs are taken, by whatever case file and in whatever state. */
export async function findTakenSlugs(db: Db, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await db.caseFile.findMany({ where: { slug: { in: [...slugs] } }, select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}
