import { argon2 } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { generatePassword, hashPassword, needsRehash, verifyPassword } from "#lib/auth/passwords";

// Counts the work; the work itself is real.
vi.mock("node:crypto", async (importOriginal) => {
  const crypto = await importOriginal<typeof import("node:crypto")>();
  return { ...crypto, argon2: vi.fn(crypto.argon2) };
});

const PASSWORD = "correct horse battery";
// Parameters below today's; the tag fits nothing.
const OLDER = "$argon2id$v=19$m=8192,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$";

describe("passwords", () => {
  test("a hash names its parameters and fits only its password", async () => {
    const stored = await hashPassword(PASSWORD);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await verifyPassword(PASSWORD, stored)).toBe(true);
    expect(await verifyPassword(`${PASSWORD}x`, stored)).toBe(false);
    expect(await hashPassword(PASSWORD)).not.toBe(stored);
  });

  test("the same letters in another Unicode form are the same password", async () => {
    const stored = await hashPassword("Caf\u00e9 لا أنسى هذا");
    expect(await verifyPassword("Cafe\u0301 لا أنسى هذا", stored)).toBe(true);
  });

  test("no hash, an unreadable one and one that asks for too much never fit", async () => {
    const stored = await hashPassword(PASSWORD);
    expect(await verifyPassword(PASSWORD, undefined)).toBe(false);
    expect(await verifyPassword("none", "none")).toBe(false);
    expect(await verifyPassword(PASSWORD, stored.replace("m=65536", "m=9999999"))).toBe(false);
    expect(await verifyPassword(PASSWORD, stored.replace(/\$[^$]+$/, "$"))).toBe(false);
  });

  test("an unknown account costs the same work as a known one", async () => {
    const stored = await hashPassword(PASSWORD);
    vi.mocked(argon2).mockClear();
    await verifyPassword("wrong wrong wrong", stored);
    await verifyPassword("wrong wrong wrong", undefined);
    const [known, unknown] = vi.mocked(argon2).mock.calls.map(([, { memory, passes, parallelism, tagLength }]) => {
      return { memory, passes, parallelism, tagLength };
    });
    expect(known).toBeDefined();
    expect(unknown).toEqual(known);
  });

  test("a hash with lower parameters is to be made again, today's is not", async () => {
    expect(needsRehash(await hashPassword(PASSWORD))).toBe(false);
    expect(needsRehash(`${OLDER}${"A".repeat(43)}`)).toBe(true);
    expect(needsRehash("nonsense")).toBe(true);
  });

  test("generated passwords are long and differ", () => {
    expect(generatePassword()).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(new Set(Array.from({ length: 50 }, generatePassword)).size).toBe(50);
  });
});
