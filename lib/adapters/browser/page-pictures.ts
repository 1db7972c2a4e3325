import type { Page } from "puppeteer-core";
import sharp from "sharp";
import type { Deadline } from "#lib/adapters/browser/deadline";
import type { LimitCode } from "#lib/core/captures/limits";

/** Higher tiles come out wrong in some of Chromium's drawing modes, silently. */
const TILE_HEIGHT_PX = 4_000;

/** A PNG and its size in pixels. */
export type Picture = { png: Buffer; width: number; height: number };

type Box = { x: number; y: number; width: number; height: number };

/**
 * The whole page as one picture, taken in tiles and put together.
 * @returns the picture and which of its sides were cut at the limit.
 */
export async function takePagePicture(
  page: Page,
  limits: { maxHeightPx: number; maxWidthPx: number },
  deadline: Deadline,
): Promise<Picture & { cut: LimitCode[] }> {
  const { content: box, originX } = await deadline.within(measure(page), "measuring the page", 10_000);
  const width = Math.min(box.width, limits.maxWidthPx);
  const height = Math.min(box.height, limits.maxHeightPx);
  // A right-to-left page starts at its right end.
  const x = originX > 0 ? box.x + box.width - width : box.x;
  const tiles: Buffer[] = [];
  for (let y = 0; y < height; y += TILE_HEIGHT_PX) {
    const clip = { x, y: box.y + y, width, height: Math.min(TILE_HEIGHT_PX, height - y) };
    tiles.push(await shoot(page, clip, 1, true, deadline));
  }
  const cut: LimitCode[] = [];
  if (height < box.height) cut.push("height");
  if (width < box.width) cut.push("width");
  return { png: await stitch(tiles), width, height, cut };
}

/** One element at twice the size; null when it is not there or has no area. */
export async function takeElementPicture(page: Page, selector: string, deadline: Deadline): Promise<Picture | null> {
  const box = await deadline.within(page.evaluate(elementBox, selector), "measuring the post", 10_000);
  return box ? takeBoxPicture(page, box, true, deadline) : null;
}

/**
 * @param box in the page's own coordinates (client rectangle plus scroll).
 * @param beyondView false keeps the page exactly as it is scrolled; a list that draws only what is in view would
 *   otherwise change under the picture.
 */
export async function takeBoxPicture(page: Page, box: Box, beyondView: boolean, deadline: Deadline): Promise<Picture> {
  const { originX } = await deadline.within(measure(page), "measuring the page", 10_000);
  const png = await shoot(page, { ...box, x: box.x + originX }, 2, beyondView, deadline);
  const { width = 0, height = 0 } = await sharp(png).metadata();
  return { png, width, height };
}

async function shoot(page: Page, box: Box, scale: number, captureBeyondViewport: boolean, deadline: Deadline) {
  const clip = { ...box, scale };
  const bytes = await deadline.within(
    page.screenshot({ type: "png", clip, captureBeyondViewport }),
    "taking a picture",
  );
  return Buffer.from(bytes);
}

async function stitch(tiles: Buffer[]): Promise<Buffer> {
  const [only] = tiles;
  if (tiles.length === 1 && only) return only;
  return sharp(tiles, { join: { across: 1 }, limitInputPixels: false })
    .removeAlpha()
    .png()
    .toBuffer();
}

/**
 * The whole scrollable area as the picture command counts it, from its leftmost point. Scripts count from the
 * starting side: on a right-to-left page that overflows to the left their zero lies at `originX`.
 */
async function measure(page: Page): Promise<{ content: Box; originX: number }> {
  const session = await page.createCDPSession();
  try {
    const { cssContentSize, cssLayoutViewport } = await session.send("Page.getLayoutMetrics");
    const scrolled = await page.evaluate(() => scrollX);
    const { x, y, width, height } = cssContentSize;
    const content = { x, y, width: Math.ceil(width), height: Math.ceil(height) };
    return { content, originX: cssLayoutViewport.pageX - Math.round(scrolled) };
  } finally {
    await session.detach().catch(() => undefined);
  }
}

function elementBox(selector: string): Box | null {
  const element = document.querySelector(selector);
  if (!element) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return null;
  return { x: left + scrollX, y: top + scrollY, width, height: Math.min(height, 8_000) };
}
