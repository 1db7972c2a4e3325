import { parseDocument } from "#lib/adapters/platforms/html/document";
import { findDisagreements, makePost, type PostWitness } from "#lib/adapters/platforms/make-post";
import { signal } from "#lib/adapters/platforms/signals";
import { classifyX, type XFindings } from "#lib/adapters/platforms/x/classify";
import { findListTweets, findTweet, isPreviewOnly, isTextCut, networkWitness } from "#lib/adapters/platforms/x/network";
import {
  FOCAL,
  findFocal,
  ITEM,
  isCutInPage,
  itemId,
  itemWitness,
  jsonLdWitness,
  metaWitness,
} from "#lib/adapters/platforms/x/page";
import { xRecogniser } from "#lib/core/captures/recognisers/x";
import type { ExtractedPost, PageEvidence, PlatformAdapter, RecognisedSource, Signal } from "#lib/core/captures/types";
import { secondsFromSnowflake } from "#lib/core/posts/snowflake";

/** X shows seconds at most; a second more is rounding. */
const MAX_CLOCK_GAP_SECONDS = 1;

const NOTICE_SELECTORS = [
  '[data-testid="error-detail"]',
  '[data-testid="emptyState"]',
  'input[autocomplete="username"]',
  "#challenge-form",
];

/** X, as a visitor without an account sees it. Its details change often: nothing here relies on one of them alone. */
export const x: PlatformAdapter = {
  ...xRecogniser,
  readySelectors: () => [ITEM, 'script[type="application/ld+json"]', ...NOTICE_SELECTORS],
  focalSelector: (source) => (source.kind === "post" ? FOCAL : null),
  listWalk: (source) =>
    source.kind === "hashtag" || source.kind === "account"
      ? { itemSelector: ITEM, linkSelector: 'a[href*="/status/"]:has(time)', endSelector: null }
      : null,
  classify: (source, page) =>
    classifyX(source, page, source.kind === "post" ? lookAtPost(source, page) : lookAtList(page)),
  extract(source, page) {
    const title = parseDocument(page.domHtml || page.responseHtml).title.trim() || null;
    if (source.kind !== "post") return { title, text: null, language: null, posts: extractList(page) };
    const post = makePost(identify(source.platformId ?? ""), witnessesOf(source, page));
    return { title, text: post.text, language: post.language, posts: [post] };
  },
  extractListItem(_source, itemHtml) {
    const item = parseDocument(itemHtml).querySelector(ITEM);
    return item && itemPost(item);
  },
};

function identify(id: string) {
  return { platform: "x" as const, platformId: id, canonicalUrl: `https://x.com/i/status/${id}` };
}

/** All that speaks about the focal post, the most trusted first. Other posts on the page are no witnesses. */
function witnessesOf(source: RecognisedSource, page: PageEvidence): (PostWitness | undefined)[] {
  const id = source.platformId ?? "";
  const document = parseDocument(page.domHtml || page.responseHtml);
  const served = page.responseHtml === "" ? document : parseDocument(page.responseHtml);
  const tweet = findTweet(page, id);
  const focal = findFocal(document, id);
  return [
    tweet && networkWitness(tweet),
    jsonLdWitness(document, id) ?? jsonLdWitness(served, id),
    metaWitness(document, id) ?? metaWitness(served, id),
    focal && itemWitness(focal),
  ];
}

function lookAtPost(source: RecognisedSource, page: PageEvidence): XFindings {
  const id = source.platformId ?? "";
  const witnesses = witnessesOf(source, page);
  const post = makePost(identify(id), witnesses);
  const tweet = findTweet(page, id);
  const focal = findFocal(parseDocument(page.domHtml || page.responseHtml), id);
  const isWhole = tweet !== undefined && !isTextCut(tweet);
  const isCut =
    !isWhole && (tweet !== undefined || isPreviewOnly(page, id) || (focal !== undefined && isCutInPage(focal)));
  return { hasContent: post.text !== null, isCut, notes: noteDoubts(post, witnesses) };
}

/** What does not fit together is kept beside the outcome, for people to see. */
function noteDoubts(post: ExtractedPost, witnesses: readonly (PostWitness | undefined)[]): Signal[] {
  const gap = secondsFromSnowflake(post.platformId, post.postedAt);
  const clock =
    gap === null ? [] : [signal(gap > MAX_CLOCK_GAP_SECONDS ? "time_differs_from_id" : "time_fits_id", `${gap} s`)];
  return [...clock, ...findDisagreements(witnesses).map((words) => signal("witnesses_disagree", words))];
}

function lookAtList(page: PageEvidence): XFindings {
  const posts = extractList(page).length;
  return { hasContent: posts > 0, isCut: false, notes: [signal("posts_seen", posts)] };
}

function extractList(page: PageEvidence): ExtractedPost[] {
  const posts = new Map<string, ExtractedPost>();
  for (const [id, tweet] of findListTweets(page)) posts.set(id, makePost(identify(id), [networkWitness(tweet)]));
  for (const item of parseDocument(page.domHtml).querySelectorAll(ITEM)) {
    const post = itemPost(item);
    if (post && !posts.has(post.platformId)) posts.set(post.platformId, post);
  }
  return [...posts.values()].filter((post) => post.text !== null);
}

/** Advertisements stand inside `placementTracking`, or outside of it with the word in place of the time. */
function itemPost(item: Element): ExtractedPost | null {
  const id = itemId(item);
  if (
    id === undefined ||
    item.closest('[data-testid="placementTracking"]') ||
    item.querySelector('[data-testid="placementTracking"]')
  ) {
    return null;
  }
  const post = makePost(identify(id), [itemWitness(item)]);
  return post.text === null ? null : post;
}
