import { parseDocument } from "#lib/adapters/platforms/html/document";
import { makePost } from "#lib/adapters/platforms/make-post";
import { disagreementSignals } from "#lib/adapters/platforms/signals";
import { classifyX, type XFindings } from "#lib/adapters/platforms/x/classify";
import { listInXNetwork } from "#lib/adapters/platforms/x/list-network";
import { findListTweets } from "#lib/adapters/platforms/x/network";
import { networkWitness } from "#lib/adapters/platforms/x/network-post";
import { FOCAL, ITEM, itemId, itemWitness } from "#lib/adapters/platforms/x/page";
import { identify, readPost } from "#lib/adapters/platforms/x/read-post";
import { readTombstone } from "#lib/adapters/platforms/x/tombstones";
import { oembedWitness } from "#lib/adapters/platforms/x/witnesses/oembed";
import { syndicationWitness } from "#lib/adapters/platforms/x/witnesses/syndication";
import { xRecogniser } from "#lib/core/captures/recognisers/x";
import { signal } from "#lib/core/captures/signal-names";
import type {
  ExtractedPost,
  ListWalk,
  PageEvidence,
  PlatformAdapter,
  RecognisedSource,
  Signal,
} from "#lib/core/captures/types";

/** X shows seconds at most; what is more than rounding and a slow clock is worth a look. */
const MAX_CLOCK_GAP_SECONDS = 2;

const NOTICE_SELECTORS = [
  '[data-testid="error-detail"]',
  '[data-testid="emptyState"]',
  'input[autocomplete="username"]',
  "#challenge-form",
];

/** A timeline: posts come and go while one scrolls. Its end looks like any other moment, so it is never `exhausted`. */
const LIST: ListWalk = {
  itemSelector: ITEM,
  linkSelector: 'a[href*="/status/"]:has(time)',
  endSelector: '[data-testid="emptyState"]',
  promotedSelector: '[data-testid="placementTracking"]',
  wallSelector:
    'input[autocomplete="username"], [role="dialog"] a[href^="/i/flow/login"], [data-testid="sheetDialog"] a[href="/login"]',
  errorSelector: '[data-testid="error-detail"], [data-testid="cellInnerDiv"]:not(:has(article)):has(button)',
  errorWords: /retry|reloading|try again|something went wrong|حدث خطأ|أعد المحاولة|إعادة المحاولة|المحاولة مرة أخرى/,
};

/** X, as a visitor without an account sees it. Its details change often: nothing here relies on one of them alone. */
export const x: PlatformAdapter = {
  ...xRecogniser,
  readySelectors: () => [ITEM, 'script[type="application/ld+json"]', ...NOTICE_SELECTORS],
  focalSelector: (source) => (source.kind === "post" ? FOCAL : null),
  listWalk: (source) => (source.kind === "hashtag" || source.kind === "account" ? LIST : null),
  classify: (source, page) =>
    classifyX(source, page, source.kind === "post" ? lookAtPost(source, page) : lookAtList(page)),
  extract(source, page, asked) {
    const title = parseDocument(page.domHtml || page.responseHtml).title.trim() || null;
    if (source.kind !== "post") return { title, text: null, language: null, posts: extractList(page) };
    const { post } = readPost(source.platformId ?? "", page, asked);
    return { title, text: post.text, language: post.language, posts: [post] };
  },
  secondWitnesses: ({ kind, platformId }) =>
    kind === "post" && platformId !== null ? [syndicationWitness(platformId), oembedWitness(platformId)] : [],
  listInNetwork: listInXNetwork,
  extractListItem(_source, itemHtml) {
    const item = parseDocument(itemHtml).querySelector(ITEM);
    return item && itemPost(item);
  },
};

function lookAtPost(source: RecognisedSource, page: PageEvidence): XFindings {
  const { post, isCut } = readPost(source.platformId ?? "", page);
  const notes = noteDoubts(post);
  const withheld = withheldEverywhere(post);
  if (withheld) return { hasContent: false, isCut, replacedBy: { reason: "withheld", where: withheld }, notes };
  if (post.text !== null) return { hasContent: true, isCut, notes };
  // A post may be a picture and nothing else. A link preview's picture proves nothing: login pages have one too.
  const { media = [] } = post.details;
  const isSeen = media.length > 0 && post.fieldSources.media !== "meta";
  return { hasContent: isSeen, isCut, notes: isSeen ? [...notes, signal("focal_media", media.length)] : notes };
}

/** X puts its notice where the text was and says so in the post's own data; a post that quotes such a notice does not. */
function withheldEverywhere({ text, details }: ExtractedPost): string | undefined {
  const codes = details.withheldIn ?? [];
  const isMarked = codes.includes("XX") || codes.includes("XY");
  if (!isMarked || (text !== null && readTombstone(text) !== "withheld")) return undefined;
  return codes.includes("XY") ? "copyright" : "worldwide";
}

/** What does not fit together is kept beside the outcome, for people to see. */
function noteDoubts({ details }: ExtractedPost): Signal[] {
  const gap = details.idTimeDifferenceSeconds;
  const clock =
    gap === undefined
      ? []
      : [signal(gap > MAX_CLOCK_GAP_SECONDS ? "time_differs_from_id" : "time_fits_id", `${gap} s`)];
  return [...clock, ...disagreementSignals(details)];
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
