import NextAuth from "next-auth";
import { beforeAll, describe, expect, test } from "vitest";
import { nextAuthOptions } from "#lib/auth/next-auth-options";
import { decodeSession, sessionCookie } from "#lib/auth/session-token";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { signOutEverywhere } from "#lib/services/people/sign-out-everywhere";
import { buildPerson } from "#test/builders/person";

const PASSWORD = "a fine long password";
const ORIGIN = "http://localhost:4567";

/** One browser that talks to /api/auth. next-auth's older handler signature takes plain objects, so no server is needed. */
function newBrowser() {
  const jar = new Map<string, string>();
  const call = async (method: "GET" | "POST", path: string, body: Record<string, string> = {}) => {
    const answer = { status: 200, location: undefined as string | undefined, body: undefined as unknown };
    const response = {
      status: (code: number) => {
        answer.status = code;
        return response;
      },
      getHeader: () => undefined,
      setHeader: (name: string, value: string | string[]) => {
        if (name.toLowerCase() === "location") answer.location = String(value);
        if (name.toLowerCase() === "set-cookie") for (const line of [value].flat()) keep(line);
        return response;
      },
      send: (sent: unknown) => {
        answer.body = sent;
      },
      json: (sent: unknown) => {
        answer.body = sent;
      },
      end: () => {},
    };
    const keep = (line: string) => {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/max-age=0/i.test(line)) jar.set(name, decodeURIComponent(value));
      else jar.delete(name);
    };
    const query = { nextauth: path.split("/") };
    const headers = { host: "wrong-host.example", "x-forwarded-for": "192.0.2.50" };
    const request = { method, query, body, headers, cookies: Object.fromEntries(jar) };
    await NextAuth(request as never, response as never, nextAuthOptions());
    return answer;
  };
  const signIn = async (email: string, password: string) => {
    const { csrfToken } = (await call("GET", "csrf")).body as { csrfToken: string };
    return call("POST", "callback/credentials", { email, password, csrfToken, callbackUrl: `${ORIGIN}/en/desk` });
  };
  return { jar, call, signIn };
}

describe("/api/auth", () => {
  let person: Awaited<ReturnType<typeof buildPerson>>;
  beforeAll(async () => {
    setEnv({ APP_ORIGIN: ORIGIN });
    person = await buildPerson({ password: PASSWORD, role: "publisher" });
  });

  test("signs in with the same cookie as the page and stays at the configured origin", async () => {
    const browser = newBrowser();
    const answer = await browser.signIn(person.email, PASSWORD);
    expect(answer).toMatchObject({ status: 302, location: `${ORIGIN}/en/desk` });
    const claims = await decodeSession(browser.jar.get(sessionCookie().name));
    expect(claims).toMatchObject({ userId: person.id, sessionVersion: 1 });
    const session = await browser.call("GET", "session");
    expect(session.body).toMatchObject({ user: { id: person.id, name: person.name, role: "publisher" } });
  });

  test("gives no cookie for a wrong password, and none without its CSRF token", async () => {
    const browser = newBrowser();
    const answer = await browser.signIn(person.email, "wrong wrong wrong");
    expect(answer).toMatchObject({ status: 302, location: expect.stringContaining("error=CredentialsSignin") });
    await browser.call("POST", "callback/credentials", {
      email: person.email,
      password: PASSWORD,
      csrfToken: "forged",
    });
    expect(browser.jar.has(sessionCookie().name)).toBe(false);
  });

  test("does not redirect to another site afterwards", async () => {
    const browser = newBrowser();
    const { csrfToken } = (await browser.call("GET", "csrf")).body as { csrfToken: string };
    const callbackUrl = "https://evil.example/";
    const input = { email: person.email, password: PASSWORD, csrfToken, callbackUrl };
    expect((await browser.call("POST", "callback/credentials", input)).location).toMatch(/^http:\/\/localhost:4567/);
  });

  test("replaces a cookie that was planted before", async () => {
    const browser = newBrowser();
    browser.jar.set(sessionCookie().name, "planted");
    await browser.signIn(person.email, PASSWORD);
    expect(browser.jar.get(sessionCookie().name)).not.toBe("planted");
  });

  test("knows nobody whose sessions were ended, and does not renew their cookie", async () => {
    const browser = newBrowser();
    await browser.signIn(person.email, PASSWORD);
    await signOutEverywhere(person);
    expect((await browser.call("GET", "session")).body).toEqual({});
    expect(browser.jar.has(sessionCookie().name)).toBe(false);
  });

  test("lets nobody in who is disabled, and throttles like the page", async () => {
    await db().user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
    const browser = newBrowser();
    expect((await browser.signIn(person.email, PASSWORD)).location).toContain("error=CredentialsSignin");
    const rows = Array.from({ length: 10 }, () => ({ email: person.email, address: "192.0.2.50", succeeded: false }));
    await db().signInAttempt.createMany({ data: rows });
    expect((await browser.signIn(person.email, PASSWORD)).location).toContain("error=too_many_tries");
  });
});
