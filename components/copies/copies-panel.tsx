import Link from "next/link";
import { Card } from "#components/ui/card";
import type { ComparedWording, CopyPost, ExactCounts, PhrasingCounts } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { CopyDifference } from "./copy-difference";
import { LikenessNote } from "./likeness-note";
import { LoudMarks } from "./loud-marks";
import { PhrasingCountsLine } from "./phrasing-counts";
import { PostsTable } from "./posts-table";

type Props = {
  locale: Locale;
  copies: {
    wordingId: string;
    language: string | null;
    counts: PhrasingCounts | null;
    exact: ExactCounts & { first: CopyPost[] };
    near: ComparedWording[];
  };
  /** The post that the page is about; it is marked in the list. */
  currentPostId?: string;
};

/** Who else said it, word for word and nearly apart: a panel for the page of a post. */
export function CopiesPanel({ locale, copies, currentPostId }: Props) {
  const words = messages(locale).copies;
  const { wordingId, language, counts, exact, near } = copies;
  const isAlone = exact.posts < 2 && near.length === 0;
  return (
    <Card
      title={words.panel.title}
      aside={
        <Link href={`/${locale}/desk/copies?wording=${wordingId}`} prefetch={false} className="prose-link">
          {words.action}
        </Link>
      }
    >
      {isAlone ? (
        <p className="text-ink-soft">
          {words.panel.only} {words.sample}
        </p>
      ) : (
        <div className="flex flex-col gap-6">
          <div>
            {counts && <PhrasingCountsLine locale={locale} counts={counts} />}
            <p className="text-sm text-ink-faint">{words.sample}</p>
          </div>
          <section className="flex flex-col gap-2">
            <h3 className="font-semibold">
              {words.panel.exact}: {words.posts(exact.posts)}
            </h3>
            <PostsTable locale={locale} posts={exact.first} currentPostId={currentPostId} />
          </section>
          {near.length > 0 && (
            <section>
              <h3 className="font-semibold">
                {words.panel.near}: {words.wordings((counts?.wordings ?? near.length + 1) - 1)}
              </h3>
              <p className="mb-2 text-sm text-ink-faint">{words.compareLead}</p>
              <ul>
                {near.map((wording) => (
                  <li
                    key={wording.wordingId}
                    className="flex flex-col gap-2 border-t border-dotted border-edge py-3 first:border-t-0 first:pt-0"
                  >
                    <LikenessNote locale={locale} wording={wording} />
                    <CopyDifference locale={locale} {...wording.passages} language={language} />
                    <LoudMarks locale={locale} loud={wording.loud} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Link href={`/${locale}/desk/wordings/${wordingId}`} prefetch={false} className="prose-link self-start">
            {words.panel.allPosts}
          </Link>
        </div>
      )}
    </Card>
  );
}
