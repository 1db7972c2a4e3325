import { randomUUID } from "node:crypto";
import { isSlug, suggestSlug } from "#lib/core/cases/slug";
import { insertCase, isUniqueViolation } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { createCaseInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";

/**
 * Starts a case file: a draft with a title and nothing else.
 * @param input createCaseInput; without a slug one is proposed from the English title.
 * @throws AppError `not_allowed`, `bad_input`, `slug_taken`.
 */
export async function createCase(actor: Actor, input: unknown): Promise<{ id: string; slug: string }> {
  assertMay(actor, "cases.edit");
  const { title, slug: wanted, isSample } = parseInput(createCaseInput, input);
  if (wanted && !isSlug(wanted)) {
    throw new AppError("bad_input", `Not a slug: ${wanted}`, { fields: { slug: "slug" } });
  }
  const suffix = randomUUID().slice(0, 6);
  const slug = wanted || suggestSlug(title.en ?? "", `case-${suffix}`);
  const insert = (free: string) =>
    db().$transaction((tx) => insertCase(tx, { slug: free, title, isSample, personId: actor.id }));
  try {
    return await insert(slug);
  } catch (thrown) {
    if (!isUniqueViolation(thrown, "slug")) throw thrown;
    // A proposed address may be changed by us; one that somebody chose is theirs to change.
    if (wanted) throw new AppError("slug_taken", `Slug in use: ${slug}`, { slug }, { cause: thrown });
    return insert(`${slug}-${suffix}`);
  }
}
