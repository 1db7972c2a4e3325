import type { Page } from "puppeteer-core";
import { type Deadline, startDeadline } from "#lib/adapters/browser/deadline";
import type { Picture } from "#lib/adapters/browser/draw-area";
import { type BrowserSetup, launchBrowser } from "#lib/adapters/browser/launch-browser";
import { openQuietPage } from "#lib/adapters/browser/page-opening";
import { CROP_SCALE, takeElementPicture, takePagePicture } from "#lib/adapters/browser/page-pictures";
import { countWrongBands, type Ruler, rulerHtml } from "#lib/adapters/browser/ruler";
import { AppError } from "#lib/errors";

const RULERS: Ruler[] = [
  { name: "tall", axis: "down", direction: "ltr", bands: 120, bandPx: 100 },
  { name: "tall, right to left", axis: "down", direction: "rtl", bands: 40, bandPx: 100 },
  { name: "as high as the view, right to left", axis: "down", direction: "rtl", bands: 16, bandPx: 100 },
  { name: "wide", axis: "across", direction: "ltr", bands: 30, bandPx: 100 },
  { name: "wide, right to left", axis: "across", direction: "rtl", bands: 30, bandPx: 100 },
  { name: "at twice the pixels", axis: "down", direction: "ltr", bands: 60, bandPx: 100, scale: CROP_SCALE },
  {
    name: "at twice the pixels, right to left",
    axis: "down",
    direction: "rtl",
    bands: 40,
    bandPx: 100,
    scale: CROP_SCALE,
  },
];

/** One telling character per script that captures meet. */
const SAMPLES: Record<string, string> = {
  latin: "a",
  cyrillic: "ж",
  hebrew: "ש",
  arabic: "ع",
  arabic_ligature: "ﷺ",
  urdu: "ے",
  persian: "گ",
  kurdish: "ێ",
  emoji: "😀",
  flag: "🇧🇭",
  chinese: "中",
  japanese: "か",
  korean: "한",
  hindi: "ह",
  thai: "ก",
};
/** Drawn as one sign, not as their parts side by side: two letters for a flag, unjoined letters for Arabic. */
const JOINED: Record<string, [string, string]> = { flag: ["🇧", "🇭"], arabic_joining: ["ل", "ا"] };

/** What the browser of this host can draw. */
export type SelfTestResult = { missingGlyphs: string[] };

/**
 * Draws rulers (tall, wide, right to left, at twice the pixels) and checks their pixels, then asks which scripts have glyphs.
 * A wrong ruler means that pictures of long pages would be wrong without anybody noticing.
 * @throws AppError `self_test_failed` naming the ruler; `browser_failed`, `capture_timeout`.
 */
export async function runSelfTest(setup: BrowserSetup): Promise<SelfTestResult> {
  const deadline = startDeadline(90_000);
  const running = await launchBrowser(setup);
  try {
    const { page } = await openQuietPage(running.browser);
    for (const ruler of RULERS) {
      await deadline.within(page.setContent(rulerHtml(ruler)), `drawing the ruler "${ruler.name}"`);
      const { png, width, height } = await drawRuler(page, ruler, deadline);
      const wrong = await countWrongBands(ruler, png);
      const length = ruler.axis === "down" ? height : width;
      if (wrong > 0 || length !== ruler.bands * ruler.bandPx * (ruler.scale ?? 1)) {
        const message = `The picture of the ruler "${ruler.name}" is wrong in ${wrong} of ${ruler.bands} bands, ${length} px long`;
        throw new AppError("self_test_failed", message, { ruler: ruler.name, wrong });
      }
    }
    await deadline.within(page.setContent("<!doctype html><p>glyphs"), "preparing the glyph probe");
    return { missingGlyphs: await deadline.within(page.evaluate(missingGlyphs, SAMPLES, JOINED), "probing glyphs") };
  } finally {
    await running.close();
  }
}

/** By the way its pictures go: whole pages at one pixel each, single posts at twice as many. */
async function drawRuler(page: Page, { scale = 1 }: Ruler, deadline: Deadline): Promise<Picture> {
  if (scale === 1) return takePagePicture(page, { maxHeightPx: 50_000, maxWidthPx: 4_000 }, deadline);
  const picture = await takeElementPicture(page, "body", deadline);
  if (!picture) throw new AppError("self_test_failed", "The ruler of a single post has no picture");
  return picture;
}

/** A glyph is missing when its drawing is empty or the same as that of a character that no font has. */
function missingGlyphs(samples: Record<string, string>, joined: Record<string, [string, string]>): string[] {
  const draw = (text: string) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 64;
    const context = canvas.getContext("2d");
    if (!context) return "";
    context.font = "32px sans-serif";
    context.fillText(text, 8, 44);
    return canvas.toDataURL();
  };
  const nothing = [draw(""), draw("\u{10FFFD}"), draw("\uFFFF")];
  const missing = Object.keys(samples).filter((name) => nothing.includes(draw(samples[name] ?? "")));
  const measure = document.createElement("canvas").getContext("2d");
  const widthOf = (text: string) => {
    if (!measure) return 0;
    measure.font = "32px sans-serif";
    return measure.measureText(text).width;
  };
  const apart = Object.entries(joined).filter(([, [one, other]]) => {
    return widthOf(one + other) > (widthOf(one) + widthOf(other)) * 0.98;
  });
  return [...new Set([...missing, ...apart.map(([name]) => name)])];
}
