import { type NextRequest, NextResponse } from "next/server";
import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { PATH_HEADER } from "#lib/auth/next-path";
import { contentPolicy, evidenceOriginAtAnyPort } from "#lib/core/security/content-policy";
import { env } from "#lib/env";

/**
 * Three things that no page can do itself:
 * on the evidence origin there is nothing but captured files, so nobody can sign in beside them;
 * pages made anew for each person (desk, sign-in, invitation) get a Content-Security-Policy with a nonce, which Next
 * puts on its own inline scripts when it finds it in the request;
 * and they learn which path was asked for, so that signing in leads back there.
 */
export function proxy(request: NextRequest) {
  if (isEvidenceHost(request.headers.get("host"))) {
    // Captured files bring a policy of their own.
    if (request.nextUrl.pathname.startsWith("/evidence/")) return NextResponse.next();
    return new NextResponse("Not found", { status: 404, headers: { "content-type": "text/plain" } });
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

function policyForOneAnswer(): string {
  const { EVIDENCE_ORIGIN, NODE_ENV } = env();
  return contentPolicy({
    nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64"),
    evidenceOrigins: [EVIDENCE_ORIGIN ?? evidenceOriginAtAnyPort(undefined)],
    isDevelopment: NODE_ENV === "development",
  });
}

export const config = {
  // Readers' pages stay out of here, for speed: their policy is in next.config.js. lib/env.ts holds that the evidence
  // host has such a name.
  matcher: [
    { source: "/:path*", has: [{ type: "host", value: "evidence.*" }] },
    "/:locale(en|ar)/desk/:path*",
    "/:locale(en|ar)/sign-in",
    "/:locale(en|ar)/invitation/:token",
  ],
};
