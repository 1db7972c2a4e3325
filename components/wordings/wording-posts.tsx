import Link from "next/link";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { WayMark } from "#components/evidence/way-mark";
import { Mark } from "#components/ui/mark";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { PlatformId } from "#lib/core/captures/types";
import type { SameWordingPost } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; posts: readonly SameWordingPost[]; currentPostId?: string };

/** Posts with one wording as a table: when, who, where, the captured copy. */
export function WordingPosts({ locale, posts, currentPostId }: Props) {
  const { evidence, search } = messages(locale);
  const { wording } = search;
  return (
    <Table label={wording.list}>
      <TableHead>
        <HeaderCell>{evidence.posted}</HeaderCell>
        <HeaderCell>{wording.account}</HeaderCell>
        <HeaderCell className="max-sm:hidden">{search.facet.platform}</HeaderCell>
        <HeaderCell>{evidence.archivedCopy}</HeaderCell>
      </TableHead>
      <tbody>
        {posts.map((post) => (
          <TableRow key={post.id} aria-current={post.id === currentPostId ? "true" : undefined}>
            <Cell className="text-sm">
              {post.postedAt ? <Time locale={locale} at={post.postedAt} /> : wording.noTime}
            </Cell>
            <Cell>
              <bdi className="font-semibold">{post.name ?? post.handle ?? evidence.unknownAuthor}</bdi>{" "}
              {post.handle && (
                <bdi dir="ltr" className="text-ink-faint">
                  @{post.handle}
                </bdi>
              )}{" "}
              <WayMark locale={locale} way={post.way} /> {post.isRepost && <Mark>{wording.repost}</Mark>}{" "}
              {post.availability !== "content" && <OutcomeMark locale={locale} outcome={post.availability} />}
            </Cell>
            <Cell className="max-sm:hidden">
              <bdi>{evidence.platform[post.platform as PlatformId] ?? post.platform}</bdi>
            </Cell>
            <Cell>
              {post.captureId && (
                <Link href={`/${locale}/desk/captures/${post.captureId}`} className="prose-link whitespace-nowrap">
                  {search.openCapture}
                </Link>
              )}
            </Cell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
