import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { DEMO_ARTICLES } from "#lib/demo/pages/articles";
import { DEMO_POSTS } from "#lib/demo/posts";
import type { CaptureBrowser } from "#lib/services/captures/browser-runtime";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import { barePuppeteer } from "#test/bench/capture/bare-puppeteer";
import { captureOne } from "#test/bench/capture/capture-one";
import { type BenchOptions, type Figure, figure, median } from "#test/bench/figures";
import { measureTree, type TreeUse, watchMemory } from "#test/bench/process-tree";
import { withArchive } from "#test/bench/with-archive";

const ROUNDS = 9;
const IN_A_ROW = 200;
/** Caches are warm by then; growth is measured from here on. */
const WARM_AFTER = 20;
const PER_LANE = 12;
const MB = 1_000_000;

/**
 * What a capture costs. Figures: the whole pipeline against bare puppeteer on the same pages in turn, captures per
 * minute with one and two at once, the highest memory, and what 200 captures in a row leave behind.
 * Timestamps need an authority and the replay check is a job of its own: neither is in these figures.
 */
export async function captureBench({ runs }: BenchOptions): Promise<Figure[]> {
  return withArchive(async (site) => {
    const browser = await captureBrowser();
    const post = DEMO_POSTS.find(({ state, isScripted }) => state === "live" && !isScripted);
    const article = DEMO_ARTICLES[0];
    if (!post || !article) throw new Error("Demo Square has no post or no article");
    const pages = { post: `${site.origin}/p/${post.id}`, article: `${site.origin}/news/${article.slug}` };
    const figures: Figure[] = [];
    for (const [name, url] of Object.entries(pages)) figures.push(...(await compare(name, url, browser)));
    figures.push(...(await throughput(pages.post)));
    figures.push(...(await inARow(pages.post, runs ?? IN_A_ROW)));
    return figures;
  });
}

async function compare(name: string, url: string, browser: CaptureBrowser): Promise<Figure[]> {
  await barePuppeteer(url, browser);
  await expectContent(url);
  const bare: { wholeMs: number; pageMs: number }[] = [];
  const patient: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await barePuppeteer(url, browser));
    whole.push((await expectContent(url)).wholeMs);
    patient.push((await barePuppeteer(url, browser, "networkidle0")).wholeMs);
  }
  const bareMs = median(bare.map(({ wholeMs }) => wholeMs));
  const ratios = whole.map((ms, round) => ms / (bare[round]?.wholeMs ?? Number.NaN));
  const patientRatios = whole.map((ms, round) => ms / (patient[round] ?? Number.NaN));
  return [
    figure(`${name}: whole pipeline`, median(whole), "ms", { against: { name: "bare puppeteer", value: bareMs } }),
    figure(`${name}: bare puppeteer without browser start`, median(bare.map(({ pageMs }) => pageMs)), "ms"),
    figure(`${name}: pipeline / bare puppeteer`, median(ratios), "×", { target: "≤ 1.8" }),
    figure(`${name}: pipeline / bare puppeteer that waits for a calm network`, median(patientRatios), "×"),
  ];
}

async function throughput(url: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const atOnce of [1, 2]) {
    const memory = watchMemory();
    const begin = performance.now();
    const lane = async () => {
      for (let n = 0; n < PER_LANE; n++) await expectContent(url);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    const minutes = (performance.now() - begin) / 60_000;
    const highest = await memory.stop();
    figures.push(figure(`${atOnce} at once: captures per minute`, (PER_LANE * atOnce) / minutes, "1/min"));
    figures.push(figure(`${atOnce} at once: highest memory, browsers included`, highest / MB, "MB"));
  }
  return figures;
}

async function inARow(url: string, count: number): Promise<Figure[]> {
  let warm: (TreeUse & { folders: number }) | undefined;
  for (let n = 1; n <= count; n++) {
    await expectContent(url);
    if (n === Math.min(WARM_AFTER, count)) warm = await leftovers();
  }
  const end = await leftovers();
  if (!warm) throw new Error("No captures were taken");
  const name = (what: string) => `after ${count} captures: ${what}`;
  const before = (value: number) => ({ against: { name: `after ${Math.min(WARM_AFTER, count)}`, value } });
  return [
    figure(name("processes"), end.processes, "", before(warm.processes)),
    figure(name("open files"), end.openFiles, "", before(warm.openFiles)),
    figure(name("temporary folders"), end.folders, "", before(warm.folders)),
    figure(name("memory of this process"), end.pssBytes / MB, "MB", before(warm.pssBytes / MB)),
  ];
}

async function leftovers(): Promise<TreeUse & { folders: number }> {
  globalThis.gc?.();
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith("daleel")).length;
  return { ...(await measureTree()), folders };
}

async function expectContent(url: string) {
  const captured = await captureOne(url);
  if (captured.outcome !== "content") throw new Error(`${url} was captured as ${captured.outcome}`);
  return captured;
}
