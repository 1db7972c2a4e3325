import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "#lib/auth/next-auth-options";
import { readBody, respond } from "#lib/http";

type Context = { params: Promise<{ nextauth: string[] }> };

/** E-mail, password, tokens: a form of some lines. next-auth itself would read whatever comes. */
const MAX_BODY_BYTES = 20_000;

const handle = (request: Request, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, nextAuthOptions());

/** Reads: session, CSRF token, providers. */
export function GET(request: Request, context: Context): Promise<Response> {
  return handle(request, context);
}

/** Signs in and out. */
export function POST(request: Request, context: Context): Promise<Response> {
  return respond(async () => {
    const body = await readBody(request, MAX_BODY_BYTES);
    const { url, method, headers } = request;
    return handle(new NextRequest(url, { method, headers, body }), context);
  });
}
