import { Prisma } from "#prisma/generated/client";

/** What `isRepost` of lib/core/posts says, of a post called `p` in a query. */
export const IS_REPOST = Prisma.raw(`coalesce(p.text ~* '^\\s*RT\\s+@', false)`);
