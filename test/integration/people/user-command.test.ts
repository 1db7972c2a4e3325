import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { userCommand } from "#lib/cli/user";
import { db } from "#lib/data/client";
import { signIn } from "#lib/services/people/sign-in";

let printed = "";
beforeEach(() => {
  printed = "";
  vi.spyOn(console, "log").mockImplementation((line: string) => {
    printed += `${line}\n`;
  });
});
afterEach(() => vi.restoreAllMocks());

const printedPassword = () => /password {2}(\S+)/.exec(printed)?.[1] ?? "";

test("creates somebody who can sign in with what was printed", async () => {
  await userCommand([
    "create",
    "--email",
    "Desk@newsroom.example",
    "--name",
    "مكتب",
    "--role",
    "admin",
    "--language",
    "ar",
  ]);
  const input = { email: "desk@newsroom.example", password: printedPassword() };
  expect(await signIn(input, "192.0.2.9")).toMatchObject({ role: "admin", locale: "ar", name: "مكتب" });
  printed = "";
  await userCommand(["list"]);
  expect(printed).toMatch(/^desk@newsroom\.example\tadmin\tمكتب\tlast signed in /);
});

test("gives a locked-out admin a new password", async () => {
  const rows = Array.from({ length: 10 }, () => ({
    email: "desk@newsroom.example",
    address: "192.0.2.10",
    succeeded: false,
  }));
  await db().signInAttempt.createMany({ data: rows });
  await userCommand(["reset-password", "desk@newsroom.example"]);
  const input = { email: "desk@newsroom.example", password: printedPassword() };
  await expect(signIn(input, "192.0.2.11")).resolves.toMatchObject({ sessionVersion: 2 });
});

test.each([
  [["create", "--email", "x@newsroom.example"], /Usage/],
  [["create", "--email", "x@newsroom.example", "--name", "X", "--role", "owner"], /role/],
  [["create", "--mail", "x"], /--mail[\s\S]*Usage/],
  [["delete", "x@newsroom.example"], /Usage/],
  [[], /Usage/],
])("%j is refused with a reason", async (args, message) => {
  await expect(userCommand(args)).rejects.toMatchObject({ code: "bad_input", message: expect.stringMatching(message) });
  expect(printed).toBe("");
});
