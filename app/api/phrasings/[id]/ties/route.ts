import { requireActor } from "#lib/auth/session";
import { respond } from "#lib/http";
import { spreadQuery } from "#lib/schemas/spread-query";
import { exportTies } from "#lib/services/spread/export-ties";
import { answerText } from "../../../../answer-text";

type Context = { params: Promise<{ id: string }> };

/** Which accounts posted a phrasing close together, as CSV or `?format=graphml`; `?window=`, `?from=`, `?to=`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { id } = await params;
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const format = asked.format === "graphml" ? "graphml" : "csv";
    return answerText(await exportTies(actor, { kind: "phrasing", id }, spreadQuery.parse(asked), format));
  });
}
