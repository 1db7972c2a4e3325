import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { countWrongBands, type Ruler } from "#lib/adapters/browser/ruler";

const ruler: Ruler = { name: "tall", axis: "down", direction: "ltr", bands: 120, bandPx: 100 };

/** A picture of the ruler as Chromium should draw it, from what its HTML says. */
async function drawn(order: (y: number) => number, scale = 1): Promise<Buffer> {
  const width = 20;
  const height = ruler.bands * ruler.bandPx * scale;
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    const band = Math.floor(order(y) / (ruler.bandPx * scale));
    const colour = [(band * 37) % 256, (band * 91 + 60) % 256, (band * 151 + 120) % 256];
    for (let x = 0; x < width; x++) raw.set(colour, (y * width + x) * 3);
  }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

describe("ruler", () => {
  test("a true picture has no wrong band", async () => {
    expect(await countWrongBands(ruler, await drawn((y) => y))).toBe(0);
  });

  test("content that repeats after 8192 px is found", async () => {
    expect(await countWrongBands(ruler, await drawn((y) => y % 8192))).toBe(39);
  });

  test("a shift by a few pixels is found in every band", async () => {
    expect(await countWrongBands(ruler, await drawn((y) => y + 5))).toBe(120);
  });

  test("at twice the pixels, bands are twice as high", async () => {
    const sharp = { ...ruler, scale: 2 };
    expect(await countWrongBands(sharp, await drawn((y) => y, 2))).toBe(0);
    expect(await countWrongBands(sharp, await drawn((y) => y % 16_384, 2))).toBe(39);
    expect(await countWrongBands(sharp, await drawn((y) => y / 2, 2))).toBeGreaterThan(100);
  });
});
