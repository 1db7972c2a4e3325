import { respond } from "#lib/http";
import { getPublicKeyList } from "#lib/services/keys/get-public-keys";

export const dynamic = "force-dynamic";

/** The newsroom's public keys with their history, for programs anywhere. Its address never changes. */
export async function GET(): Promise<Response> {
  return respond(
    async () =>
      new Response(await getPublicKeyList(), {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "cache-control": "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800",
          "access-control-allow-origin": "*",
        },
      }),
  );
}
