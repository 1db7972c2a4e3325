import { randomUUID } from "node:crypto";
import { STARTER_CASES } from "#lib/core/cases/starter/all";
import type { StarterCase } from "#lib/core/cases/starter/types";
import { insertCase, isUniqueViolation, writeDraft } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { findTakenSlugs } from "#lib/data/starter-cases";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { type CaseDraft, caseDraft } from "#lib/schemas/case-draft";

/** A starter case file in the shape an editor saves; the checklist treats it like anybody's. */
function draftOf(starter: StarterCase): CaseDraft {
  return caseDraft.parse({
    slug: starter.slug,
    title: starter.title,
    standfirst: starter.standfirst,
    place: starter.place,
    incidentDate: starter.incidentDate,
    story: starter.story,
    howWeKnow: starter.howWeKnow,
    notEstablished: starter.notEstablished,
    absentLocale: null,
    claims: starter.claims.map((claim) => ({
      ...claim,
      id: randomUUID(),
      citationExhibitId: null,
      sourceUrl: null,
      verdict: "unproven",
    })),
    timeline: starter.timeline.map((entry) => ({ ...entry, id: randomUUID() })),
    exhibits: [],
  });
}

/** One case file in one transaction: a crash leaves it whole or not there. */
async function seedOne(actor: Actor, starter: StarterCase): Promise<boolean> {
  const draft = draftOf(starter);
  try {
    await db().$transaction(async (tx) => {
      const row = { slug: draft.slug, title: draft.title, isSample: false, personId: actor.id };
      const { id } = await insertCase(tx, row);
      await writeDraft(tx, id, actor.id, draft);
    });
    return true;
  } catch (thrown) {
    // Somebody else seeded or wrote the same case a moment ago; theirs stays.
    if (isUniqueViolation(thrown, "slug")) return false;
    throw thrown;
  }
}

/**
 * Writes the five starter case files as drafts, each where its slug is free: a second run changes nothing, and what
 * people made of one stays. Nobody's site publishes what nobody there has read, so publishing is left to people.
 * @param actor becomes their author, so a second person has to publish them.
 * @returns the slugs that were written now.
 * @throws AppError `not_allowed`.
 */
export async function seedStarterCases(actor: Actor): Promise<string[]> {
  assertMay(actor, "cases.edit");
  const slugs = STARTER_CASES.map((starter) => starter.slug);
  const taken = await findTakenSlugs(db(), slugs);
  const written: string[] = [];
  for (const starter of STARTER_CASES) {
    if (taken.has(starter.slug)) continue;
    if (await seedOne(actor, starter)) written.push(starter.slug);
  }
  return written;
}
