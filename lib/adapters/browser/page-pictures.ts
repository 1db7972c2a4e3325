import type { Page } from "puppeteer-core";
import sharp from "sharp";
import type { Deadline } from "#lib/adapters/browser/deadline";
import { type Area, drawArea, type Picture, VIEW_SHOT } from "#lib/adapters/browser/draw-area";
import { hideFixed, showFixed } from "#lib/adapters/browser/fixed-elements";
import { VIEW } from "#lib/adapters/browser/page-opening";
import type { LimitCode } from "#lib/core/captures/limits";

/** Pictures of single posts have twice the pixels, so that they can be printed. */
export const CROP_SCALE = 2;
const MAX_CROP_HEIGHT_PX = 8_000;

/**
 * The whole page as one picture. What is fixed to the view is shown once, in the first tile.
 * @returns the picture and which of its sides were cut at the limit.
 */
export async function takePagePicture(
  page: Page,
  limits: { maxHeightPx: number; maxWidthPx: number },
  deadline: Deadline,
): Promise<Picture & { cut: LimitCode[] }> {
  const whole = await deadline.within(measurePage(page), "measuring the page", 10_000);
  const width = Math.min(whole.width, limits.maxWidthPx);
  const height = Math.min(whole.height, limits.maxHeightPx);
  // A page that starts at its right end loses its left side.
  const x = whole.x < 0 ? whole.x + whole.width - width : whole.x;
  try {
    const onTile = (tile: number) => (tile === 1 ? hideFixed(page, deadline) : Promise.resolve());
    const picture = await drawArea(page, { x, y: 0, width, height }, VIEW.deviceScaleFactor, deadline, onTile);
    const cut: LimitCode[] = [];
    if (height < whole.height) cut.push("height");
    if (width < whole.width) cut.push("width");
    return { ...picture, cut };
  } finally {
    await showFixed(page, deadline);
  }
}

/** One element, without what floats over the page; null when it is not there or has no area. */
export async function takeElementPicture(page: Page, selector: string, deadline: Deadline): Promise<Picture | null> {
  try {
    await sharpenView(page);
    await hideFixed(page, deadline, selector);
    const area = await deadline.within(page.evaluate(elementArea, selector, MAX_CROP_HEIGHT_PX), "measuring", 10_000);
    return area ? await drawArea(page, area, CROP_SCALE, deadline) : null;
  } finally {
    await showFixed(page, deadline);
    await page.setViewport(VIEW);
  }
}

/** From now on pictures of the view have the pixels of a crop; the page's own size stays as it is. */
export async function sharpenView(page: Page): Promise<void> {
  await page.setViewport({ ...VIEW, deviceScaleFactor: CROP_SCALE });
}

/**
 * A rectangle of the view as it stands, nothing moved: a list that draws only what is in view would change.
 * The view must have been sharpened.
 * @param rectangle in client coordinates.
 */
export async function takeViewPicture(page: Page, rectangle: Area, deadline: Deadline): Promise<Picture> {
  const shot = await deadline.within(page.screenshot(VIEW_SHOT), "taking a picture");
  const [left, top] = [rectangle.x, rectangle.y].map((value) => Math.max(0, Math.round(value * CROP_SCALE)));
  const width = Math.min(Math.round(rectangle.width * CROP_SCALE), VIEW.width * CROP_SCALE - (left ?? 0));
  const height = Math.min(Math.round(rectangle.height * CROP_SCALE), VIEW.height * CROP_SCALE - (top ?? 0));
  const part = { left: left ?? 0, top: top ?? 0, width, height };
  return { png: await sharp(shot).extract(part).removeAlpha().png().toBuffer(), width, height };
}

/**
 * The whole scrollable area in the coordinates of scripts. The protocol counts from the leftmost point; on a
 * right-to-left page that overflows to the left, scripts count from further right.
 */
async function measurePage(page: Page): Promise<Area> {
  const session = await page.createCDPSession();
  try {
    const { cssContentSize, cssLayoutViewport } = await session.send("Page.getLayoutMetrics");
    const scrolled = await page.evaluate(() => scrollX);
    const width = Math.ceil(cssContentSize.width);
    const height = Math.ceil(cssContentSize.height);
    // -0 would be a left edge of its own.
    return { x: Math.round(scrolled) - cssLayoutViewport.pageX || 0, y: 0, width, height };
  } finally {
    await session.detach().catch(() => undefined);
  }
}

function elementArea(selector: string, maxHeight: number): Area | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return null;
  const x = Math.floor(left + scrollX);
  const y = Math.floor(top + scrollY);
  const right = Math.ceil(left + scrollX + width);
  const bottom = Math.ceil(top + scrollY + height);
  return { x, y, width: right - x, height: Math.min(bottom - y, maxHeight) };
}
