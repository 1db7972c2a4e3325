import { unstable_rethrow } from "next/navigation";
import { AppError, type ErrorCode, toAppError } from "#lib/errors";
import { logger } from "#lib/logger";

/** What a server action gives back: data, or a code that the page turns into a sentence. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code: ErrorCode; details: Readonly<Record<string, unknown>> } };

/** Runs the work of a server action; expected failures become results, bugs are logged and become `internal`. */
export async function runAction<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await work() };
  } catch (thrown) {
    unstable_rethrow(thrown);
    const error = toAppError(thrown);
    if (error.code === "internal") logger.error({ err: thrown }, "server action failed");
    return { ok: false, error: { code: error.code, details: error.details } };
  }
}

/** The same for a route handler: JSON with the error's status. */
export async function respond(work: () => Promise<Response | object>): Promise<Response> {
  try {
    const result = await work();
    return result instanceof Response ? result : Response.json(result);
  } catch (thrown) {
    unstable_rethrow(thrown);
    const error = toAppError(thrown);
    if (error.code === "internal") logger.error({ err: thrown }, "route failed");
    return Response.json({ error: { code: error.code, details: error.details } }, { status: error.status });
  }
}

/**
 * The body of a request as text, read no further than it may be: nobody fills the server's memory by sending.
 * @throws AppError `bad_input` when there is more.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const tooLong = () => new AppError("bad_input", `A body of more than ${maxBytes} bytes`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLong();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLong();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
