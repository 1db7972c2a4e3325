import { rm, writeFile } from "node:fs/promises";
import { NextRequest } from "next/server";
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { storedPath } from "#lib/adapters/files/file-paths";
import { makeEvidenceToken } from "#lib/auth/evidence-token";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import type { Actor } from "#lib/permissions/actor";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { GET as getArtifact } from "../../../app/api/artifacts/[id]/route";
import { GET as getEvidence } from "../../../app/evidence/[token]/[name]/route";
import { proxy } from "../../../proxy";

let signedIn: Actor | null = null;
vi.mock("#lib/auth/session", () => ({ findUser: async () => signedIn }));

const EVIDENCE = "evidence.localhost:3105";
const HTML = "<script>alert(document.domain)</script>";
const ids: Record<string, string> = {};

beforeAll(async () => {
  setEnv({ EVIDENCE_ORIGIN: `http://${EVIDENCE}` });
  const capture = await buildCapture({ html: HTML, size: { width: 1000, height: 5000 } });
  for (const row of await db().artifact.findMany({ where: { captureId: capture.id } })) ids[row.role] = row.id;
});

const artifact = (id = "", query = "", headers: Record<string, string> = {}) =>
  getArtifact(new Request(`http://localhost:3105/api/artifacts/${id}${query}`, { headers }), {
    params: Promise.resolve({ id }),
  });
const evidence = (token: string, name: string, host = EVIDENCE) =>
  getEvidence(new Request(`http://${EVIDENCE}/evidence/${token}/${name}`, { headers: { host } }), {
    params: Promise.resolve({ token, name }),
  });

describe("the application's origin", () => {
  test("tells a stranger the same about a file of the desk and about no file", async () => {
    signedIn = null;
    const answers = await Promise.all([
      artifact(ids.screenshot),
      artifact(ids.dom_html),
      artifact(crypto.randomUUID()),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  test("shows pictures to the desk, privately, and answers an unchanged one without its bytes", async () => {
    signedIn = await buildPerson();
    const answer = await artifact(ids.screenshot);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=300",
    });
    expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).height).toBe(5000);
    const again = await artifact(ids.screenshot, "", { "if-none-match": answer.headers.get("etag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("makes a small picture of the top of a tall page, once", async () => {
    signedIn = await buildPerson();
    const answer = await artifact(ids.screenshot, "?w=480");
    const size = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([answer.headers.get("content-type"), size.width, size.height]).toEqual(["image/webp", 480, 960]);
    const [first, second] = await Promise.all([artifact(ids.screenshot, "?w=480"), artifact(ids.screenshot, "?w=480")]);
    expect(await first.arrayBuffer()).toEqual(await second.arrayBuffer());
    expect((await artifact(ids.screenshot, "?w=481")).status).toBe(400);
    expect((await artifact(ids.screenshot, "?w=../../etc")).status).toBe(400);
  });

  test.each(["dom_html", "pdf", "manifest"])("never answers a %s itself", async (role) => {
    signedIn = await buildPerson();
    const answer = await artifact(ids[role], "?w=480");
    expect(answer.status).toBe(302);
    expect(await answer.text()).toBe("");
    expect(answer.headers.get("location")).toMatch(new RegExp(`^http://${EVIDENCE}/evidence/`));
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test.each(["..", "%2e%2e", "../../../etc/passwd", "' OR 1=1", "a".repeat(5000)])("%j is no file", async (id) => {
    signedIn = await buildPerson();
    expect((await artifact(id)).status).toBe(404);
  });
});

describe("the evidence origin", () => {
  test("shows a captured page in a sandbox that can do nothing", async () => {
    const answer = await evidence(makeEvidenceToken(ids.dom_html ?? ""), "dom.html");
    expect(await answer.text()).toBe(HTML);
    expect(answer.headers.get("content-security-policy")).toBe(
      "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    );
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "content-disposition": `inline; filename="dom.html"; filename*=UTF-8''dom.html`,
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  test("has a PDF saved, because no viewer starts in a sandbox", async () => {
    const answer = await evidence(makeEvidenceToken(ids.pdf ?? ""), "page.pdf");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
  });

  test("answers only under its own name, with a good permit and the file's name", async () => {
    const token = makeEvidenceToken(ids.dom_html ?? "");
    const old = makeEvidenceToken(ids.dom_html ?? "", new Date(Date.now() - 3_600_000));
    const other = token.replace(ids.dom_html ?? "", ids.pdf ?? "");
    const refused = [
      evidence(token, "dom.html", "localhost:3105"),
      evidence(token, "dom.html", "evidence.localhost.evil.example:3105"),
      evidence(old, "dom.html"),
      evidence(other, "page.pdf"),
      evidence(token, "page.pdf"),
      evidence(token, "..%2F..%2Fetc%2Fpasswd"),
      evidence("nonsense", "dom.html"),
      evidence(makeEvidenceToken(crypto.randomUUID()), "dom.html"),
    ];
    for (const answer of await Promise.all(refused)) expect(answer.status).toBe(404);
  });

  test("a file whose bytes changed never arrives whole", async () => {
    const capture = await buildCapture({ html: "<p>to be bent</p>" });
    const row = await db().artifact.findFirstOrThrow({ where: { captureId: capture.id, role: "dom_html" } });
    await rm(storedPath(row.sha256));
    await writeFile(storedPath(row.sha256), "<p>was bent!!</p>");
    const answer = await evidence(makeEvidenceToken(row.id), "dom.html");
    await expect(answer.text()).rejects.toThrow();
  });

  test("the application's pages are not there", async () => {
    const ask = (path: string, host: string) => proxy(new NextRequest(`http://${host}${path}`, { headers: { host } }));
    for (const path of ["/en", "/en/desk", "/api/health", "/en/sign-in", "/evidencex"]) {
      expect((await ask(path, EVIDENCE)).status).toBe(404);
    }
    for (const spelling of ["evidence.localhost", "evidence.localhost.:3105", "EVIDENCE.localhost:80"]) {
      expect((await ask("/en", spelling)).status).toBe(404);
    }
    expect((await ask("/evidence/x/y", EVIDENCE)).status).toBe(200);
    expect((await ask("/en/desk", "localhost:3105")).status).toBe(200);
  });
});
