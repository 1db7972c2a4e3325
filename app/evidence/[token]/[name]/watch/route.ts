import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { readEvidenceToken } from "#lib/auth/evidence-token";
import { isFilm } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { openPermittedFile } from "#lib/services/artifacts/open-permitted-file";

type Context = { params: Promise<{ token: string; name: string }> };

/** Ours, not captured: one player for one file of this origin, and nothing that runs. */
const POLICY = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** A plain page that plays one captured film, on the origin where nobody is signed in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    if (!isEvidenceHost(request.headers.get("host"))) throw new AppError("not_found", "Not the evidence origin");
    const artifactId = readEvidenceToken((await params).token);
    if (!artifactId) throw new AppError("not_found", "No permit, or too old");
    const { name, mediaType } = await openPermittedFile(artifactId, { save: true });
    if (!isFilm(mediaType)) throw new AppError("not_found", `${artifactId} is no film`);
    return new Response(playerPage(name), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
        "cache-control": "private, no-store",
      },
    });
  });
}

/** The file lies one step up from this page, under the same permit. */
function playerPage(name: string): string {
  // Percent-encoded, so it can end neither an attribute nor an element.
  const shown = encodeURIComponent(name.toWellFormed()).replaceAll("'", "%27");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${shown}</title>
<style>html{background:#111}body{margin:0;min-block-size:100dvh;display:grid;place-items:center}video{max-inline-size:100%;max-block-size:100dvh}</style></head>
<body><video controls preload="metadata" aria-label="${shown}" src="../${shown}"></video></body></html>`;
}
