import { createHash } from "node:crypto";
import { findAddressKeys } from "#lib/core/search/address-key";
import { findEmoji } from "#lib/core/search/emoji";
import type { FacetField, SearchDoc } from "#lib/core/search/search-index";

/** PostgreSQL allows 2046 bytes; nobody reads words that long. */
const MAX_WORD_CHARS = 200;
const MAX_VALUE_CHARS = 100;

const MARKS: Record<FacetField, string> = {
  kind: "k",
  platform: "p",
  account: "a",
  hashtag: "h",
  language: "l",
  outcome: "o",
  caseId: "c",
  suppliedBy: "s",
};

/** Has more than one copy; kept up by patches too. */
export const COPIED = "=copied";

/**
 * A value of a filter as a lexeme beside the words, so that one index narrows by both. No word begins with `=`:
 * folded words hold letters and digits only.
 */
export function markOf(field: FacetField, value: string): string {
  return `=${MARKS[field]}:${value.length > MAX_VALUE_CHARS ? createHash("sha256").update(value).digest("hex") : value}`;
}

/** Addresses are not counted among the words: nearly every one is in one document only. */
export const ADDRESS_MARK = "=u:";

/** What folding drops from a text and people search for all the same, as lexemes: emoji. */
export const emojiMarks = (text: string) => findEmoji(text).map((emoji) => `=e:${emoji}`);
/** And addresses. */
export const addressMarks = (text: string) => findAddressKeys(text).map((key) => `${ADDRESS_MARK}${key}`);

/** Every mark of a document. */
export function marksOf(doc: Omit<SearchDoc, "bands">): string[] {
  const written = `${doc.title ?? ""} ${doc.url} ${doc.text}`;
  const one = (field: FacetField, value: string | null) => (value === null ? [] : [markOf(field, value)]);
  return [
    ...one("kind", doc.kind),
    ...one("platform", doc.platform),
    ...one("account", doc.account),
    ...one("language", doc.language),
    ...one("outcome", doc.outcome),
    ...one("suppliedBy", doc.suppliedBy),
    ...doc.hashtags.map((tag) => markOf("hashtag", tag)),
    ...doc.caseIds.map((id) => markOf("caseId", id)),
    ...emojiMarks(written),
    ...addressMarks(written),
    ...(doc.copies > 1 ? [COPIED] : []),
  ];
}

/** A word as short as PostgreSQL takes it; documents and queries are cut alike. */
export function cutWord(word: string): string {
  return word.length <= MAX_WORD_CHARS ? word : word.slice(0, MAX_WORD_CHARS).toWellFormed();
}

const UNSAFE = /[\0\\']/;

/** A lexeme in the text form of tsvector and tsquery. */
export function quoteLexeme(lexeme: string): string {
  if (lexeme.isWellFormed() && !UNSAFE.test(lexeme)) return `'${lexeme}'`;
  return `'${lexeme.toWellFormed().replaceAll("\0", "").replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
