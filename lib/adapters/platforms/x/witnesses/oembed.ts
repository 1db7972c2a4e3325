import { readEmbed } from "#lib/adapters/platforms/html/read-embed";
import { idInPath, postAddress } from "#lib/adapters/platforms/x/post-address";
import type { SecondWitness } from "#lib/core/posts/second-witness";

/** X's documented oEmbed service; the older publish.twitter.com leads here. */
export const OEMBED_BASE = "https://publish.x.com/oembed";

/**
 * X's oEmbed service as a witness: text, author and date. 404 is also said of posts that only need a sign-in.
 * @param base another address in tests.
 */
export function oembedWitness(id: string, base: string = OEMBED_BASE): SecondWitness {
  const url = new URL(base);
  const parameters = { url: postAddress(id) ?? "", omit_script: "true", hide_thread: "true", dnt: "true", lang: "en" };
  url.search = new URLSearchParams(parameters).toString();
  return {
    name: "oembed",
    request: { url: url.href, headers: { accept: "application/json", "accept-language": "en" } },
    read: (answer) => readEmbed(answer, (address) => idInPath(address) === id),
  };
}
