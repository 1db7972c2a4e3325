import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { readEvidenceToken } from "#lib/auth/evidence-token";
import { contentDisposition, isShownInSandbox } from "#lib/core/evidence/served-as";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { openPermittedFile } from "#lib/services/artifacts/open-permitted-file";
import { answerFile } from "../../../answer-file";

type Context = { params: Promise<{ token: string; name: string }> };

/** What a captured page may do in the reader's browser: show its words and the pictures inside it. Nothing else. */
const POLICY = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * A captured file, hostile until proven otherwise: only on the evidence origin, where nobody is signed in,
 * and only with a permit that the application's own origin made.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { token, name } = await params;
    if (!isEvidenceHost(request.headers.get("host"))) throw new AppError("not_found", "Not the evidence origin");
    const artifactId = readEvidenceToken(token);
    if (!artifactId) throw new AppError("not_found", "No permit, or too old");
    const save = new URL(request.url).searchParams.has("save");
    const artifact = await openPermittedFile(artifactId, { save });
    if (decodeName(name) !== artifact.name) throw new AppError("not_found", "The permit is for a file of another name");
    const isSaved = save || !isShownInSandbox(artifact.mediaType);
    return answerFile(request, artifact, {
      "content-type": artifact.mediaType,
      "content-disposition": contentDisposition(isSaved ? "attachment" : "inline", artifact.name),
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "x-robots-tag": "noindex",
      "cache-control": "private, no-store",
    });
  });
}

/** Route parameters of handlers arrive as they stand in the path. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
