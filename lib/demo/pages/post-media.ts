import type { DemoMedia, DemoPost } from "#lib/demo/demo-post";
import { html } from "#lib/demo/pages/layout";

const address = (file: string) => `/media/${file}`;

/** Pictures and films under a post's text: small ones, as platforms show them. */
export function mediaBlock(post: DemoPost): string {
  if (post.media.length === 0) return "";
  const shown = post.media.map((one) => {
    const size = `width="${one.width}" height="${one.height}"`;
    if (one.kind === "photo") {
      return `<img src="${address(one.small)}" data-original="${address(one.file)}" alt="${html(one.alt ?? "")}" ${size}>`;
    }
    return `<video controls preload="none" poster="${address(one.poster ?? "")}" aria-label="${html(one.alt ?? "")}" ${size}><source src="${address(one.small)}" type="video/webm"></video>`;
  });
  return `<div class="media" data-media="${post.media.length}">${shown.join("")}</div>`;
}

/** The same for the site's own script: films with all their variants and a stream that is none. */
export function mediaJson(one: DemoMedia): object {
  if (one.kind === "photo") return { type: "photo", url: address(one.file), preview: address(one.small), alt: one.alt };
  const variants = [
    { content_type: "application/x-mpegURL", url: address(one.file.replace(".webm", ".m3u8")) },
    { content_type: "video/webm", bitrate: 58_000, url: address(one.small) },
    { content_type: "video/webm", bitrate: 194_000, url: address(one.file) },
  ];
  return { type: "video", poster: address(one.poster ?? ""), variants, alt: one.alt };
}

/** The same for machines, as schema.org has it. */
export function mediaLd(post: DemoPost): object {
  const as = (kind: DemoMedia["kind"], type: string) => {
    const found = post.media.filter((one) => one.kind === kind);
    const stated = found.map(({ file, alt }) => ({
      "@type": type,
      contentUrl: address(file),
      caption: alt ?? undefined,
    }));
    return stated.length > 0 ? stated : undefined;
  };
  return { image: as("photo", "ImageObject"), video: as("video", "VideoObject") };
}
