import sharp from "sharp";

/** A page of coloured bands, whose picture can be checked pixel by pixel. */
export type Ruler = {
  name: string;
  /** Bands from top to bottom, or from the reading side on. */
  axis: "down" | "across";
  direction: "ltr" | "rtl";
  bands: number;
  /** CSS px. */
  bandPx: number;
  /** Device pixels per CSS pixel, 1 when left out; pictures of single posts have 2. */
  scale?: number;
};

/** Neighbouring bands differ widely, and so do those that lie a tile apart. */
const colourOf = (band: number) => [(band * 37) % 256, (band * 91 + 60) % 256, (band * 151 + 120) % 256] as const;

/**
 * The ruler's page. It holds words, a bar that sticks to the view and a part as high as the view: all of them have
 * moved pictures in one of Chromium's ways of drawing.
 */
export function rulerHtml({ axis, direction, bands, bandPx }: Ruler): string {
  const rows = Array.from({ length: bands }, (_, i) => {
    const size = axis === "down" ? `height:${bandPx}px` : `width:${bandPx}px;height:400px;flex:none`;
    const words = axis === "down" && i % 10 === 0 ? '<span style="margin-inline-start:30%">كلمات words</span>' : "";
    return `<div style="${size};background:rgb(${colourOf(i).join(",")})">${words}</div>`;
  });
  const layout = axis === "down" ? "" : "display:flex;";
  const sticky = '<div style="position:sticky;top:0;width:40px;height:0;margin-inline-start:45%">x</div>';
  const high = '<i style="position:absolute;top:0;inset-inline-start:50%;height:100vh;width:1px"></i>';
  const extras = axis === "down" ? sticky + high : "";
  return `<!doctype html><html dir="${direction}"><body style="margin:0;${layout}">${extras}${rows.join("")}</body></html>`;
}

/**
 * Compares a picture of the ruler with what it must show.
 * @returns how many bands are wrong, in the middle or at either end; 0 when the picture is true.
 */
export async function countWrongBands(ruler: Ruler, png: Buffer): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { bands, axis, direction, scale = 1 } = ruler;
  const bandPx = ruler.bandPx * scale;
  const isTrue = (band: number, x: number, y: number) => {
    const at = (y * info.width + x) * info.channels;
    return colourOf(band).every((value, channel) => Math.abs((data[at + channel] ?? -99) - value) <= 1);
  };
  let wrong = 0;
  for (let band = 0; band < bands; band++) {
    const places = [0.5, 0.02, 0.98].map((part) => Math.floor((band + part) * bandPx));
    const right = places.every((along) => {
      if (axis === "down") return isTrue(band, 1, along) && isTrue(band, info.width - 2, along);
      return isTrue(band, direction === "rtl" ? info.width - 1 - along : along, 200);
    });
    if (!right) wrong++;
  }
  return wrong;
}
