import type { FacetField } from "#lib/core/search/search-index";
import type { SearchNames } from "#lib/core/search/views";
import { findCaseTitles } from "#lib/data/cases";
import { db } from "#lib/data/client";
import { findHashtagTexts } from "#lib/data/hit-facts";
import { isUuid } from "#lib/schemas/ids";
import { readLocalized } from "#lib/schemas/localized";

/** What case ids and folded hashtags are called: everything else is a name already or has a word of its own. */
export async function nameValues(values: Partial<Record<FacetField, readonly string[]>>): Promise<SearchNames> {
  const [titles, texts] = await Promise.all([
    findCaseTitles(db(), (values.caseId ?? []).filter(isUuid)),
    findHashtagTexts(db(), values.hashtag ?? []),
  ]);
  return {
    cases: Object.fromEntries([...titles].map(([id, title]) => [id, readLocalized(title)])),
    hashtags: Object.fromEntries(texts),
  };
}
