import type { Page } from "puppeteer-core";
import { type Deadline, sleep } from "#lib/adapters/browser/deadline";
import type { Picture } from "#lib/adapters/browser/draw-area";
import { sharpenView, takeViewPicture } from "#lib/adapters/browser/page-pictures";
import {
  bringIntoView,
  freshItems,
  goToTop,
  hasFresh,
  type Item,
  type ListSelectors,
  readNotices,
  scrollBehindLast,
} from "#lib/adapters/browser/walk-list-page";
import type { EndedBy, ExtractedPost, ListWalk } from "#lib/core/captures/types";

/** Scrolling this often without a new post means that the list gives no more. */
const EMPTY_ROUNDS = 5;
const ROUND_WAIT_MS = 1_500;
const POLL_MS = 100;
const MARGIN_PX = 20;

export type WalkedPost = {
  post: ExtractedPost;
  html: string;
  picture: Picture | null;
  /** When it was first in the document, ISO. */
  seenAt: string;
  /** How far down the page was then, CSS px. */
  scrollY: number;
};

export type WalkResult = {
  /** In the order in which they were first seen. */
  posts: WalkedPost[];
  endedBy: EndedBy;
  /** What the end rests on, where it is not the list's own word. */
  problem: string | null;
  /** Advertisements that were left out. */
  promoted: number;
};

/** What the page's own JSON says of the list so far. */
export type ListProgress = {
  /** Where the next part begins, one per answer, in order. */
  cursors: readonly string[];
  /** Whether the newest answer says that there is more; null where answers do not say. */
  hasMore: boolean | null;
};

export type WalkOptions = {
  walk: ListWalk;
  maxPosts: number;
  maxPictures: number;
  deadline: Deadline;
  /** A post out of one item's HTML; null for what is not a post. */
  parse: (itemHtml: string) => ExtractedPost | null;
  /** Whether the page has become a wall, by its address or as a whole. */
  isWall: () => Promise<boolean>;
  /** What the network brought; left out where nothing is known. */
  progressInNetwork?: () => ListProgress | null;
  onProgress: (posts: number) => Promise<void>;
};

type End = Pick<WalkResult, "endedBy" | "problem">;

/**
 * Walks a list that loads while scrolling and may remove what left the view. Each post is taken once, by its id,
 * as it was when first seen. Why it ended is told truthfully: `exhausted` only where the page itself says so and nothing
 * contradicts it; a list that just gives no more is `stalled`, whatever the reason may be.
 */
export async function walkList(page: Page, options: WalkOptions): Promise<WalkResult> {
  const posts = new Map<string, WalkedPost>();
  const seen = new Set<string>();
  let promoted = 0;
  let emptyRounds = 0;
  const ended = (endedBy: EndedBy, problem: string | null = null): WalkResult => {
    return { posts: [...posts.values()], endedBy, problem, promoted };
  };
  try {
    await sharpenView(page);
    // Pictures of the whole page leave it scrolled down, and then a list may have taken its first posts away.
    await options.deadline.within(page.evaluate(goToTop), "going to the list's start");
    while (options.deadline.leftMs() > 0) {
      const fresh = await readFresh(page, options, seen);
      for (const { key, html, isPromoted, scrollY } of fresh) {
        seen.add(key);
        if (isPromoted) promoted++;
        const post = isPromoted ? null : options.parse(html);
        if (!post || posts.has(post.platformId)) continue;
        const seenAt = new Date().toISOString();
        const picture = posts.size < options.maxPictures ? await pictureOf(page, key, options) : null;
        posts.set(post.platformId, { post, html, picture, seenAt, scrollY });
        if (posts.size >= options.maxPosts) break;
      }
      await options.onProgress(posts.size);
      if (posts.size >= options.maxPosts) return ended("limit");
      emptyRounds = fresh.length > 0 ? 0 : emptyRounds + 1;
      if (fresh.length === 0) {
        const end = await findEnd(page, options, emptyRounds);
        if (end) return ended(end.endedBy, end.problem);
      }
      await scrollOn(page, options, seen);
    }
    return ended("limit", "time");
  } catch (thrown) {
    if (await options.isWall().catch(() => false)) return ended("wall");
    return ended("error", thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** Why there is nothing new; undefined while more may come. What stands over the list counts before what it says itself. */
async function findEnd(page: Page, options: WalkOptions, emptyRounds: number): Promise<End | undefined> {
  const { walk, deadline } = options;
  const selectors = [walk.wallSelector, walk.errorSelector, walk.endSelector] as const;
  const notices = await deadline.within(
    page.evaluate(readNotices, ...selectors, walk.errorWords?.source ?? null),
    "looking for the list's end",
  );
  if (notices.wall !== null) return { endedBy: "wall", problem: notices.wall };
  if (await options.isWall()) return { endedBy: "wall", problem: null };
  if (notices.error !== null) return { endedBy: "error", problem: notices.error };
  const network = options.progressInNetwork?.() ?? null;
  if (notices.hasEnded) {
    if (network?.hasMore !== true) return { endedBy: "exhausted", problem: null };
    if (emptyRounds >= EMPTY_ROUNDS)
      return { endedBy: "stalled", problem: "the page says it is over, its data that there is more" };
    return undefined;
  }
  if (network && isRepeated(network.cursors))
    return { endedBy: "stalled", problem: "the same part of the list came again" };
  return emptyRounds >= EMPTY_ROUNDS ? { endedBy: "stalled", problem: null } : undefined;
}

const isRepeated = (cursors: readonly string[]) =>
  cursors.length > 1 && cursors.indexOf(cursors.at(-1) ?? "") < cursors.length - 1;

const selectorsOf = ({ itemSelector, linkSelector, promotedSelector = null }: ListWalk): ListSelectors => {
  return { item: itemSelector, link: linkSelector, promoted: promotedSelector };
};

function readFresh(page: Page, { walk, deadline }: WalkOptions, seen: Set<string>): Promise<Item[]> {
  return deadline.within(page.evaluate(freshItems, selectorsOf(walk), [...seen]), "reading the list");
}

async function pictureOf(page: Page, key: string, { walk, deadline }: WalkOptions): Promise<Picture | null> {
  const box = await deadline.within(
    page.evaluate(bringIntoView, selectorsOf(walk), key, MARGIN_PX),
    "bringing a post into view",
  );
  return box ? takeViewPicture(page, box, deadline) : null;
}

/** Scrolls behind the last item and waits a moment for something new. */
async function scrollOn(page: Page, { walk, deadline }: WalkOptions, seen: Set<string>): Promise<void> {
  const args: [ListSelectors, string[]] = [selectorsOf(walk), [...seen]];
  await deadline.within(page.evaluate(scrollBehindLast, ...args), "scrolling the list");
  for (let waited = 0; waited < ROUND_WAIT_MS; waited += POLL_MS) {
    await sleep(POLL_MS);
    if (await deadline.within(page.evaluate(hasFresh, ...args), "waiting for more")) return;
  }
}
