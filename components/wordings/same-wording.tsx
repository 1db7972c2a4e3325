import Link from "next/link";
import { Card } from "#components/ui/card";
import type { SameWording } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { TimeStrip } from "./time-strip";
import { WordingCounts } from "./wording-counts";
import { WordingPosts } from "./wording-posts";

type Props = {
  locale: Locale;
  /** Null when nothing has these words (a post without words). */
  same: SameWording | null;
  /** The post that the page is about; it is marked in the list. */
  currentPostId?: string;
};

/** Posts shown on another thing's page; all of them are on the wording's own. */
const MAX_POSTS = 8;

/** Who else said exactly this: a panel for the page of a capture. */
export function SameWordingPanel({ locale, same, currentPostId }: Props) {
  const { wording } = messages(locale).search;
  const isAlone = !same || same.posts.length < 2;
  return (
    <Card title={wording.title}>
      {isAlone ? (
        <p className="text-ink-soft">
          {wording.only} {wording.sample}
        </p>
      ) : (
        <div className="flex flex-col gap-4">
          <WordingCounts locale={locale} same={same} />
          <TimeStrip locale={locale} times={same.posts.flatMap((post) => post.postedAt ?? [])} />
          <WordingPosts locale={locale} posts={same.posts.slice(0, MAX_POSTS)} currentPostId={currentPostId} />
          <Link href={`/${locale}/desk/wordings/${same.wordingId}`} className="prose-link self-start">
            {wording.all} ({same.posts.length})
          </Link>
        </div>
      )}
    </Card>
  );
}
