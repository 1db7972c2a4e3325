import Link from "next/link";
import { CopyDifference } from "#components/copies/copy-difference";
import { LoudMarks } from "#components/copies/loud-marks";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import type { AccountName, SharedByTwo, TiedPost } from "#lib/core/spread/views";
import { textDirection } from "#lib/core/text/direction";
import { formatDuration } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { AddToCase } from "../captures/[id]/add-to-case";

type Props = {
  locale: Locale;
  a: AccountName;
  b: AccountName;
  shared: SharedByTwo;
  cases: { id: string; title: string }[];
  /** Not all of their posts were counted. */
  isNarrowed: boolean;
};

/** The two posts of one phrasing that are closest together, side by side, and what differs between them. */
export function SharedPosts({ locale, a, b, shared, cases, isNarrowed }: Props) {
  const { tie: words } = messages(locale).spread;
  const { phrasing, gapMs, isSameWording, loud, postsOfA, postsOfB } = shared;
  const apart =
    gapMs === null ? words.noGap : gapMs < 1_000 ? words.together : words.apart(formatDuration(locale, gapMs));
  return (
    <article className="border-t-2 border-ink pt-3">
      <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="font-serif text-lg font-semibold">{apart}</strong>
        {isSameWording && <Mark icon="check">{words.sameWording}</Mark>}
      </p>
      {loud.length > 0 && (
        <div className="mb-3">
          <LoudMarks locale={locale} loud={loud} />
        </div>
      )}
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-2">
        <Side locale={locale} account={a} post={shared.a} cases={cases} />
        <Side
          locale={locale}
          account={b}
          post={shared.b}
          cases={cases}
          comparedWith={isSameWording ? null : shared.a.text}
        />
      </div>
      <p className="mt-3 flex flex-wrap gap-x-4 text-sm text-ink-faint">
        {postsOfA + postsOfB > 2 && (
          <span>{(isNarrowed ? words.moreCounted : words.more)(postsOfA, postsOfB, a.handle, b.handle)}</span>
        )}
        <Link href={`/${locale}/desk/phrasings/${phrasing.id}`} prefetch={false} className="prose-link">
          {words.phrasing}
        </Link>
      </p>
    </article>
  );
}

type SideProps = Pick<Props, "locale" | "cases"> & {
  account: AccountName;
  post: TiedPost;
  /** The other post's text, when this one is to be laid over it. */
  comparedWith?: string | null;
};

function Side({ locale, account, post, cases, comparedWith }: SideProps) {
  const { captures, evidence, search, spread } = messages(locale);
  const { text } = post;
  return (
    <section aria-label={`@${account.handle}`} className="min-w-0">
      <p className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <bdi dir="ltr" className="font-semibold">
          @{account.handle}
        </bdi>
        <span className="text-sm text-ink-faint">
          {post.postedAt ? <Time locale={locale} at={post.postedAt} /> : spread.noTime}
        </span>
        {post.availability !== "content" && <OutcomeMark locale={locale} outcome={post.availability} />}
      </p>
      {text === null ? (
        <p className="text-ink-soft">{captures.noText}</p>
      ) : comparedWith ? (
        <CopyDifference locale={locale} chosen={comparedWith} copy={text} language={post.language} />
      ) : (
        <p
          dir={textDirection(text)}
          lang={post.language ?? undefined}
          className="max-w-measure text-start font-serif text-lg wrap-anywhere whitespace-pre-line"
        >
          {text}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        {post.captureId ? (
          <Link href={`/${locale}/desk/captures/${post.captureId}`} prefetch={false} className="prose-link">
            {search.openCapture}
          </Link>
        ) : (
          <span className="text-ink-faint">{spread.tie.noCapture}</span>
        )}
        <a href={post.url} rel="noopener noreferrer nofollow external" className="text-ink-soft hover:underline">
          {evidence.livePage}
        </a>
        {post.captureId && (
          <AddToCase
            locale={locale}
            target={{ kind: "post", postId: post.id, captureId: post.captureId }}
            cases={cases}
            suggestedCaseId={undefined}
            isSmall
          />
        )}
      </div>
    </section>
  );
}
