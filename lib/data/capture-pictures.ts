import type { Db } from "#lib/data/client";

export type PictureWish = { key: string; captureId: string; url: string };
export type PictureFile = { artifactId: string; width: number | null; height: number | null };

/**
 * The picture that stands for a post or page in a list: the post's own crop, else the only crop, else the whole page.
 * @returns by the wish's key; without an entry where a capture has no picture.
 */
export async function findPictures(db: Db, wishes: readonly PictureWish[]): Promise<Map<string, PictureFile>> {
  const artifacts = await db.artifact.findMany({
    where: { captureId: { in: wishes.map((wish) => wish.captureId) }, role: { in: ["post_crop", "screenshot"] } },
    orderBy: { name: "asc" },
    select: { id: true, captureId: true, role: true, name: true, width: true, height: true },
  });
  const pictures = new Map<string, PictureFile>();
  for (const { key, captureId, url } of wishes) {
    const own = artifacts.filter((artifact) => artifact.captureId === captureId);
    const crops = own.filter((artifact) => artifact.role === "post_crop");
    const platformId = url.split("/").at(-1) ?? "";
    const picture =
      crops.find((crop) => crop.name === `post_crop-${platformId}.png`) ??
      (crops.length === 1 ? crops[0] : undefined) ??
      own.find((artifact) => artifact.role === "screenshot");
    if (picture) pictures.set(key, { artifactId: picture.id, width: picture.width, height: picture.height });
  }
  return pictures;
}
