import { setTimeout as sleep } from "node:timers/promises";
import { DEMO_CASE } from "#lib/cli/demo/demo-case";
import type { DemoPeople } from "#lib/cli/demo/demo-people";
import { buildDemoCase, publishAsSecondPerson } from "#lib/cli/demo/publish-demo-case";
import { waitForCaptures } from "#lib/cli/demo/wait-for-captures";
import type { Progress } from "#lib/cli/run/progress";
import type { System } from "#lib/cli/run/system";
import { demoPost } from "#lib/demo/posts";
import type { DemoSite } from "#lib/demo/site";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { getCapture } from "#lib/services/captures/get-capture";
import { findCopies } from "#lib/services/copies/find-copies";
import { findCopiesOfWording } from "#lib/services/copies/find-copies-of-wording";
import { searchArchive } from "#lib/services/search/search-archive";
import { submitSources } from "#lib/services/submissions/submit-sources";

const CAPTURES_TIMEOUT_MS = 150_000;
const SEARCHABLE_TIMEOUT_MS = 30_000;
const TOKENS_TIMEOUT_MS = 30_000;
const PAGE_TIMEOUT_MS = 20_000;
const QUERY = "رسوم عدادات الماء";

/** What `npm run demo -- --once --json FILE` writes. */
export type JourneyReport = {
  sources: {
    kind: string;
    url: string;
    outcome: string;
    artifacts: { role: string; sha256: string; bytes: number }[];
  }[];
  search: { query: string; hits: number };
  /** Posts with the campaign's very words, and those that the same phrasing has besides. */
  copies: { text: string; posts: number; near: number };
  case: { slug: string; status: string; urls: { en: string; ar: string } };
  seconds: Record<string, number>;
};

/**
 * The whole job: four links in, a public page in two languages out.
 * @throws AppError when a step does not hold what it should.
 */
export async function runJourney(
  system: System,
  site: DemoSite,
  people: DemoPeople,
  progress: Progress,
): Promise<JourneyReport> {
  const { editor } = people;
  const first = demoPost((post) => post.handle === "sarab_watch");
  const deleted = demoPost((post) => post.state === "deleted");
  const lines = [
    `${site.origin}/p/${first.id}`,
    `${site.origin}/tag/${encodeURIComponent("عدادات_سراب")}`,
    `${site.origin}/news/meters-what-changed`,
    `${site.origin}/p/${deleted.id}`,
  ];
  const { submissionId } = await progress.step(
    "submit",
    "Submitting a post, a hashtag, an article, a deleted post",
    () => submitSources(editor, { lines, reason: "demo" }),
  );
  const captured = await progress.step("capture", "Capturing them with a real browser", () =>
    waitForCaptures(editor, submissionId, CAPTURES_TIMEOUT_MS),
  );
  const captures = await progress.step("proof", "Having them dated by the demo's own timestamp authority", () =>
    until(TOKENS_TIMEOUT_MS, async () => {
      const read = await Promise.all(
        captured.lines.map(({ input, capture }) => {
          if (!capture) throw new AppError("internal", `No capture of ${input}`);
          return getCapture(editor, capture.id);
        }),
      );
      const isDated = ({ artifacts }: (typeof read)[number]) => artifacts.some(({ role }) => role === "timestamp");
      return read.every(isDated) ? read : undefined;
    }),
  );
  const [post, hashtag, article, gone] = captures;
  if (!post || !hashtag || !article || !gone) throw new AppError("internal", "Four lines make four captures");
  for (const one of [post, hashtag, article])
    expectThat(one.outcome === "content", `${one.finalUrl} is ${one.outcome}`);
  expectThat(gone.outcome === "deleted", `the deleted post is ${gone.outcome}`);

  const found = await progress.step("search", `Searching for ${QUERY}`, () =>
    until(SEARCHABLE_TIMEOUT_MS, async () => {
      const result = await searchArchive(editor, { q: QUERY });
      // The focal post, those of the hashtag and the article: more than the post alone.
      return result.total > 2 ? result : undefined;
    }),
  );
  const copies = await progress.step("copies", "Finding the same words, and nearly the same, in other mouths", () =>
    until(SEARCHABLE_TIMEOUT_MS, () => countCopies(editor, first.text)),
  );

  const caseId = await progress.step("case", "Building a case file", () =>
    buildDemoCase(people, {
      postCaptureId: post.id,
      hashtagCaptureId: hashtag.id,
      articleCaptureId: article.id,
      wordingId: post.observations[0]?.wordingId ?? "",
    }),
  );
  const { slug } = await progress.step("publish", "Publishing it as a second person", () =>
    publishAsSecondPerson(people, caseId),
  );
  const urls = { en: `${system.origin}/en/cases/${slug}`, ar: `${system.origin}/ar/cases/${slug}` };
  await progress.step("read", "Reading its public page in both languages", async () => {
    for (const locale of ["en", "ar"] as const) await expectPage(urls[locale], DEMO_CASE.title[locale]);
  });
  return {
    sources: captures.map(({ source, outcome, artifacts }) => ({
      kind: source.kind,
      url: source.canonicalUrl,
      outcome,
      artifacts: artifacts.map(({ role, sha256, bytes }) => ({ role, sha256, bytes })),
    })),
    search: { query: QUERY, hits: found.total },
    copies: { text: first.text, ...copies },
    case: { slug, status: "published", urls },
    seconds: progress.seconds,
  };
}

/** Undefined until the campaign's sentence was found word for word, and with another number or other hashtags. */
async function countCopies(actor: Actor, text: string): Promise<{ posts: number; near: number } | undefined> {
  const { chosen, families } = await findCopies(actor, { text });
  const own = chosen.wordingId === null ? null : await findCopiesOfWording(actor, chosen.wordingId);
  const family = families.find(({ closeness }) => closeness === "exact");
  if (!own || !family?.counts) return undefined;
  const { posts } = own.exact;
  const near = family.counts.posts - posts;
  const hasNear = family.nearest.some(({ closeness }) => closeness === "family");
  return posts > 1 && near > 0 && hasNear ? { posts, near } : undefined;
}

function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new AppError("internal", `The demo did not hold: ${otherwise}`);
}

async function until<T>(timeoutMs: number, attempt: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new AppError("internal", `Nothing after ${timeoutMs / 1000} s`);
    await sleep(200);
  }
}

async function expectPage(url: string, title: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) });
  const html = await response.text();
  expectThat(response.ok, `${url} answered ${response.status}`);
  expectThat(html.includes(title), `${url} does not show «${title}»`);
}
