import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_ATTEMPTS } from "#lib/core/captures/retry-policy";
import { holdsContent, type Outcome } from "#lib/core/captures/types";
import type { OutcomeShape } from "#lib/demo/outcome-shapes/outcome-shape";
import { OUTCOME_SHAPES } from "#lib/demo/outcome-shapes/table";
import { UNTUNED_AGAIN } from "#lib/demo/outcome-shapes/untuned-again";
import { UNTUNED_LAST } from "#lib/demo/outcome-shapes/untuned-last";
import { UNTUNED_SHAPES } from "#lib/demo/outcome-shapes/untuned-shapes";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest } from "#test/capture/run-request";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite({ port: 0 });
  const { host } = new URL(site.origin);
  setEnv({ CAPTURE_ALLOW_HOSTS: host, CAPTURE_TIMEOUT_MS: "30000" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

type Row = {
  shape: OutcomeShape;
  outcome: Outcome | "none";
  text: string | null;
  restsOn: string;
  artifacts: string[];
};

/** Captures one shape as its last attempt: what passes by itself is otherwise tried again before it is recorded. */
async function take(shape: OutcomeShape): Promise<Row> {
  const request = await buildCaptureRequest({
    kind: shape.platform === "x" ? "post" : "web_page",
    platform: shape.platform,
    platformId: shape.platformId,
    url: `${site.origin}/shapes/${shape.path}`,
    state: "queued",
    attempts: MAX_ATTEMPTS - 1,
  });
  const { capture } = await captureRequest(request);
  const signals = (capture?.signals ?? []) as { signal: string; value: string }[];
  const told = signals.filter(({ signal }) => !/^(?:http_status|final_url|second_look|time_fits_id)/.test(signal));
  return {
    shape,
    outcome: capture?.outcome ?? "none",
    text: capture?.text ?? null,
    restsOn: told.map(({ signal, value }) => `${signal}=${value}`).join("; "),
    artifacts: capture?.artifacts.map(({ name }) => name) ?? [],
  };
}

/** Two at a time, as the bench does. */
async function takeAll(shapes: readonly OutcomeShape[]): Promise<Row[]> {
  const rows: Row[] = [];
  const waiting = [...shapes];
  const worker = async () => {
    for (let shape = waiting.shift(); shape; shape = waiting.shift()) rows.push(await take(shape));
  };
  await Promise.all([worker(), worker()]);
  return shapes.flatMap((shape) => rows.filter((row) => row.shape === shape));
}

function print(title: string, rows: Row[]): void {
  const lines = rows.map(({ shape, outcome, restsOn }) => {
    const mark = outcome === shape.expected ? "ok  " : outcome === shape.orLess ? "less" : "NOT ";
    return `${mark} ${shape.name.padEnd(24)} ${shape.expected.padEnd(15)} ${outcome.padEnd(15)} ${restsOn.slice(0, 110)}`;
  });
  const head = `     ${"shape".padEnd(24)} ${"expected".padEnd(15)} ${"recorded as".padEnd(15)} rests on`;
  process.stdout.write(`\n${title}\n${[head, ...lines].join("\n")}\n\n`);
}

function expectTrue(rows: Row[]): void {
  const wrong = rows.filter(({ shape, outcome }) => outcome !== shape.expected && outcome !== shape.orLess);
  expect(wrong.map(({ shape, outcome }) => `${shape.name}: ${outcome}`)).toEqual([]);
  for (const { shape, outcome, text } of rows) {
    if (shape.holds) expect(text, shape.name).toContain(shape.holds);
    for (const words of shape.lacks ?? []) expect(text, shape.name).not.toContain(words);
    if (outcome !== "none" && !holdsContent(outcome)) expect(text, shape.name).toBeNull();
  }
}

test("24 page shapes are recorded as what they are", { timeout: 240_000 }, async () => {
  expect(OUTCOME_SHAPES).toHaveLength(24);
  const rows = await takeAll(OUTCOME_SHAPES);
  print("Page shapes", rows);
  expectTrue(rows);
  expect(rows.filter(({ shape, outcome }) => outcome === shape.orLess)).toEqual([]);
});

/*
 * Eighteen shapes that the code was not written for, in three rounds of six. Each round was written after the code was
 * thought to be done, and captured once before anything was changed. First tries, as they were:
 *
 * 1. one of six as expected (u-server-drawn-post). Wrong: u-oups, u-half-a-story and u-withdrawn came out as `content`,
 *    u-choose-the-bridges and u-nested-tombstone as `unavailable`. Mended by what a page says of itself in any wording
 *    (says-gone), by lists of stories, by pleas to subscribe in one sentence, by notices deeper in X's data.
 * 2. three of six (v-topic, though without all of its text; v-account-gone, v-thread). Wrong: v-flown-away,
 *    v-readers-where-you-are and v-improvements as `content`. Mended by one rule: a short text that nobody marked as an
 *    article is none. v-flown-away is `unavailable` since, which says less than "not found" and nothing false.
 * 3. five of six; w-members-area was `unavailable` instead of `login_wall`. No false `content`, no false `deleted`.
 *
 * No shape of any round was ever called `deleted` falsely.
 */
test("six shapes that the code was not written for", { timeout: 120_000 }, async () => {
  const rows = await takeAll(UNTUNED_SHAPES);
  print("Untuned shapes", rows);
  expectTrue(rows);
});

test("six more of them", { timeout: 120_000 }, async () => {
  const rows = await takeAll(UNTUNED_AGAIN);
  print("Untuned shapes, second six", rows);
  expectTrue(rows);
});

test("and the last six", { timeout: 120_000 }, async () => {
  const rows = await takeAll(UNTUNED_LAST);
  print("Untuned shapes, third six", rows);
  expectTrue(rows);
});
