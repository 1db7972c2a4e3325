import { requireActor } from "#lib/auth/session";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { previewRequest } from "#lib/schemas/submission";
import { previewLines } from "#lib/services/submissions/preview-lines";

/** What the lines in the box mean, while somebody is typing. Writes nothing. */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const body = previewRequest.safeParse(await request.json().catch(() => null));
    if (!body.success) throw new AppError("bad_input", "Not a list of lines", { fields: { lines: "too_long" } });
    return { lines: await previewLines(actor, body.data.lines) };
  });
}
