import { evidenceUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { isPlainPicture } from "#lib/core/evidence/served-as";
import { respond } from "#lib/http";
import { openArtifact } from "#lib/services/artifacts/open-artifact";
import { answerPicture } from "../../../answer-picture";

type Context = { params: Promise<{ id: string }> };

/**
 * One captured file. Pictures are answered here; everything a browser could run or render is sent on to the evidence
 * origin with a permit of a few minutes. `?w=160|480|960`: a small picture; `?save=1`: to be saved, not shown.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const artifact = await openArtifact(await findUser(), (await params).id);
    if (isPlainPicture(artifact.mediaType)) return answerPicture(request, artifact);
    const save = new URL(request.url).searchParams.has("save");
    const headers = { location: evidenceUrl(artifact, { save }), "cache-control": "no-store" };
    return new Response(null, { status: 302, headers });
  });
}
