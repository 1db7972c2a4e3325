import { metaContent } from "#lib/adapters/platforms/html/document";
import { findJsonLd, hasType } from "#lib/adapters/platforms/html/json-ld";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { asCount, asIsoTime, asText, dig, type Json } from "#lib/adapters/platforms/json";
import { largestAvatar } from "#lib/adapters/platforms/x/media";
import { itemMedia, jsonLdMedia, metaMedia } from "#lib/adapters/platforms/x/page-media";
import { idInPath, postAddress } from "#lib/adapters/platforms/x/post-address";
import type { PostWitness } from "#lib/core/posts/post-witness";

/** One post in the page, of both of X's front ends as far as they are known. */
export const ITEM = 'article[data-testid="tweet"]';
/** The post that the page is about. */
export const FOCAL = 'article[data-testid="tweet"][tabindex="-1"]';

const STATISTICS: Readonly<Record<string, string>> = {
  replies: "replies",
  retweets: "reposts",
  reposts: "reposts",
  likes: "likes",
  quotes: "quotes",
  views: "views",
};

/** What the server-rendered page says of the post in its schema.org block (x-web, since summer 2026). */
export function jsonLdWitness(document: Document, id: string): PostWitness | undefined {
  const posting = findJsonLd(document)
    .flatMap((object) => [object, dig(object, "mainEntity")].filter((one): one is Json => one !== undefined))
    .find((object) => hasType(object, "SocialMediaPosting") && postIdOf(object) === id);
  if (!posting) return undefined;
  const counts: Record<string, number> = {};
  for (const statistic of Array.isArray(posting.interactionStatistic) ? posting.interactionStatistic : []) {
    const said =
      asText(dig(statistic, "name")) ??
      (/View/.test(JSON.stringify(dig(statistic, "interactionType") ?? "")) ? "views" : "");
    const name = STATISTICS[said.toLowerCase()];
    const count = asCount(dig(statistic, "userInteractionCount"));
    if (name !== undefined && count !== undefined) counts[name] = count;
  }
  return {
    source: "json_ld",
    text: asText(posting.articleBody) ?? asText(posting.text),
    language: asText(posting.inLanguage),
    authorName: asText(dig(posting, "author", "name")),
    authorHandle: asText(dig(posting, "author", "alternateName"))?.replace(/^@/, ""),
    authorId: asText(dig(posting, "author", "identifier")),
    postedAt: asIsoTime(posting.dateCreated) ?? asIsoTime(posting.datePublished),
    counts,
    quotes: postAddress(idInPath(asText(dig(posting, "sharedContent", "url")) ?? "")),
    repliesTo: postAddress(idInPath(asText(dig(posting, "parentItem", "url")) ?? "")),
    media: jsonLdMedia(posting),
  };
}

/** What the link preview says, when it is about this post: `Name on X: "text"`. */
export function metaWitness(document: Document, id: string): PostWitness | undefined {
  const about =
    metaContent(document, "og:url") ?? document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  if (!about || idInPath(about) !== id) return undefined;
  const title = metaContent(document, "og:title");
  const author =
    /^(.+?) \(@(\w{1,15})\)/.exec(title ?? "") ?? /^(.+?) (?:on|على) (?:X|Twitter|إكس)\b/.exec(title ?? "");
  const description = metaContent(document, "og:description")?.replace(/^[“"«](.*)[”"»]$/su, "$1");
  return {
    source: "meta",
    text: description,
    mayBeCut: true,
    authorName: author?.[1],
    authorHandle: author?.[2],
    media: metaMedia(document),
  };
}

/** The focal post's element; undefined when the page has none for this id. */
export function findFocal(document: Document, id: string): Element | undefined {
  const items = [...document.querySelectorAll(ITEM)];
  const marked = items.filter((item) => item.getAttribute("tabindex") === "-1");
  return [...marked, ...items].find((item) => itemId(item) === id);
}

/** The id in an item's own time link; the link of a quoted post inside it comes later and is not followed. */
export function itemId(item: Element): string | undefined {
  const time = [...item.querySelectorAll('a[href*="/status/"] time[datetime]')].find(
    (one) => !isInsideQuote(one, item),
  );
  return idInPath(time?.closest("a")?.getAttribute("href") ?? "");
}

/** What an item shows to a reader. */
export function itemWitness(item: Element): PostWitness {
  const own = (selector: string) => [...item.querySelectorAll(selector)].find((one) => !isInsideQuote(one, item));
  const text = own('[data-testid="tweetText"]');
  const names = own('[data-testid="User-Name"]');
  const handle = [...(names?.querySelectorAll("a[href], span") ?? [])]
    .map((node) => /^@(\w{1,15})$/.exec(node.textContent?.trim() ?? "")?.[1])
    .find((found) => found !== undefined);
  const first = names?.querySelector("a, span");
  const quoted = [...item.querySelectorAll('[role="link"] a[href*="/status/"]')].find((one) =>
    isInsideQuote(one, item),
  );
  const avatar = own('img[src*="/profile_images/"]')?.getAttribute("src");
  const media = itemMedia([...item.querySelectorAll("*")].filter((one) => !isInsideQuote(one, item)));
  return {
    source: "dom",
    text: text && asText(visibleText(text, { keepLineBreaks: true })),
    language: text?.getAttribute("lang")?.replace(/^(?:und|zxx|q[a-z]{2})$/, "") || undefined,
    authorName: first ? asText(visibleText(first)) : undefined,
    authorHandle: handle,
    postedAt: asIsoTime(own("time[datetime]")?.getAttribute("datetime")),
    counts: countsIn(item.querySelector('[role="group"][aria-label]')?.getAttribute("aria-label") ?? ""),
    isTruncated: isCutInPage(item) || undefined,
    authorPicture: avatar ? largestAvatar(avatar) : undefined,
    quotes: postAddress(idInPath(quoted?.getAttribute("href") ?? "")),
    media,
    mediaCount: media.length,
  };
}

/** Whether the page cut the focal text and offers the rest. */
export function isCutInPage(item: Element): boolean {
  return item.querySelector('[data-testid="tweet-text-show-more-link"]') !== null;
}

/** X shows a quoted post as a link-like block inside the post that quotes it. */
function isInsideQuote(node: Element, item: Element): boolean {
  const block = node.closest('[role="link"]');
  return block !== null && block !== item && item.contains(block) && block.tagName !== "A";
}

/** `3 replies, 12 reposts, 40 likes, 900 views`: the group's label in English. */
function countsIn(label: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, digits = "", word = ""] of label.matchAll(
    /([\d,]+) (repl(?:y|ies)|reposts?|likes?|views?|quotes?)/gi,
  )) {
    const name = word
      .toLowerCase()
      .replace(/^reply$/, "replies")
      .replace(/([a-z])s?$/, "$1s")
      .replace(/ss$/, "s");
    counts[name] = Number(digits.replaceAll(",", ""));
  }
  return counts;
}

function postIdOf(posting: Json): string | undefined {
  const identifier = posting.identifier;
  if (typeof identifier === "string" && /^\d+$/.test(identifier)) return identifier;
  const url =
    asText(posting.url) ?? asText(posting.mainEntityOfPage) ?? asText(dig(posting, "mainEntityOfPage", "@id"));
  return idInPath(url ?? "");
}
