import { appOrigin } from "#lib/auth/app-origin";
import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { readEvidenceToken } from "#lib/auth/evidence-token";
import { RECORDING_FILES, viewerPage } from "#lib/core/replay/viewer-pages";
import { pagePolicy } from "#lib/core/replay/viewer-policies";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { isLocale, LOCALES } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { mainPageOf, openPermittedRecording } from "#lib/services/replay/open-recording";

type Context = { params: Promise<{ permit: string }> };

/**
 * The viewer with one recording in it, for the application's pages to show in a frame. `?lang=en|ar`: its words.
 * What an earlier recording left in the browser goes first, so that this one's scripts find nothing of it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { permit } = await params;
    if (!isEvidenceHost(request.headers.get("host"))) throw new AppError("not_found", "Not the evidence origin");
    const id = readEvidenceToken(permit, new Date(), "replay");
    if (!id) throw new AppError("not_found", "No permit, or too old");
    const recording = await openPermittedRecording(id);
    const viewed = { file: RECORDING_FILES[recording.format], page: await mainPageOf(recording) };
    const asked = new URL(request.url).searchParams.get("lang") ?? "";
    const lang = isLocale(asked) ? asked : "en";
    const { viewer } = messages(lang).replay;
    return new Response(viewerPage(`/replay/${permit}`, viewed, { lang, dir: LOCALES[lang].dir, ...viewer }), {
      headers: {
        "content-type": "text/html;charset=utf-8",
        "content-security-policy": pagePolicy(ownOrigins(appOrigin())),
        "clear-site-data": '"storage"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
      },
    });
  });
}

/** On one's own machine the application has two names. */
function ownOrigins(origin: string): string[] {
  const { hostname, port, protocol } = new URL(origin);
  if (hostname !== "localhost" && hostname !== "127.0.0.1") return [origin];
  return ["localhost", "127.0.0.1"].map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`);
}
