import { contentDisposition } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import { isThumbnailWidth, openThumbnail, type ThumbnailSource } from "#lib/services/artifacts/open-thumbnail";
import { answerFile } from "./answer-file";

type Picture = ThumbnailSource & Parameters<typeof answerFile>[1] & { isPublic: boolean };

/**
 * Answers with a picture that was already opened for this person. `?w=160|480|960`: a small one; `?save=1`: to be saved,
 * not shown.
 * @throws AppError `bad_input` for another width; `file_damaged`.
 */
export async function answerPicture(request: Request, picture: Picture): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = query.get("w");
  const headers = {
    // A retraction takes a picture back, so even readers' copies live for minutes only.
    "cache-control": picture.isPublic ? "public, max-age=300" : "private, max-age=300",
    vary: "cookie",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  };
  if (asked === null) {
    return answerFile(request, picture, {
      ...headers,
      "content-type": picture.mediaType,
      "content-disposition": contentDisposition(query.has("save") ? "attachment" : "inline", picture.name),
    });
  }
  const width = Number(asked);
  if (!isThumbnailWidth(width)) {
    throw new AppError("bad_input", "No thumbnail of this width", { fields: { w: "unknown_width" } });
  }
  const etag = `"${picture.sha256}-w${width}"`;
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  return new Response(new Uint8Array(await openThumbnail(picture, width)), {
    headers: {
      ...headers,
      etag,
      "content-type": "image/webp",
      "content-disposition": contentDisposition("inline", `${picture.name}.webp`),
    },
  });
}
