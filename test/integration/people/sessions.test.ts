import { beforeEach, describe, expect, test, vi } from "vitest";
import { PATH_HEADER } from "#lib/auth/next-path";
import { endSession, findUser, requireActor, requireUser, startSession } from "#lib/auth/session";
import { encodeSession, SESSION_MAX_AGE_SECONDS, sessionCookie } from "#lib/auth/session-token";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { changePassword } from "#lib/services/people/change-password";
import { changeRole } from "#lib/services/people/change-role";
import { resetPassword } from "#lib/services/people/reset-password";
import { setPersonDisabled } from "#lib/services/people/set-person-disabled";
import { signOutEverywhere } from "#lib/services/people/sign-out-everywhere";
import { buildPerson } from "#test/builders/person";
import { fakeRequest, Redirected } from "#test/setup/fake-request";

vi.mock("next/headers", () => import("#test/setup/fake-request"));
vi.mock("next/navigation", () => import("#test/setup/fake-request"));

const PASSWORD = "a fine long password";
const NEXT_PASSWORD = "another fine long one";

/** A person and the cookie of a browser they are signed in with. */
async function signedIn(wishes: Parameters<typeof buildPerson>[0] = {}) {
  const person = await buildPerson(wishes);
  await startSession({ id: person.id, sessionVersion: 1 });
  return { person, cookie: fakeRequest.cookies.get(sessionCookie().name) ?? "" };
}

const holdCookie = (value: string) => fakeRequest.cookies.set(sessionCookie().name, value);

beforeEach(() => fakeRequest.reset());

describe("a session", () => {
  test("says who it is, with role and name as they are now", async () => {
    const { person } = await signedIn({ role: "editor", locale: "ar" });
    expect(await findUser()).toEqual({ ...person, locale: "ar" });
    const admin = await buildPerson({ role: "admin" });
    await changeRole(admin, { personId: person.id, role: "publisher" });
    expect(await requireActor()).toEqual({ id: person.id, name: person.name, role: "publisher" });
  });

  test("its cookie is kept from scripts and other sites, and over TLS from other hosts", async () => {
    await signedIn();
    const plain = { httpOnly: true, sameSite: "lax", path: "/", secure: false, maxAge: SESSION_MAX_AGE_SECONDS };
    expect(fakeRequest.cookieOptions.get("daleel.session")).toEqual(plain);
    setEnv({ APP_ORIGIN: "https://desk.example" });
    try {
      await signedIn();
      expect(fakeRequest.cookieOptions.get("__Host-daleel.session")).toEqual({ ...plain, secure: true });
    } finally {
      setEnv({ APP_ORIGIN: undefined });
    }
  });

  test("nobody is let in without one, and comes back to the page they wanted", async () => {
    expect(await findUser()).toBeNull();
    await expect(requireActor()).rejects.toMatchObject({ code: "not_signed_in" });
    fakeRequest.headers.set(PATH_HEADER, "/ar/desk/captures?page=2");
    const redirected: unknown = await requireUser("ar").catch((thrown) => thrown);
    expect(redirected).toBeInstanceOf(Redirected);
    expect(redirected).toMatchObject({ location: "/ar/sign-in?next=%2Far%2Fdesk%2Fcaptures%3Fpage%3D2" });
  });

  test("ends with signing out, on this browser only", async () => {
    const { cookie } = await signedIn();
    await endSession();
    expect(await findUser()).toBeNull();
    holdCookie(cookie);
    expect(await findUser()).not.toBeNull();
  });
});

describe("what is not a session", () => {
  test("an altered, cut or made-up cookie", async () => {
    const { cookie } = await signedIn();
    const middle = Math.floor(cookie.length / 2);
    const flipped = cookie.slice(0, middle) + (cookie[middle] === "A" ? "B" : "A") + cookie.slice(middle + 1);
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x","sessionVersion":1,"signedInAt":1}')}.`;
    for (const wrong of [flipped, cookie.slice(0, -2), unsigned, "x", "{}"]) {
      holdCookie(wrong);
      expect(await findUser()).toBeNull();
    }
    holdCookie(cookie);
    expect(await findUser()).not.toBeNull();
  });

  test("one made with another installation's secret", async () => {
    const { cookie } = await signedIn();
    setEnv({ NEXTAUTH_SECRET: "another-secret-another-secret-another" });
    try {
      holdCookie(cookie);
      expect(await findUser()).toBeNull();
    } finally {
      setEnv({ NEXTAUTH_SECRET: "test-secret-test-secret-test-secret-test" });
    }
  });

  test("one from before the longest time, although its cookie was kept alive", async () => {
    const { person } = await signedIn();
    const signedInAt = Math.floor(Date.now() / 1000) - SESSION_MAX_AGE_SECONDS - 1;
    holdCookie(await encodeSession({ userId: person.id, sessionVersion: 1, signedInAt }));
    expect(await findUser()).toBeNull();
  });

  test("one of somebody who was disabled, also after they are let in again", async () => {
    const admin = await buildPerson({ role: "admin" });
    const { person } = await signedIn();
    await setPersonDisabled(admin, { personId: person.id, disabled: true });
    expect(await findUser()).toBeNull();
    await setPersonDisabled(admin, { personId: person.id, disabled: false });
    expect(await findUser()).toBeNull();
  });

  test("one of a person or a version that does not exist", async () => {
    const { person } = await signedIn();
    const signedInAt = Math.floor(Date.now() / 1000);
    for (const [userId, sessionVersion] of [
      [person.id, 2],
      ["00000000-0000-4000-8000-000000000000", 1],
    ] as const) {
      holdCookie(await encodeSession({ userId, sessionVersion, signedInAt }));
      expect(await findUser()).toBeNull();
    }
  });
});

describe("ending sessions", () => {
  test("a password change ends all but the one that goes on", async () => {
    const { person, cookie } = await signedIn({ password: PASSWORD });
    const input = { currentPassword: PASSWORD, newPassword: NEXT_PASSWORD };
    await startSession(await changePassword(person, input, "192.0.2.1"));
    expect(await findUser()).toMatchObject({ id: person.id });
    holdCookie(cookie);
    expect(await findUser()).toBeNull();
    const event = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: person.id } });
    expect(event).toMatchObject({ action: "user.password_changed", actorId: person.id, details: {} });
  });

  test("a password change needs the current one, a new one that is good, and is throttled", async () => {
    const { person } = await signedIn({ password: PASSWORD });
    const change = (currentPassword: string, newPassword: string) =>
      changePassword(person, { currentPassword, newPassword }, "192.0.2.2");
    const wrong = (fields: Record<string, string>) => ({ code: "bad_input", details: { fields } });
    await expect(change("wrong", NEXT_PASSWORD)).rejects.toMatchObject(wrong({ currentPassword: "wrong" }));
    await expect(change(PASSWORD, "short")).rejects.toMatchObject(wrong({ newPassword: "too_short" }));
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject(wrong({ newPassword: "same" }));
    expect(await findUser()).not.toBeNull();
    for (let i = 0; i < 9; i++) await change("wrong", NEXT_PASSWORD).catch(() => {});
    await expect(change(PASSWORD, NEXT_PASSWORD)).rejects.toMatchObject({ code: "too_many_tries" });
  });

  test("signing out everywhere ends them all, this one too", async () => {
    const { person } = await signedIn();
    await signOutEverywhere(person);
    expect(await findUser()).toBeNull();
    const event = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: person.id } });
    expect(event).toMatchObject({ action: "user.signed_out_everywhere", actorId: person.id });
  });

  test("a reset from the command line ends them all and is written down", async () => {
    const { person } = await signedIn({ password: PASSWORD });
    await resetPassword({ email: person.email });
    expect(await findUser()).toBeNull();
    const event = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: person.id } });
    expect(event).toMatchObject({ action: "user.password_reset", actorId: null, actorName: "Daleel" });
    await expect(resetPassword({ email: "nobody@newsroom.example" })).rejects.toMatchObject({ code: "not_found" });
  });
});
