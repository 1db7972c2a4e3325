import sharp from "sharp";

/** A page of coloured bands, whose picture can be checked pixel by pixel. */
export type Ruler = {
  name: string;
  /** Bands from top to bottom, or from the reading side on. */
  axis: "down" | "across";
  direction: "ltr" | "rtl";
  bands: number;
  bandPx: number;
};

/** Colours of neighbouring bands differ widely, and none repeats within 256 bands by less than 16 in all channels. */
const colourOf = (band: number) => [(band * 37) % 256, (band * 91 + 60) % 256, (band * 151 + 120) % 256] as const;

export function rulerHtml({ axis, direction, bands, bandPx }: Ruler): string {
  const rows = Array.from({ length: bands }, (_, i) => {
    const size = axis === "down" ? `height:${bandPx}px` : `width:${bandPx}px;height:400px;flex:none`;
    return `<div style="${size};background:rgb(${colourOf(i).join(",")})"></div>`;
  });
  const layout = axis === "down" ? "" : "display:flex;";
  return `<!doctype html><html dir="${direction}"><body style="margin:0;${layout}">${rows.join("")}</body></html>`;
}

/**
 * Compares a picture of the ruler with what it must show.
 * @returns how many bands are wrong, in the middle or at either end; 0 when the picture is true.
 */
export async function countWrongBands(ruler: Ruler, png: Buffer): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { bands, bandPx, axis, direction } = ruler;
  let wrong = 0;
  for (let band = 0; band < bands; band++) {
    const places = [0.5, 0.02, 0.98].map((part) => Math.floor((band + part) * bandPx));
    const right = places.every((along) => {
      const x = axis === "down" ? info.width - 2 : direction === "rtl" ? info.width - 1 - along : along;
      const y = axis === "down" ? along : 200;
      const at = (y * info.width + x) * info.channels;
      return colourOf(band).every((value, channel) => Math.abs((data[at + channel] ?? -99) - value) <= 1);
    });
    if (!right) wrong++;
  }
  return wrong;
}
