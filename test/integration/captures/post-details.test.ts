import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { oembedWitness } from "#lib/adapters/platforms/x/witnesses/oembed";
import { syndicationWitness } from "#lib/adapters/platforms/x/witnesses/syndication";
import type { ExtractedPost } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { askWitnesses } from "#lib/services/captures/ask-witnesses";
import { startFetching } from "#lib/services/captures/fetch-beside";
import { getCapture } from "#lib/services/captures/get-capture";
import { startKeeping } from "#lib/services/captures/keep-artifacts";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { previewCase } from "#lib/services/cases/preview-case";
import { buildCapture } from "#test/builders/capture";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { buildCase } from "#test/builders/case";
import { buildPerson } from "#test/builders/person";
import { readXFixture, X_POST_ID } from "#test/unit/platforms/x-page";

const at = (id: string) => `http://127.0.0.1:4010/p/${id}`;

const post: ExtractedPost = {
  platform: "demo_square",
  platformId: "502",
  canonicalUrl: at("502"),
  text: "The second version",
  language: "en",
  authorName: "Somebody",
  authorHandle: "somebody",
  postedAt: "2026-02-01T10:00:00.000Z",
  counts: {},
  hashtags: ["tag"],
  fieldSources: { text: "json_ld", quotes: "network_json" },
  details: {
    quotes: at("400"),
    repliesTo: at("300"),
    editIds: ["501", "502"],
    media: [
      // The builder's own picture stands for an original.
      { kind: "photo", url: "https://a.example/1", altText: "A wall", artifact: "screenshot.png", problem: null },
      { kind: "video", url: "https://a.example/2", altText: null, artifact: null, problem: "too_large" },
    ],
  },
};

describe("what is known of a post", () => {
  test("comes back as it was stored, with its files and what the archive has of the posts it names", async () => {
    const quoted = await buildCapture({ url: at("400"), platformId: "400" });
    await buildCaptureRequest({ kind: "post", platformId: "300", url: at("300"), state: "queued" });
    const { id } = await buildCapture({ url: at("502"), platformId: "502", posts: [post] });
    const stored = await db().observation.findFirstOrThrow({ where: { captureId: id } });
    expect(stored).toMatchObject({ details: post.details, fieldSources: post.fieldSources });

    const { observations, linked } = await getCapture(await buildPerson(), id);
    const { details, fieldSources, hashtags } = observations[0] ?? {};
    expect(details?.media).toMatchObject([
      { altText: "A wall", file: { name: "screenshot.png", mediaType: "image/png", width: 640 } },
      { problem: "too_large", file: null },
    ]);
    expect([fieldSources, hashtags]).toEqual([post.fieldSources, ["tag"]]);
    expect(linked).toEqual([
      { url: at("400"), captureId: quoted.id, isPending: false },
      { url: at("300"), captureId: null, isPending: true },
      { url: at("501"), captureId: null, isPending: false },
      { url: at("502"), captureId: id, isPending: false },
    ]);
  });

  test("readers of a case get the originals that there are, with their descriptions", async () => {
    const editor = await buildPerson({ role: "editor" });
    const other = { ...post, platformId: "602", canonicalUrl: at("602") };
    const { id } = await buildCapture({ url: at("602"), platformId: "602", posts: [other] });
    const { caseId } = await buildCase(editor);
    await addExhibit(editor, { caseId, target: { kind: "capture", captureId: id } });
    const [exhibit] = (await previewCase(editor, caseId)).snapshot.exhibits;
    const media = exhibit?.kind === "capture" ? exhibit.posts[0]?.media : undefined;
    const file = await db().artifact.findFirstOrThrow({ where: { captureId: id, name: "screenshot.png" } });
    expect(media).toEqual([
      { artifactId: file.id, kind: "photo", mediaType: "image/png", width: 640, height: 900, altText: "A wall" },
    ]);
  });
});

describe("second witnesses", () => {
  const answers: Record<string, { status: number; body: string }> = {
    "/tweet": { status: 200, body: readXFixture("syndication.json") },
    "/oembed": { status: 404, body: '{"error":"Sorry, that page does not exist"}' },
  };
  const agents: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    agents.push(request.headers["user-agent"]);
    const answer = answers[new URL(request.url ?? "/", "http://x").pathname] ?? { status: 500, body: "" };
    response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
  let base = "";
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    setEnv({ CAPTURE_WITNESSES: undefined, CAPTURE_ALLOW_HOSTS: undefined });
    server.close();
  });

  const ask = async (allowed: string) => {
    setEnv({ CAPTURE_ALLOW_HOSTS: allowed });
    const keeper = startKeeping();
    const fetcher = startFetching({ userAgent: "A browser", signal: new AbortController().signal });
    const witnesses = [syndicationWitness(X_POST_ID, `${base}/tweet`), oembedWitness(X_POST_ID, `${base}/oembed`)];
    return { keeper, fetcher, asked: await askWitnesses(witnesses, { keeper, fetcher }) };
  };

  test("are asked as a browser; each raw answer is kept, a refusal to know the post too", async () => {
    setEnv({ CAPTURE_WITNESSES: " Syndication , oembed " });
    const { keeper, fetcher, asked } = await ask(new URL(base).host);
    expect(asked.posts.map(({ source, authorHandle }) => [source, authorHandle])).toEqual([
      ["syndication", "invented_baker"],
    ]);
    expect(asked.results).toEqual([
      { witness: "syndication", ok: true, problem: null },
      { witness: "oembed", ok: false, problem: "nothing" },
    ]);
    expect(keeper.kept.map(({ name, role }) => [name, role])).toEqual([
      ["witness-syndication.json", "post_json"],
      ["witness-oembed.json", "post_json"],
    ]);
    const kept = await readFileBytes(keeper.kept[0]?.sha256 ?? "");
    expect(kept.toString("utf8")).toBe(answers["/tweet"]?.body);
    expect(agents).toEqual(["A browser", "A browser"]);
    expect(fetcher.asked.map(({ purpose, status }) => [purpose, status]).sort()).toEqual([
      ["witness", 200],
      ["witness", 404],
    ]);
  });

  test("on a private address are refused like any other address, and the capture goes on", async () => {
    setEnv({ CAPTURE_WITNESSES: "syndication" });
    const { keeper, asked } = await ask("");
    expect(asked).toEqual({ posts: [], results: [{ witness: "syndication", ok: false, problem: "failed" }] });
    expect(keeper.kept).toEqual([]);
  });

  test("nobody is asked unless named, and an unknown name is a wrong setting", async () => {
    setEnv({ CAPTURE_WITNESSES: undefined });
    expect((await ask(new URL(base).host)).asked).toEqual({ posts: [], results: [] });
    setEnv({ CAPTURE_WITNESSES: "syndication,fxtwitter" });
    await expect(ask("")).rejects.toMatchObject({ code: "bad_settings" });
  });
});
