import { requireActor } from "#lib/auth/session";
import { respond } from "#lib/http";
import { getSubmissionProgress } from "#lib/services/submissions/get-submission-progress";

type Context = { params: Promise<{ id: string }> };

/** How far each line of a submission got; asked again and again by its page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const progress = await getSubmissionProgress(await requireActor(), (await params).id);
    return Response.json(progress, { headers: { "cache-control": "no-store" } });
  });
}
