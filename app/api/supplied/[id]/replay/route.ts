import { replayUrl } from "#lib/auth/evidence-origin";
import { findUser } from "#lib/auth/session";
import { respond } from "#lib/http";
import { isLocale } from "#lib/i18n/locales";
import { openSuppliedRecording } from "#lib/services/replay/open-recording";

type Context = { params: Promise<{ id: string }> };

/**
 * Sends a frame on to the viewer on the evidence origin, with a permit for this one supplied recording.
 * `?lang=en|ar`: the words around the viewer.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const recording = await openSuppliedRecording(await findUser(), (await params).id);
    const lang = new URL(request.url).searchParams.get("lang") ?? "";
    const location = replayUrl(recording, isLocale(lang) ? lang : "en");
    return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
  });
}
