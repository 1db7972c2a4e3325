import { DEMO_CASE } from "#lib/cli/demo/demo-case";
import type { DemoPeople } from "#lib/cli/demo/demo-people";
import { buildDemoCase, publishAsSecondPerson } from "#lib/cli/demo/publish-demo-case";
import { waitForCaptures } from "#lib/cli/demo/wait-for-captures";
import type { Progress } from "#lib/cli/run/progress";
import { DEMO_POSTS, demoPost } from "#lib/demo/posts";
import type { DemoSite } from "#lib/demo/site";
import { getCapture } from "#lib/services/captures/get-capture";
import { getCase } from "#lib/services/cases/get-case";
import { listCases } from "#lib/services/cases/list-cases";
import { seedStarterCases } from "#lib/services/cases/seed-starter-cases";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { submitSources } from "#lib/services/submissions/submit-sources";

const CAPTURES_TIMEOUT_MS = 10 * 60_000;

/**
 * Fills the demo's archive, once: captures of every shape that Demo Square has, the starter case files published by a
 * second person, and a case file of its own about the sample posts.
 */
export async function buildShowcase(site: DemoSite, people: DemoPeople, progress: Progress): Promise<void> {
  const cases = await listCases(people.publisher, { q: DEMO_CASE.slug });
  if (cases.total > 0) return;
  const found = await progress.step("captures", "Capturing Demo Square with a real browser (about two minutes)", () =>
    captureShowcase(site, people),
  );
  await progress.step("cases", "Publishing the starter case files and the demo's own", async () => {
    await seedStarterCases(people.editor);
    await publishStarters(people);
    await publishAsSecondPerson(people, await buildDemoCase(people, found));
  });
}

async function captureShowcase(site: DemoSite, { editor }: DemoPeople) {
  const first = demoPost((post) => post.handle === "sarab_watch");
  const walls = DEMO_POSTS.filter((post) => post.state !== "live" && post.state !== "rate_limited");
  const tag = (name: string) => `${site.origin}/tag/${encodeURIComponent(name)}`;
  const main = [`${site.origin}/p/${first.id}`, tag("عدادات_سراب"), `${site.origin}/news/meters-what-changed`];
  // The walls first: what was captured well stands on top of the lists.
  const more = [
    ...walls.map((post) => `${site.origin}/p/${post.id}`),
    tag("MoonBridge"),
    tag("BusCard"),
    tag("واحة_سراب"),
    `${site.origin}/news/moon-bridge-one-night`,
    // Films, photos, an edited post that an embed service still has in its older form, a quote.
    ...DEMO_POSTS.filter(
      (post) => post.isScripted || post.media.length > 0 || post.cachedText !== null || post.quotes !== null,
    ).map((post) => `${site.origin}/p/${post.id}`),
    "this line is no link",
  ];
  const { submissionId } = await submitSources(editor, {
    lines: [...more, ...main],
    reason: "Sample data of the demo",
  });
  const { lines } = await waitForCaptures(editor, submissionId, CAPTURES_TIMEOUT_MS);
  const idOf = (line: string) => lines.find(({ input }) => input === line)?.capture?.id ?? "";
  const [post = "", hashtag = "", article = ""] = main.map(idOf);
  const { observations } = await getCapture(editor, post);
  return {
    postCaptureId: post,
    hashtagCaptureId: hashtag,
    articleCaptureId: article,
    wordingId: observations[0]?.wordingId ?? "",
  };
}

async function publishStarters(people: DemoPeople): Promise<void> {
  const { items } = await listCases(people.editor, { status: "draft" });
  for (const { id } of items) {
    const { version } = await getCase(people.editor, id);
    await submitForReview(people.editor, { caseId: id, version });
    await publishAsSecondPerson(people, id);
  }
}
