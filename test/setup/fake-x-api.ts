import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** An answer of the fake; headers are added to the rate limit's. */
export type FakeAnswer = { status: number; body: unknown; headers?: Record<string, string> };

export type FakeXApi = {
  origin: string;
  token: string;
  /** Every call, in order. */
  calls: { path: string; query: URLSearchParams; authorization: string | undefined }[];
  /** Asked first for every call; undefined leaves the answer to the fake. `call` counts from 1. */
  answer: ((call: number, query: URLSearchParams) => FakeAnswer | "hang" | undefined) | undefined;
  /** How many posts the hashtag has. */
  total: number;
  /** A page reports this many calls left. */
  remaining: number;
  reset(): void;
  stop(): Promise<void>;
};

const EPOCH_MS = 1_288_834_974_657n;
const NEWEST = Date.parse("2026-11-23T10:00:00.000Z");

/** The id of the fake's nth post, newest first. */
export function fakePostId(n: number): string {
  return (((BigInt(NEWEST - n * 60_000) - EPOCH_MS) << 22n) + BigInt(n)).toString();
}

const MEDIA = { media_key: "3_1", type: "photo", url: "https://pbs.example/media/one.jpg", alt_text: "A bridge" };

/**
 * A loopback server that answers like X's API v2 as documented (docs.x.com: recent search, pagination, rate limits,
 * response codes and errors, data dictionary). Of every ten posts one is edited, one long, one quotes, one is withheld.
 */
export async function startFakeXApi(): Promise<FakeXApi> {
  const fake: Omit<FakeXApi, "origin" | "stop"> = {
    token: "AAAAAAAAAAAAAAAAAAAAAFakeTokenForTests%3Dabcdefgh1234",
    calls: [],
    answer: undefined,
    total: 25,
    remaining: 449,
    reset() {
      Object.assign(fake, { answer: undefined, total: 25, remaining: 449 });
      fake.calls.length = 0;
    },
  };
  const server = createServer((request, response) => {
    const { path, query } = note(request, fake.calls);
    const answer = fake.answer?.(fake.calls.length, query) ?? regular(request, path, query, fake);
    if (answer === "hang") return;
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    response
      .writeHead(answer.status, {
        "content-type": "application/json; charset=utf-8",
        "x-rate-limit-limit": "450",
        "x-rate-limit-remaining": String(fake.remaining),
        "x-rate-limit-reset": String(Math.floor(Date.now() / 1000) + 900),
        "x-transaction-id": `fake-${fake.calls.length}`,
        ...answer.headers,
      })
      .end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(fake, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function note(request: IncomingMessage, calls: FakeXApi["calls"]) {
  const url = new URL(request.url ?? "/", "http://fake.invalid");
  calls.push({ path: url.pathname, query: url.searchParams, authorization: request.headers.authorization });
  return { path: url.pathname, query: url.searchParams };
}

function regular(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  fake: Pick<FakeXApi, "token" | "total">,
): FakeAnswer {
  const problem = (status: number, title: string, detail: string): FakeAnswer => {
    return { status, body: { title, detail, type: "about:blank", status } };
  };
  if (request.headers.authorization !== `Bearer ${fake.token}`) return problem(401, "Unauthorized", "Unauthorized");
  if (path === "/2/usage/tweets")
    return { status: 200, body: { data: { project_usage: "12", project_cap: "2000000" } } };
  if (path !== "/2/tweets/search/recent") return problem(404, "Not Found", "Not Found");
  const size = Number(query.get("max_results") ?? 10);
  if (!query.get("query") || size < 10 || size > 100) return problem(400, "Invalid Request", "max_results");
  const from = query.has("next_token") ? Number((query.get("next_token") ?? "").replace(/^page-from-/, "")) : 0;
  if (!Number.isInteger(from)) return problem(400, "Invalid Request", "next_token");
  return { status: 200, body: fakePage(from, Math.min(fake.total, from + size), fake.total) };
}

/** A page of a recent search: posts `from` (included) to `to` (not included). */
export function fakePage(from: number, to: number, total: number): object {
  const numbers = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const meta = { result_count: numbers.length, ...(to < total ? { next_token: `page-from-${to}` } : {}) };
  if (numbers.length === 0) return { meta };
  return {
    data: numbers.map(fakeTweet),
    includes: {
      users: [...new Set(numbers.map((n) => n % 7))].map((n) => ({
        id: String(900 + n),
        name: `قارئ ${n}`,
        username: `Reader_${n}`,
        profile_image_url: `https://pbs.example/profile/${n}_normal.jpg`,
      })),
      tweets: [{ id: "777", text: "the quoted one", author_id: "900" }],
      media: [MEDIA],
    },
    meta: { newest_id: fakePostId(from), oldest_id: fakePostId(to - 1), ...meta },
  };
}

function fakeTweet(n: number): object {
  const id = fakePostId(n);
  const link = "https://t.co/short1";
  return {
    id,
    author_id: String(900 + (n % 7)),
    created_at: new Date(NEWEST - n * 60_000).toISOString(),
    lang: n % 2 ? "en" : "ar",
    text: `#جسر_العدادات post ${n} Tom &amp; Jerry${n % 10 === 3 ? "…" : ""} ${n % 10 === 1 ? link : ""}`.trim(),
    public_metrics: {
      retweet_count: n,
      reply_count: 1,
      like_count: 2 * n,
      quote_count: 0,
      bookmark_count: 3,
      impression_count: 40,
    },
    edit_history_tweet_ids: n % 10 === 2 ? [`${id.slice(0, -1)}0`, id] : [id],
    ...(n % 10 === 1 && {
      attachments: { media_keys: ["3_1"] },
      entities: { urls: [{ url: link, expanded_url: `https://x.com/a/status/${id}/photo/1`, media_key: "3_1" }] },
    }),
    ...(n % 10 === 3 && {
      note_tweet: { text: `#جسر_العدادات post ${n}, the whole of a long text, to its very end.` },
    }),
    ...(n % 10 === 4 && { referenced_tweets: [{ type: "quoted", id: "777" }] }),
    ...(n % 10 === 5 && { withheld: { copyright: false, country_codes: ["DE", "FR"] } }),
  };
}
