import { asText, everyRecord } from "#lib/adapters/platforms/json";
import { findListTweets } from "#lib/adapters/platforms/x/network";
import type { ListInNetwork } from "#lib/core/captures/list-in-network";
import type { PageEvidence } from "#lib/core/captures/types";

/**
 * The list as X's timelines sent it. Every timeline ends with a cursor to a next part, also the last one, so its being
 * there says nothing; the same one again means that nothing more is coming.
 */
export function listInXNetwork(json: PageEvidence["json"]): ListInNetwork | null {
  const cursors = json.flatMap(({ body }) => {
    const bottom = [...everyRecord(body)].filter((record) => record.cursorType === "Bottom").at(-1);
    return asText(bottom?.value) ?? [];
  });
  if (cursors.length === 0) return null;
  const evidence = { requestedUrl: "", finalUrl: "", httpStatus: null, responseHtml: "", domHtml: "", json };
  return { ids: [...findListTweets(evidence as PageEvidence).keys()], cursors, hasMore: null };
}
