import sharp from "sharp";

/** A tall page is cut below this many times its width: a thumbnail shows how it begins. */
const MAX_RATIO = 2;
/** What `sharp` may decode; a full page of 1,280 × 80,000 device pixels fits. */
const MAX_PIXELS = 400_000_000;

/**
 * A small WebP of a picture as it is shown (its EXIF turn applied), cut at the bottom when it is very tall.
 * @throws Error when the bytes are no picture.
 */
export async function makeThumbnail(picture: Buffer, width: number): Promise<Buffer> {
  const image = sharp(picture, { limitInputPixels: MAX_PIXELS, sequentialRead: true, animated: false });
  const { autoOrient: size } = await image.metadata();
  const height = Math.min(size.height, Math.round(size.width * MAX_RATIO));
  return image
    .autoOrient()
    .extract({ left: 0, top: 0, width: size.width, height })
    .resize({ width: Math.min(width, size.width) })
    .webp({ quality: 82 })
    .toBuffer();
}
