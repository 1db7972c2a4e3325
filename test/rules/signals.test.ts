import { describe, expect, test } from "vitest";
import { SIGNAL_NAMES } from "#lib/core/captures/signal-names";
import { messages } from "#lib/i18n/messages";
import { sourceFiles } from "#test/setup/source-files";

const known = new Set<string>(SIGNAL_NAMES);

describe("signals", () => {
  test("each has words in both languages, and the dictionaries name no others", () => {
    for (const locale of ["en", "ar"] as const) {
      expect(Object.keys(messages(locale).signals.name).sort()).toEqual([...SIGNAL_NAMES].sort());
    }
  });

  test("no adapter and no service writes a name that has no words", () => {
    const written = sourceFiles(["app", "lib"], [".ts", ".tsx"]).flatMap(({ path, text }) =>
      [...text.matchAll(/\bsignal: "(\w+)"|\b(?:signal|observed)\(\s*"(\w+)"/g)].map((match) => ({
        path,
        name: match[1] ?? match[2] ?? "",
      })),
    );
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter(({ name, path }) => !known.has(name) && path !== "lib/core/captures/types.ts")).toEqual([]);
  });
});
