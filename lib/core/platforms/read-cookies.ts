import type { SessionCookie, SessionRules } from "#lib/core/platforms/access";

/** Why pasted cookies cannot be used. */
export type CookieProblem =
  /** Neither cookies.txt, nor JSON, nor `name=value`. */
  | "not_cookies"
  /** Cookies, but none of this platform. */
  | "other_platform"
  /** Those that make the session are not among them. */
  | "not_signed_in"
  /** Those that make the session are over. */
  | "cookies_expired";

/** RFC 6265, 4.1.1: what a name and a value may be made of. */
const NAME = /^[\w!#$%&'*+.^`|~-]{1,200}$/;
const VALUE = /^[\x20-\x3a\x3c-\x7e]{0,4096}$/;

/**
 * Reads what a browser's export holds: Netscape's cookies.txt, a JSON list (or `{ cookies: [...] }`), or `a=b; c=d`.
 * Only the platform's own cookies are kept.
 * @param nowSeconds since 1970.
 */
export function readCookies(
  text: string,
  rules: SessionRules,
  nowSeconds: number,
): { ok: true; cookies: SessionCookie[] } | { ok: false; problem: CookieProblem } {
  const all = readJson(text) ?? readNetscape(text) ?? readPairs(text, rules);
  if (!all || all.length === 0) return { ok: false, problem: "not_cookies" };
  const own = all.filter((cookie) => belongs(cookie.domain, rules));
  if (own.length === 0) return { ok: false, problem: "other_platform" };
  const needed = (cookies: SessionCookie[]) =>
    rules.required.every((name) => cookies.some((one) => one.name === name && one.value !== ""));
  if (!needed(own)) return { ok: false, problem: "not_signed_in" };
  const fresh = own.filter(({ expiresAt }) => expiresAt === null || expiresAt > nowSeconds);
  return needed(fresh) ? { ok: true, cookies: fresh } : { ok: false, problem: "cookies_expired" };
}

function belongs(domain: string, { hosts }: SessionRules): boolean {
  return hosts.some((host) => domain === host || domain.endsWith(`.${host}`));
}

type Loose = Record<string, unknown>;

/** Cookie-Editor, EditThisCookie, Playwright's and Puppeteer's exports differ in the names of the expiry only. */
function readJson(text: string): SessionCookie[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = Array.isArray(value) ? value : (value as { cookies?: unknown } | null)?.cookies;
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [];
    const { name, value: content, domain, path, secure, httpOnly, hostOnly, ...rest } = entry as Loose;
    if (typeof name !== "string" || typeof content !== "string" || typeof domain !== "string") return [];
    const expires = Number(rest.expirationDate ?? rest.expires ?? rest.expiry ?? 0);
    return sound({
      name,
      value: content,
      domain,
      hostOnly: typeof hostOnly === "boolean" ? hostOnly : !domain.startsWith("."),
      path: typeof path === "string" && path.startsWith("/") ? path : "/",
      secure: secure === true,
      httpOnly: httpOnly === true,
      expiresAt: Number.isFinite(expires) && expires > 0 ? Math.floor(expires) : null,
    });
  });
}

/** Seven fields between tabs: domain, below it too, path, secure, expiry, name, value (curl's and Netscape's form). */
function readNetscape(text: string): SessionCookie[] | undefined {
  const rows = text.split(/\r?\n/).map((line) => line.replace(/^#HttpOnly_/, "\u0001").split("\t"));
  const cookies = rows.filter((row) => row.length === 7 && !row[0]?.startsWith("#"));
  if (cookies.length === 0) return undefined;
  return cookies.flatMap(([domain = "", below = "", path = "/", secure = "", expires = "0", name = "", value = ""]) =>
    sound({
      name,
      value: value.trim(),
      domain: domain.replace("\u0001", ""),
      hostOnly: below.toUpperCase() !== "TRUE",
      path,
      secure: secure.toUpperCase() === "TRUE",
      httpOnly: domain.startsWith("\u0001"),
      expiresAt: Number(expires) > 0 ? Math.floor(Number(expires)) : null,
    }),
  );
}

/** `auth_token=…; ct0=…`, also one to a line, also with `Cookie:` in front. */
function readPairs(text: string, { hosts: [host = ""] }: SessionRules): SessionCookie[] | undefined {
  const parts = text
    .replace(/^\s*cookie:/i, "")
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => /^[^=\s]+=/.test(part))) return undefined;
  // An address has nothing below it.
  const hostOnly = /^[\d.:[\]]+$/.test(host);
  return parts.flatMap((part) => {
    const at = part.indexOf("=");
    const about = { domain: host, hostOnly, path: "/", secure: !hostOnly, httpOnly: true, expiresAt: null };
    return sound({ name: part.slice(0, at).trim(), value: part.slice(at + 1).trim(), ...about });
  });
}

function sound(cookie: SessionCookie): SessionCookie[] {
  const domain = cookie.domain.trim().replace(/^\./, "").toLowerCase();
  return NAME.test(cookie.name) && VALUE.test(cookie.value) && domain !== "" ? [{ ...cookie, domain }] : [];
}
