import { requireActor } from "#lib/auth/session";
import { segment } from "#lib/core/text/segment";
import { respond } from "#lib/http";
import { spreadQuery } from "#lib/schemas/spread-query";
import { exportPosts } from "#lib/services/spread/export-posts";
import { answerText } from "../../../../answer-text";

type Context = { params: Promise<{ tag: string }> };

/** The posts of a hashtag as CSV, `?from=` and `?to=` a day. For whoever is signed in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { tag } = await params;
    const query = spreadQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
    return answerText(await exportPosts(actor, { kind: "hashtag", tag: segment(tag) }, query));
  });
}
