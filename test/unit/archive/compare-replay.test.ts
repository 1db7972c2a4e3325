import fc from "fast-check";
import { expect, test } from "vitest";
import { compareReplay, expectedPieces } from "#lib/core/replay/compare-replay";

test("lines are found whatever the page's line breaks, spaces and marks of direction", () => {
  const pieces = expectedPieces(["السطر الأول من المنشور\n\nالسطر الثاني منه"]);
  expect(pieces).toEqual(["السطر الأول من المنشور", "السطر الثاني منه"]);
  expect(compareReplay(pieces, "x \u2067السطر الأول\nمن   المنشور\u2069 y السطر الثاني منه").result).toBe("replays");
});

test("some are partly, none is not; no page is not, and any page will do when nothing is asked", () => {
  expect(compareReplay(["one thing", "another"], "one thing").result).toBe("replays_partly");
  expect(compareReplay(["one thing", "another"], "else").result).toBe("does_not_replay");
  expect(compareReplay(["one thing"], null).result).toBe("does_not_replay");
  expect(compareReplay([], null).result).toBe("does_not_replay");
  expect(compareReplay([], "anything").result).toBe("replays");
});

test("a long text is looked for from its beginning to its end", () => {
  const lines = Array.from({ length: 100 }, (_, i) => `line number ${i} of the text`);
  const pieces = expectedPieces([lines.join("\n")]);
  expect(pieces.length).toBeLessThanOrEqual(12);
  expect([pieces[0], pieces.at(-1)]).toEqual([lines[0], lines.at(-1)]);
});

test("a page that shows the text always replays", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 60 }), { minLength: 1, maxLength: 6 }), (texts) => {
      const words = texts.map((text) => text.toWellFormed());
      expect(compareReplay(expectedPieces(words), words.join("\n")).result).toBe("replays");
    }),
  );
});
