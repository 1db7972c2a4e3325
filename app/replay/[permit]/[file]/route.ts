import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { readEvidenceToken } from "#lib/auth/evidence-token";
import { RECORDING_FILES, VIEWER_FOLDER } from "#lib/core/replay/viewer-pages";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { getScopedFile } from "#lib/services/replay/get-viewer-file";
import { openPermittedRecording } from "#lib/services/replay/open-recording";
import { answerFile } from "../../../answer-file";

const RECORDING_FORMATS = ["wacz", "warc"] as const;

type Context = { params: Promise<{ permit: string; file: string }> };

/** What the viewer asks for inside the folder of one recording: its service worker, and the recording piece by piece. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { permit, file } = await params;
    if (!isEvidenceHost(request.headers.get("host"))) throw new AppError("not_found", "Not the evidence origin");
    const id = readEvidenceToken(permit, new Date(), "replay");
    if (!id) throw new AppError("not_found", "No permit, or too old");
    if (file === "ui.js") return new Response(null, { status: 307, headers: { location: `${VIEWER_FOLDER}ui.js` } });
    const format = RECORDING_FORMATS.find((each) => RECORDING_FILES[each] === file);
    if (format) {
      const recording = await openPermittedRecording(id);
      if (recording.format !== format) throw new AppError("not_found", `The recording is no ${format} file`);
      return answerFile(request, recording, {
        "content-type": recording.mediaType,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "x-robots-tag": "noindex",
        "cache-control": "private, no-store",
      });
    }
    const { body, headers } = getScopedFile(`/replay/${permit}`, file);
    return new Response(typeof body === "string" ? body : new Uint8Array(body), { headers });
  });
}
