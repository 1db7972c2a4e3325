import { Readable } from "node:stream";
import { findUser } from "#lib/auth/session";
import { contentDisposition } from "#lib/core/evidence/served-as";
import { respond } from "#lib/http";
import { bundleTexts } from "#lib/i18n/bundle-texts";
import { exportCapture, exportPublishedCapture } from "#lib/services/export/export-capture";
import { openExport } from "#lib/services/export/open-export";

type Context = { params: Promise<{ id: string }> };

/**
 * A capture with everything that proves it unchanged, as a zip. At the desk with its lines of the custody log, and the log
 * says who took it; `?copy=reader`, and for everybody without an account, without them and only when it is published.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const isReaders = new URL(request.url).searchParams.get("copy") === "reader";
    const user = isReaders ? null : await findUser();
    const plan = user
      ? await exportCapture(user, id, { way: "desk", texts: bundleTexts })
      : await exportPublishedCapture(id, bundleTexts);
    const { stream, bytes } = await openExport(plan);
    const headers = {
      "content-type": "application/zip",
      "content-length": String(bytes),
      "content-disposition": contentDisposition("attachment", `${plan.folder}.zip`),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    };
    return new Response(Readable.toWeb(stream) as ReadableStream, { headers });
  });
}
