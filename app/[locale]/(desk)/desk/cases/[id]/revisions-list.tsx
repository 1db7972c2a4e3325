"use client";

import Link from "next/link";
import { Hash } from "#components/ui/hash";
import { Time } from "#components/ui/time";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseForDesk } from "#lib/services/cases/get-case";

/** Everything that was published, newest first, with who wrote and who published it. */
export function RevisionsList({ locale, caseFile }: { locale: Locale; caseFile: CaseForDesk }) {
  const { cases, evidence } = messages(locale);
  const words = cases.revisions;
  if (caseFile.revisions.length === 0) return <p className="text-sm text-ink-faint">{words.empty}</p>;
  return (
    <ol className="flex flex-col gap-4">
      {[...caseFile.revisions].reverse().map((revision) => (
        <li key={revision.number} className="text-sm">
          <p className="text-base font-semibold">
            {words.revision(revision.number)} · {words.kind[revision.kind]}
          </p>
          <p className="text-ink-soft">
            <Time locale={locale} at={revision.publishedAt} />
          </p>
          <p className="text-ink-soft">
            {words.writtenBy} <bdi>{revision.authoredBy}</bdi> · {words.publishedBy} <bdi>{revision.publishedBy}</bdi>
          </p>
          {(revision.note[locale] || revision.note[otherLocale(locale)]) && (
            <p dir="auto" className="mt-1">
              {revision.note[locale] || revision.note[otherLocale(locale)]}
            </p>
          )}
          <p className="mt-1 flex flex-wrap items-center gap-3">
            <Link href={`/${locale}/cases/${caseFile.draft.slug}/r/${revision.number}`} className="prose-link">
              {words.read}
            </Link>
            <Hash short value={revision.sha256} copy={{ label: evidence.copyHash, copiedLabel: evidence.hashCopied }} />
          </p>
        </li>
      ))}
    </ol>
  );
}
