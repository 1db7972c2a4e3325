import type { Verdict } from "#lib/core/cases/verdicts";

/** Where a verdict stands on the scale of 1 to 5; the two that say "we do not know" stand nowhere on it. */
const RATING: Record<Verdict, number | null> = {
  true: 5,
  mostly_true: 4,
  misleading: 2,
  false: 1,
  unproven: null,
  cannot_be_checked: null,
};

export type ArticleFacts = {
  locale: string;
  /** Absolute address of the page. */
  url: string;
  /** Absolute address of this revision. */
  revisionUrl: string;
  headline: string;
  description: string;
  publishedAt: string;
  revisedAt: string;
  newsroom: string;
  /** Absolute addresses. */
  pictures: string[];
  claims: ClaimFacts[];
};

export type ClaimFacts = {
  /** Absolute address of the claim on the page. */
  url: string;
  statement: string;
  claimant: string;
  saidOn: string | null;
  sourceUrl: string | null;
  verdict: Verdict;
  /** The verdict in words. */
  verdictLabel: string;
  reasons: string;
};

/**
 * What machines read of a case file: an Article and one ClaimReview per claim.
 * Types and members: https://schema.org/Article, https://schema.org/ClaimReview. A verdict that is no place on a scale
 * carries its words and no number.
 */
export function structuredData(facts: ArticleFacts): object {
  const newsroom = { "@type": "NewsMediaOrganization", name: plainText(facts.newsroom) };
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Article",
        "@id": facts.url,
        url: facts.url,
        mainEntityOfPage: facts.url,
        headline: plainText(facts.headline),
        description: plainText(facts.description),
        inLanguage: facts.locale,
        datePublished: facts.publishedAt,
        dateModified: facts.revisedAt,
        version: facts.revisionUrl,
        publisher: newsroom,
        ...(facts.pictures.length > 0 ? { image: facts.pictures } : {}),
      },
      ...facts.claims.map((claim) => claimReview(claim, facts, newsroom)),
    ],
  };
}

function claimReview(claim: ClaimFacts, facts: ArticleFacts, newsroom: object): object {
  const rating = RATING[claim.verdict];
  return {
    "@type": "ClaimReview",
    "@id": claim.url,
    url: claim.url,
    inLanguage: facts.locale,
    datePublished: facts.revisedAt,
    author: newsroom,
    claimReviewed: plainText(claim.statement),
    reviewBody: plainText(claim.reasons),
    itemReviewed: {
      "@type": "Claim",
      // Ministries, newspapers and "unofficial sources" alike: no type is named that we do not know.
      author: { name: plainText(claim.claimant) },
      ...(claim.saidOn ? { datePublished: claim.saidOn } : {}),
      ...(claim.sourceUrl ? { appearance: { "@type": "CreativeWork", url: claim.sourceUrl } } : {}),
    },
    reviewRating: {
      "@type": "Rating",
      ...(rating === null ? {} : { ratingValue: rating, bestRating: 5, worstRating: 1 }),
      alternateName: claim.verdictLabel,
    },
  };
}

/** Letters that change the order of other text without being seen: marks, embeddings, overrides, isolates. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** One line of text for places that cannot isolate directions (titles, descriptions, data): no bidi controls, no breaks. */
export function plainText(text: string): string {
  return text.replace(BIDI_CONTROLS, "").replace(/\s+/g, " ").trim();
}

/**
 * JSON that can stand inside a `<script>` element whatever its strings hold: nothing in it can end the element or open
 * a comment (HTML, "restrictions for contents of script elements"), and no bidi control shows its source in a false order.
 * The result parses to the same value.
 */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
