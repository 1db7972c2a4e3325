import type { Page } from "puppeteer-core";
import { type Deadline, sleep } from "#lib/adapters/browser/deadline";
import type { Picture } from "#lib/adapters/browser/draw-area";
import { sharpenView, takeViewPicture } from "#lib/adapters/browser/page-pictures";
import type { EndedBy, ExtractedPost, ListWalk } from "#lib/core/captures/types";

/** Scrolling this often without a new post means that the list gives no more. */
const EMPTY_ROUNDS = 5;
const ROUND_WAIT_MS = 1_500;
const POLL_MS = 100;
const MARGIN_PX = 20;

export type WalkedPost = { post: ExtractedPost; html: string; picture: Picture | null };
export type WalkResult = { posts: WalkedPost[]; endedBy: EndedBy; problem: string | null };

export type WalkOptions = {
  walk: ListWalk;
  maxPosts: number;
  maxPictures: number;
  deadline: Deadline;
  /** A post out of one item's HTML; null for what is not a post. */
  parse: (itemHtml: string) => ExtractedPost | null;
  /** Whether a wall stands where the list was. */
  isWall: () => Promise<boolean>;
  onProgress: (posts: number) => Promise<void>;
};

type Item = { key: string; html: string };
type InView = { x: number; y: number; width: number; height: number } | null;

/**
 * Walks a list that loads while scrolling and may remove what left the view. Each post is taken once, by its id,
 * as it was when first seen. Why it ended is told truthfully: `exhausted` only where the page itself says so.
 */
export async function walkList(page: Page, options: WalkOptions): Promise<WalkResult> {
  const posts = new Map<string, WalkedPost>();
  const ended = (endedBy: EndedBy, problem: string | null = null) => ({ posts: [...posts.values()], endedBy, problem });
  const seen = new Set<string>();
  let emptyRounds = 0;
  try {
    await sharpenView(page);
    // Pictures of the whole page leave it scrolled down, and then a list may have taken its first posts away.
    await options.deadline.within(page.evaluate(goToTop), "going to the list's start");
    while (options.deadline.leftMs() > 0) {
      const fresh = await readFresh(page, options, seen);
      for (const { key, html } of fresh) {
        seen.add(key);
        const post = options.parse(html);
        if (!post || posts.has(post.platformId)) continue;
        const wanted = posts.size < options.maxPictures;
        posts.set(post.platformId, { post, html, picture: wanted ? await pictureOf(page, key, options) : null });
        if (posts.size >= options.maxPosts) break;
      }
      await options.onProgress(posts.size);
      if (posts.size >= options.maxPosts) return ended("limit");
      emptyRounds = fresh.length > 0 ? 0 : emptyRounds + 1;
      if (fresh.length === 0) {
        if (await hasEnded(page, options)) return ended("exhausted");
        if (await options.isWall()) return ended("wall");
        if (emptyRounds >= EMPTY_ROUNDS) return ended("stalled");
      }
      await scrollOn(page, options, seen);
    }
    return ended("limit", "time");
  } catch (thrown) {
    if (await options.isWall().catch(() => false)) return ended("wall");
    return ended("error", thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function readFresh(page: Page, { walk, deadline }: WalkOptions, seen: Set<string>): Promise<Item[]> {
  return deadline.within(
    page.evaluate(freshItems, walk.itemSelector, walk.linkSelector, [...seen]),
    "reading the list",
  );
}

async function hasEnded(page: Page, { walk, deadline }: WalkOptions): Promise<boolean> {
  if (!walk.endSelector) return false;
  return deadline.within(page.evaluate(isThere, walk.endSelector), "looking for the list's end");
}

async function pictureOf(page: Page, key: string, { walk, deadline }: WalkOptions): Promise<Picture | null> {
  const args = [walk.itemSelector, walk.linkSelector, key, MARGIN_PX] as const;
  const box = await deadline.within(page.evaluate(bringIntoView, ...args), "bringing a post into view");
  return box ? takeViewPicture(page, box, deadline) : null;
}

/** Scrolls behind the last item and waits a moment for something new. */
async function scrollOn(page: Page, { walk, deadline }: WalkOptions, seen: Set<string>): Promise<void> {
  const args: [string, string, string[]] = [walk.itemSelector, walk.linkSelector, [...seen]];
  await deadline.within(page.evaluate(scrollBehindLast, ...args), "scrolling the list");
  for (let waited = 0; waited < ROUND_WAIT_MS; waited += POLL_MS) {
    await sleep(POLL_MS);
    if (await deadline.within(page.evaluate(hasFresh, ...args), "waiting for more")) return;
  }
}

// What follows runs in the page.

async function goToTop(): Promise<void> {
  scrollTo({ left: 0, top: 0, behavior: "instant" });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

function freshItems(itemSelector: string, linkSelector: string, seen: string[]): Item[] {
  const known = new Set(seen);
  const items: Item[] = [];
  for (const element of document.querySelectorAll(itemSelector)) {
    const html = element.outerHTML;
    const key = element.querySelector<HTMLAnchorElement>(linkSelector)?.href ?? `no link: ${html.slice(0, 500)}`;
    if (known.has(key)) continue;
    known.add(key);
    items.push({ key, html });
  }
  return items;
}

function isThere(selector: string): boolean {
  return document.querySelector(selector) !== null;
}

function hasFresh(itemSelector: string, linkSelector: string, seen: string[]): boolean {
  const known = new Set(seen);
  return [...document.querySelectorAll(itemSelector)].some((element) => {
    const link = element.querySelector<HTMLAnchorElement>(linkSelector)?.href;
    return !known.has(link ?? `no link: ${element.outerHTML.slice(0, 500)}`);
  });
}

/** Items that came since the last reading must not be scrolled over: then it stays where it is. */
function scrollBehindLast(itemSelector: string, linkSelector: string, seen: string[]): void {
  const known = new Set(seen);
  const items = [...document.querySelectorAll(itemSelector)];
  for (const element of items) {
    const link = element.querySelector<HTMLAnchorElement>(linkSelector)?.href;
    if (!known.has(link ?? `no link: ${element.outerHTML.slice(0, 500)}`)) return;
  }
  const bottom = items.at(-1)?.getBoundingClientRect().bottom;
  scrollBy({ left: 0, top: bottom === undefined ? innerHeight : Math.max(bottom - 100, 200), behavior: "instant" });
}

async function bringIntoView(item: string, link: string, key: string, margin: number): Promise<InView> {
  const find = () =>
    [...document.querySelectorAll(item)].find((e) => e.querySelector<HTMLAnchorElement>(link)?.href === key);
  let element = find();
  if (!element) return null;
  const first = element.getBoundingClientRect();
  if (first.top < 0 || first.bottom > innerHeight) {
    scrollBy({ left: 0, top: first.top - margin, behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    element = find();
  }
  if (!element) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const shown = Math.min(height, innerHeight - top);
  return width < 1 || shown < 1 || top < 0 ? null : { x: left, y: top, width, height: shown };
}
