/** White space as PostgreSQL has it: all of Unicode's, without the byte order mark. */
const REPOST = /^[^\S\uFEFF]*RT[^\S\uFEFF]+@/iu;

/** Whether a post is somebody else's passed on, by its own words (`RT @…`). PostgreSQL's `is_repost` says the same. */
export function isRepost(text: string | null): boolean {
  return REPOST.test(text ?? "");
}
