import { evidenceUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { isFilm } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { openArtifact } from "#lib/services/artifacts/open-artifact";

type Context = { params: Promise<{ id: string }> };

/** Sends on to the page of the evidence origin that plays one captured film. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const artifact = await openArtifact(await findUser(), (await params).id);
    if (!isFilm(artifact.mediaType)) throw new AppError("not_found", `${artifact.id} is no film`);
    const location = `${evidenceUrl(artifact)}/watch`;
    return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
  });
}
