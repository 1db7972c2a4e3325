import { beforeAll, describe, expect, test, vi } from "vitest";
import { putFile } from "#lib/adapters/files/file-store";
import { makeEvidenceToken } from "#lib/auth/evidence-token";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import type { Actor } from "#lib/permissions/actor";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { buildRecording } from "#test/builders/recording";
import { GET as sendOn } from "../../../app/api/artifacts/[id]/replay/route";
import { GET as getEvidence } from "../../../app/evidence/[token]/[name]/route";
import { GET as getScoped } from "../../../app/replay/[permit]/[file]/route";
import { GET as getPage } from "../../../app/replay/[permit]/route";
import { GET as getViewer } from "../../../app/replay/viewer/[file]/route";

let signedIn: Actor | null = null;
vi.mock("#lib/auth/session", () => ({ findUser: async () => signedIn }));

const EVIDENCE = "evidence.localhost:3105";
const ADDRESS = "http://news.example/a?b=<script>\"'&x";
let wacz: Buffer;
let waczId = "";
let pageId = "";

beforeAll(async () => {
  setEnv({ EVIDENCE_ORIGIN: `http://${EVIDENCE}`, APP_ORIGIN: "http://localhost:3105" });
  const { id: captureId } = await buildCapture({});
  ({ wacz } = await buildRecording([{ url: ADDRESS, body: "<p>Words" }]));
  const { sha256, bytes } = await putFile(wacz);
  const row = { captureId, role: "wacz", name: "capture.wacz", mediaType: "application/wacz", sha256, bytes } as const;
  waczId = (await db().artifact.create({ data: row })).id;
  pageId = (await db().artifact.findFirstOrThrow({ where: { captureId, role: "dom_html" } })).id;
});

const permit = (id = waczId) => makeEvidenceToken(id, new Date(), "replay");
const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://${EVIDENCE}${path}`, { headers: { host: EVIDENCE, ...headers } });
const page = (token: string, headers?: Record<string, string>, query = "") =>
  getPage(request(`/replay/${token}${query}`, headers), { params: Promise.resolve({ permit: token }) });
const scoped = (token: string, file: string, headers?: Record<string, string>) =>
  getScoped(request(`/replay/${token}/${file}`, headers), { params: Promise.resolve({ permit: token, file }) });
const viewer = (file: string, headers?: Record<string, string>) =>
  getViewer(request(`/replay/viewer/${file}`, headers), { params: Promise.resolve({ file }) });
const ask = (id: string) =>
  sendOn(new Request(`http://localhost:3105/api/artifacts/${id}/replay?lang=ar`), { params: Promise.resolve({ id }) });

describe("a recording", () => {
  test("is opened for the desk with a permit; strangers and other files are not sent on", async () => {
    signedIn = null;
    expect((await ask(waczId)).status).toBe(404);
    signedIn = await buildPerson();
    const { status, headers } = await ask(waczId);
    expect([status, headers.get("cache-control")]).toEqual([302, "no-store"]);
    expect(headers.get("location")).toMatch(new RegExp(`^http://${EVIDENCE}/replay/[\\w.-]+\\?lang=ar$`));
    expect((await ask(pageId)).status).toBe(404);
  });

  test("opens with its own permit, on the evidence origin, and with no other", async () => {
    expect((await page(permit())).status).toBe(200);
    expect((await page(permit(), { host: "localhost:3105" })).status).toBe(404);
    expect((await page(permit(pageId))).status).toBe(404);
    expect((await page(permit().replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(404);
    expect((await page(makeEvidenceToken(waczId, new Date(Date.now() - 3_600_000), "replay"))).status).toBe(404);
    // A permit to read a file opens no viewer, and the viewer's reads no file.
    expect((await page(makeEvidenceToken(waczId))).status).toBe(404);
    const token = permit();
    const params = Promise.resolve({ token, name: "capture.wacz" });
    expect((await getEvidence(request(`/evidence/${token}/capture.wacz`), { params })).status).toBe(404);
    for (const file of ["capture.wacz", "sw.js", "index.html"]) {
      expect((await scoped(permit(pageId), file)).status === 200).toBe(file !== "capture.wacz");
      expect((await scoped(makeEvidenceToken(waczId), file)).status).toBe(404);
      expect((await scoped(permit(), file, { host: "localhost:3105" })).status).toBe(404);
    }
  });

  test("stands in a page that may do nothing else and forgets the one before", async () => {
    const answer = await page(permit(), {}, "?lang=ar");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors http://localhost:3105 http://127.0.0.1:3105");
    expect(policy).toMatch(/sandbox allow-scripts allow-same-origin$/);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(answer.headers.get("clear-site-data")).toBe('"storage"');
    expect(answer.headers.get("set-cookie")).toBeNull();
    const html = await answer.text();
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).not.toContain("<script>");
    expect(html).toContain(`data-url="http://news.example/a?b=&#60;script&#62;&#34;'&#38;x"`);
  });

  test("has the viewer as its authors made it, with its licence, and a service worker that adds our policy", async () => {
    const { readFile } = await import("node:fs/promises");
    for (const file of ["ui.js", "sw.js", "LICENSE"]) {
      const answer = await viewer(file);
      const sent = Buffer.from(await answer.arrayBuffer());
      expect(sent.equals(await readFile(`node_modules/replaywebpage/${file}`)), file).toBe(true);
    }
    expect((await viewer("LICENSE", { host: "localhost:3105" })).status).toBe(200);
    expect((await viewer("ui.js", { host: "localhost:3105" })).status).toBe(404);
    expect((await viewer("../../package.json")).status).toBe(404);
    expect((await viewer("constructor")).status).toBe(404);
    const token = permit();
    const worker = await scoped(token, "sw.js");
    expect(worker.headers.get("service-worker-allowed")).toBe(`/replay/${token}/`);
    expect(worker.headers.get("content-security-policy")).toMatch(/connect-src 'self'$/);
    const script = await worker.text();
    expect(script).toContain("connect-src 'self' data: blob:");
    expect(script).not.toMatch(/wss?:/);
  });
});

describe("parts of a file", () => {
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await scoped(permit(), "capture.wacz", { range, ...more });
    return {
      status: answer.status,
      range: answer.headers.get("content-range"),
      length: answer.headers.get("content-length"),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };

  test("are answered as RFC 9110 says", async () => {
    const { length } = wacz;
    const whole = await scoped(permit(), "capture.wacz");
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "content-length": String(length),
      "content-type": "application/wacz",
    });
    expect(Buffer.from(await whole.arrayBuffer()).equals(wacz)).toBe(true);
    const middle = await part("bytes=10-19");
    expect(middle).toEqual({
      status: 206,
      range: `bytes 10-19/${length}`,
      length: "10",
      bytes: wacz.subarray(10, 20),
    });
    expect((await part("bytes=-5")).bytes).toEqual(wacz.subarray(length - 5));
    expect(await part(`bytes=${length}-`)).toMatchObject({ status: 416, range: `bytes */${length}` });
    expect((await part("bytes=0-1,3-4")).status).toBe(200);
    const etag = whole.headers.get("etag") ?? "";
    expect((await part("bytes=0-1", { "if-range": etag })).status).toBe(206);
    expect((await part("bytes=0-1", { "if-range": '"other"' })).status).toBe(200);
  });

  test("of a file whose bytes were changed are not given", async () => {
    const { writeFile } = await import("node:fs/promises");
    const { storedPath } = await import("#lib/adapters/files/file-paths");
    const { sha256 } = await db().artifact.findUniqueOrThrow({ where: { id: waczId } });
    const damaged = Buffer.from(wacz);
    damaged.writeUInt8(damaged.readUInt8(100) ^ 1, 100);
    await writeFile(storedPath(sha256), damaged);
    expect((await part("bytes=0-9")).status).toBe(500);
    await writeFile(storedPath(sha256), wacz);
    expect((await part("bytes=0-9")).status).toBe(206);
  });
});
