import type { CDPSession } from "puppeteer-core";
import type { SessionCookie } from "#lib/core/platforms/access";

/** Gives the page's own context the cookies of one platform; before anything is opened. */
export async function setSessionCookies(cdp: CDPSession, cookies: readonly SessionCookie[]): Promise<void> {
  await cdp.send("Network.setCookies", {
    cookies: cookies.map(({ name, value, domain, hostOnly, path, secure, httpOnly, expiresAt }) => ({
      name,
      value,
      path,
      secure,
      httpOnly,
      // A domain is for everything below it too; an address alone keeps a cookie to its host.
      ...(hostOnly ? { url: `${secure ? "https" : "http"}://${domain}/` } : { domain: `.${domain}` }),
      ...(expiresAt === null ? {} : { expires: expiresAt }),
    })),
  });
}

/** Every cookie that the context has now: sites hand out new ones in place of those they were given. */
export async function readAllCookies(cdp: CDPSession): Promise<{ name: string; value: string; domain: string }[]> {
  const { cookies } = await cdp.send("Storage.getCookies");
  return cookies.map(({ name, value, domain }) => ({ name, value, domain: domain.replace(/^\./, "") }));
}
