import { requireActor } from "#lib/auth/session";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { receiveSupplied } from "#lib/services/supplied/receive-supplied";

/**
 * Takes one supplied file: the body is the file, what is said about it stands in the address (lib/schemas/supplied.ts).
 * The body is written to the disk as it comes, so its size is no matter of memory.
 */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    // The session cookie stays away from other sites' requests already (SameSite); this says so a second time.
    const from = request.headers.get("sec-fetch-site");
    if (from !== null && from !== "same-origin") throw new AppError("not_allowed", "An upload from another site");
    const about = Object.fromEntries(new URL(request.url).searchParams);
    return receiveSupplied(actor, about, request.body ?? emptyBody());
  });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
