import Link from "next/link";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { WayMark } from "#components/evidence/way-mark";
import { Mark } from "#components/ui/mark";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import type { PlatformId } from "#lib/core/captures/types";
import type { CopyPost } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; posts: readonly CopyPost[]; currentPostId?: string };

/** Posts of a wording or a phrasing: when, who, where, the captured copy. */
export function PostsTable({ locale, posts, currentPostId }: Props) {
  const { copies, evidence, search } = messages(locale);
  const words = copies.postsTable;
  return (
    <Table label={words.list}>
      <TableHead>
        <HeaderCell>{evidence.posted}</HeaderCell>
        <HeaderCell>{words.account}</HeaderCell>
        <HeaderCell className="max-sm:hidden">{search.facet.platform}</HeaderCell>
        <HeaderCell>{evidence.archivedCopy}</HeaderCell>
      </TableHead>
      <tbody>
        {posts.map((post) => (
          <TableRow key={post.id} aria-current={post.id === currentPostId ? "true" : undefined}>
            <Cell className="text-sm">
              {post.postedAt ? <Time locale={locale} at={post.postedAt} /> : words.noTime}
            </Cell>
            <Cell>
              <bdi className="font-semibold">{post.name ?? post.handle ?? evidence.unknownAuthor}</bdi>{" "}
              {post.handle && (
                <bdi dir="ltr" className="text-ink-faint">
                  @{post.handle}
                </bdi>
              )}{" "}
              <WayMark locale={locale} way={post.way} /> {post.isRepost && <Mark>{words.repost}</Mark>}{" "}
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
