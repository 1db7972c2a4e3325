import { requireActor } from "#lib/auth/session";
import { LONG_FACETS, type LongFacet } from "#lib/core/search/search-index";
import { AppError } from "#lib/errors";
import { respond } from "#lib/http";
import { readSearchText, toSearchQuery } from "#lib/schemas/search-query";
import { findFacetValues } from "#lib/services/search/find-facet-values";

/** Values of one long facet that fit what was typed, with counts under the search of the address. */
export async function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { search, searchParams } = new URL(request.url);
    const field = LONG_FACETS.find((one) => one === searchParams.get("of"));
    if (!field) throw new AppError("bad_input", "No such facet", { fields: { of: "unknown" } });
    const query = toSearchQuery(readSearchText(search), 1);
    return findFacetValues(actor, query, field satisfies LongFacet, searchParams.get("like") ?? "");
  });
}
