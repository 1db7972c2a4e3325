import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Tokens written as `--name: light-dark(#rrggbb, #rrggbb)`. */
const tokens = new Map(
  [
    ...readFileSync("app/globals.css", "utf8").matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g),
  ].map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

const SURFACES = ["paper", "sheet", "wash"];
const VERDICTS = ["true", "mostly-true", "misleading", "false", "unproven", "cannot-be-checked"];
const WORDS = ["ink", "ink-soft", "ink-faint", "stamp", "good", "warn", "bad", "info"];

/** What is written on what; 4.5:1 for words, 3:1 for the borders that show where a control is (WCAG 1.4.3, 1.4.11). */
const PAIRS: [front: string, back: string, least: number][] = [
  ...WORDS.flatMap((front) => SURFACES.map((back): [string, string, number] => [front, back, 4.5])),
  ...VERDICTS.flatMap((name) =>
    ["paper", "sheet"].map((back): [string, string, number] => [`verdict-${name}`, back, 4.5]),
  ),
  ...["good", "warn", "bad", "info"].map((name): [string, string, number] => [name, `${name}-wash`, 4.5]),
  ["ink", "warn-wash", 4.5],
  ["ink", "highlight", 4.5],
  ["stamp-deep", "stamp-wash", 4.5],
  ["on-stamp", "stamp", 4.5],
  ["on-stamp", "stamp-deep", 4.5],
  ...["paper", "sheet"].map((back): [string, string, number] => ["edge", back, 3]),
];

describe.each(["light", "dark"] as const)("contrast in the %s theme", (theme) => {
  test.each(PAIRS)("%s on %s", (front, back, least) => {
    const [one, other] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]];
    expect(one && other && contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});
