import { Readable } from "node:stream";
import { evidenceUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { contentDisposition, isPlainPicture } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { type OpenArtifact, openArtifact } from "#lib/services/artifacts/open-artifact";
import { isThumbnailWidth, openThumbnail } from "#lib/services/artifacts/open-thumbnail";

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
  const etag = `"${artifact.sha256}${width === null ? "" : `-w${width}`}"`;
  const headers = new Headers({
    etag,
    // A retraction takes a picture back, so even readers' copies live for minutes only.
    "cache-control": artifact.isPublic ? "public, max-age=300" : "private, max-age=300",
    vary: "cookie",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition": contentDisposition(save ? "attachment" : "inline", artifact.name),
  });
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  if (width !== null && isThumbnailWidth(width)) {
    const picture = await openThumbnail(artifact, width);
    headers.set("content-type", "image/webp");
    headers.set("content-disposition", contentDisposition("inline", `${artifact.name}.webp`));
    return new Response(new Uint8Array(picture), { headers });
  }
  headers.set("content-type", artifact.mediaType);
  headers.set("content-length", String(artifact.bytes));
  return new Response(Readable.toWeb(await artifact.open()) as ReadableStream, { headers });
}
