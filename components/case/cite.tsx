import { CopyButton } from "#components/ui/copy-button";
import { Hash } from "#components/ui/hash";
import { Time } from "#components/ui/time";
import { casePath, revisionDataPath } from "#lib/core/cases/case-path";
import { formatDay } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type CitationFacts = { title: string; slug: string; number: number; publishedAt: string };

/**
 * The line that somebody who quotes a case file puts under the quotation.
 * @param origin of the site, without a trailing slash.
 * @returns the line without and with the permanent address, and that address, which shows this revision whatever is corrected later.
 */
export function citation(
  origin: string,
  locale: Locale,
  facts: CitationFacts,
): { words: string; url: string; text: string } {
  const url = `${origin}${casePath(locale, facts.slug, facts.number)}`;
  const day = formatDay(locale, facts.publishedAt.slice(0, 10));
  const words = messages(locale).reader.cite.text(facts.title, facts.number, day);
  return { words, url, text: `${words} ${url}` };
}

type CiteProps = {
  facts: CitationFacts & { firstPublishedAt: string };
  sha256: string;
  origin: string;
  locale: Locale;
};

/** How to cite: the line to copy, the permanent address, the dates, and the revision as data with its hash. */
export function Cite({ facts, sha256, origin, locale }: CiteProps) {
  const { reader, common } = messages(locale);
  const t = reader.cite;
  const copy = { label: common.actions.copy, copiedLabel: common.actions.copied };
  const { words, text, url } = citation(origin, locale, facts);
  return (
    <div className="space-y-4">
      <p className="text-base text-ink-soft">{t.lead}</p>
      <div className="flex items-start gap-2 border-s-2 border-stamp bg-sheet p-4">
        <p className="grow select-all font-serif text-lg">
          {words}{" "}
          <bdi dir="ltr" className="break-all">
            {url}
          </bdi>
        </p>
        <CopyButton value={text} {...copy} className="print-hidden" />
      </div>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[10rem_1fr]">
        <dt className="font-semibold text-ink-soft">{t.permanent}</dt>
        <dd className="min-w-0">
          <a className="prose-link print:after:content-none!" href={casePath(locale, facts.slug, facts.number)}>
            <bdi dir="ltr" className="break-all font-mono">
              {url}
            </bdi>
          </a>
        </dd>
        <dt className="font-semibold text-ink-soft">{t.published}</dt>
        <dd>
          <Time locale={locale} at={facts.firstPublishedAt} />
        </dd>
        {facts.number > 1 ? (
          <>
            <dt className="font-semibold text-ink-soft">
              {t.revised} ({reader.case.revisionNumber(facts.number)})
            </dt>
            <dd>
              <Time locale={locale} at={facts.publishedAt} />
            </dd>
          </>
        ) : null}
        <dt className="font-semibold text-ink-soft">
          <a className="prose-link" href={revisionDataPath(facts.slug, facts.number)}>
            {t.asData}
          </a>
        </dt>
        <dd className="min-w-0">
          <span className="text-ink-faint">SHA-256 </span>
          <Hash value={sha256} />
        </dd>
      </dl>
    </div>
  );
}
