import { expect, test } from "vitest";
import { sourceFiles } from "#test/setup/source-files";

test("no action is bound inside useActionState: answering a refused form without scripts would then never end", () => {
  const wrong = sourceFiles(["app", "components"], [".tsx"])
    .filter(({ text }) => /useActionState(<[^(]*>)?\([^;]*\.bind\(/.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});
