import { checkHealth } from "#lib/services/system/check-health";

export const dynamic = "force-dynamic";

/** For supervisors and load balancers: 200 when the database answers, 503 when not. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
