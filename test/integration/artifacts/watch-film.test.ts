import { beforeAll, expect, test, vi } from "vitest";
import { makeEvidenceToken } from "#lib/auth/evidence-token";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import type { Actor } from "#lib/permissions/actor";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { GET as sendOn } from "../../../app/api/artifacts/[id]/watch/route";
import { GET as watch } from "../../../app/evidence/[token]/[name]/watch/route";

let signedIn: Actor | null = null;
vi.mock("#lib/auth/session", () => ({ findUser: async () => signedIn }));

const EVIDENCE = "evidence.localhost:3105";
const NAME = `film"><script>alert(1)</script>'.webm`;
let filmId = "";
let pageId = "";

beforeAll(async () => {
  setEnv({ EVIDENCE_ORIGIN: `http://${EVIDENCE}` });
  const { id: captureId } = await buildCapture({ html: "<p>x</p>" });
  const row = { captureId, role: "media", sha256: "1".repeat(64), bytes: 3, mediaType: "video/webm" } as const;
  filmId = (await db().artifact.create({ data: { ...row, name: NAME } })).id;
  pageId = (await db().artifact.findFirstOrThrow({ where: { captureId, role: "dom_html" } })).id;
});

const ask = (id: string) =>
  sendOn(new Request(`http://localhost:3105/api/artifacts/${id}/watch`), { params: Promise.resolve({ id }) });
const play = (token: string, host = EVIDENCE) =>
  watch(new Request(`http://${EVIDENCE}/evidence/${token}/x/watch`, { headers: { host } }), {
    params: Promise.resolve({ token, name: "x" }),
  });

test("the desk is sent to the evidence origin; strangers and other files are not", async () => {
  signedIn = null;
  expect((await ask(filmId)).status).toBe(404);
  signedIn = await buildPerson();
  expect((await ask(filmId)).headers.get("location")).toMatch(
    new RegExp(`^http://${EVIDENCE}/evidence/[^/]+/[^/]+/watch$`),
  );
  expect((await ask(pageId)).status).toBe(404);
});

test("the player is there only, runs nothing, and a file's name ends nothing in it", async () => {
  const answer = await play(makeEvidenceToken(filmId));
  expect(answer.headers.get("content-security-policy")).toBe(
    "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  const page = await answer.text();
  expect(page).not.toContain("<script");
  expect(page).toContain(`src="../${encodeURIComponent(NAME).replaceAll("'", "%27")}"`);
  expect((await play(makeEvidenceToken(filmId), "localhost:3105")).status).toBe(404);
  expect((await play(makeEvidenceToken(pageId))).status).toBe(404);
  expect((await play("forged")).status).toBe(404);
});
