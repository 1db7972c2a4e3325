import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { FOLD_VERSION } from "#lib/core/text/fold";

/** Raise it when documents or shadow words are made in another way; changed settings are noticed by themselves. */
const DOCUMENT_VERSION = 1;

/** Searched without forgiveness. A title weighs most, then names, then the text (`attributeRank`). */
export const WORD_FIELDS = ["titleWords", "nameWords", "textWords", "otherForms"] as const;
/** Searched besides when nothing else was found. */
export const NEAR_FIELD = "nearWords";

/** What is shown of a document; the rest of it is for Meilisearch. */
export const SHOWN_FIELDS = [
  "id",
  "kind",
  "entityId",
  "title",
  "text",
  "platform",
  "account",
  "accountName",
  "hashtags",
  "language",
  "outcome",
  "url",
  "captureId",
  "caseIds",
  "wordingId",
  "phrasingId",
  "copies",
  "suppliedBy",
  "at",
  "family",
] as const;

/** Results in all that can be counted and paged through. */
export const MAX_TOTAL = 20_000_000;
export const MAX_FACET_VALUES = 20;

/**
 * How Meilisearch keeps an archive. Everything that searching relies on is set here, nothing by hand on the server.
 * - The article needs no stop word: it is off the words before they come here (shadow-words.ts).
 * - Filters compare only what has to be compared: levels for ranges cost space and time. Numbers get them whatever is
 *   set here (tried with 1.50), so sketch keys, which are many, are kept as text.
 * - One per phrasing is asked for by each query (`distinct: family`), not set for the index.
 * - Arabic script is Arabic. Left to guess, Meilisearch takes short texts for Persian now and then and spells ي and ك
 *   another way in them, so that a word in one text does not find itself in another.
 */
export const SETTINGS = {
  searchableAttributes: [...WORD_FIELDS, NEAR_FIELD],
  displayedAttributes: [...SHOWN_FIELDS, "bands"],
  filterableAttributes: [
    {
      attributePatterns: [
        "bands",
        "emoji",
        "addresses",
        "wordingId",
        "phrasingId",
        "family",
        "during",
        "patchedDuring",
      ],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ["kind", "platform", "account", "hashtags", "language", "outcome", "caseIds", "suppliedBy"],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ["at", "copies"],
      features: { facetSearch: false, filter: { equality: false, comparison: true } },
    },
  ],
  sortableAttributes: ["at", "copies", "family"],
  // A wished order goes before everything; without one the words decide, and of equals the newest comes first.
  rankingRules: ["sort", "words", "typo", "attributeRank", "proximity", "exactness", "at:desc"],
  distinctAttribute: null,
  stopWords: [],
  synonyms: {},
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["ara"] }],
  proximityPrecision: "byWord",
  prefixSearch: "indexingTime",
  facetSearch: false,
  // The same slips as in lib/core/search/near-words.ts; a number one digit away is another number.
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnWords: [],
    disableOnAttributes: [...WORD_FIELDS],
    disableOnNumbers: true,
  },
  faceting: { maxValuesPerFacet: MAX_FACET_VALUES, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: MAX_TOTAL },
  // Ordering is given up then, never finding.
  searchCutoffMs: 500,
} satisfies Settings;

/** What an index has to be made by to be searched by this version of Daleel. */
export const INDEX_VERSION = createHash("sha256")
  .update(JSON.stringify([SETTINGS, DOCUMENT_VERSION, FOLD_VERSION, SKETCH_VERSION]))
  .digest("hex")
  .slice(0, 16);
