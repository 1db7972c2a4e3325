import { db } from "#lib/data/client";
import { type ChosenRow, findExhibitTarget, findTextOfPost, findTextOfWording } from "#lib/data/copies";
import { AppError } from "#lib/errors";
import { type CopiesInput, MAX_COPIES_CHARS } from "#lib/schemas/copies-query";

/**
 * The text whose copies are looked for. Of an article the first 100,000 characters; a capture of many posts has no one text.
 * @throws AppError `not_found` when there is no such thing or it has no text of its own.
 */
export async function readChosenText(input: CopiesInput): Promise<ChosenRow> {
  if ("text" in input) return { text: input.text, language: null, captureId: null };
  const chosen = await readStored(input);
  if (!chosen) throw new AppError("not_found", `No text of its own: ${JSON.stringify(input)}`);
  return chosen;
}

async function readStored(input: Exclude<CopiesInput, { text: string }>): Promise<ChosenRow | null> {
  if ("postId" in input) return findTextOfPost(db(), input.postId);
  if ("wordingId" in input) return findTextOfWording(db(), input.wordingId);
  const exhibit = await findExhibitTarget(db(), input.exhibitId);
  if (!exhibit) return null;
  if (exhibit.wordingId) return findTextOfWording(db(), exhibit.wordingId);
  if (exhibit.postId) return findTextOfPost(db(), exhibit.postId);
  const { capture } = exhibit;
  if (!capture) return null;
  const [only, another] = capture.observations;
  if (only && !another) return findTextOfPost(db(), only.postId);
  if (capture.source.kind !== "web_page" || !capture.text) return null;
  return { text: capture.text.slice(0, MAX_COPIES_CHARS), language: capture.language, captureId: capture.id };
}
