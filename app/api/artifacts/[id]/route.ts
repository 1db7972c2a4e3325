import { evidenceUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { contentDisposition, isPlainPicture } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { type OpenArtifact, openArtifact } from "#lib/services/artifacts/open-artifact";
import { isThumbnailWidth, openThumbnail } from "#lib/services/artifacts/open-thumbnail";
import { answerFile } from "../../../answer-file";

type Context = { params: Promise<{ id: string }> };

/**
 * One captured file. Pictures are answered here; everything a browser could run or render is sent on to the evidence
 * origin with a permit of a few minutes. `?w=160|480|960`: a small picture; `?save=1`: to be saved, not shown.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const artifact = await openArtifact(await findUser(), (await params).id);
    const query = new URL(request.url).searchParams;
    const save = query.has("save");
    if (!isPlainPicture(artifact.mediaType)) {
      const headers = { location: evidenceUrl(artifact, { save }), "cache-control": "no-store" };
      return new Response(null, { status: 302, headers });
    }
    const width = query.get("w");
    if (width !== null && !isThumbnailWidth(Number(width))) {
      throw new AppError("bad_input", "No thumbnail of this width", { fields: { w: "unknown_width" } });
    }
    return answerPicture(request, artifact, width === null ? null : Number(width), save);
  });
}

async function answerPicture(request: Request, artifact: OpenArtifact, width: number | null, save: boolean) {
  const headers = {
    // A retraction takes a picture back, so even readers' copies live for minutes only.
    "cache-control": artifact.isPublic ? "public, max-age=300" : "private, max-age=300",
    vary: "cookie",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  };
  if (width === null || !isThumbnailWidth(width)) {
    return answerFile(request, artifact, {
      ...headers,
      "content-type": artifact.mediaType,
      "content-disposition": contentDisposition(save ? "attachment" : "inline", artifact.name),
    });
  }
  const etag = `"${artifact.sha256}-w${width}"`;
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers: { ...headers, etag } });
  return new Response(new Uint8Array(await openThumbnail(artifact, width)), {
    headers: {
      ...headers,
      etag,
      "content-type": "image/webp",
      "content-disposition": contentDisposition("inline", `${artifact.name}.webp`),
    },
  });
}
