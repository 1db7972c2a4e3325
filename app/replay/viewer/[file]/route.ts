import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { getViewerFile } from "#lib/services/replay/get-viewer-file";

type Context = { params: Promise<{ file: string }> };

/** ReplayWeb.page as its authors made it, with its licence, and the few lines of ours that start it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { file } = await params;
    // The licence is linked from the application's pages too.
    const isHere = file === "LICENSE" || isEvidenceHost(request.headers.get("host"));
    if (!isHere) throw new AppError("not_found", "Not the evidence origin");
    const { body, headers } = await getViewerFile(file);
    return new Response(typeof body === "string" ? body : new Uint8Array(body), { headers });
  });
}
