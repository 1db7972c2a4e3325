/** What of a list runs inside the page: each function is sent there by itself and knows nothing of this file. */

export type ListSelectors = { item: string; link: string; promoted: string | null };
export type Item = { key: string; html: string; isPromoted: boolean; scrollY: number };
export type InView = { x: number; y: number; width: number; height: number } | null;
/** Words of what stands there, or null. */
export type Notices = { wall: string | null; error: string | null; hasEnded: boolean };

export async function goToTop(): Promise<void> {
  scrollTo({ left: 0, top: 0, behavior: "instant" });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Items that were not there before, each with what it is known by: its own link, or else how it begins. */
export function freshItems({ item, link, promoted }: ListSelectors, seen: string[]): Item[] {
  const known = new Set(seen);
  const items: Item[] = [];
  for (const element of document.querySelectorAll(item)) {
    const html = element.outerHTML;
    const key = element.querySelector<HTMLAnchorElement>(link)?.href ?? `no link: ${html.slice(0, 500)}`;
    if (known.has(key)) continue;
    known.add(key);
    const isPromoted = promoted !== null && (element.closest(promoted) ?? element.querySelector(promoted)) !== null;
    items.push({ key, html, isPromoted, scrollY: Math.round(scrollY) });
  }
  return items;
}

/** What stands in the list's place or at its end, if a person can see it. */
export function readNotices(
  wall: string | null,
  error: string | null,
  end: string | null,
  errorWords: string | null,
): Notices {
  const shown = (selector: string | null) =>
    selector === null
      ? []
      : [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        );
  // biome-ignore lint/performance/useDomNodeTextContent: with the spaces that a person sees, and without what is hidden.
  const shownText = (element: HTMLElement) => element.innerText;
  const words = (element: HTMLElement | undefined) =>
    element === undefined ? null : shownText(element).replace(/\s+/g, " ").trim().slice(0, 200);
  const says = errorWords === null ? null : new RegExp(errorWords, "i");
  const isError = (element: HTMLElement) => says === null || says.test(shownText(element));
  return { wall: words(shown(wall)[0]), error: words(shown(error).find(isError)), hasEnded: shown(end).length > 0 };
}

export function hasFresh({ item, link }: ListSelectors, seen: string[]): boolean {
  const known = new Set(seen);
  return [...document.querySelectorAll(item)].some((element) => {
    const href = element.querySelector<HTMLAnchorElement>(link)?.href;
    return !known.has(href ?? `no link: ${element.outerHTML.slice(0, 500)}`);
  });
}

/** Items that came since the last reading must not be scrolled over: then it stays where it is. */
export function scrollBehindLast({ item, link }: ListSelectors, seen: string[]): void {
  const known = new Set(seen);
  const items = [...document.querySelectorAll(item)];
  for (const element of items) {
    const href = element.querySelector<HTMLAnchorElement>(link)?.href;
    if (!known.has(href ?? `no link: ${element.outerHTML.slice(0, 500)}`)) return;
  }
  const bottom = items.at(-1)?.getBoundingClientRect().bottom;
  scrollBy({ left: 0, top: bottom === undefined ? innerHeight : Math.max(bottom - 100, 200), behavior: "instant" });
}

export async function bringIntoView({ item, link }: ListSelectors, key: string, margin: number): Promise<InView> {
  const find = () =>
    [...document.querySelectorAll(item)].find((e) => e.querySelector<HTMLAnchorElement>(link)?.href === key);
  let element = find();
  if (!element) return null;
  const first = element.getBoundingClientRect();
  if (first.top < 0 || first.bottom > innerHeight) {
    scrollBy({ left: 0, top: first.top - margin, behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    element = find();
  }
  if (!element) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const shown = Math.min(height, innerHeight - top);
  return width < 1 || shown < 1 || top < 0 ? null : { x: left, y: top, width, height: shown };
}
