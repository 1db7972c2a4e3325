import type { Page } from "puppeteer-core";
import sharp from "sharp";
import type { Deadline } from "#lib/adapters/browser/deadline";
import { VIEW } from "#lib/adapters/browser/page-opening";

/** A PNG and its size in pixels. */
export type Picture = { png: Buffer; width: number; height: number };

/** A part of a page in the coordinates of its scripts: client rectangle plus scroll, negative to the left of the start. */
export type Area = { x: number; y: number; width: number; height: number };

/** Where the view stands and how much of the page it shows. */
type Place = { x: number; y: number; width: number; height: number };

/** Two frames are enough for the view to be drawn after it moved; a page that draws none is not waited for longer. */
const SETTLE_CAP_MS = 60;

/** The view as it stands. Its PNG is packed loosely, because the picture it goes into is packed again. */
export const VIEW_SHOT = { captureBeyondViewport: false, optimizeForSpeed: true } as const;

/**
 * Draws a part of a page, however large, from pictures of the view while scrolling.
 *
 * Chromium can also draw beyond the view by itself. It does so by resizing the page, and then elements sized by the
 * view grow, tiles of unlike height do not fit, and right-to-left pages come out shifted (seen with 147 and 153).
 * Pictures of the view have none of these faults and stay below the size at which drawing goes wrong.
 *
 * @param scale device pixels per CSS pixel; the view must have been set to it.
 * @param beforeTile is told each tile's number before it is taken.
 */
export async function drawArea(
  page: Page,
  area: Area,
  scale: number,
  deadline: Deadline,
  beforeTile: (tile: number) => Promise<void> = async () => undefined,
): Promise<Picture> {
  const width = Math.round(area.width * scale);
  const height = Math.round(area.height * scale);
  const pixels = Buffer.alloc(width * height * 3, 255);
  let tile = 0;
  for (let y = area.y; y < area.y + area.height - 0.5; ) {
    let drawnHeight = VIEW.height;
    for (let x = area.x; x < area.x + area.width - 0.5; ) {
      await beforeTile(tile++);
      const place = await deadline.within(page.evaluate(moveView, x, y), "scrolling the page", 10_000);
      // Where scripts were ended because they hang, no frame is told of.
      await deadline.within(page.evaluate(twoFrames), "drawing", SETTLE_CAP_MS).catch(() => undefined);
      const shot = await deadline.within(page.screenshot(VIEW_SHOT), "taking a picture");
      await copyInto(pixels, width, height, shot, {
        left: Math.round((place.x - area.x) * scale),
        top: Math.round((place.y - area.y) * scale),
        // The last tiles overlap those before, which hold what is fixed to the view: only what is new is taken.
        fromLeft: Math.round((x - area.x) * scale),
        fromTop: Math.round((y - area.y) * scale),
      });
      // A page that does not scroll where it is told leaves the rest white rather than holding us up.
      x = Math.max(place.x + place.width, x + 1);
      drawnHeight = place.y + place.height - y;
      if (place.x + place.width <= x - 1) break;
    }
    if (drawnHeight < 1) break;
    y += drawnHeight;
  }
  const raw = { width, height, channels: 3 as const };
  return { png: await sharp(pixels, { raw, limitInputPixels: false }).png().toBuffer(), width, height };
}

/** Copies a picture of the view to its place; what lies outside, or above and before the given edges, is left out. */
async function copyInto(
  pixels: Buffer,
  width: number,
  height: number,
  shot: Uint8Array,
  at: { left: number; top: number; fromLeft: number; fromTop: number },
): Promise<void> {
  const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const from = Math.max(0, at.fromLeft - at.left, -at.left);
  const to = Math.min(info.width, width - at.left);
  if (to <= from) return;
  for (let row = Math.max(0, at.fromTop - at.top, -at.top); row < Math.min(info.height, height - at.top); row++) {
    const source = (row * info.width + from) * 3;
    const target = ((row + at.top) * width + from + at.left) * 3;
    data.copy(pixels, target, source, source + (to - from) * 3);
  }
}

// What follows runs in the page.

function moveView(x: number, y: number): Place {
  scrollTo({ left: x, top: y, behavior: "instant" });
  return { x: scrollX, y: scrollY, width: innerWidth, height: innerHeight };
}

async function twoFrames(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
