import type { PageFacts } from "#lib/adapters/platforms/web/page-facts";
import { signal } from "#lib/core/captures/signal-names";
import type { Signal } from "#lib/core/captures/types";

const FRONT_PATH = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:home|index|default|main|homepage)(?:\.\w{2,5})?\/?)?$/i;
/** Says how the reader came, not what is shown. */
const HARMLESS_QUERY = /^(?:ref|from|src|e|err|error|status|code|redirect(?:ed)?|lang|locale|nf|not_?found|utm_\w+)$/i;
/** Fewer links with words are no list of stories. */
const MIN_LISTED = 5;

/**
 * An inner page was asked for and the front page or a list of the site came: the polite form of "not found".
 * @returns the signal; undefined when the page stayed where it was or moved to another single page.
 */
export function findPoliteRedirect(facts: PageFacts): Signal | undefined {
  const { requested, final } = facts;
  if (isFrontPage(requested)) return undefined;
  if (isFrontPage(final)) return signal("redirected_to", "home_page");
  if (samePlace(requested, final) || facts.isMarkedArticle) return undefined;
  return isAbove(final, requested) || (isShallower(final, requested) && listsStories(facts))
    ? signal("redirected_to", "section")
    : undefined;
}

/** The first page of a site, in whatever language. */
export function isFrontPage(url: URL): boolean {
  return FRONT_PATH.test(url.pathname) && [...url.searchParams.keys()].every((name) => HARMLESS_QUERY.test(name));
}

/** The same page but for spelling: protocol, `www.`, a slash at the end, what stands behind `?`. */
export function samePlace(one: URL, other: URL): boolean {
  const place = ({ hostname, pathname }: URL) =>
    `${hostname.replace(/^(?:www|m|mobile|amp)\./, "")}${pathname.replace(/\/amp\/?$|\/+$|\.amp$/, "")}`.toLowerCase();
  return place(one) === place(other);
}

/** A folder above the page asked for. A number in its name is an article's own: sites shorten their long addresses. */
function isAbove(final: URL, requested: URL): boolean {
  const folder = final.pathname.replace(/\/*$/, "/");
  const name = segments(final).at(-1) ?? "";
  return requested.pathname.startsWith(folder) && requested.pathname !== folder && !/\d{2}/.test(name);
}

function isShallower(final: URL, requested: URL): boolean {
  return segments(final).length < segments(requested).length && !/\d{3}/.test(final.pathname);
}

const segments = ({ pathname }: URL) => pathname.split("/").filter(Boolean);

/** A page of other stories: whole headlines that are links, none of them in an article's own text. */
export function listsStories({ document, own, body }: PageFacts): boolean {
  const headlines = [
    ...document.querySelectorAll("main a[href], h2 a[href], h3 a[href], h4 a[href], li a[href]"),
  ].filter(
    (link) => link.closest("p, nav, header, footer, aside") === null && (link.textContent ?? "").trim().length > 12,
  );
  const cards = headlines.filter((link) => link.closest("h2, h3, h4") !== null);
  return cards.length >= MIN_LISTED || (headlines.length >= MIN_LISTED && own.length < body.length / 2);
}
