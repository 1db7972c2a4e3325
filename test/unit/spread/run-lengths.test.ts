import { expect, test } from "vitest";
import { runLengths } from "#lib/core/spread/run-lengths";

test("the same text in lines after each other stands once over all of them", () => {
  expect(runLengths(["a", "a", "b", "a", "a", "a"])).toEqual([2, 0, 1, 3, 0, 0]);
  expect(runLengths([null, null, "a"])).toEqual([1, 1, 1]);
  expect(runLengths([])).toEqual([]);
});
