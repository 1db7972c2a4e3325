import { asCount, asText, dig } from "#lib/adapters/platforms/json";
import type { WitnessedMedia } from "#lib/core/posts/post-witness";

/**
 * Pictures and videos as X's JSON lists them: `extended_entities.media` of GraphQL's `legacy` and `mediaDetails` of the
 * syndication answer have one form. Shapes: react-tweet `types/media.ts`, yt-dlp `twitter.py`.
 */
export function mediaOf(list: unknown): WitnessedMedia[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((item): WitnessedMedia[] => {
    const picture = asText(dig(item, "media_url_https"));
    const altText = asText(dig(item, "ext_alt_text")) ?? null;
    switch (dig(item, "type")) {
      case "photo":
        return picture ? [{ kind: "photo", url: largestPhoto(picture), altText }] : [];
      case "video":
        return [{ kind: "video", altText, ...bestVideo(dig(item, "video_info", "variants"), picture) }];
      case "animated_gif":
        return [{ kind: "animation", altText, ...bestVideo(dig(item, "video_info", "variants"), picture) }];
      default:
        return [];
    }
  });
}

/**
 * The address of the largest form that X keeps of a photo: `?format=jpg&name=orig`. Other addresses stay as they are.
 * @param address any of X's forms: `…/media/A.jpg`, `…/media/A.jpg:large`, `…/media/A?format=jpg&name=small`.
 */
export function largestPhoto(address: string): string {
  const url = URL.parse(address);
  const path = /^(\/media\/[\w-]+)(?:\.(\w+))?(?::\w+)?$/.exec(url?.pathname ?? "");
  if (url?.hostname !== "pbs.twimg.com" || !path) return address;
  const format = path[2] ?? url.searchParams.get("format") ?? "jpg";
  return `https://pbs.twimg.com${path[1]}?format=${format}&name=orig`;
}

/** Whether an address is a post's photo rather than an account's picture, an emoji or a preview card. */
export function isPostPhoto(address: string): boolean {
  const url = URL.parse(address);
  return url?.hostname === "pbs.twimg.com" && url.pathname.startsWith("/media/");
}

/** An account's picture without the size that X puts into its name. */
export function largestAvatar(address: string): string {
  return address.replace(/_(?:normal|bigger|mini|\d+x\d+|x96)(\.\w+)$/, "$1");
}

/**
 * The MP4 with the highest bitrate. A stream in pieces (HLS) is no file: it is named, with that as its problem.
 * @param picture the still in front of the video, named when there is no address of the video at all.
 */
export function bestVideo(variants: unknown, picture: string | undefined): Pick<WitnessedMedia, "url" | "problem"> {
  const known = (Array.isArray(variants) ? variants : []).flatMap((variant) => {
    const url = asText(dig(variant, "url")) ?? asText(dig(variant, "src"));
    const type = asText(dig(variant, "content_type")) ?? asText(dig(variant, "type")) ?? "";
    return url ? [{ url, type, bitrate: asCount(dig(variant, "bitrate")) ?? 0 }] : [];
  });
  const [best] = known.filter(({ type }) => type === "video/mp4").sort((a, b) => b.bitrate - a.bitrate);
  if (best) return { url: best.url };
  const [stream] = known;
  return stream ? { url: stream.url, problem: "stream_only" } : { url: picture ?? "", problem: "no_address" };
}
