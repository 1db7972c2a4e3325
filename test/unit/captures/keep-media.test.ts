import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PostMedia } from "#lib/core/posts/post-details";
import { AppError } from "#lib/errors";
import type { ArtifactInput } from "#lib/services/captures/artifact-input";
import type { BesideFetcher } from "#lib/services/captures/fetch-beside";
import { keepMedia } from "#lib/services/captures/keep-media";

const JPEG = readFileSync("lib/demo/media/bill.jpg");
const PNG = readFileSync("lib/demo/media/meter.png");
const WEBM = readFileSync("lib/demo/media/needle.webm");

type Answer = { status?: number; body: Buffer } | Error;

/** Keeps media of a made-up post; `answers` by address, `held` what the browser has. */
async function keep(
  media: PostMedia[],
  answers: Record<string, Answer>,
  options: { held?: Record<string, Buffer>; maxBytes?: number; maxResponseBytes?: number; now?: () => number } = {},
) {
  const kept: ArtifactInput[] = [];
  const asked: { url: string; maxBytes: number; timeoutMs: number }[] = [];
  const fetcher: BesideFetcher = {
    asked: [],
    throwIfAborted: () => undefined,
    async get(_purpose, url, { maxBytes, timeoutMs }) {
      asked.push({ url, maxBytes, timeoutMs });
      const answer = answers[url];
      if (!answer || answer instanceof Error) throw answer ?? new AppError("connection_failed", url);
      const { status = 200, body } = answer;
      if (body.length > maxBytes) throw new AppError("answer_too_large", url);
      return { status, body, headers: {}, finalUrl: url, remoteAddress: "192.0.2.1:443", redirects: [] };
    },
  };
  const result = await keepMedia(media, {
    keeper: {
      kept: [],
      async keep(input) {
        kept.push(input);
        return { role: input.role, name: input.name, mediaType: input.mediaType, sha256: "0".repeat(64), bytes: 1 };
      },
    },
    received: { read: async (url) => options.held?.[url] ?? null },
    fetcher,
    limits: { maxBytes: options.maxBytes ?? 1_000_000, maxResponseBytes: options.maxResponseBytes ?? 500_000 },
    ...(options.now ? { now: options.now } : {}),
  });
  return { result, kept, asked };
}

const photo = (url: string, wish: Partial<PostMedia> = {}): PostMedia => ({
  kind: "photo",
  url,
  altText: null,
  artifact: null,
  problem: null,
  ...wish,
});
const [A, B] = ["https://pbs.example/a", "https://pbs.example/b"];

describe("originals", () => {
  test("are named by their place and what they are, whatever the address says", async () => {
    const { result, kept } = await keep([photo(A), photo(B), { ...photo("https://v.example/c.mp4"), kind: "video" }], {
      [A]: { body: JPEG },
      [B]: { body: PNG },
      "https://v.example/c.mp4": { body: WEBM },
    });
    expect(result.map(({ artifact }) => artifact)).toEqual(["media-1.jpg", "media-2.png", "media-3.webm"]);
    expect(kept[0]).toMatchObject({ role: "media", mediaType: "image/jpeg", width: 900, height: 675, content: JPEG });
    expect(kept[2]).not.toHaveProperty("width");
  });

  test("come out of the browser where it received exactly them", async () => {
    const { result, asked } = await keep([photo(A)], {}, { held: { [A]: JPEG } });
    expect(result).toMatchObject([{ artifact: "media-1.jpg", obtained: "browser" }]);
    expect(asked).toEqual([]);
    const wrong = await keep([photo(A)], { [A]: { body: JPEG } }, { held: { [A]: Buffer.from("<html>") } });
    expect(wrong.result).toMatchObject([{ artifact: "media-1.jpg", obtained: "fetched" }]);
  });

  test("that stand twice in a post are kept once", async () => {
    const { result, kept, asked } = await keep([photo(A), photo(A)], { [A]: { body: JPEG } });
    expect(result.map(({ artifact }) => artifact)).toEqual(["media-1.jpg", "media-1.jpg"]);
    expect([kept.length, asked.length]).toEqual([1, 1]);
  });
});

describe("an original that cannot be had", () => {
  test.each<[string, Answer]>([
    ["bad_status", { status: 404, body: JPEG }],
    ["not_media", { body: Buffer.from("<!doctype html><title>Sign in</title>") }],
    ["not_media", { body: WEBM }],
    ["refused", new AppError("address_refused", "private")],
    ["too_slow", new AppError("capture_timeout", "slow")],
    ["too_large", new AppError("answer_too_large", "large")],
    ["failed", new AppError("host_unknown", "no such host")],
    ["failed", new Error("anything else")],
  ])("%s is a problem of its own; the others are kept", async (problem, answer) => {
    const { result } = await keep([photo(A), photo(B)], { [A]: answer, [B]: { body: PNG } });
    expect(result).toMatchObject([
      { artifact: null, problem },
      { artifact: "media-2.png", problem: null },
    ]);
  });

  test("a known problem is not asked for, nor is what has no address", async () => {
    const { result, asked } = await keep([photo(A, { problem: "stream_only" }), photo("")], {});
    expect(result.map(({ problem }) => problem)).toEqual(["stream_only", "no_address"]);
    expect(asked).toEqual([]);
  });

  test("a hundred pictures are too many", async () => {
    const many = Array.from({ length: 100 }, (_, i) => photo(`https://pbs.example/${i}`));
    const answers = Object.fromEntries(many.map(({ url }) => [url, { body: JPEG }]));
    const { result, asked } = await keep(many, answers);
    expect(asked).toHaveLength(16);
    expect(result.slice(15, 17).map(({ problem }) => problem)).toEqual([null, "too_many"]);
  });

  test("each file gets only the bytes that are left for all", async () => {
    const media = [photo(A), photo(B), photo("https://pbs.example/c")];
    const answers = Object.fromEntries(media.map(({ url }) => [url, { body: JPEG }]));
    const { result, asked } = await keep(media, answers, { maxBytes: JPEG.length * 2 });
    expect(asked.map(({ maxBytes }) => maxBytes)).toEqual([JPEG.length * 2, JPEG.length]);
    expect(result.map(({ problem }) => problem)).toEqual([null, null, "too_large"]);
  });

  test("when the time for all is over, the rest is too slow", async () => {
    let clockMs = 0;
    const now = () => {
      clockMs += 25_000;
      return clockMs;
    };
    const { result } = await keep(
      [photo(A), photo(B), photo("https://pbs.example/c")],
      { [A]: { body: JPEG } },
      { now },
    );
    expect(result.map(({ problem }) => problem)).toEqual([null, "failed", "too_slow"]);
  });
});
