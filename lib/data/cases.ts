import type { Db, Tx } from "#lib/data/client";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { CaseListQuery } from "#lib/schemas/case-inputs";
import { Prisma } from "#prisma/generated/client";

const json = (value: unknown) => JSON.parse(JSON.stringify(value ?? {})) as Prisma.InputJsonValue;

/** Whether Prisma refused a row because another one has the same value; `name` is the column or a part of the constraint. */
export function isUniqueViolation(thrown: unknown, name: string): boolean {
  if (!(thrown instanceof Prisma.PrismaClientKnownRequestError) || thrown.code !== "P2002") return false;
  return JSON.stringify(thrown.meta ?? {}).includes(name);
}

/** Inserts an empty case file. Throws Prisma's P2002 when the slug is in use. */
export async function insertCase(
  tx: Tx,
  row: { slug: string; title: object; isSample: boolean; personId: string },
): Promise<{ id: string; slug: string }> {
  return tx.caseFile.create({
    data: {
      slug: row.slug,
      title: json(row.title),
      isSample: row.isSample,
      createdById: row.personId,
      lastEditedById: row.personId,
    },
    select: { id: true, slug: true },
  });
}

/** The case's own row, locked until the transaction ends: steps on one case file happen one after another. */
export async function lockCase(tx: Tx, caseId: string) {
  await tx.$queryRaw`SELECT id FROM case_file WHERE id = ${caseId}::uuid FOR UPDATE`;
  return tx.caseFile.findUnique({ where: { id: caseId } });
}
export type CaseRow = NonNullable<Awaited<ReturnType<typeof lockCase>>>;

const PERSON = { select: { id: true, name: true } } as const;

/** A case file with its claims and timeline in order; exhibits are read by case-exhibits.ts. */
export async function findCaseRow(db: Db, caseId: string) {
  return db.caseFile.findUnique({
    where: { id: caseId },
    include: {
      createdBy: PERSON,
      lastEditedBy: PERSON,
      claims: { orderBy: { position: "asc" } },
      timeline: { orderBy: { position: "asc" } },
      publishedRevision: { select: { number: true, kind: true, publishedAt: true } },
    },
  });
}
export type CaseRowWithParts = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>;

/** Writes a whole draft over the stored one and raises the version. The caller holds the lock and has compared versions. */
export async function writeDraft(
  tx: Tx,
  caseId: string,
  personId: string,
  draft: CaseDraft,
): Promise<{ version: number; updatedAt: Date }> {
  await tx.claim.deleteMany({ where: { caseFileId: caseId } });
  await tx.claim.createMany({
    data: draft.claims.map((claim, position) => ({
      id: claim.id,
      caseFileId: caseId,
      position,
      statement: json(claim.statement),
      claimant: json(claim.claimant),
      saidOn: claim.saidOn,
      saidWhere: json(claim.saidWhere),
      citation: json({ ...claim.citation, exhibitId: claim.citationExhibitId ?? undefined }),
      sourceUrl: claim.sourceUrl,
      verdict: claim.verdict,
      reasons: json(claim.reasons),
      wouldSettle: json(claim.wouldSettle),
    })),
  });
  await tx.timelineEntry.deleteMany({ where: { caseFileId: caseId } });
  await tx.timelineEntry.createMany({
    data: draft.timeline.map((entry, position) => ({
      id: entry.id,
      caseFileId: caseId,
      position,
      date: entry.date,
      text: json(entry.text),
    })),
  });
  for (const [position, exhibit] of draft.exhibits.entries()) {
    await tx.exhibit.updateMany({
      where: { id: exhibit.id, caseFileId: caseId },
      data: { position, caption: json(exhibit.caption) },
    });
  }
  return tx.caseFile.update({
    where: { id: caseId },
    data: {
      slug: draft.slug,
      title: json(draft.title),
      standfirst: json(draft.standfirst),
      place: json(draft.place),
      incidentDate: draft.incidentDate,
      story: json(draft.story),
      howWeKnow: json(draft.howWeKnow),
      notEstablished: json(draft.notEstablished),
      absentLocale: draft.absentLocale,
      lastEditedById: personId,
      version: { increment: 1 },
    },
    select: { version: true, updatedAt: true },
  });
}

/** Marks that somebody changed the case outside its draft (an exhibit came or went). */
export async function touchCase(tx: Tx, caseId: string, personId: string): Promise<{ version: number }> {
  return tx.caseFile.update({
    where: { id: caseId },
    data: { lastEditedById: personId, version: { increment: 1 } },
    select: { version: true },
  });
}

/** Sets where a case stands; with a revision, that it is what readers see now. */
export async function setCaseStatus(
  tx: Tx,
  caseId: string,
  status: CaseRow["status"],
  publishedRevisionId?: string,
): Promise<void> {
  await tx.caseFile.update({ where: { id: caseId }, data: { status, publishedRevisionId } });
}

function named(words: string): Prisma.CaseFileWhereInput {
  return {
    OR: [
      { slug: { contains: words.toLowerCase() } },
      { title: { path: ["en"], string_contains: words, mode: "insensitive" } },
      { title: { path: ["ar"], string_contains: words } },
    ],
  };
}

/** One page of the list and how many there are in all and per status. */
export async function listCaseRows(db: Db, query: CaseListQuery, pageSize: number) {
  const words = query.q ? named(query.q) : {};
  const where: Prisma.CaseFileWhereInput = { ...words, ...(query.status ? { status: query.status } : {}) };
  const orderBy: Prisma.CaseFileOrderByWithRelationInput =
    query.sort === "slug" ? { slug: "asc" } : query.sort === "created" ? { createdAt: "desc" } : { updatedAt: "desc" };
  const rows = await db.caseFile.findMany({
    where,
    orderBy: [orderBy, { id: "asc" }],
    skip: (query.page - 1) * pageSize,
    take: pageSize,
    include: {
      lastEditedBy: PERSON,
      publishedRevision: { select: { number: true, publishedAt: true } },
      _count: { select: { claims: true, exhibits: true } },
    },
  });
  const total = await db.caseFile.count({ where });
  const counts = await db.caseFile.groupBy({ by: ["status"], where: words, _count: { _all: true } });
  return { rows, total, counts: counts.map((each) => ({ status: each.status, count: each._count._all })) };
}

/** Cases that can be edited, the last edited first. */
export async function listOpenCaseRows(db: Db, take: number) {
  return db.caseFile.findMany({
    where: { status: { in: ["draft", "in_review"] } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take,
    select: { id: true, slug: true, title: true },
  });
}

/** What these cases are called, by id. Unknown ids have no entry. */
export async function findCaseTitles(db: Db, ids: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await db.caseFile.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Cases whose title or short name has the words, the last edited first. */
export async function findCasesNamed(db: Db, words: string, take: number): Promise<string[]> {
  const rows = await db.caseFile.findMany({
    where: named(words),
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Desk notes of a case, oldest first. */
export async function listNoteRows(db: Db, caseId: string) {
  return db.caseNote.findMany({
    where: { caseFileId: caseId },
    orderBy: { createdAt: "asc" },
    include: { author: PERSON },
  });
}

/** Adds a desk note. */
export async function insertNote(tx: Tx, caseId: string, authorId: string, text: string): Promise<void> {
  await tx.caseNote.create({ data: { caseFileId: caseId, authorId, text } });
}
