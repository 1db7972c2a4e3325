import { asCount, asText, dig, type Json } from "#lib/adapters/platforms/json";
import type { WitnessedMedia } from "#lib/core/posts/post-witness";

/** An address of the site as a whole one; undefined for what is none. */
export function absolute(address: unknown, base: string): string | undefined {
  const text = asText(address);
  return text ? URL.parse(text, base)?.href : undefined;
}

/** Pictures and films in the site's own JSON: of a film, the whole file with the highest bitrate. */
export function networkMedia(list: unknown, base: string): WitnessedMedia[] {
  return (Array.isArray(list) ? list : []).flatMap((one): WitnessedMedia[] => {
    const altText = asText(dig(one, "alt")) ?? null;
    if (dig(one, "type") === "photo") return pictureAt(dig(one, "url"), altText, base);
    const variants = dig(one, "variants");
    const files = (Array.isArray(variants) ? variants : []).filter((variant) =>
      /webm/.test(String(dig(variant, "url"))),
    );
    const [best] = files.sort((a, b) => (asCount(dig(b, "bitrate")) ?? 0) - (asCount(dig(a, "bitrate")) ?? 0));
    return filmAt(dig(best, "url"), altText, base);
  });
}

/** The same as schema.org has it. */
export function jsonLdMedia(posting: Json, base: string): WitnessedMedia[] {
  const listOf = (value: unknown) => (Array.isArray(value) ? value : []);
  return [
    ...listOf(posting.image).flatMap((one) => pictureAt(dig(one, "contentUrl"), captionOf(one), base)),
    ...listOf(posting.video).flatMap((one) => filmAt(dig(one, "contentUrl"), captionOf(one), base)),
  ];
}

/** The same as the page shows it; a film there is its small variant. */
export function itemMedia(item: Element, base: string): WitnessedMedia[] {
  return [...item.querySelectorAll(".media > img, .media > video")].flatMap((one) => {
    if (one.tagName.toUpperCase() === "IMG") {
      const url = one.getAttribute("data-original") ?? one.getAttribute("src");
      return pictureAt(url, asText(one.getAttribute("alt")) ?? null, base);
    }
    const altText = asText(one.getAttribute("aria-label")) ?? null;
    return filmAt(one.querySelector("source")?.getAttribute("src"), altText, base);
  });
}

const captionOf = (one: unknown) => asText(dig(one, "caption")) ?? null;

function pictureAt(address: unknown, altText: string | null, base: string): WitnessedMedia[] {
  const url = absolute(address, base);
  return url ? [{ kind: "photo", url, altText }] : [];
}

function filmAt(address: unknown, altText: string | null, base: string): WitnessedMedia[] {
  const url = absolute(address, base);
  return url ? [{ kind: "video", url, altText }] : [];
}
