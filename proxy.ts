import { type NextRequest, NextResponse } from "next/server";
import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { PATH_HEADER } from "#lib/auth/next-path";
import { contentPolicy, evidenceOriginAtAnyPort } from "#lib/core/security/content-policy";
import { env } from "#lib/env";
import { isPublicAddress } from "#lib/services/cases/is-public-address";

/**
 * Four things that no page can do itself:
 * on the evidence origin there is nothing but captured files, so nobody can sign in beside them;
 * pages made anew for each person (desk, sign-in, invitation) get a Content-Security-Policy with a nonce, which Next
 * puts on its own inline scripts when it finds it in the request;
 * they learn which path was asked for, so that signing in leads back there;
 * and a case or language that does not exist is answered in plain HTML: when a page says so itself, Next sends an empty document
 * that is filled by script.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (isEvidenceHost(request.headers.get("host"))) {
    // Captured files bring a policy of their own.
    if (/^\/(?:evidence|replay)\//.test(request.nextUrl.pathname)) return NextResponse.next();
    return new NextResponse("Not found", { status: 404, headers: { "content-type": "text/plain" } });
  }
  if (!/^\/(?:en|ar)(?:\/|$)/.test(request.nextUrl.pathname)) return nowhere(request);
  const inCases = CASE_ADDRESS.exec(request.nextUrl.pathname);
  if (inCases) {
    const [, slug = "", number = "newest"] = inCases;
    if (await isPublicAddress(slug, number)) return NextResponse.next();
    return nowhere(request);
  }
  const policy = policyForOneAnswer();
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Addresses of the desk tell what a newsroom is working on: other sites do not get them.
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-robots-tag", "noindex, nofollow");
  return response;
}

const CASE_ADDRESS = /^\/(?:en|ar)\/cases\/([^/]+)(?:\/r\/([^/]+))?\/?$/;

/** An address that matches no route, so app/global-not-found.tsx answers; the dot keeps it from coming here again. */
function nowhere(request: NextRequest): NextResponse {
  return NextResponse.rewrite(new URL("/no/such.page", request.url), { status: 404 });
}

function policyForOneAnswer(): string {
  const { EVIDENCE_ORIGIN, NODE_ENV } = env();
  return contentPolicy({
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64"),
    evidenceOrigins: [EVIDENCE_ORIGIN ?? evidenceOriginAtAnyPort(undefined)],
    isDevelopment: NODE_ENV === "development",
  });
}

export const config = {
  // Readers' other pages stay out of here, for speed: their policy is in next.config.js. lib/env.ts holds that the evidence
  // host has such a name.
  matcher: [
    { source: "/:path*", has: [{ type: "host", value: "evidence.*" }] },
    "/:locale(en|ar)/desk/:path*",
    "/:locale(en|ar)/sign-in",
    "/:locale(en|ar)/invitation/:token",
    "/:locale(en|ar)/cases/:slug",
    "/:locale(en|ar)/cases/:slug/r/:number",
    // Languages that there are not.
    "/((?!(?:en|ar|api|evidence|replay|_next)(?:/|$))[^.]+)",
  ],
};
