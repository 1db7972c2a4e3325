import { requireActor } from "#lib/auth/session";
import { segment } from "#lib/core/text/segment";
import { respond } from "#lib/http";
import { spreadQuery } from "#lib/schemas/spread-query";
import { exportTies } from "#lib/services/spread/export-ties";
import { answerText } from "../../../../../answer-text";

type Context = { params: Promise<{ platform: string; handle: string }> };

/** Which accounts are tied to an account, as CSV or `?format=graphml`; `?window=`, `?from=`, `?to=` as on its page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { platform, handle } = await params;
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const format = asked.format === "graphml" ? "graphml" : "csv";
    return answerText(
      await exportTies(
        actor,
        { kind: "account", platform: segment(platform), handle: segment(handle) },
        spreadQuery.parse(asked),
        format,
      ),
    );
  });
}
