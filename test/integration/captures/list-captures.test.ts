import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/permissions/actor";
import { captureQuery } from "#lib/schemas/capture-query";
import { getDeskOverview } from "#lib/services/captures/get-desk-overview";
import { listCaptures } from "#lib/services/captures/list-captures";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

let actor: Actor;
const list = async (query: Record<string, unknown>) => listCaptures(actor, captureQuery.parse(query));

beforeAll(async () => {
  actor = await buildPerson();
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  await buildCapture({
    kind: "web_page",
    platform: "web",
    text: "النخلة ١٠٠% مضمونة",
    title: "Palms",
    finishedAt: at(1),
  });
  await buildCapture({ kind: "post", platform: "x", text: "snake_case words", finishedAt: at(2) });
  await buildCapture({ kind: "post", platform: "demo_square", outcome: "deleted", finishedAt: at(3) });
  for (let i = 0; i < 41; i++) {
    await buildCapture({ kind: "hashtag", platform: "demo_square", text: `copy ${i}`, finishedAt: at(4 + i) });
  }
});

describe("listCaptures", () => {
  test("filters by what the capture holds, its kind, its platform and words in it", async () => {
    expect((await list({ outcome: "deleted" })).total).toBe(1);
    expect((await list({ outcome: ["deleted", "content"] })).total).toBe(44);
    expect((await list({ kind: "post" })).total).toBe(2);
    expect((await list({ kind: "post", platform: "x" })).total).toBe(1);
    expect((await list({ q: "PALMS" })).captures[0]?.title).toBe("Palms");
    expect((await list({ q: "النخلة" })).total).toBe(1);
  });

  test("percent sign, underscore and backslash are letters", async () => {
    expect((await list({ q: "١٠٠%" })).total).toBe(1);
    expect((await list({ q: "copy _" })).total).toBe(0);
    expect((await list({ q: "snake_case" })).total).toBe(1);
    expect((await list({ q: "%" })).total).toBe(1);
    expect((await list({ q: "\\" })).total).toBe(0);
    expect((await list({ q: "zz\u0000qq" })).total).toBe(0);
  });

  test("pages by number without a gap or a repeat; past the end is the last page", async () => {
    const [first, second] = [await list({ page: "1" }), await list({ page: "2" })];
    expect([first.captures.length, second.captures.length, first.pages]).toEqual([40, 4, 2]);
    expect(new Set([...first.captures, ...second.captures].map((capture) => capture.id)).size).toBe(44);
    expect((await list({ page: "99" })).page).toBe(2);
    const oldest = (await list({ sort: "oldest" })).captures[0];
    expect(oldest?.finishedAt).toBe("2026-01-01T00:00:00.000Z");
  });

  test("counts each outcome under the other filters", async () => {
    const { outcomes } = await list({ outcome: "deleted", kind: "post" });
    expect(outcomes).toEqual([
      { outcome: "content", count: 1 },
      { outcome: "deleted", count: 1 },
    ]);
  });

  test("an address made by hand shows a list", async () => {
    const odd = { outcome: ["nonsense", "deleted"], kind: "1=1", platform: ["x", "y"], page: "-3", sort: "" };
    expect(await list(odd)).toMatchObject({ total: 0, page: 1 });
    expect((await list({ page: "1e9", kind: "zzz" })).total).toBe(44);
  });

  test("the desk's first page asks only about the last seven days", async () => {
    const soon = await getDeskOverview(actor, new Date(Date.UTC(2026, 0, 5)));
    expect(soon.withoutContent).toHaveLength(1);
    const { url } = await buildCapture({ outcome: "error", finishedAt: new Date(Date.UTC(2026, 0, 4)) });
    await buildCapture({ url, finishedAt: new Date(Date.UTC(2026, 0, 4, 1)) });
    const solved = await getDeskOverview(actor, new Date(Date.UTC(2026, 0, 5)));
    expect(solved).toMatchObject({ withoutContentTotal: 1, withoutContent: [{ outcome: "deleted" }] });
    const later = await getDeskOverview(actor, new Date(Date.UTC(2026, 0, 20)));
    expect(later).toMatchObject({ withoutContentTotal: 0, pendingTotal: 0 });
    expect(later.recent).toHaveLength(8);
  });
});
