import { foldText } from "#lib/core/text/fold";
import type { TextRange } from "#lib/core/text/segments";

/** As platforms write them; the part before the at-sign of an e-mail address is no mention. */
const MENTION = /(?<![a-z0-9_.])[@＠]([\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)/giu;
/** More are a list of recipients, and say nothing of the text. */
const MAX_MENTIONS = 100;

export type NamedTexts = { account: string | null; accountName: string | null; text: string };

/**
 * The names that a document is found by, folded: its author's and those it mentions. Folding drops mentions from texts, so
 * that copies that are sent to other people stay copies; whoever searches for a name wants them.
 */
export function namesOf({ account, accountName, text }: NamedTexts): string {
  const mentions = findMentions(text).map(({ name }) => name);
  return foldText([accountName ?? "", account ?? "", ...new Set(mentions)].join(" "));
}

/** Names behind at-signs, with where they stand, the sign included. */
export function findMentions(text: string): (TextRange & { name: string })[] {
  if (!/[@＠]/u.test(text)) return [];
  return Array.from(text.matchAll(MENTION), ({ 0: whole, 1: name = "", index }) => ({
    name,
    start: index,
    end: index + whole.length,
  })).slice(0, MAX_MENTIONS);
}
