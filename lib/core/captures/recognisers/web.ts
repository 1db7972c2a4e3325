import { decodePart, type Recogniser } from "#lib/core/captures/recognisers/recogniser";

/** Parameters that say how a reader came, never what is shown: analytics and advertising click ids. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign|custom\d|link_\w+|format|ptr_name)|mc_[ce]id|(?:fb|g|dc|tw|tt|ms|y|li_fat_|sc)cl(?:ick)?id|gbraid|wbraid|igshid?|_g[al]|_hs\w+|mkt_tok|ref_src|ref_url|__twitter_impression|cmpid|guce_\w+|guccounter|wt_mc|vero_id|oly_(?:anon|enc)_id|ncid|fbc|srsltid)$/i;

/** Any page of the open web: an article unless a platform knows better. */
export const webRecogniser: Recogniser = {
  id: "web",
  owns: () => true,
  recognise(url) {
    if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
    const canonicalUrl = canonicalWebUrl(url);
    return { kind: "web_page", platform: "web", platformId: null, canonicalUrl, label: labelOf(new URL(canonicalUrl)) };
  },
  hashtag: () => undefined,
  account: () => undefined,
};

/**
 * One spelling for one page: no fragment, no tracking parameters, no trailing dot of the host.
 * The other parameters keep their order and their encoding, because servers may care about both.
 */
function canonicalWebUrl(url: URL): string {
  const copy = new URL(url);
  copy.hash = "";
  copy.hostname = copy.hostname.replace(/\.$/, "");
  const query = url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !TRACKING.test(decodePart(pair.split("=", 1)[0] ?? "")))
    .join("&");
  // With a question mark of its own, because a query may begin with one; an empty query leaves none.
  copy.search = query && `?${query}`;
  return copy.href;
}

const MAX_LABEL_LENGTH = 120;

function labelOf(url: URL): string {
  const path = url.pathname === "/" ? "" : url.pathname.split("/").map(decodePart).join("/");
  const whole = `${url.host}${path}`;
  return whole.length > MAX_LABEL_LENGTH ? `${whole.slice(0, MAX_LABEL_LENGTH - 1)}…` : whole;
}
