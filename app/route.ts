import { preferredLocale } from "#lib/i18n/preferred-locale";

/** `/` has no language: sends the reader to the one their browser prefers. */
export function GET(request: Request): Response {
  const locale = preferredLocale(request.headers.get("accept-language"));
  return new Response(null, {
    status: 307,
    // Relative on purpose: behind a proxy the server does not know its own name.
    headers: { location: `/${locale}`, vary: "accept-language", "cache-control": "private, no-store" },
  });
}
