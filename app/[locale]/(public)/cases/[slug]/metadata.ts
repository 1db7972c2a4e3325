import type { Metadata } from "next";
import { contentLocaleOf } from "#components/case/case-page";
import { artifactHref, pictureOf } from "#components/case/exhibit-facts";
import { findWords } from "#components/case/words";
import { casePath } from "#lib/core/cases/case-path";
import { plainText } from "#lib/core/cases/structured-data";
import { LOCALE_LIST, LOCALES, type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

/**
 * What browsers, search engines and messengers show of a case file. The canonical address is the case's own, on older
 * revisions too; those are not indexed.
 */
export function caseMetadata(snapshot: CaseSnapshot, locale: Locale, origin: string, olderNumber?: number): Metadata {
  const { reader, common } = messages(locale);
  const contentLocale = contentLocaleOf(snapshot, locale);
  const isRetracted = snapshot.status === "retracted";
  const own = plainText(findWords(snapshot.title, contentLocale)?.text ?? snapshot.slug);
  const title = isRetracted ? reader.retracted.title : own;
  const description = isRetracted
    ? reader.retracted.body
    : plainText(findWords(snapshot.standfirst, contentLocale)?.text ?? "");
  const url = `${origin}${casePath(locale, snapshot.slug)}`;
  const picture = snapshot.exhibits.map(pictureOf).find((each) => each !== null);
  return {
    title,
    description,
    alternates: {
      canonical: url,
      languages: Object.fromEntries(LOCALE_LIST.map((each) => [each, `${origin}${casePath(each, snapshot.slug)}`])),
    },
    robots: isRetracted || olderNumber !== undefined ? { index: false } : undefined,
    openGraph: {
      type: "article",
      title,
      description,
      url,
      siteName: common.product,
      locale: LOCALES[locale].intl.slice(0, 5).replace("-", "_").replace(/^ar.*/, "ar"),
      alternateLocale: otherLocale(locale),
      publishedTime: snapshot.firstPublishedAt,
      modifiedTime: snapshot.revision.publishedAt,
      images: picture
        ? [{ url: `${origin}${artifactHref(picture.id)}`, width: picture.width, height: picture.height }]
        : undefined,
    },
  };
}
