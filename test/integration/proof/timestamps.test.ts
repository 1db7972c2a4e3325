import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { storedPath } from "#lib/adapters/files/file-paths";
import { askAuthority } from "#lib/adapters/timestamps/ask-authority";
import { readTrustedRoots } from "#lib/adapters/timestamps/trusted-roots";
import { summarise } from "#lib/core/evidence/checks/check-line";
import { findChainBreak } from "#lib/core/evidence/custody-chain";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { askForToken } from "#lib/services/timestamps/ask-for-token";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";
import { recordToken } from "#lib/services/timestamps/record-token";
import { verifyCapture } from "#lib/services/verify/verify-capture";
import { buildCapture } from "#test/builders/capture";
import { startTestAuthority, type TestAuthority } from "#test/setup/timestamp-authority";

let one: TestAuthority;
let two: TestAuthority;

beforeAll(async () => {
  [one, two] = await Promise.all([startTestAuthority("One"), startTestAuthority("Two")]);
});
afterAll(() => Promise.all([one.stop(), two.stop()]));

const configure = (...authorities: TestAuthority[]) =>
  setEnv({
    TIMESTAMP_AUTHORITIES: authorities.map(({ url }) => url).join(","),
    TIMESTAMP_ROOTS: `${one.rootPath},${two.rootPath}`,
  });

beforeEach(async () => {
  for (const authority of [one, two]) authority.answerWith(undefined);
  configure(one, two);
});

const requestsOf = (subjectId: string) =>
  db().timestampRequest.findMany({ where: { subjectId }, orderBy: { authority: "asc" } });
const tokensOf = (captureId: string) => db().artifact.findMany({ where: { captureId, role: "timestamp" } });
/** What waits becomes due, as if time had passed. */
const letTimePass = () =>
  db().timestampRequest.updateMany({ where: { state: "pending" }, data: { nextTryAt: new Date(0) } });

async function oneRequest(subjectId: string, authority: TestAuthority) {
  return db().timestampRequest.findFirstOrThrow({ where: { subjectId, authority: authority.url } });
}

describe("tokens of a capture", () => {
  test("come from every authority, are kept beside the manifest and enter the custody log", async () => {
    const capture = await buildCapture();
    expect((await requestsOf(capture.id)).map(({ state, sha256 }) => [state, sha256])).toEqual([
      ["pending", capture.manifestSha256],
      ["pending", capture.manifestSha256],
    ]);
    expect(await drainTimestamps()).toBe(2);
    const requests = await requestsOf(capture.id);
    expect(requests.map(({ state, problem }) => [state, problem])).toEqual([
      ["granted", null],
      ["granted", null],
    ]);
    const tokens = await tokensOf(capture.id);
    expect(tokens.map(({ name }) => name).sort()).toEqual(
      [one, two].map(({ url }) => `manifest-${new URL(url).host.replace(":", "-")}.tsr`).sort(),
    );
    expect(tokens.map(({ sha256 }) => sha256).sort()).toEqual(requests.map(({ tokenSha256 }) => tokenSha256).sort());
    for (const { stampedAt, createdAt } of requests) {
      expect(Math.abs((stampedAt?.getTime() ?? 0) - createdAt.getTime())).toBeLessThan(60_000);
    }
    const events = await db().custodyEvent.findMany({
      where: { action: "capture.timestamped", subjectId: capture.id },
    });
    expect(events.map(({ details }) => details)).toMatchObject([{ chain: "holds" }, { chain: "holds" }]);
    expect(summarise((await verifyCapture(capture.id)).lines).fails).toBe(0);
    expect(await drainTimestamps()).toBe(0);
  });

  test("are asked for again when an authority is back, and pending until then", async () => {
    await two.goDown();
    const capture = await buildCapture();
    expect(await drainTimestamps()).toBe(1);
    expect(await oneRequest(capture.id, two)).toMatchObject({
      state: "pending",
      attempts: 1,
      problem: "unreachable: ECONNREFUSED",
    });
    // Left alone for a while, and what is captured meanwhile does not knock again.
    const later = await buildCapture();
    const { nextTryAt } = await oneRequest(capture.id, two);
    expect(nextTryAt.getTime()).toBeGreaterThan(Date.now());
    await letTimePass();
    expect(await drainTimestamps()).toBe(1);
    expect((await oneRequest(later.id, two)).nextTryAt.getTime()).toBeGreaterThan(Date.now());
    await two.comeBack();
    await letTimePass();
    expect(await drainTimestamps()).toBe(2);
    expect(await tokensOf(capture.id)).toHaveLength(2);
    expect(await tokensOf(later.id)).toHaveLength(2);
  });

  test("that waited for a silent authority are asked for as soon as it answers anything", async () => {
    configure(two);
    await two.goDown();
    const capture = await buildCapture();
    await drainTimestamps();
    await two.comeBack();
    const next = await buildCapture();
    expect(await drainTimestamps()).toBe(2);
    expect(await tokensOf(capture.id)).toHaveLength(1);
    expect(await tokensOf(next.id)).toHaveLength(1);
  });

  const bent = (bend: (right: Buffer, query: Buffer) => Buffer) => async (query: Buffer) =>
    bend(await one.right(query), query);
  test.each<[string, Parameters<TestAuthority["answerWith"]>[0], RegExp]>([
    [
      "another hash",
      bentQuery((query) => flip(query, query.indexOf(Buffer.from("0420", "hex")) + 2)),
      /^other_imprint/,
    ],
    ["another nonce", bentQuery((query) => flip(query, query.length - 4)), /^other_nonce/],
    ["a flipped signature", bent((right) => flip(right, right.length - 5)), /^bad_signature/],
    ["bytes", async () => Buffer.from("garbage"), /^unreadable/],
    ["nothing", async () => Buffer.alloc(0), /^unreadable/],
    ["a refusal", async () => Buffer.from("30053003020102", "hex"), /^rejected: rejection/],
    ["HTML", sending(200, { "content-type": "text/html" }, "<html>welcome</html>"), /^unreadable: text\/html/],
    ["status 500", sending(500, {}, "oops"), /^http_status: 500/],
    ["a redirect", sending(302, { location: "http://127.0.0.1:1/" }, ""), /^redirected: http:\/\/127.0.0.1:1/],
    ["a body without an end", sendingForEver, /^too_large/],
  ])("are refused when the answer is %s: the reason is kept, nothing else", async (_, answering, problem) => {
    configure(one);
    one.answerWith(answering);
    const capture = await buildCapture();
    expect(await drainTimestamps()).toBe(0);
    const [request] = await requestsOf(capture.id);
    expect(request).toMatchObject({ state: "pending", attempts: 1, problem: expect.stringMatching(problem) });
    expect(await tokensOf(capture.id)).toEqual([]);
    one.answerWith(undefined);
    await letTimePass();
    expect(await drainTimestamps()).toBeGreaterThan(0);
    expect(await tokensOf(capture.id)).toHaveLength(1);
  });

  test.each([3_600_000, -3_600_000])("are refused while the clocks are %d ms apart", async (ms) => {
    configure(one);
    one.shiftClock(ms);
    const capture = await buildCapture();
    expect(await drainTimestamps()).toBe(0);
    expect(await oneRequest(capture.id, one)).toMatchObject({
      problem: expect.stringMatching(/^implausible_time: 20/),
    });
    // A few seconds are no reason to refuse, but they are written down.
    one.shiftClock(20_000);
    await letTimePass();
    expect(await drainTimestamps()).toBe(1);
    one.shiftClock(0);
    const event = await db().custodyEvent.findFirstOrThrow({
      where: { action: "capture.timestamped", subjectId: capture.id },
    });
    const { skewMs } = event.details as { skewMs: number };
    expect(skewMs).toBeGreaterThan(0);
  });

  test("are not waited for longer than the time that there is", async () => {
    one.answerWith(() => new Promise(() => undefined));
    const answer = await askAuthority(one.url, Buffer.from("query"), { timeoutMs: 100 });
    expect(answer).toMatchObject({ ok: false, problem: "too_slow" });
  });

  test("of a root nobody named are refused, and kept as not checked when no root was named at all", async () => {
    setEnv({ TIMESTAMP_AUTHORITIES: one.url, TIMESTAMP_ROOTS: two.rootPath });
    const capture = await buildCapture();
    expect(await drainTimestamps()).toBe(0);
    expect(await oneRequest(capture.id, one)).toMatchObject({ problem: "unknown_root" });
    setEnv({ TIMESTAMP_ROOTS: undefined });
    await letTimePass();
    expect(await drainTimestamps()).toBe(1);
    const event = await db().custodyEvent.findFirstOrThrow({
      where: { action: "capture.timestamped", subjectId: capture.id },
    });
    expect(event.details).toMatchObject({ chain: "could_not" });
  });

  test("stay one per authority when two workers ask, and when one died after the file was written", async () => {
    configure(one);
    const capture = await buildCapture();
    const request = await oneRequest(capture.id, one);
    // A worker that died: the token is a file, the request still waits.
    const lost = await askForToken(request, await readTrustedRoots());
    if (!lost.ok) throw new Error(lost.problem);
    await Promise.all([drainTimestamps(), drainTimestamps(), drainTimestamps()]);
    expect(await tokensOf(capture.id)).toHaveLength(1);
    // It was not dead after all, only slow.
    expect(await recordToken(request, lost)).toBe(false);
    expect(await tokensOf(capture.id)).toHaveLength(1);
    const granted = await oneRequest(capture.id, one);
    expect(await readFile(storedPath(granted.tokenSha256 ?? ""))).toBeInstanceOf(Buffer);
  });

  test("are given up when the authority leaves the settings, and asked for again when it comes back", async () => {
    await two.goDown();
    configure(two);
    const capture = await buildCapture();
    await drainTimestamps();
    configure(one);
    await drainTimestamps();
    expect(await oneRequest(capture.id, two)).toMatchObject({ state: "abandoned" });
    await two.comeBack();
    configure(two);
    await drainTimestamps();
    expect(await oneRequest(capture.id, two)).toMatchObject({ state: "granted" });
  });

  test("leave an unbroken custody log", async () => {
    const events = await db().custodyEvent.findMany({ orderBy: { seq: "asc" } });
    const plain = events.map((event) => ({ ...event, seq: event.seq.toString(), at: event.at.toISOString() }));
    expect(findChainBreak(plain)).toBeUndefined();
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x01;
  return copy;
}

/** An authority that understands a slightly different question. */
function bentQuery(bend: (query: Buffer) => Buffer): Parameters<TestAuthority["answerWith"]>[0] {
  return (query) => one.right(bend(query));
}

function sending(status: number, headers: Record<string, string>, body: string) {
  const answering: NonNullable<Parameters<TestAuthority["answerWith"]>[0]> = async (_, response) => {
    response.writeHead(status, headers).end(body);
    return undefined;
  };
  return answering;
}

const sendingForEver: NonNullable<Parameters<TestAuthority["answerWith"]>[0]> = async (_, response) => {
  response.writeHead(200, { "content-type": "application/timestamp-reply" });
  const chunk = Buffer.alloc(65_536, 0x30);
  while (!response.destroyed) {
    response.write(chunk);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return undefined;
};
