import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_POSTS } from "#lib/demo/posts";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest, captureWebPage, expectSoundManifest } from "#test/capture/run-request";
import { ARABIC_1256, type ArchiveSite, BINARY, PICTURE, POSTED, startArchiveSite } from "#test/fixtures/archive-site";
import { checkWacz, readZip } from "#test/setup/archive/check-wacz";
import { checkWarc } from "#test/setup/archive/check-warc";
import { field, parseHttp, readWarc, type WarcRecord } from "#test/setup/archive/read-warc";

let demo: DemoSite;
let site: ArchiveSite;

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
  site = await startArchiveSite();
  const CAPTURE_ALLOW_HOSTS = `${new URL(demo.origin).host},${site.host}`;
  setEnv({ CAPTURE_ALLOW_HOSTS, DEMO_SITE_ORIGIN: demo.origin, CAPTURE_TIMEOUT_MS: "20000" });
});
afterAll(async () => {
  await closeQueue();
  await demo.stop();
  await site.stop();
});

type Taken = Awaited<ReturnType<typeof captureRequest>>;

async function expectSoundArchive(taken: Taken): Promise<WarcRecord[]> {
  await expectSoundManifest(taken);
  const warc = await taken.bytes("capture.warc.gz");
  const wacz = await taken.bytes("capture.wacz");
  expect(await checkWarc(warc)).toEqual([]);
  expect(await checkWacz(wacz)).toEqual([]);
  expect((await readZip(wacz)).get("archive/data.warc.gz")?.bytes.equals(warc)).toBe(true);
  return readWarc(warc);
}

const ofType = (records: WarcRecord[], type: string, path: string) =>
  records.filter((one) => field(one, "WARC-Type") === type && field(one, "WARC-Target-URI")?.endsWith(path));

function answerOf(records: WarcRecord[], path: string) {
  const [record, ...others] = ofType(records, "response", path);
  if (!record) throw new Error(`No response for ${path}`);
  expect(others).toEqual([]);
  return { record, ...parseHttp(record.block) };
}

describe("the archive of a page of many parts", () => {
  let records: WarcRecord[];
  beforeAll(async () => {
    const taken = await captureWebPage(`${site.origin}/parts`);
    expect(taken.capture?.outcome).toBe("content");
    records = await expectSoundArchive(taken);
  });

  test("has the true bytes of every answer, whatever their charset and coding", () => {
    expect(answerOf(records, "/parts").body.includes(ARABIC_1256.bytes)).toBe(true);
    expect(answerOf(records, "/1256.js").body.includes(ARABIC_1256.bytes)).toBe(true);
    expect(answerOf(records, "/binary").body.equals(BINARY)).toBe(true);
    expect(answerOf(records, "/picture.png").body.equals(PICTURE)).toBe(true);
    expect(answerOf(records, "/style.css").body.toString()).toBe("p{color:#222}");
    const { body, headers } = answerOf(records, "/gzip");
    expect(body.toString()).toBe("zipped words");
    expect(headers).toContainEqual(["X-Orig-content-encoding", "gzip"]);
  });

  test("has what frames and workers loaded, redirects as hops of their own, and errors", () => {
    expect(answerOf(records, "/from-worker").body.toString()).toBe("words for a worker");
    expect(answerOf(records, "/missing").firstLine).toBe("HTTP/1.1 404 Not Found");
    expect(answerOf(records, "/moved").firstLine).toBe("HTTP/1.1 302 Found");
    const frames = ofType(records, "response", "/frame").map(({ block }) => parseHttp(block).body.toString());
    expect(frames).toEqual(["<p>framed words</p>", "<p>framed words</p>"]);
  });

  test("pairs each answer with its request, and what was posted", () => {
    const responses = records.filter((one) => field(one, "WARC-Type") === "response");
    for (const response of responses) {
      const id = field(response, "WARC-Record-ID");
      expect(records.filter((one) => field(one, "WARC-Concurrent-To") === id)).toHaveLength(1);
    }
    const [request] = ofType(records, "request", "/posted");
    const { firstLine, body } = parseHttp(request?.block ?? Buffer.alloc(0));
    expect([firstLine, body.toString()]).toEqual(["POST /posted HTTP/1.1", POSTED]);
  });

  test("marks what did not come to its end, with what came", () => {
    const { record, body } = answerOf(records, "/cut");
    expect([field(record, "WARC-Truncated"), body.toString()]).toEqual(["disconnect", "only this"]);
    const events = answerOf(records, "/events");
    expect([field(events.record, "WARC-Truncated"), events.body.toString()]).toEqual(["time", "data: first words\n\n"]);
    expect(records.filter((one) => field(one, "WARC-Truncated"))).toHaveLength(2);
  });

  test("holds no secret, and says what was left out", () => {
    for (const record of records) {
      if (field(record, "WARC-Target-URI")?.startsWith("urn:") || field(record, "WARC-Target-URI")?.endsWith("/parts"))
        continue;
      expect(record.block.includes("top-secret")).toBe(false);
      expect(record.block.includes("from-script")).toBe(false);
    }
    const note = (type: string, path: string) =>
      JSON.parse(field(ofType(records, type, path)[0] as WarcRecord, "WARC-JSON-Metadata") ?? "{}").redactedHeaders;
    expect(note("response", "/parts")).toEqual(["set-cookie"]);
    expect(note("request", "/posted")).toEqual(expect.arrayContaining(["authorization", "cookie", "x-csrf-token"]));
    expect(note("request", "/parts")).toBeUndefined();
  });

  test("stands alone: picture, PDF, DOM and text are in it", () => {
    const urns = records.map((one) => field(one, "WARC-Target-URI") ?? "").filter((uri) => uri.startsWith("urn:"));
    expect(urns.map((uri) => uri.split(":")[1]).toSorted()).toEqual(["dom", "pdf", "screenshot", "text"]);
  });

  test("says where an answer came from only when it is known", () => {
    expect(field(answerOf(records, "/parts").record, "WARC-IP-Address")).toBe("127.0.0.1");
  });
});

describe("every capture that got a document has a sound archive:", () => {
  const arabic = DEMO_POSTS.find((one) => one.state === "live" && one.lang === "ar" && one.isScripted);
  const deleted = DEMO_POSTS.find((one) => one.state === "deleted");
  test.each([
    ["an Arabic post drawn by script", `/p/${arabic?.id}`, "content"],
    ["a tombstone", `/p/${deleted?.id}`, "deleted"],
    ["a login wall behind a redirect", `/p/${DEMO_POSTS.find((one) => one.state === "login_wall")?.id}`, "login_wall"],
  ])("%s", async (_, path, outcome) => {
    const platformId = path.slice(3);
    const url = `${demo.origin}${path}`;
    const taken = await captureRequest(await buildCaptureRequest({ kind: "post", platformId, url, state: "queued" }));
    expect(taken.capture?.outcome).toBe(outcome);
    await expectSoundArchive(taken);
  });

  test("a list", async () => {
    const url = `${demo.origin}/tag/BusCard`;
    const request = await buildCaptureRequest({ kind: "hashtag", platformId: "buscard", url, state: "queued" });
    const records = await expectSoundArchive(await captureRequest(request));
    expect(records.filter((one) => field(one, "WARC-Target-URI")?.includes("/api/tag/")).length).toBeGreaterThan(1);
  });

  test("a very tall page", async () => {
    await expectSoundArchive(await captureWebPage(`${demo.origin}/shapes/tall`));
  });

  test("an article behind a redirect: both hops, and the page is the last", async () => {
    const taken = await captureWebPage(`${site.origin}/to-article`);
    const records = await expectSoundArchive(taken);
    expect(answerOf(records, "/to-article").firstLine).toBe("HTTP/1.1 301 Moved Permanently");
    const pages = (await readZip(await taken.bytes("capture.wacz"))).get("pages/pages.jsonl")?.bytes.toString();
    expect(JSON.parse(pages?.split("\n")[1] ?? "{}").url).toBe(`${site.origin}/article`);
  });

  test("an empty 404", async () => {
    const taken = await captureWebPage(`${site.origin}/empty-404`);
    const records = await expectSoundArchive(taken);
    const { record, body } = answerOf(records, "/empty-404");
    expect([body.length, field(record, "WARC-Truncated")]).toEqual([0, undefined]);
  });
});

test("an answer that is no document has no archive", async () => {
  const taken = await captureWebPage(`${site.origin}/download`);
  expect(taken.capture?.outcome).toBe("error");
  expect(taken.capture?.artifacts.map(({ role }) => role)).not.toContain("wacz");
  expect(taken.capture?.artifacts.map(({ role }) => role)).not.toContain("warc");
});
