import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { canonicalRevision } from "#lib/services/cases/canonical-revision";

type Context = { params: Promise<{ slug: string; number: string }> };

/** A published revision as data: exactly the bytes that its SHA-256 is taken over, so `curl … | sha256sum` checks it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { slug, number } = await params;
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new AppError("not_found", "not a revision number");
    const { json, sha256 } = await canonicalRevision(slug, Number(number));
    return new Response(json, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        // Short: a retraction takes the text away again.
        "cache-control": "public, max-age=300",
        etag: `"${sha256}"`,
      },
    });
  });
}
