import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { keepDatabaseUp } from "#lib/cli/run/keep-database-up";

test("a database that died is started again, also after a try that failed, until the watch is stopped", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const answers = [() => false, () => Promise.reject(new Error("still shutting down")), () => true];
  const revive = vi.fn(async () => (answers.shift() ?? (() => false))());
  const watch = keepDatabaseUp({ revive }, 1);
  await vi.waitFor(() => expect(revive.mock.calls.length).toBeGreaterThan(3));
  await watch.stop();
  const calls = revive.mock.calls.length;
  await sleep(20);
  expect(revive.mock.calls.length).toBe(calls);
  expect(said.mock.calls.flat().join("\n")).toMatch(/still shutting down[\s\S]*started again/);
  said.mockRestore();
});
