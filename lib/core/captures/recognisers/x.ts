import { normaliseHashtag } from "#lib/core/captures/hashtag";
import { pathParts, type Recogniser } from "#lib/core/captures/recognisers/recogniser";
import { isXHost } from "#lib/core/captures/recognisers/x-hosts";
import type { RecognisedSource } from "#lib/core/captures/types";
import { foldHashtag } from "#lib/core/text/fold";

/** Up to 20 digits: ids are unsigned 64-bit numbers, and always text here. */
const POST_ID = /^(\d{1,20})(?!\d)/;
const HANDLE = /^[A-Za-z0-9_]{1,15}$/;

/** First path parts that are pages of X itself, not accounts. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "i home explore search settings messages notifications hashtag compose login logout signup intent share tos " +
    "privacy about jobs download account bookmarks lists communities premium who_to_follow oauth widgets statuses status"
  ).split(" "),
);

/** X: posts, hashtags and accounts. The handle in a post's address proves nothing about its author, so it is left out. */
export const xRecogniser: Recogniser = {
  id: "x",
  owns: (url) => isXHost(url.hostname) || url.hostname === "platform.twitter.com",
  recognise(url) {
    if (!xRecogniser.owns(url)) return undefined;
    const plain = withoutHashBang(url);
    const parts = pathParts(plain);
    return recognisePost(plain, parts) ?? recogniseHashtag(plain, parts) ?? recogniseAccount(plain, parts);
  },
  hashtag(written) {
    const tag = normaliseHashtag(written);
    if (tag === undefined) return undefined;
    return source("hashtag", foldHashtag(tag), `https://x.com/hashtag/${encodeURIComponent(tag)}`, `#${tag}`);
  },
  account(written) {
    const handle = written.replace(/^@/, "");
    if (!HANDLE.test(handle) || RESERVED.has(handle.toLowerCase())) return undefined;
    return source("account", handle.toLowerCase(), `https://x.com/${handle.toLowerCase()}`, `@${handle}`);
  },
};

function recognisePost(url: URL, parts: string[]): RecognisedSource | undefined {
  const at = parts.findIndex((part) => /^status(?:es)?$/i.test(part));
  const embedded = /^\/embed\/tweet\.html$/i.test(url.pathname) ? (url.searchParams.get("id") ?? "") : "";
  const written = at >= 0 ? (parts[at + 1] ?? "") : embedded;
  const id = POST_ID.exec(written)?.[1];
  if (id === undefined || /^0+$/.test(id)) return undefined;
  return source("post", id, `https://x.com/i/status/${id}`, `X · ${id}`);
}

function recogniseHashtag(url: URL, parts: string[]): RecognisedSource | undefined {
  const [first, second] = parts;
  if (first === "hashtag" && second !== undefined) return xRecogniser.hashtag(second);
  if (first !== "search") return undefined;
  // A search for anything but one hashtag has no fixed meaning that could be captured again.
  const query = url.searchParams.get("q")?.trim() ?? "";
  return /^[#＃]\S+$/.test(query) ? xRecogniser.hashtag(query) : undefined;
}

function recogniseAccount(url: URL, parts: string[]): RecognisedSource | undefined {
  const [first, second] = parts;
  if (first === "intent" && (second === "user" || second === "follow")) {
    return xRecogniser.account(url.searchParams.get("screen_name") ?? "");
  }
  const isTab = second === undefined || /^(?:with_replies|media|highlights|articles|likes)$/.test(second);
  return first !== undefined && isTab ? xRecogniser.account(first) : undefined;
}

/** `twitter.com/#!/handle/status/1`, the address form of 2010 to 2012. */
function withoutHashBang(url: URL): URL {
  return url.hash.startsWith("#!/") ? new URL(url.hash.slice(2), url.origin) : url;
}

function source(kind: RecognisedSource["kind"], id: string, canonicalUrl: string, label: string): RecognisedSource {
  return { kind, platform: "x", platformId: id, canonicalUrl, label };
}
