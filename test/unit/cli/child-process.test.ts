import { expect, test } from "vitest";
import { wordsOfLogLine } from "#lib/cli/run/child-process";

test("a program's last words are shown as words", () => {
  const line = JSON.stringify({
    level: 60,
    err: { stack: "Error\n    at main" },
    msg: "the worker cannot work: no browser",
  });
  expect(wordsOfLogLine(line)).toBe("the worker cannot work: no browser");
  for (const plain of ["Error: no build", "{", "null", '{"level":30}']) expect(wordsOfLogLine(plain)).toBe(plain);
});
