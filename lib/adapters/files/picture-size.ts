import sharp from "sharp";

/** Width and height of a picture as it is shown (its EXIF turn applied), from its header alone; null when it has none. */
export async function pictureSize(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height, autoOrient } = await sharp(bytes).metadata();
    return { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height };
  } catch {
    return null;
  }
}
