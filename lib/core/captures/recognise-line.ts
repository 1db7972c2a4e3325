import { type AddressProblem, checkAddress } from "#lib/core/captures/address-policy";
import { cleanLine, stripPunctuation } from "#lib/core/captures/clean-line";
import { type FoundLink, findLinks } from "#lib/core/captures/find-links";
import type { Recogniser } from "#lib/core/captures/recognisers/recogniser";
import type { RecognisedSource } from "#lib/core/captures/types";

/** Why a line cannot be captured: the closed list. Each has a sentence in both languages (messages, area `lines`). */
export const LINE_PROBLEMS = [
  /** Nothing but spaces: callers skip the line without a word. */
  "empty",
  /** No address, hashtag or handle in it. */
  "not_a_link",
  /** More than one address or hashtag: nobody can say which was meant. */
  "several_sources",
  /** `https://user:password@…`: it would be kept in the archive for ever. */
  "credentials_in_url",
  /** `file:`, `data:`, `javascript:`, `ftp:` … */
  "scheme_refused",
  /** An address inside a private network, in any spelling. */
  "private_address",
  /** A port that is none of the web's. */
  "port_refused",
  /** Longer than an address can be. */
  "too_long",
  /** A page of X that is no post, hashtag or account: search, home, settings, a list. */
  "unsupported_x_page",
  /** A page of X that should be a post, but its number is missing or wrong. */
  "post_id_malformed",
  /** `#123`, `#a-b`: platforms do not link it. */
  "not_a_hashtag",
  /** `@` with something that cannot be an account's name. */
  "not_a_handle",
] as const;

export type LineProblem = (typeof LINE_PROBLEMS)[number];

export type LineResult = { ok: true; source: RecognisedSource } | { ok: false; problem: LineProblem };

/** Of a whole line as typed. */
const MAX_LINE_LENGTH = 8_000;
/** Of a canonical address: what the database's unique index and every server still take. */
export const MAX_URL_LENGTH = 2_000;

/**
 * Understands one line of a submission. Pure; never throws.
 * @param line as typed or pasted: a link with or without scheme, with words, punctuation and invisible marks around it;
 *   `#hashtag`; `@handle`.
 * @param platforms asked in this order; a typed hashtag or handle goes to the first that has such things.
 * @param allowHosts exact `host:port` pairs that may be private (CAPTURE_ALLOW_HOSTS).
 */
export function recogniseLine(
  line: string,
  platforms: readonly Recogniser[],
  allowHosts: readonly string[] = [],
): LineResult {
  if (line.length > MAX_LINE_LENGTH) return refuse("too_long");
  const clean = cleanLine(line);
  if (clean === "") return refuse("empty");
  const links = findLinks(clean);
  if (links.length === 0) return recogniseWord(clean, platforms);
  const results = links.map((link) => recogniseLink(link, platforms, allowHosts));
  const [first, ...others] = results;
  if (first === undefined) return refuse("not_a_link");
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : refuse("several_sources");
}

function recogniseLink(link: FoundLink, platforms: readonly Recogniser[], allowHosts: readonly string[]): LineResult {
  if ("refused" in link) return refuse(link.refused);
  const { url } = link;
  if (url.protocol !== "http:" && url.protocol !== "https:") return refuse("scheme_refused");
  if (url.username !== "" || url.password !== "") return refuse("credentials_in_url");
  // The demo site's origin is a setting of this server, so its pages need no second permission.
  const isDemo = platforms.some((platform) => platform.id === "demo_square" && platform.owns(url));
  const verdict = isDemo ? { ok: true as const } : checkAddress(url, allowHosts);
  if (!verdict.ok) return refuse(verdict.problem satisfies AddressProblem & LineProblem);
  for (const platform of platforms) {
    const source = platform.recognise(url);
    if (source !== undefined) {
      return source.canonicalUrl.length > MAX_URL_LENGTH ? refuse("too_long") : { ok: true, source };
    }
    if (platform.id === "x" && platform.owns(url)) {
      return refuse(/\/status(?:es)?(?:\/|$)/i.test(url.pathname) ? "post_id_malformed" : "unsupported_x_page");
    }
  }
  return refuse("not_a_link");
}

/** A line without any address: a hashtag or a handle by itself. */
function recogniseWord(clean: string, platforms: readonly Recogniser[]): LineResult {
  const words = clean.split(" ").map((word) => stripPunctuation(word.replace(/＃/g, "#").replace(/＠/g, "@")));
  const [word = ""] = words;
  const marked = words.filter((other) => other.startsWith("#") || other.startsWith("@"));
  if (words.length > 1) return refuse(marked.length > 1 ? "several_sources" : "not_a_link");
  if (word.startsWith("#")) return firstOf(platforms, (platform) => platform.hashtag(word), "not_a_hashtag");
  if (word.startsWith("@")) return firstOf(platforms, (platform) => platform.account(word), "not_a_handle");
  return refuse("not_a_link");
}

function firstOf(
  platforms: readonly Recogniser[],
  ask: (platform: Recogniser) => RecognisedSource | undefined,
  otherwise: LineProblem,
): LineResult {
  for (const platform of platforms) {
    const source = ask(platform);
    if (source !== undefined) return { ok: true, source };
  }
  return refuse(otherwise);
}

function refuse(problem: LineProblem): LineResult {
  return { ok: false, problem };
}
