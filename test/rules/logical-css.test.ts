import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/**
 * Pages must read from both sides, so nothing names a physical side. `-` or a bracket after the name tells a utility
 * (`left-2`, `pl-4`) from a word; `inset-x` and `inset-y` are symmetric and fine.
 */
const PHYSICAL_UTILITY =
  /(?<![\w/#@.$])(?:[\w\-[\]=&*:()@/.>~+"']+:)?!?-?(?:(?:m|p|scroll-m|scroll-p)[lr]-[\w[(.]|(?:left|right)-(?:\d|\[|\(|auto|full|px)|(?:text|float|clear|origin|object|bg)-(?:left|right)\b|border-[lr](?:-|\b)|rounded-(?:[lr]|tl|tr|bl|br)(?:-|\b)|(?:space-x|divide-x)-reverse)/g;

const PHYSICAL_PROPERTY =
  /(?<![\w-])(?:(?:margin|padding|scroll-margin|scroll-padding|border)-(?:left|right)(?:-\w+)*|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:/g;

const PHYSICAL_VALUE = /(?<![\w-])(?:text-align|float|clear|textAlign|cssFloat)\s*:\s*["']?(?:left|right)\b/g;

const PHYSICAL_STYLE_KEY =
  /(?<![\w.])(?:(?:margin|padding|border)(?:Left|Right)\w*|border(?:Top|Bottom)(?:Left|Right)Radius)\s*[:=]/g;

/** What is physical in a source file, as `line: match`. */
function physicalSides(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));
  return [PHYSICAL_UTILITY, PHYSICAL_PROPERTY, PHYSICAL_VALUE, PHYSICAL_STYLE_KEY].flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => `${code.slice(0, match.index).split("\n").length}: ${match[0]}`),
  );
}

describe("logical CSS only", () => {
  const files = globSync(["app/**/*.{tsx,ts,css}", "components/**/*.{tsx,ts,css}"]);

  test("there are files to look at", () => {
    expect(files.length).toBeGreaterThan(20);
  });

  test.each(files)("%s", (file) => {
    expect(physicalSides(readFileSync(file, "utf8"))).toEqual([]);
  });

  test.each([
    'className="ml-2"',
    'className="flex md:hover:pr-[3px]"',
    'className="-ml-px"',
    'className="absolute left-0"',
    'className="text-left"',
    'className="sm:float-right"',
    'className="border-l-2"',
    'className="rounded-tl-md"',
    'className="rtl:space-x-reverse"',
    "a { margin-left: 1px }",
    "a { text-align: right }",
    "a { border-top-left-radius: 2px }",
    "a { left: 0 }",
    "style={{ marginLeft: 4 }}",
    'style={{ textAlign: "left" }}',
  ])("finds %s", (code) => {
    expect(physicalSides(code)).not.toEqual([]);
  });

  test.each([
    'className="ms-2 pe-4 start-0 text-start border-s-2 rounded-ss-md inset-x-0"',
    "// to the left: a comment",
    "const left = right - 1;",
    "a { margin-inline-start: 1px; text-align: start }",
    'href="/left-over"',
    "left-over words",
  ])("leaves %s alone", (code) => {
    expect(physicalSides(code)).toEqual([]);
  });
});
