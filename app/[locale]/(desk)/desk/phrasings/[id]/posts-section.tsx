import { PostsTable } from "#components/copies/posts-table";
import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { listPhrasingPosts } from "#lib/services/phrasings/list-phrasing-posts";
import { SectionPager } from "./section-pager";
import type { SectionProps } from "./section-props";

/** The posts, oldest first. */
export async function PostsSection({ locale, user, phrasing, query }: SectionProps) {
  const { copies, phrasings: words } = messages(locale);
  const { posts, hasMore } = await listPhrasingPosts(user, phrasing.id, query.posts);
  return (
    <Card title={<span id="posts">{words.posts}</span>} aside={copies.posts(phrasing.posts)}>
      <PostsTable locale={locale} posts={posts} />
      <SectionPager {...{ locale, phrasing, query }} list="posts" hasMore={hasMore} />
    </Card>
  );
}
