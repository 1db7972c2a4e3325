import { readOrDerive } from "#lib/adapters/files/derived-file";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { makeThumbnail } from "#lib/adapters/files/make-thumbnail";
import { isPlainPicture } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import type { OpenArtifact } from "#lib/services/artifacts/open-artifact";

/** A closed list: every width is kept on the disk once. */
export const THUMBNAIL_WIDTHS = [160, 480, 960] as const;
export type ThumbnailWidth = (typeof THUMBNAIL_WIDTHS)[number];

/** Whether this is a width that thumbnails are made in. */
export function isThumbnailWidth(width: number): width is ThumbnailWidth {
  return (THUMBNAIL_WIDTHS as readonly number[]).includes(width);
}

/** A file of which there may be a small picture. */
export type ThumbnailSource = Pick<OpenArtifact, "name" | "sha256" | "mediaType">;

/**
 * A small WebP of a picture, made once. Very tall pictures are cut at the bottom.
 * @param artifact a captured or supplied file, already opened for this person.
 * @throws AppError `bad_input` when it is no picture; `file_damaged`.
 */
export async function openThumbnail(artifact: ThumbnailSource, width: ThumbnailWidth): Promise<Buffer> {
  if (!isPlainPicture(artifact.mediaType)) throw new AppError("bad_input", "Only pictures have thumbnails");
  return readOrDerive(artifact.sha256, `w${width}.webp`, async () => {
    const bytes = await readFileBytes(artifact.sha256);
    return makeThumbnail(bytes, width).catch((thrown: unknown) => {
      throw new AppError("file_damaged", `Not a picture: ${artifact.name}`, {}, { cause: thrown });
    });
  });
}
