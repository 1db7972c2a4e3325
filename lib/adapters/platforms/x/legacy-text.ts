import { asCount, asText, dig, type Json } from "#lib/adapters/platforms/json";
import type { ExpandedLink } from "#lib/core/posts/post-witness";

/** X's language tags, without its own codes for "none", "only a link", "only emoji" and the like. */
export function languageOf(value: unknown): string | undefined {
  const tag = asText(value);
  if (tag === undefined || /^(?:und|zxx|qam|qct|qht|qme|qst)$/.test(tag)) return undefined;
  return tag === "iw" ? "he" : tag === "in" ? "id" : tag;
}

/** The whole text of a long post in GraphQL's form; undefined when it did not come along. */
export function longTextOf(tweet: Json): string | undefined {
  const note = dig(tweet, "note_tweet", "note_tweet_results", "result");
  const text = asText(dig(note, "text"));
  return text && asText(expandLinks(text, linksOf(dig(note, "entity_set"))));
}

/**
 * The text between the offsets X shows, which count code points: in front are the handles a reply goes to, behind the
 * address of the attached picture. X escapes `&`, `<` and `>` in it. The same in GraphQL's `legacy` (`full_text`) and in
 * the syndication answer (`text`).
 */
export function shownTextOf(legacy: unknown, key: "full_text" | "text"): string | undefined {
  const full = asText(dig(legacy, key));
  if (full === undefined) return undefined;
  const end = asCount(dig(legacy, "display_text_range", 1));
  const shown =
    end === undefined ? full : [...full].slice(asCount(dig(legacy, "display_text_range", 0)) ?? 0, end).join("");
  const expanded = expandLinks(shown, linksOf(dig(legacy, "entities")));
  return asText(expanded.replace(/&(amp|lt|gt);/g, (_, name) => ENTITIES[name] ?? ""));
}

/** The short links of a text and what they stand for. */
export function linksOf(entities: unknown): ExpandedLink[] {
  const urls = dig(entities, "urls");
  return (Array.isArray(urls) ? urls : []).flatMap((link) => {
    const [short, long] = [asText(dig(link, "url")), asText(dig(link, "expanded_url"))];
    return short && long ? [{ short, long }] : [];
  });
}

/** Hashtags as X cut them out of the text, without `#`. */
export function hashtagsIn(entities: unknown): string[] {
  const tags = dig(entities, "hashtags");
  return (Array.isArray(tags) ? tags : []).flatMap((tag) => asText(dig(tag, "text")) ?? []);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/** Puts back what the author linked where X's own short link stands. */
function expandLinks(text: string, links: readonly ExpandedLink[]): string {
  return links.reduce((out, { short, long }) => out.replaceAll(short, long), text);
}
