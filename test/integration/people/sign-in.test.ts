import { argon2Sync, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { needsRehash, verifyPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import { findPersonWithHash } from "#lib/data/people";
import { beginSignInAttempt, pruneSignInAttempts } from "#lib/data/sign-in-attempts";
import { resetPassword } from "#lib/services/people/reset-password";
import { signIn } from "#lib/services/people/sign-in";
import { buildPerson } from "#test/builders/person";

const PASSWORD = "a fine long password";
const MINUTE_MS = 60_000;
let counter = 0;
const nextAddress = () => `198.51.100.${++counter}`;

/** Wrong tries without the cost of hashing. */
async function failTimes(times: number, email: string, address: string, at = new Date()): Promise<void> {
  for (let i = 0; i < times; i++) await beginSignInAttempt(email, address, at);
}

describe("signing in", () => {
  test("takes the right password, whatever the e-mail's case, and notes when", async () => {
    const person = await buildPerson({ email: "mona@newsroom.example", password: PASSWORD });
    const signedIn = await signIn({ email: " Mona@Newsroom.example", password: PASSWORD }, nextAddress());
    expect(signedIn).toMatchObject({ id: person.id, sessionVersion: 1 });
    expect(signedIn.lastSignInAt).toBeInstanceOf(Date);
    expect(signedIn).not.toHaveProperty("passwordHash");
  });

  test("answers the same to a wrong password, an unknown e-mail, a disabled account and garbage", async () => {
    const person = await buildPerson({ password: PASSWORD });
    const left = await buildPerson({ password: PASSWORD });
    await db().user.update({ where: { id: left.id }, data: { disabledAt: new Date() } });
    const tries: unknown[] = [
      { email: person.email, password: "not the password" },
      { email: "nobody@newsroom.example", password: PASSWORD },
      { email: left.email, password: PASSWORD },
      { email: { toString: "x" }, password: PASSWORD },
      null,
    ];
    for (const input of tries) {
      await expect(signIn(input, nextAddress())).rejects.toMatchObject({ code: "wrong_sign_in", details: {} });
    }
  });

  test("a hash made with lower parameters is made again", async () => {
    const person = await buildPerson({ password: PASSWORD });
    const nonce = randomBytes(16);
    const cost = { parallelism: 1, tagLength: 32, memory: 8192, passes: 1 };
    const tag = argon2Sync("argon2id", { message: Buffer.from(PASSWORD), nonce, ...cost });
    const text = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
    const passwordHash = `$argon2id$v=19$m=8192,t=1,p=1$${text(nonce)}$${text(tag)}`;
    await db().user.update({ where: { id: person.id }, data: { passwordHash } });
    await signIn({ email: person.email, password: PASSWORD }, nextAddress());
    const stored = (await findPersonWithHash({ id: person.id }))?.passwordHash ?? "";
    expect(needsRehash(stored)).toBe(false);
    expect(await verifyPassword(PASSWORD, stored)).toBe(true);
  });
});

describe("throttling", () => {
  let person: { id: string; email: string };
  beforeAll(async () => {
    person = await buildPerson({ password: PASSWORD });
  });

  test("the eleventh try for one account waits, even with the right password, and says how long", async () => {
    for (let i = 0; i < 10; i++) await failTimes(1, person.email, nextAddress());
    const refused = signIn({ email: person.email, password: PASSWORD }, nextAddress());
    await expect(refused).rejects.toMatchObject({ code: "too_many_tries" });
    const error = await refused.catch((thrown) => thrown);
    expect(error.details.retryAfterSeconds).toBeGreaterThan(13 * 60);
    expect(error.details.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  });

  test("unknown accounts are throttled like known ones", async () => {
    await failTimes(10, "ghost@newsroom.example", nextAddress());
    const refused = signIn({ email: "ghost@newsroom.example", password: PASSWORD }, nextAddress());
    await expect(refused).rejects.toMatchObject({ code: "too_many_tries" });
  });

  test("waiting helps", async () => {
    const then = new Date(Date.now() - 16 * MINUTE_MS);
    const other = await buildPerson({ password: PASSWORD });
    await failTimes(10, other.email, nextAddress(), then);
    expect(await beginSignInAttempt(other.email, nextAddress(), then)).toMatchObject({ allowed: false });
    await expect(signIn({ email: other.email, password: PASSWORD }, nextAddress())).resolves.toBeDefined();
  });

  test("an address that tries many accounts waits", async () => {
    const address = nextAddress();
    for (let i = 0; i < 50; i++) await failTimes(1, `spray-${i}@newsroom.example`, address);
    expect(await beginSignInAttempt("spray-new@newsroom.example", address)).toMatchObject({ allowed: false });
    expect(await beginSignInAttempt("spray-new@newsroom.example", nextAddress())).toMatchObject({ allowed: true });
  });

  test("a stranger's guesses do not lock out the owner at an address they signed in from", async () => {
    const owner = await buildPerson({ password: PASSWORD });
    const [home, elsewhere] = [nextAddress(), nextAddress()];
    await signIn({ email: owner.email, password: PASSWORD }, home);
    await failTimes(10, owner.email, elsewhere);
    await expect(signIn({ email: owner.email, password: PASSWORD }, elsewhere)).rejects.toThrow(/throttled/);
    await expect(signIn({ email: owner.email, password: PASSWORD }, home)).resolves.toBeDefined();
    await failTimes(10, owner.email, home);
    await expect(signIn({ email: owner.email, password: PASSWORD }, home)).rejects.toThrow(/throttled/);
  });

  test("tries at the same moment are all counted, per account and per address", async () => {
    const allowed = async (burst: Promise<{ allowed: boolean }>[]) =>
      (await Promise.all(burst)).filter((gate) => gate.allowed).length;
    const times = Array.from({ length: 70 }, (_, i) => i);
    const address = nextAddress();
    expect(await allowed(times.map(() => beginSignInAttempt("burst@newsroom.example", nextAddress())))).toBe(10);
    expect(await allowed(times.map((i) => beginSignInAttempt(`burst-${i}@newsroom.example`, address)))).toBe(50);
  });

  test("whoever runs the server lifts it with a new password", async () => {
    const { password } = await resetPassword({ email: person.email });
    await expect(signIn({ email: person.email, password }, nextAddress())).resolves.toBeDefined();
  });

  test("tries older than a day are forgotten", async () => {
    await failTimes(3, "old@newsroom.example", nextAddress(), new Date(Date.now() - 25 * 60 * MINUTE_MS));
    await pruneSignInAttempts();
    expect(await db().signInAttempt.count({ where: { email: "old@newsroom.example" } })).toBe(0);
    expect(await db().signInAttempt.count({ where: { email: "burst@newsroom.example" } })).toBe(10);
  });
});
