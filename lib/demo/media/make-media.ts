import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import { makeWebm } from "#lib/demo/media/webm";

/**
 * Draws the pictures and the film of Demo Square into its own folder: `node lib/demo/media/make-media.ts`. Shapes only,
 * no fonts, so that the same versions of the tools draw the same bytes anywhere. The files are committed.
 */
const BILL = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 675"><rect width="900" height="675" fill="#b9a67c"/><g transform="rotate(-3 450 340)"><rect x="215" y="40" width="470" height="600" fill="#fffdf5"/><path d="M300 90c32 44 46 66 46 88a46 46 0 0 1-92 0c0-22 14-44 46-88z" fill="#2a7a9b"/><rect x="380" y="120" width="240" height="22" fill="#20302b"/><rect x="380" y="160" width="170" height="14" fill="#8a9690"/>${[0, 1, 2, 3, 4].map((i) => `<rect x="262" y="${270 + i * 46}" width="${300 - (i % 3) * 60}" height="14" fill="#8a9690"/><rect x="600" y="${270 + i * 46}" width="46" height="14" fill="#8a9690"/>`).join("")}<rect x="262" y="520" width="384" height="3" fill="#20302b"/><rect x="262" y="546" width="120" height="24" fill="#20302b"/><rect x="586" y="546" width="60" height="24" fill="#b3372b"/></g></svg>`;

const dial = (turn: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><rect width="320" height="240" fill="#4c6a5b"/><circle cx="160" cy="120" r="98" fill="#c98a2b"/><circle cx="160" cy="120" r="86" fill="#fffdf7"/>${Array.from({ length: 10 }, (_, i) => `<rect x="156" y="40" width="8" height="16" fill="#20302b" transform="rotate(${i * 36} 160 120)"/>`).join("")}<rect x="110" y="150" width="100" height="26" rx="4" fill="#20302b"/><path d="M160 48l8 78h-16z" fill="#b3372b" transform="rotate(${turn} 160 120)"/><circle cx="160" cy="120" r="9" fill="#20302b"/></svg>`;

const draw = (svg: string, width: number) => sharp(Buffer.from(svg)).resize({ width }).flatten();

/** One turn of the needle in a second and a half. */
async function film(width: number, quality: number): Promise<Buffer> {
  const turns = Array.from({ length: 12 }, (_, i) => i * 30);
  const frames = await Promise.all(turns.map((turn) => draw(dial(turn), width).webp({ quality }).toBuffer()));
  return makeWebm(frames, { width, height: (width * 3) / 4, frameMs: 125 });
}

const files: Record<string, Promise<Buffer>> = {
  "bill.jpg": draw(BILL, 900).jpeg({ quality: 70 }).toBuffer(),
  "bill-small.jpg": draw(BILL, 360).jpeg({ quality: 50 }).toBuffer(),
  "meter.png": draw(dial(200), 640).png({ palette: true, colours: 32 }).toBuffer(),
  "needle.webm": film(320, 60),
  "needle-small.webm": film(160, 20),
  "needle.jpg": draw(dial(0), 320).jpeg({ quality: 50 }).toBuffer(),
};
for (const [name, bytes] of Object.entries(files)) await writeFile(new URL(name, import.meta.url), await bytes);
