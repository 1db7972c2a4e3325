import { artifactHref } from "#components/case/exhibit-facts";
import { Byline } from "#components/case/exhibit-post";
import { Icon } from "#components/ui/icon";
import { formatNumber, formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotCapture, SnapshotExhibit, SnapshotPost } from "#lib/schemas/case-snapshot";

type WordingExhibit = Extract<SnapshotExhibit, { kind: "wording" }>;
type WordingProps = { exhibit: WordingExhibit; locale: Locale };

/** Posts shown at once; the rest is one key away. */
const OPEN_POSTS = 12;
const STRIP_WIDTH = 640;

/** One mark per dated post; time runs in the reading direction. */
export function Strip({ exhibit, locale }: WordingProps) {
  const t = messages(locale).reader.exhibit;
  const times = exhibit.wording.posts.flatMap((post) => (post.postedAt ? [Date.parse(post.postedAt)] : []));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const { firstPostedAt, lastPostedAt } = exhibit.wording;
  if (times.length < 2 || !firstPostedAt || !lastPostedAt) return null;
  const marks = times.map((time, at) => ({
    key: `${at}`,
    x: 2 + ((time - first) / Math.max(1, last - first)) * (STRIP_WIDTH - 4),
  }));
  return (
    <figure className="space-y-1">
      <svg
        viewBox={`0 0 ${STRIP_WIDTH} 28`}
        className="block h-7 w-full text-ink rtl:-scale-x-100"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={`M0 27.5H${STRIP_WIDTH}`} stroke="var(--edge)" vectorEffect="non-scaling-stroke" />
        {marks.map(({ key, x }) => (
          <path
            key={key}
            d={`M${x.toFixed(1)} 4V27`}
            stroke="currentColor"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <div className="flex flex-wrap justify-between gap-x-6 text-xs text-ink-soft">
        <span>
          {t.firstPosted}: <bdi>{formatTime(locale, firstPostedAt)}</bdi>
        </span>
        <span>
          {t.lastPosted}: <bdi>{formatTime(locale, lastPostedAt)}</bdi>
        </span>
      </div>
      <figcaption className="text-xs text-ink-faint">
        {t.strip} {t.sample}
      </figcaption>
    </figure>
  );
}

/** The line of numbers under a copied text. */
export function WordingCounts({ exhibit, locale }: WordingProps) {
  const t = messages(locale).reader.exhibit;
  const { posts, accounts, spread } = exhibit.wording;
  const byInterface = exhibit.captures.filter(({ way }) => way === "api").length;
  return (
    <p className="text-sm text-ink-soft">
      <strong className="font-semibold text-ink">
        {t.accounts(accounts.length)} · {t.posts(posts.length)}
      </strong>
      {spread.withinOneDay > 1 ? (
        <>
          {" · "}
          {t.spreadMinute(spread.withinOneMinute)} · {t.spreadHour(spread.withinOneHour)} ·{" "}
          {t.spreadDay(spread.withinOneDay)}
        </>
      ) : null}
      {byInterface > 0 ? (
        <span className="block text-ink">{messages(locale).platforms.public.wordingApi(byInterface)}</span>
      ) : null}
    </p>
  );
}

function archivedCopy(post: SnapshotPost, captures: readonly SnapshotCapture[]) {
  const artifacts = captures.find((capture) => capture.captureId === post.captureId)?.artifacts ?? [];
  return (
    artifacts.find((each) => each.role === "post_crop" && each.name.includes(post.platformId)) ??
    artifacts.find((each) => each.role === "screenshot")
  );
}

function PostRows({ posts, captures, locale }: { posts: SnapshotPost[]; captures: SnapshotCapture[]; locale: Locale }) {
  const t = messages(locale).reader.exhibit;
  return (
    <ol className="divide-y divide-hairline">
      {posts.map((post) => {
        const copy = archivedCopy(post, captures);
        return (
          <li key={post.postId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
            <Byline post={post} locale={locale} />
            <p className="flex flex-wrap gap-x-4 text-sm">
              {copy ? (
                <a className="prose-link" href={artifactHref(copy.id)}>
                  {t.archived}
                </a>
              ) : null}
              <a
                className="inline-flex flex-wrap items-baseline gap-1 whitespace-nowrap text-ink-soft hover:underline"
                href={post.canonicalUrl}
                rel="noopener noreferrer nofollow external"
              >
                <Icon name="leave" className="size-3.5 self-center" />
                {t.live}
              </a>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** Every post with a copied text: accounts with their counts, then who posted and when, with the archived copy first. */
export function WordingPosts({ exhibit, locale }: WordingProps) {
  const t = messages(locale).reader.exhibit;
  const { posts, accounts } = exhibit.wording;
  const rest = posts.slice(OPEN_POSTS);
  return (
    <div className="space-y-5">
      <table className="w-full text-sm">
        <caption className="pb-1 text-start font-semibold text-ink-soft">{t.accountsLead}</caption>
        <thead>
          <tr className="border-b border-edge text-ink-faint">
            <th scope="col" className="py-1 text-start font-medium">
              {t.account}
            </th>
            <th scope="col" className="py-1 text-end font-medium">
              {t.postsColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={`${account.platform}/${account.handle}`} className="border-b border-hairline">
              <td className="py-1">
                <bdi dir="ltr">@{account.handle}</bdi>
              </td>
              <td className="py-1 text-end">
                <bdi>{formatNumber(locale, account.posts)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <PostRows posts={posts.slice(0, OPEN_POSTS)} captures={exhibit.captures} locale={locale} />
        {rest.length > 0 ? (
          <details className="border-t border-hairline pt-2">
            <summary className="text-sm font-medium">{t.morePosts(rest.length)}</summary>
            <PostRows posts={rest} captures={exhibit.captures} locale={locale} />
          </details>
        ) : null}
      </div>
    </div>
  );
}
