import { findAddressKeys } from "#lib/core/search/address-key";
import { findEmoji } from "#lib/core/search/emoji";
import { momentOf, startOfDay } from "#lib/core/search/filter-times";
import type { SearchFilters } from "#lib/core/search/search-index";
import { storableText } from "#lib/core/text/storable";

const DAY_MS = 86_400_000;
/** Longer values are cut by Meilisearch, and looking one up that is longer than a key of its database is an error. */
const MAX_VALUE_BYTES = 400;

/** Conditions that must all hold; null when nothing can meet them. */
export type MeiliFilter = string[] | null;

/** Filters in Meilisearch's language. Every value is quoted. */
export function toFilter(filters: SearchFilters): MeiliFilter {
  const conditions: string[] = [];
  let isImpossible = false;
  const anyOf = (field: string, values: readonly string[] | undefined) => {
    if (!values?.length) return;
    const condition = isOneOf(field, values);
    if (condition) conditions.push(condition);
    else isImpossible = true;
  };
  anyOf("kind", filters.kind);
  anyOf("platform", filters.platform);
  anyOf("account", filters.account);
  anyOf("hashtags", filters.hashtag);
  anyOf("language", filters.language);
  anyOf("outcome", filters.outcome);
  anyOf("caseIds", filters.caseId);
  anyOf("wordingId", filters.wordingId);
  anyOf("phrasingId", filters.phrasingId);
  anyOf("suppliedBy", filters.suppliedBy);
  if (filters.hasCopies) conditions.push("copies > 1");
  const from = startOfDay(filters.from);
  const to = startOfDay(filters.to);
  if (from) conditions.push(`at >= ${from.getTime()}`);
  if (to) conditions.push(`at < ${to.getTime() + DAY_MS}`);
  const [since, until] = [momentOf(filters.since), momentOf(filters.until)];
  if (since) conditions.push(`at >= ${since.getTime()}`);
  if (until) conditions.push(`at <= ${until.getTime()}`);
  return isImpossible ? null : conditions;
}

/** Narrows to documents that may have a literal: by its emoji and by how its addresses begin. */
export function mayHaveLiterals(literals: readonly string[]): string[] {
  const emoji = literals.flatMap(findEmoji).map((each) => `emoji = ${quote(each)}`);
  const addresses = literals.flatMap(findAddressKeys).filter(isUsable);
  return [...emoji, ...addresses.map((key) => `addresses STARTS WITH ${quote(key)}`)];
}

/** @returns null when no value is one that could be there. */
export function isOneOf(field: string, values: readonly string[]): string | null {
  const usable = values.map(storableText).filter(isUsable);
  return usable.length > 0 ? `${field} IN [${usable.map(quote).join(", ")}]` : null;
}

const isUsable = (value: string) =>
  value.trim() !== "" && Buffer.byteLength(value.normalize("NFKD")) <= MAX_VALUE_BYTES;
const quote = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
