import { type NextRequest, NextResponse } from "next/server";
import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { PATH_HEADER } from "#lib/auth/next-path";

/**
 * Two things that no page can do itself:
 * on the evidence origin there is nothing but captured files, so nobody can sign in beside them;
 * desk pages learn which path was asked for, so that signing in leads back there.
 */
export function proxy(request: NextRequest) {
  if (isEvidenceHost(request.headers.get("host")) && !request.nextUrl.pathname.startsWith("/evidence/")) {
    return new NextResponse("Not found", { status: 404, headers: { "content-type": "text/plain" } });
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = {
  // Readers' pages stay out of here, for speed; lib/env.ts holds that the evidence host has such a name.
  matcher: [{ source: "/:path*", has: [{ type: "host", value: "evidence.*" }] }, "/:locale(en|ar)/desk/:path*"],
};
