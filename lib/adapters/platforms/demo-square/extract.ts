import { absolute, itemMedia, jsonLdMedia, networkMedia } from "#lib/adapters/platforms/demo-square/media";
import { metaContent, parseDocument } from "#lib/adapters/platforms/html/document";
import { findJsonLd, hasType } from "#lib/adapters/platforms/html/json-ld";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { asCount, asIsoTime, asText, dig, isRecord } from "#lib/adapters/platforms/json";
import { makePost } from "#lib/adapters/platforms/make-post";
import type { ExtractedPost, Extraction, PageEvidence, RecognisedSource } from "#lib/core/captures/types";
import type { PostWitness } from "#lib/core/posts/post-witness";

/** One post in a page; an advertisement has no id. */
export const ITEM = "article.post[data-post-id]";
export const FOCAL = "article[data-focal]";

/** Field by field, the first that answers: JSON that the page loaded, JSON-LD, link preview, the document, who was asked. */
export function extractDemoSquare(
  source: RecognisedSource,
  page: PageEvidence,
  asked: readonly PostWitness[] = [],
): Extraction {
  const document = parseDocument(page.domHtml || page.responseHtml);
  const title = document.title.trim() || null;
  if (source.kind !== "post") {
    const posts = [...document.querySelectorAll(ITEM)].map((item) => readItem(source, item));
    return { title, text: null, language: null, posts: posts.filter((post) => post !== null) };
  }
  const id = source.platformId ?? "";
  const focal = document.querySelector(`${FOCAL}[data-post-id="${id}"]`);
  const post = makePost(identify(source, id), [
    fromNetwork(page, id, source.canonicalUrl),
    fromJsonLd(document, id, source.canonicalUrl),
    fromMeta(document, id),
    focal ? fromItem(focal, source.canonicalUrl) : undefined,
    ...asked,
  ]);
  return { title, text: post.text, language: post.language, posts: [post] };
}

/**
 * One post out of the HTML of a list item.
 * @returns null for what is no post (a promoted row).
 */
export function extractItem(source: RecognisedSource, html: string): ExtractedPost | null {
  const item = parseDocument(html).querySelector("article.post");
  return item && readItem(source, item);
}

function readItem(source: RecognisedSource, item: Element): ExtractedPost | null {
  const id = item.getAttribute("data-post-id");
  if (!id || item.hasAttribute("data-promoted")) return null;
  const post = makePost(identify(source, id), [fromItem(item, source.canonicalUrl)]);
  return post.text === null ? null : post;
}

function identify(source: RecognisedSource, id: string) {
  return {
    platform: "demo_square" as const,
    platformId: id,
    canonicalUrl: new URL(`/p/${id}`, source.canonicalUrl).href,
  };
}

function fromNetwork(page: PageEvidence, id: string, base: string): PostWitness | undefined {
  const body = page.json.map((answer) => answer.body).find((one) => dig(one, "id") === id);
  if (body === undefined) return undefined;
  const counts = dig(body, "counts");
  const editIds = textsIn(dig(body, "edit_ids"));
  const media = networkMedia(dig(body, "media"), base);
  return {
    source: "network_json",
    text: asText(dig(body, "text")),
    language: asText(dig(body, "lang")),
    authorName: asText(dig(body, "author", "name")),
    authorHandle: asText(dig(body, "author", "handle")),
    authorId: asText(dig(body, "author", "id")),
    authorPicture: absolute(dig(body, "author", "picture"), base),
    postedAt: asIsoTime(dig(body, "created_at")),
    counts: counted(Object.entries(isRecord(counts) ? counts : {})),
    hashtags: textsIn(dig(body, "hashtags")),
    quotes: postUrl(dig(body, "quoted", "id"), base),
    repliesTo: postUrl(dig(body, "reply_to"), base),
    editIds,
    isStaleEdit: (editIds.length > 1 && editIds.at(-1) !== id) || undefined,
    media,
    mediaCount: media.length,
  };
}

function fromJsonLd(document: Document, id: string, base: string): PostWitness | undefined {
  const posting = findJsonLd(document).find((one) => hasType(one, "SocialMediaPosting") && one.identifier === id);
  if (!posting) return undefined;
  const statistics = Array.isArray(posting.interactionStatistic) ? posting.interactionStatistic : [];
  return {
    source: "json_ld",
    text: asText(posting.articleBody),
    language: asText(posting.inLanguage),
    authorName: asText(dig(posting, "author", "name")),
    authorHandle: asText(dig(posting, "author", "alternateName"))?.replace(/^@/, ""),
    authorId: asText(dig(posting, "author", "identifier")),
    authorPicture: absolute(dig(posting, "author", "image"), base),
    postedAt: asIsoTime(posting.datePublished),
    counts: counted(statistics.map((one) => [dig(one, "name"), dig(one, "userInteractionCount")])),
    quotes: absolute(dig(posting, "sharedContent", "url"), base),
    repliesTo: absolute(dig(posting, "parentItem", "url"), base),
    media: jsonLdMedia(posting, base),
  };
}

function fromMeta(document: Document, id: string): PostWitness | undefined {
  if (metaContent(document, "og:url") !== `/p/${id}`) return undefined;
  return {
    source: "meta",
    text: metaContent(document, "og:description"),
    authorName: metaContent(document, "og:title"),
  };
}

/** What an item shows to a reader; a quoted post stands in a block of its own, outside `.text`. */
function fromItem(item: Element, base: string): PostWitness {
  const text = item.querySelector(".text");
  const media = itemMedia(item, base);
  return {
    source: "dom",
    text: text ? asText(visibleText(text, { keepLineBreaks: true })) : undefined,
    language: text?.getAttribute("lang") ?? undefined,
    authorName: asText(item.querySelector(".name")?.textContent?.trim()),
    authorHandle: asText(item.querySelector(".handle")?.textContent?.trim().replace(/^@/, "")),
    postedAt: asIsoTime(item.querySelector("time")?.getAttribute("datetime")),
    counts: counted(
      [...item.querySelectorAll("[data-count]")].map((one) => [
        one.getAttribute("data-count"),
        one.getAttribute("data-value"),
      ]),
    ),
    quotes: absolute(item.querySelector("blockquote.quoted")?.getAttribute("cite"), base),
    media,
    mediaCount: media.length,
  };
}

function counted(entries: readonly (readonly [unknown, unknown])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, value] of entries) {
    const count = asCount(value);
    if (typeof name === "string" && count !== undefined) counts[name] = count;
  }
  return counts;
}

const postUrl = (id: unknown, base: string) => {
  const text = asText(id);
  return text && absolute(`/p/${text}`, base);
};

const textsIn = (list: unknown) => (Array.isArray(list) ? list : []).flatMap((one) => asText(one) ?? []);
