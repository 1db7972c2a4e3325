import { Readable } from "node:stream";
import { requireActor } from "#lib/auth/session";
import { contentDisposition } from "#lib/core/evidence/served-as";
import { respond } from "#lib/http";
import { isLocale } from "#lib/i18n/locales";
import { readSearchText, toSearchQuery } from "#lib/schemas/search-query";
import { exportSearch } from "#lib/services/search/export-search";

/** The results of a search as a file for spreadsheets. The address is that of the search page, with its `locale`. */
export async function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { search, searchParams } = new URL(request.url);
    const locale = searchParams.get("locale") ?? "";
    const rows = await exportSearch(actor, toSearchQuery(readSearchText(search), 0), isLocale(locale) ? locale : "en");
    const day = new Date().toISOString().slice(0, 10);
    const headers = {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": contentDisposition("attachment", `daleel-search-${day}.csv`),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    };
    const bytes = Readable.from(rows, { objectMode: false });
    return new Response(Readable.toWeb(bytes) as ReadableStream, { headers });
  });
}
