import { contentLocaleOf } from "#components/case/case-page";
import { claimAnchor } from "#components/case/claims";
import { artifactHref, pictureOf } from "#components/case/exhibit-facts";
import { findWords } from "#components/case/words";
import { casePath } from "#lib/core/cases/case-path";
import { scriptSafeJson, structuredData } from "#lib/core/cases/structured-data";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

type StructuredDataProps = { snapshot: CaseSnapshot; locale: Locale; origin: string };

/** The case file for machines: schema.org Article and ClaimReview as JSON-LD. React writes a script's text as it is. */
export function StructuredData({ snapshot, locale, origin }: StructuredDataProps) {
  const { common, evidence } = messages(locale);
  const contentLocale = contentLocaleOf(snapshot, locale);
  const words = (text: Parameters<typeof findWords>[0]) => findWords(text, contentLocale)?.text ?? "";
  const url = `${origin}${casePath(locale, snapshot.slug)}`;
  const data = structuredData({
    locale: contentLocale,
    url,
    revisionUrl: `${origin}${casePath(locale, snapshot.slug, snapshot.revision.number)}`,
    headline: words(snapshot.title),
    description: words(snapshot.standfirst),
    publishedAt: snapshot.firstPublishedAt,
    revisedAt: snapshot.revision.publishedAt,
    newsroom: common.product,
    pictures: snapshot.exhibits.flatMap((exhibit) => {
      const picture = pictureOf(exhibit);
      return picture ? [`${origin}${artifactHref(picture.id)}`] : [];
    }),
    claims: snapshot.claims.map((claim, at) => ({
      url: `${url}#${claimAnchor(at + 1)}`,
      statement: words(claim.statement),
      claimant: words(claim.claimant),
      saidOn: claim.saidOn,
      sourceUrl: claim.sourceUrl,
      verdict: claim.verdict,
      verdictLabel: evidence.verdict[claim.verdict],
      reasons: words(claim.reasons),
    })),
  });
  return <script type="application/ld+json">{scriptSafeJson(data)}</script>;
}
