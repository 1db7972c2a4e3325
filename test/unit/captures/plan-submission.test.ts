import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KnownSource, planSubmission, type ReadLine } from "#lib/core/captures/plan-submission";
import { splitLines } from "#lib/core/captures/split-lines";

const urls = fc.constantFrom("a", "b", "c", "d", "e");
const line = fc.option(urls, { nil: null });
const fate = fc.record<KnownSource>({
  captureId: fc.option(fc.constant("c1"), { nil: null }),
  pendingRequestId: fc.option(fc.constant("r1"), { nil: null }),
});

const read = (inputs: (string | null)[]): ReadLine<"bad">[] =>
  inputs.map((canonicalUrl, index) => {
    const common = { lineNumber: index + 1, input: canonicalUrl ?? "?" };
    if (canonicalUrl === null) return { ...common, ok: false, problem: "bad" };
    const source = { kind: "web_page", platform: "web", platformId: null, canonicalUrl, label: canonicalUrl } as const;
    return { ...common, ok: true, source };
  });

describe("planSubmission", () => {
  test("no line is lost, each new source is accepted exactly once, known ones never", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.dictionary(urls, fate), (inputs, known) => {
        const plan = planSubmission(read(inputs), new Map(Object.entries(known)));
        expect(plan.map((item) => item.input)).toEqual(inputs.map((input) => input ?? "?"));
        for (const url of new Set(inputs)) {
          const mine = plan.filter((item) => item.input === (url ?? "?"));
          if (url === null) expect(mine.every((item) => item.state === "rejected")).toBe(true);
          else {
            const entry = Object.hasOwn(known, url) ? known[url] : undefined;
            const isKnown = Boolean(entry?.captureId || entry?.pendingRequestId);
            expect(mine.filter((item) => item.state === "accepted")).toHaveLength(isKnown ? 0 : 1);
            expect(mine[0]?.state).toBe(isKnown ? "duplicate" : "accepted");
          }
        }
      }),
    );
  });
});

test("lines end as any system ends them, and blank ones stay", () => {
  expect(splitLines("a\r\n\nb\rc\u2028d\n")).toEqual(["a", "", "b", "c", "d", ""]);
});
