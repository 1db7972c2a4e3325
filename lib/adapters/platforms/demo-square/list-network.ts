import { dig } from "#lib/adapters/platforms/json";
import type { ListInNetwork } from "#lib/core/captures/list-in-network";
import type { PageEvidence } from "#lib/core/captures/types";

/** The list as the site's `/api/tag/` answers sent it: rows of HTML, and where the next ones begin. */
export function listInDemoNetwork(json: PageEvidence["json"]): ListInNetwork | null {
  const answers = json.filter(({ url }) => URL.parse(url)?.pathname.startsWith("/api/tag/"));
  if (answers.length === 0) return null;
  const rows = answers.flatMap(({ body }) => dig(body, "rows")).flat();
  const ids = rows.flatMap((row) => /data-post-id="(\d+)"/.exec(String(row))?.[1] ?? []);
  const nexts = answers.map(({ body }) => dig(body, "next"));
  const cursors = nexts.flatMap((next) => (typeof next === "number" ? [String(next)] : []));
  return { ids: [...new Set(ids)], cursors, hasMore: typeof nexts.at(-1) === "number" };
}
