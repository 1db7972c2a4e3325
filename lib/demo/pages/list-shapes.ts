import type { ServerResponse } from "node:http";
import { postArticle } from "#lib/demo/pages/post-article";
import { DEMO_POSTS } from "#lib/demo/posts";

const LIST_PAGE = 8;

type Rows = { rows: string[]; next: number | null; isFrozen?: true; saysEnd?: true };
type Answer = { status: number; body: Rows | { error: string } };

const posts = () => DEMO_POSTS.filter(({ state }) => state === "live").toReversed();

function part(from: number): Rows {
  const all = posts();
  const next = from + LIST_PAGE < all.length ? from + LIST_PAGE : null;
  return { rows: all.slice(from, from + LIST_PAGE).map((post) => postArticle(post)), next };
}

/** The first parts as they should be, then something else. */
const afterwards =
  (otherwise: (from: number) => Answer) =>
  (from: number): Answer =>
    from < 2 * LIST_PAGE ? { status: 200, body: part(from) } : otherwise(from);

/** Every awkward way in which a list can end, as hashtags of their own: `/tag/list_<name>`. */
export const LIST_SHAPES: Record<string, (from: number) => Answer> = {
  /** Shows some posts and never more, without a word: what guests get of many accounts. */
  list_frozen: (from) => ({ status: 200, body: { ...part(from), next: null, isFrozen: true } }),
  /** The server answers with an error; the list says so and offers to try again. */
  list_error: afterwards(() => ({ status: 503, body: { error: "over capacity" } })),
  /** A request to sign in comes over the posts that are there. */
  list_wall: afterwards(() => ({ status: 401, body: { error: "sign in to see more" } })),
  /** Leads in a circle: the same part again and again. */
  list_circle: afterwards(() => ({ status: 200, body: { ...part(LIST_PAGE), next: 2 * LIST_PAGE } })),
  /** Says that it is over while its data says that there is more. */
  list_false_end: afterwards((from) => ({ status: 200, body: { ...part(from), saysEnd: true } })),
  /** Sends one post more than it draws. */
  list_hidden: (from) => {
    const { rows, next } = part(from);
    const hide = (row: string) => row.replace('<article class="post"', '<article class="post" data-hidden');
    const whole = from === LIST_PAGE ? [hide(rows[0] ?? ""), ...rows.slice(1)] : rows;
    return { status: 200, body: { rows: whole, next: from >= 2 * LIST_PAGE ? null : next } };
  },
};

/** @returns false when the hashtag is none of these. */
export function answerListShape(response: ServerResponse, tag: string, cursor: string | null): boolean {
  const shape = LIST_SHAPES[tag];
  if (!shape) return false;
  const { status, body } = shape(Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0));
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
  return true;
}
