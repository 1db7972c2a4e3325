import type { Page } from "puppeteer-core";
import { chooseOverlays, type Overlay } from "#lib/adapters/browser/choose-overlays";
import type { Deadline } from "#lib/adapters/browser/deadline";
import { VIEW } from "#lib/adapters/browser/page-opening";
import type { HiddenPart } from "#lib/core/captures/hidden-parts";

/** Containers of the usual consent managers, and X's bars and sheets. */
const KNOWN =
  "#onetrust-consent-sdk, #CybotCookiebotDialog, #CybotCookiebotDialogBodyUnderlay, .fc-consent-root, #didomi-host, .qc-cmp2-container, #usercentrics-root, " +
  '#usercentrics-cmp-ui, [id^="sp_message_container"], .osano-cm-window, #iubenda-cs-banner, .cky-consent-container, .cky-overlay, #cmpbox, #cmpwrapper, ' +
  "#axeptio_overlay, #truste-consent-track, .truste_overlay, .truste_box_overlay, #cookie-law-info-bar, #cookie-notice, #cookiescript_injected, " +
  "#gdpr-consent-tool-wrapper, .cc-window.cc-banner, #hs-eu-cookie-confirmation, .termly-styles-root, #BorlabsCookieBox, #cmplz-cookiebanner-container, " +
  '[data-testid="BottomBar"], [data-testid="sheetDialog"], [data-testid="mask"], [data-testid="twc-cc-mask"]';

const HIDDEN = "data-daleel-hidden";
const CANDIDATE = "data-daleel-overlay";
const MAX_TEXT = 4_100;
const SHOWN_TEXT = 200;

/**
 * Hides consent bars and sign-in sheets for a second picture; nothing is clicked. Elements that hold the page's content
 * are never touched. `showOverlays` puts everything back.
 * @returns what was hidden; empty when there was nothing, and then nothing was changed.
 */
export async function hideOverlays(page: Page, deadline: Deadline, keepSelector: string | null): Promise<HiddenPart[]> {
  const look = page.evaluate(findOverlays, { known: KNOWN, mark: CANDIDATE, keepSelector, maxText: MAX_TEXT });
  const overlays = await deadline.within(look, "looking for consent bars", 10_000);
  const chosen = chooseOverlays(overlays, VIEW);
  const hide = page.evaluate(hideMarked, { marks: chosen.map(({ mark }) => mark), mark: CANDIDATE, hidden: HIDDEN });
  const locks = await deadline.within(hide, "hiding consent bars", 10_000);
  const parts = chosen.flatMap(({ mark, reason }): HiddenPart[] => {
    const overlay = overlays.find((one) => one.mark === mark);
    if (!overlay) return [];
    const { selector, width, height } = overlay;
    return [{ selector, text: excerpt(overlay.text), width: Math.round(width), height: Math.round(height), reason }];
  });
  const released = locks.map((selector) => ({
    selector,
    text: "",
    width: 0,
    height: 0,
    reason: "scroll_lock" as const,
  }));
  return [...parts, ...released];
}

/** Puts back what `hideOverlays` took away. */
export async function showOverlays(page: Page, deadline: Deadline): Promise<void> {
  await deadline.within(page.evaluate(showMarked, HIDDEN), "showing consent bars", 10_000).catch(() => undefined);
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > SHOWN_TEXT ? `${line.slice(0, SHOWN_TEXT - 1)}…` : line;
}

// What follows runs in the page.

type Look = { known: string; mark: string; keepSelector: string | null; maxText: number };

/**
 * Outermost elements that lie over the page. One that holds content (the focal element, a main text, long writing) is
 * looked into instead.
 */
function findOverlays({ known, mark, keepSelector, maxText }: Look): Overlay[] {
  const found: Overlay[] = [];
  const kept = keepSelector ? document.querySelector(keepSelector) : null;
  const isContent = (element: Element, text: string) =>
    (kept !== null && (element.contains(kept) || kept.contains(element))) ||
    element.matches("html, body, main, article") ||
    [...element.querySelectorAll("article, main, [role=main], [itemprop=articleBody]")].some(
      (inner) => (inner.textContent ?? "").trim().length > 400,
    ) ||
    text.length > maxText;
  const nameOf = (element: Element) => {
    const id = element.id ? `#${element.id}` : "";
    const test = element.getAttribute("data-testid");
    const classes = [...element.classList].slice(0, 3).map((name) => `.${name}`);
    return `${element.tagName.toLowerCase()}${id}${test ? `[data-testid="${test}"]` : ""}${classes.join("")}`.slice(
      0,
      160,
    );
  };
  const walk = (parent: Element) => {
    for (const element of parent.children) {
      if (!(element instanceof HTMLElement) || element.matches("script, style, template, noscript")) continue;
      const { position, display, visibility, opacity } = getComputedStyle(element);
      if (display === "none") continue;
      const isKnown = element.matches(known);
      const isDialog = element.matches('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]');
      const isOver = position === "fixed" || position === "sticky";
      if (!isKnown && !isOver && !element.matches("dialog[open]")) {
        walk(element);
        continue;
      }
      // A container of no size may hold children that are fixed to the view.
      const boxes = [element, ...element.querySelectorAll("*")].map((one) => one.getBoundingClientRect());
      const own = element.getBoundingClientRect();
      const seen = own.width * own.height > 0 ? own : boxes.find((box) => box.width * box.height > 0);
      // biome-ignore lint/performance/useDomNodeTextContent: textContent has scripts, styles and hidden parts in it.
      const text = element.innerText ?? "";
      if (isContent(element, text)) {
        walk(element);
        continue;
      }
      if (!seen || visibility === "hidden" || opacity === "0") continue;
      const index = found.length;
      element.setAttribute(mark, String(index));
      found.push({
        mark: index,
        selector: nameOf(element),
        text,
        width: seen.width,
        height: seen.height,
        isKnown,
        isDialog: isDialog || element.querySelector('dialog[open], [role="dialog"], [aria-modal="true"]') !== null,
        isFurniture: element.matches(
          "nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo]",
        ),
        hasMedia: element.querySelector("img, video, canvas, picture, iframe") !== null,
      });
    }
  };
  walk(document.body);
  return found;
}

/** Hides the chosen, forgets the others, lets a page scroll that was held. Returns which of html and body were held. */
function hideMarked({ marks, mark, hidden }: { marks: number[]; mark: string; hidden: string }): string[] {
  for (const element of document.querySelectorAll<HTMLElement>(`[${mark}]`)) {
    const isChosen = marks.includes(Number(element.getAttribute(mark)));
    element.removeAttribute(mark);
    if (!isChosen) continue;
    element.setAttribute(hidden, element.getAttribute("style") ?? "");
    element.style.setProperty("display", "none", "important");
  }
  if (marks.length === 0) return [];
  return [document.documentElement, document.body].flatMap((element) => {
    const { overflowY, position } = getComputedStyle(element);
    if (overflowY !== "hidden" && position !== "fixed") return [];
    element.setAttribute(hidden, element.getAttribute("style") ?? "");
    element.style.setProperty("overflow", "visible", "important");
    if (position === "fixed") element.style.setProperty("position", "static", "important");
    return [element.tagName.toLowerCase()];
  });
}

function showMarked(hidden: string): void {
  for (const element of document.querySelectorAll(`[${hidden}]`)) {
    const style = element.getAttribute(hidden) ?? "";
    if (style) element.setAttribute("style", style);
    else element.removeAttribute("style");
    element.removeAttribute(hidden);
  }
}
