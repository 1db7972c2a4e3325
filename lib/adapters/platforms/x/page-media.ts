import { metaContent } from "#lib/adapters/platforms/html/document";
import { asText, dig, type Json } from "#lib/adapters/platforms/json";
import { isPostPhoto, largestPhoto } from "#lib/adapters/platforms/x/media";
import type { WitnessedMedia } from "#lib/core/posts/post-witness";

/** What X writes as the alternative text of a picture without one. */
const NO_ALT = /^(?:image|embedded video|صورة|فيديو مضم[ّ]?ن)?$/i;

/** Pictures and videos of a schema.org posting; addresses of accounts' pictures and previews are left out. */
export function jsonLdMedia(posting: Json): WitnessedMedia[] | undefined {
  const photos = listOf(posting.image).flatMap((image): WitnessedMedia[] => {
    const url = asText(image) ?? asText(dig(image, "contentUrl")) ?? asText(dig(image, "url"));
    const altText = asText(dig(image, "caption")) ?? asText(dig(image, "description")) ?? null;
    return url && isPostPhoto(url) ? [{ kind: "photo", url: largestPhoto(url), altText }] : [];
  });
  const videos = listOf(posting.video).flatMap((video): WitnessedMedia[] => {
    const url = asText(dig(video, "contentUrl"));
    if (!url || URL.parse(url)?.hostname !== "video.twimg.com") return [];
    const isStream = /\.m3u8(?:$|\?)/.test(url);
    const altText = asText(dig(video, "caption")) ?? null;
    return [{ kind: "video", url, altText, ...(isStream ? { problem: "stream_only" } : {}) }];
  });
  return photos.length + videos.length > 0 ? [...photos, ...videos] : undefined;
}

/** The one picture of the link preview, when it is a post's photo. */
export function metaMedia(document: Document): WitnessedMedia[] | undefined {
  const url = metaContent(document, "og:image");
  if (!url || !isPostPhoto(url)) return undefined;
  return [{ kind: "photo", url: largestPhoto(url), altText: metaContent(document, "og:image:alt") ?? null }];
}

/**
 * Pictures and players among the elements of a post, in the order of the page. Players play pieces without an address
 * (`blob:`), so all that is known of a video is the still in front of it.
 */
export function itemMedia(elements: readonly Element[]): WitnessedMedia[] {
  return elements.flatMap((element): WitnessedMedia[] => {
    if (element.closest('[data-testid="card.wrapper"]')) return [];
    const name = element.getAttribute("data-testid");
    if (name === "tweetPhoto" && !element.querySelector("video")) return photoOf(element);
    if (name === "videoPlayer") return [videoOf(element.querySelector("video"))];
    return [];
  });
}

function photoOf(element: Element): WitnessedMedia[] {
  const image = element.querySelector("img");
  const url = image?.getAttribute("src");
  if (!url || !isPostPhoto(url)) return [];
  const alt = (image?.getAttribute("alt") ?? "").trim();
  return [{ kind: "photo", url: largestPhoto(url), altText: NO_ALT.test(alt) ? null : alt }];
}

function videoOf(video: Element | null): WitnessedMedia {
  const url = video?.getAttribute("src") ?? video?.querySelector("source")?.getAttribute("src") ?? "";
  // Animated pictures are the only videos that X plays from a file.
  if (/^https:\/\/video\.twimg\.com\/tweet_video\//.test(url)) return { kind: "animation", url, altText: null };
  return { kind: "video", url: video?.getAttribute("poster") ?? "", altText: null, problem: "no_address" };
}

const listOf = (value: unknown) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
