import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";

/** What stands before or after a title's separator is a site's name only when it is short. */
const MAX_SITE_NAME = 40;
const SEPARATOR = / [|–—·•»:-] /;

/** The page's title and main headings as wholes, folded: what must be equal to be believed, not contained. */
export function wholeHeadings(document: Document): string[] {
  const titles = titleParts(document.title.trim());
  const headings = [...document.querySelectorAll("h1")].map((heading) => visibleText(heading));
  return [...new Set([...titles, ...headings].map(foldWords))].filter((words) => words !== "");
}

/** The main headings alone. */
export function wholeMainHeadings(document: Document): string[] {
  return [...document.querySelectorAll("h1")].map((heading) => foldWords(visibleText(heading))).filter(Boolean);
}

/** The title, and the title without the site's name at either end. */
export function titleParts(title: string): string[] {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  if (parts.length < 2) return [title];
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  const out = [title];
  if (title.length - first.length <= MAX_SITE_NAME) out.push(first);
  if (title.length - last.length <= MAX_SITE_NAME) out.push(last);
  return out;
}
