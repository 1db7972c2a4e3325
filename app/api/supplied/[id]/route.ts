import { evidenceUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { isPlainPicture } from "#lib/core/evidence/served-as";
import { respond } from "#lib/http";
import { openSupplied } from "#lib/services/supplied/open-supplied";
import { answerPicture } from "../../../answer-picture";

type Context = { params: Promise<{ id: string }> };

/**
 * One supplied file: pictures are answered here, everything else is sent on to the evidence origin.
 * `?w=160|480|960`: a small picture; `?save=1`: to be saved, not shown.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const file = await openSupplied(await findUser(), (await params).id);
    if (isPlainPicture(file.mediaType)) return answerPicture(request, file);
    const save = new URL(request.url).searchParams.has("save");
    const headers = { location: evidenceUrl(file, { save }), "cache-control": "no-store" };
    return new Response(null, { status: 302, headers });
  });
}
