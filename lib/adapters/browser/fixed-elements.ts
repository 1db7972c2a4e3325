import type { Page } from "puppeteer-core";
import type { Deadline } from "#lib/adapters/browser/deadline";

const MARK = "data-daleel-style";

/**
 * Elements that stay with the view would be drawn into every tile of a long picture. Sticky ones are put in their
 * place, fixed ones hidden. The documents have been read by then; `showFixed` puts everything back.
 * @param keepSelector an element that is never hidden, with what is around and in it.
 */
export async function hideFixed(page: Page, deadline: Deadline, keepSelector: string | null = null): Promise<void> {
  await deadline
    .within(page.evaluate(hide, MARK, keepSelector), "hiding fixed elements", 10_000)
    .catch(() => undefined);
}

export async function showFixed(page: Page, deadline: Deadline): Promise<void> {
  await deadline.within(page.evaluate(show, MARK), "showing fixed elements", 10_000).catch(() => undefined);
}

// What follows runs in the page.

function hide(mark: string, keepSelector: string | null): void {
  const kept = keepSelector ? document.querySelector(keepSelector) : null;
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const { position } = getComputedStyle(element);
    if ((position !== "fixed" && position !== "sticky") || !element.style) continue;
    if (element.hasAttribute(mark) || (kept && (element.contains(kept) || kept.contains(element)))) continue;
    element.setAttribute(mark, element.getAttribute("style") ?? "");
    if (position === "fixed") element.style.setProperty("visibility", "hidden", "important");
    else element.style.setProperty("position", "static", "important");
  }
}

function show(mark: string): void {
  for (const element of document.querySelectorAll(`[${mark}]`)) {
    const style = element.getAttribute(mark) ?? "";
    if (style) element.setAttribute("style", style);
    else element.removeAttribute("style");
    element.removeAttribute(mark);
  }
}
