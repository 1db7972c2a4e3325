import { capturesOf, exhibitAnchor, labelOf, pictureOf, postsOf } from "#components/case/exhibit-facts";
import { ExhibitLinks } from "#components/case/exhibit-links";
import { PostMedia } from "#components/case/exhibit-media";
import { ExhibitPicture } from "#components/case/exhibit-picture";
import { Byline, Gone, PostText } from "#components/case/exhibit-post";
import { SuppliedBody } from "#components/case/exhibit-supplied";
import { Strip, WordingCounts, WordingPosts } from "#components/case/exhibit-wording";
import { LaterLine } from "#components/case/later-line";
import { Words } from "#components/case/words";
import { CaptureProofs } from "#components/evidence/capture-proofs";
import { ReplayFrame } from "#components/evidence/replay-frame";
import { readableAddress } from "#lib/core/captures/readable-address";
import type { ProofFacts } from "#lib/core/evidence/proof-facts";
import { formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CapturedExhibit, SnapshotCapture, SnapshotExhibit } from "#lib/schemas/case-snapshot";

type ExhibitProps = {
  exhibit: SnapshotExhibit;
  locale: Locale;
  contentLocale: Locale;
  /** How each capture is proved now, by its id. */
  proofs: Readonly<Record<string, ProofFacts>>;
};

const OPEN_POSTS = 5;
const EXCERPT_LETTERS = 600;

/** "Captured 3 July 2018, 14:02:11 UTC from x.com/… · asked for by the desk". */
export function CapturedLine({ capture, locale }: { capture: SnapshotCapture; locale: Locale }) {
  const t = messages(locale).reader.exhibit;
  // The address is isolated by letters and not by an element: the sentence is one string of the dictionary.
  const address = `\u2068${readableAddress(capture.finalUrl)}\u2069`;
  return (
    <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
      <time dateTime={capture.capturedAt}>{t.captured(formatTime(locale, capture.capturedAt), address)}</time>
      {capture.outcome === "partial" ? <span className="text-warn"> {t.partial}</span> : null}
      {capture.way && capture.way !== "browser" ? (
        <span className="block text-ink">{messages(locale).platforms.public[capture.way]}</span>
      ) : null}
    </p>
  );
}

/** What was captured, in words: a post, the posts of a hashtag, or the beginning of an article. */
function CapturedWords({ exhibit, locale }: { exhibit: CapturedExhibit; locale: Locale }) {
  const t = messages(locale).reader.exhibit;
  if (exhibit.kind === "wording") {
    return (
      <div className="space-y-4">
        <PostText post={{ text: exhibit.wording.text, language: exhibit.wording.posts[0]?.language ?? null }} />
        <WordingCounts exhibit={exhibit} locale={locale} />
        <Strip exhibit={exhibit} locale={locale} />
      </div>
    );
  }
  const posts = postsOf(exhibit);
  const { capture } = exhibit;
  if (posts.length === 0) {
    const text =
      capture.text && capture.text.length > EXCERPT_LETTERS
        ? `${capture.text.slice(0, EXCERPT_LETTERS)}…`
        : capture.text;
    return (
      <div className="space-y-2">
        {capture.title ? (
          <p dir="auto" className="font-serif text-lg font-semibold">
            {capture.title}
          </p>
        ) : null}
        <PostText post={{ text, language: capture.language }} />
      </div>
    );
  }
  const rest = posts.slice(OPEN_POSTS);
  const row = (post: (typeof posts)[number]) => (
    <li key={post.postId} className="space-y-1 py-3 first:pt-0">
      <Byline post={post} locale={locale} />
      <PostText post={post} />
      <PostMedia post={post} locale={locale} />
      {capture.later?.state !== "unavailable" && <Gone post={post} locale={locale} />}
    </li>
  );
  return (
    <div>
      {posts.length > 1 ? (
        <p className="mb-3 text-sm text-ink-soft">
          <strong className="font-semibold text-ink">{t.collected(posts.length)}</strong> · {t.sample}
        </p>
      ) : null}
      <ol className="divide-y divide-hairline">{posts.slice(0, OPEN_POSTS).map(row)}</ol>
      {rest.length > 0 ? (
        <details className="border-t border-hairline pt-2">
          <summary className="text-sm font-medium">{t.morePosts(rest.length)}</summary>
          <ol className="divide-y divide-hairline pt-3">{rest.map(row)}</ol>
        </details>
      ) : null}
    </div>
  );
}

/** What an exhibit proves and what it does not: the two are always said together. */
function Proves({ exhibit, locale }: { exhibit: CapturedExhibit; locale: Locale }) {
  const t = messages(locale).reader.exhibit;
  const isPost = exhibit.kind === "post" || (exhibit.kind === "capture" && exhibit.posts.length > 0);
  const [proves, not] =
    exhibit.kind === "wording"
      ? [t.provesWording(exhibit.wording.posts.length), t.provesNotWording]
      : isPost
        ? [t.provesPost, t.provesNotPost]
        : [t.provesPage, t.provesNotPage];
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      <div>
        <dt className="font-semibold">{t.proves}</dt>
        <dd className="text-ink-soft">{proves}</dd>
      </div>
      <div>
        <dt className="font-semibold">{t.provesNot}</dt>
        <dd className="text-ink-soft">{not}</dd>
      </div>
    </dl>
  );
}

/** One exhibit whole: picture, what was captured, when and by whom, its proof, archived copy, live page. */
export function ExhibitDetail({ exhibit, locale, contentLocale, proofs }: ExhibitProps) {
  const t = messages(locale).reader.exhibit;
  const headingId = `${exhibitAnchor(exhibit.number)}-title`;
  return (
    <article
      id={exhibitAnchor(exhibit.number)}
      aria-labelledby={headingId}
      className="scroll-mt-6 border-t border-hairline pt-4"
    >
      <h3 id={headingId} className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <span className="font-serif text-xl font-semibold">{t.number(exhibit.number)}</span>
        <span className="text-sm text-ink-faint">
          {t.kind[exhibit.kind]} · <bdi>{labelOf(exhibit)}</bdi>
        </span>
      </h3>
      <div
        className={pictureOf(exhibit) ? "grid gap-x-8 gap-y-5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]" : undefined}
      >
        {pictureOf(exhibit) ? (
          <ExhibitPicture exhibit={exhibit} locale={locale} sizes="(min-width: 48rem) 20rem, 92vw" />
        ) : null}
        <div className="min-w-0 space-y-4">
          <p className="font-serif text-lg empty:hidden">
            <Words text={exhibit.caption} locale={contentLocale} />
          </p>
          {exhibit.kind === "supplied" ? (
            <SuppliedBody exhibit={exhibit} locale={locale} />
          ) : (
            <CapturedBody exhibit={exhibit} locale={locale} proofs={proofs} />
          )}
        </div>
      </div>
    </article>
  );
}

type CapturedProps = { exhibit: CapturedExhibit; locale: Locale; proofs: ExhibitProps["proofs"] };

function CapturedBody({ exhibit, locale, proofs }: CapturedProps) {
  const captures = capturesOf(exhibit);
  const newest = captures.at(-1);
  const recording = newest?.artifacts.find(({ role }) => role === "wacz");
  return (
    <>
      <CapturedWords exhibit={exhibit} locale={locale} />
      {exhibit.kind === "wording" ? <WordingPosts exhibit={exhibit} locale={locale} /> : null}
      {newest && exhibit.kind !== "wording" ? (
        <>
          <CapturedLine capture={newest} locale={locale} />
          <LaterLine capture={newest} locale={locale} />
          <ExhibitLinks capture={newest} locale={locale} />
          {recording ? <ReplayFrame locale={locale} address={`/api/artifacts/${recording.id}`} /> : null}
        </>
      ) : null}
      <CaptureProofs
        locale={locale}
        captures={captures.flatMap(({ captureId }) => proofs[captureId] ?? [])}
        group={exhibit.id}
      />
      <Proves exhibit={exhibit} locale={locale} />
    </>
  );
}
