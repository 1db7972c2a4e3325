import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "#lib/auth/next-path";

/** Tells desk pages which path was asked for, so that signing in leads back there. A server component cannot know it. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/:locale(en|ar)/desk/:path*"] };
