import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "#test/setup/source-files";

const CODE = ["app", "components", "lib", "test", "prisma"];
const MAX_LINES = 400;

describe("source files", () => {
  test("only lib/env.ts reads the environment", () => {
    const wrong = sourceFiles(["app", "components", "lib"], [".ts", ".tsx"])
      .filter(
        ({ path, text }) =>
          path !== "lib/env.ts" && /process\.env\b/.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test(`none is longer than ${MAX_LINES} lines`, () => {
    const long = sourceFiles(CODE, [".ts", ".tsx", ".css"])
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > MAX_LINES);
    expect(long).toEqual([]);
  });

  test("names are kebab-case", () => {
    const wrong = sourceFiles(["components", "lib", "test"], [".ts", ".tsx"])
      .map(({ path }) => path)
      .filter((path) => !/^[a-z0-9./-]+$/.test(path));
    expect(wrong).toEqual([]);
  });

  test("no check is switched off without a reason", () => {
    const wrong = sourceFiles(CODE, [".ts", ".tsx"])
      .filter(({ path }) => path !== "test/rules/source.test.ts")
      .filter(({ text }) =>
        /@ts-(ignore|expect-error|nocheck)|biome-ignore [\w/]+:?\s*$|\b(it|test|describe)\.(skip|only)\(/m.test(text),
      )
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test(".env.example names every setting of lib/env.ts and nothing else", () => {
    const settings = [...readFileSync("lib/env.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
      (match) => match[1],
    );
    const named = [...readFileSync(".env.example", "utf8").matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(
      (match) => match[1],
    );
    expect([...named].sort()).toEqual(settings.filter((name) => name !== "NODE_ENV").sort());
  });
});
