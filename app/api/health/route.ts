import { isSearchUp } from "#lib/services/search/check-search";
import { checkHealth } from "#lib/services/system/check-health";

export const dynamic = "force-dynamic";

/**
 * For supervisors and load balancers: 200 when the database answers, 503 when not. Without search everything else works,
 * so `search: false` is no reason to take a server out.
 */
export async function GET(): Promise<Response> {
  const [health, search] = await Promise.all([checkHealth(), isSearchUp()]);
  return Response.json(
    { ...health, search },
    { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
