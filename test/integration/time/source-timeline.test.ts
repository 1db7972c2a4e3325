import { afterAll, describe, expect, test } from "vitest";
import type { ExtractedPost } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { closeQueue } from "#lib/jobs/queue";
import { captureQuery } from "#lib/schemas/capture-query";
import { getDeskOverview } from "#lib/services/captures/get-desk-overview";
import { listCaptures } from "#lib/services/captures/list-captures";
import { requestCapture } from "#lib/services/captures/request-capture";
import { getCapturePlace } from "#lib/services/sources/get-capture-place";
import { getSourceTimeline } from "#lib/services/sources/get-source-timeline";
import { countUnseenChanges, listChangeNotices } from "#lib/services/sources/list-change-notices";
import { markChangeSeen } from "#lib/services/sources/mark-change-seen";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

const T0 = Date.parse("2026-03-01T10:00:00Z");
const at = (hours: number) => new Date(T0 + hours * 3_600_000);
const UNKNOWN = "11111111-1111-4111-8111-111111111111";

afterAll(closeQueue);

let count = 0;
function newPost() {
  const platformId = `8000${++count}`;
  const url = `https://demo.example/p/${platformId}`;
  const seen = (wishes: Partial<ExtractedPost> = {}): ExtractedPost => ({
    platform: "demo_square",
    platformId,
    canonicalUrl: url,
    text: "words",
    language: "en",
    authorName: "Someone",
    authorHandle: "someone",
    postedAt: null,
    counts: {},
    hashtags: [],
    fieldSources: {},
    details: {},
    ...wishes,
  });
  return (hours: number, wishes: Parameters<typeof buildCapture>[0] = {}, post: Partial<ExtractedPost> = {}) => {
    const posts = wishes?.outcome && wishes.outcome !== "content" ? [] : [seen(post)];
    return buildCapture({ url, platformId, finishedAt: at(hours), size: { width: 40, height: 40 }, posts, ...wishes });
  };
}

describe("a source's timeline", () => {
  test("has its captures newest first, with who asked, what ran them and what had changed", async () => {
    const actor = await buildPerson();
    const capture = newPost();
    const first = await capture(0, { requestedBy: actor }, { counts: { likes: 1 } });
    await capture(1, { cause: "schedule", requestedBy: actor }, { counts: { likes: 5 } });
    await capture(2, { outcome: "login_wall" });
    await capture(3, { outcome: "suspended" });
    const timeline = await getSourceTimeline(actor, first.sourceId);
    expect(timeline).toMatchObject({ total: 4, page: 1, pages: 1, isScheduleOn: true, pending: null });
    expect(timeline.author).toEqual({ name: "Someone", handle: "someone" });
    expect(timeline.entries.map(({ outcome, comparison }) => [outcome, comparison])).toEqual([
      ["suspended", "compared"],
      ["login_wall", "says_nothing"],
      ["content", "compared"],
      ["content", "first"],
    ]);
    expect(timeline.entries.map(({ cause }) => cause)).toEqual(["submission", "submission", "schedule", "submission"]);
    expect(timeline.entries.map(({ changes }) => changes.flatMap(({ kinds }) => kinds))).toEqual([
      ["unavailable"],
      [],
      ["counts"],
      [],
    ]);
    expect(timeline.entries[0]?.changes[0]?.from).toMatchObject({ at: at(1).toISOString(), outcome: "content" });
    expect(timeline.counts).toEqual([
      {
        name: "likes",
        points: [
          { at: at(0).toISOString(), value: 1 },
          { at: at(1).toISOString(), value: 5 },
        ],
      },
    ]);
    expect(timeline.looks).toHaveLength(4);
  });

  test("says that a capture is under way", async () => {
    const actor = await buildPerson();
    const { sourceId } = await newPost()(0);
    await requestCapture(actor, { sourceId });
    expect((await getSourceTimeline(actor, sourceId)).pending).toEqual({
      cause: "submission",
      recheckStep: null,
      isPromotable: false,
    });
  });

  test("of a source that was never captured is empty; past its end is the last page", async () => {
    const actor = await buildPerson();
    const about = { kind: "post", platform: "x", platformId: "1", canonicalUrl: "https://x.com/i/status/1" } as const;
    const { id } = await db().source.create({ data: { ...about, label: "X · 1" } });
    expect(await getSourceTimeline(actor, id, 7)).toMatchObject({
      entries: [],
      total: 0,
      page: 1,
      pages: 1,
      looks: [],
    });
  });

  test("pages hundreds of captures without losing or repeating one", async () => {
    const actor = await buildPerson();
    const capture = newPost();
    const { sourceId } = await capture(0);
    const { requestedById } = await db().captureRequest.findFirstOrThrow({ where: { sourceId } });
    for (let i = 1; i < 65; i++) {
      const request = await db().captureRequest.create({ data: { sourceId, requestedById, state: "finished" } });
      const url = "https://demo.example/p";
      const times = { startedAt: at(1), finishedAt: at(1) };
      const common = { sourceId, requestId: request.id, requestedById, outcome: "error", signals: [] } as const;
      const rest = { requestedUrl: url, finalUrl: url, manifestSha256: "0".repeat(64) };
      await db().capture.create({ data: { ...common, ...rest, ...times } });
    }
    const pages = [];
    for (const page of [1, 2, 3, 99]) pages.push(await getSourceTimeline(actor, sourceId, page));
    expect(pages.map(({ page, entries }) => [page, entries.length])).toEqual([
      [1, 30],
      [2, 30],
      [3, 5],
      [3, 5],
    ]);
    expect(new Set(pages.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(65);
  });

  test.each([UNKNOWN, "not-an-id"])("of nothing is not found", async (id) => {
    const actor = await buildPerson();
    await expect(getSourceTimeline(actor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getCapturePlace(actor, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is found from each capture, which knows those before and after it", async () => {
    const actor = await buildPerson();
    const capture = newPost();
    const [a, b, c] = [
      await capture(0),
      await capture(1, {}, { text: "other words" }),
      await capture(2, { outcome: "suspended" }),
    ];
    expect(await getCapturePlace(actor, b.id)).toEqual({
      sourceId: a.sourceId,
      total: 3,
      before: { id: a.id, finishedAt: at(0).toISOString(), changes: ["text"] },
      after: { id: c.id, finishedAt: at(2).toISOString(), changes: ["unavailable"] },
    });
    expect((await getCapturePlace(actor, a.id)).before).toBeNull();
    expect((await getCapturePlace(actor, c.id)).after).toBeNull();
  });
});

describe("the list of captures", () => {
  test("shows those that the schedule ran, and those that found something changed", async () => {
    const actor = await buildPerson();
    const capture = newPost();
    const first = await capture(0, {}, { counts: { likes: 1 } });
    const planned = await capture(1, { cause: "schedule" }, { counts: { likes: 2 } });
    const gone = await capture(2, { cause: "schedule", outcome: "suspended" });
    const list = async (query: object) => {
      const { captures } = await listCaptures(actor, captureQuery.parse({ q: first.url, ...query }));
      return captures.map(({ id }) => id);
    };
    expect(await list({})).toEqual([gone.id, planned.id, first.id]);
    expect(await list({ cause: "schedule" })).toEqual([gone.id, planned.id]);
    expect(await list({ cause: "submission" })).toEqual([first.id]);
    // Counts change with every look; nobody has to hear of that.
    expect(await list({ changed: "1" })).toEqual([gone.id]);
    expect(await list({ changed: "yes", cause: "1=1" })).toHaveLength(3);
  });
});

describe("changes that somebody should hear of", () => {
  test("stand on the list until somebody marks them, who stays named; taken back they are there again", async () => {
    const [reader, other] = [await buildPerson({ name: "Huda" }), await buildPerson()];
    const before = await countUnseenChanges(reader);
    const capture = newPost();
    const first = await capture(0, {}, { counts: { likes: 1 } });
    await capture(1, {}, { counts: { likes: 2 } });
    expect(await countUnseenChanges(reader)).toBe(before);
    const gone = await capture(2, { outcome: "suspended" });
    expect(await countUnseenChanges(reader)).toBe(before + 1);
    const ours = async (isSeen?: boolean) =>
      (await listChangeNotices(reader, { isSeen })).notices.find(({ source }) => source.id === first.sourceId);
    const notice = await ours(false);
    expect(notice).toMatchObject({
      kinds: ["unavailable"],
      toCaptureId: gone.id,
      outcomeNow: "suspended",
      seenBy: null,
    });
    expect(notice?.excerpt).toBe("دليل Daleel");
    expect(notice?.picture).not.toBeNull();

    const changeId = notice?.id ?? "";
    await markChangeSeen(reader, { changeId, isSeen: true }, at(5));
    await markChangeSeen(other, { changeId, isSeen: true }, at(6));
    expect(await ours(false)).toBeUndefined();
    expect(await ours()).toMatchObject({ seenBy: "Huda", seenAt: at(5).toISOString() });
    expect(await ours(true)).toBeDefined();
    expect(await countUnseenChanges(reader)).toBe(before);
    await markChangeSeen(other, { changeId, isSeen: false });
    expect(await ours(false)).toMatchObject({ seenBy: null, seenAt: null });
  });

  test("are not asked about twice: the list of captures without content leaves them out, and looks that find the same", async () => {
    const actor = await buildPerson();
    const unsolved = async () => {
      const { withoutContent } = await getDeskOverview(actor, at(48));
      return withoutContent.map(({ source }) => source.id);
    };
    const capture = newPost();
    const { sourceId } = await capture(0);
    await capture(1, { outcome: "suspended" });
    expect(await unsolved()).not.toContain(sourceId);
    await capture(2, { outcome: "suspended", cause: "schedule" });
    expect(await unsolved()).not.toContain(sourceId);
    // A wall says nothing of the post; somebody may know a way around it.
    await capture(3, { outcome: "login_wall", cause: "schedule" });
    expect(await unsolved()).toContain(sourceId);
    const never = newPost();
    const lost = await never(40, { outcome: "suspended" });
    expect(await unsolved()).toContain(lost.sourceId);
  });

  test("say that something is back, under both lines, with the picture that holds it", async () => {
    const actor = await buildPerson();
    const capture = newPost();
    const { sourceId } = await capture(0);
    await capture(1, { outcome: "protected" });
    await capture(2);
    const notices = (await listChangeNotices(actor, {})).notices.filter(({ source }) => source.id === sourceId);
    expect(notices.map(({ kinds, outcomeNow }) => [kinds, outcomeNow])).toEqual([
      [["available"], "content"],
      [["unavailable"], "content"],
    ]);
    for (const { picture } of notices) expect(picture).not.toBeNull();
  });

  test.each([UNKNOWN, "not-an-id"])("that do not exist are not found", async (changeId) => {
    const marking = markChangeSeen(await buildPerson(), { changeId, isSeen: true });
    await expect(marking).rejects.toMatchObject({ code: "not_found" });
  });
});
