import { requireActor } from "#lib/auth/session";
import { AppError } from "#lib/errors";
import { readBody, respond } from "#lib/http";
import { MAX_SUBMISSION_CHARS, previewRequest } from "#lib/schemas/submission";
import { previewLines } from "#lib/services/submissions/preview-lines";

/** Six bytes a letter at most, as JSON escapes them, and room for the rest. */
const MAX_BODY_BYTES = 6 * MAX_SUBMISSION_CHARS + 100_000;

/** What the lines in the box mean, while somebody is typing. Writes nothing. */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const body = previewRequest.safeParse(await readLines(request));
    if (!body.success) throw new AppError("bad_input", "Not a list of lines", { fields: { lines: "too_long" } });
    return { lines: await previewLines(actor, body.data.lines) };
  });
}

async function readLines(request: Request): Promise<unknown> {
  const body = await readBody(request, MAX_BODY_BYTES);
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
