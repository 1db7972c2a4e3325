import { Readable } from "node:stream";
import { evidenceUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { contentDisposition, isPlainPicture } from "#lib/core/evidence/served-as";
import { respond } from "#lib/http";
import { openSupplied } from "#lib/services/supplied/open-supplied";

type Context = { params: Promise<{ id: string }> };

/** One supplied file: pictures are answered here, everything else is sent on to the evidence origin. `?save=1`: saved. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const file = await openSupplied(await findUser(), (await params).id);
    const save = new URL(request.url).searchParams.has("save");
    if (!isPlainPicture(file.mediaType)) {
      const headers = { location: evidenceUrl(file, { save }), "cache-control": "no-store" };
      return new Response(null, { status: 302, headers });
    }
    const headers = {
      "content-type": file.mediaType,
      "content-length": String(file.bytes),
      "content-disposition": contentDisposition(save ? "attachment" : "inline", file.name),
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": file.isPublic ? "public, max-age=300" : "private, max-age=300",
      vary: "cookie",
    };
    return new Response(Readable.toWeb(await file.open()) as ReadableStream, { headers });
  });
}
