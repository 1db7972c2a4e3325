import { unstable_rethrow } from "next/navigation";
import { type ErrorCode, toAppError } from "#lib/errors";
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
