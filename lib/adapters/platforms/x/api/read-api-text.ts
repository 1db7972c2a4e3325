import { asText, dig, type Json } from "#lib/adapters/platforms/json";

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/**
 * The text of a post of API v2 as its author wrote it: a long post whole (`note_tweet`), X's short links replaced by
 * what they lead to, the link that stands for an attached picture left out, and `&amp;` and its like undone.
 */
export function readApiText(tweet: Json): string | undefined {
  const long = asText(dig(tweet, "note_tweet", "text"));
  const text = long ?? asText(tweet.text);
  if (text === undefined) return undefined;
  const urls = dig(tweet, ...(long === undefined ? ["entities", "urls"] : ["note_tweet", "entities", "urls"]));
  let out = text;
  for (const link of Array.isArray(urls) ? urls : []) {
    const [short, target] = [asText(dig(link, "url")), asText(dig(link, "expanded_url"))];
    if (short && target) out = out.replaceAll(short, () => (isOfPicture(link, target) ? "" : target));
  }
  return asText(out.replace(/&(amp|lt|gt);/g, (_, name: string) => ENTITIES[name] ?? "").trim());
}

function isOfPicture(link: unknown, target: string): boolean {
  return asText(dig(link, "media_key")) !== undefined || /\/status\/\d+\/(?:photo|video)\/\d+$/.test(target);
}
