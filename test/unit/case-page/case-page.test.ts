import { randomUUID } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CasePage } from "#components/case/case-page";
import { StructuredData } from "#components/case/structured-data";
import type { ProofFacts } from "#lib/core/evidence/proof-facts";
import { LOCALE_LIST } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { CASE_SNAPSHOT_FORMAT, type CaseSnapshot, caseSnapshot } from "#lib/schemas/case-snapshot";

const at = "2026-11-23T20:00:00.000Z";
const both = (en: string) => ({ en, ar: `بالعربية: ${en}` });
const HOSTILE = `</script><script>alert(1)</script>\u202Eevil`;

function capture(captureId: string, url: string) {
  const artifact = (role: string, name: string, mediaType: string, size: number | null) => ({
    id: randomUUID(),
    role,
    name,
    sha256: "a".repeat(64),
    bytes: 1200,
    mediaType,
    width: size,
    height: size && size * 2,
  });
  return {
    captureId,
    outcome: "content",
    source: { kind: "post", platform: "demo_square", canonicalUrl: url, label: "@someone" },
    requestedUrl: url,
    finalUrl: url,
    httpStatus: 200,
    title: null,
    text: HOSTILE,
    language: "en",
    capturedAt: at,
    askedForBy: "desk",
    limitsHit: [],
    endedBy: null,
    artifacts: [
      artifact("screenshot", "screenshot.png", "image/png", 800),
      artifact("dom_html", "dom.html", "text/html", null),
      artifact("manifest", "manifest.json", "application/json", null),
    ],
    manifestSha256: "b".repeat(64),
  };
}

function snapshot(changes: object = {}): CaseSnapshot {
  const captureId = randomUUID();
  const shown = capture(captureId, "https://demo.example/someone/status/1");
  const post = {
    postId: randomUUID(),
    platform: "demo_square",
    platformId: "1",
    canonicalUrl: "https://demo.example/someone/status/1",
    authorName: HOSTILE,
    authorHandle: "someone",
    text: HOSTILE,
    language: "en",
    postedAt: at,
    seenAt: at,
    captureId,
    availability: "deleted",
  };
  const exhibitId = randomUUID();
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const story = (text: string) => ({
    type: "doc",
    content: [paragraph(text), { type: "exhibit", attrs: { exhibitId } }],
  });
  return caseSnapshot.parse({
    format: CASE_SNAPSHOT_FORMAT,
    caseId: randomUUID(),
    slug: "a-case",
    status: "published",
    revision: { number: 2, kind: "correction", publishedAt: at },
    firstPublishedAt: at,
    title: both("A title"),
    standfirst: both("Two sentences. Here."),
    place: both("Somewhere"),
    incidentDate: "2018-07",
    story: { en: story("It began."), ar: story("بدأ الأمر.") },
    claims: [
      {
        id: randomUUID(),
        statement: both(HOSTILE),
        claimant: both("A ministry"),
        saidOn: "2018-07",
        saidWhere: {},
        citation: both("A statement"),
        sourceUrl: null,
        citationExhibitId: exhibitId,
        verdict: "unproven",
        reasons: both("No evidence."),
        wouldSettle: both("A list."),
      },
    ],
    timeline: [],
    exhibits: [
      {
        id: exhibitId,
        number: 1,
        caption: both("The post"),
        pictureArtifactId: shown.artifacts[0]?.id ?? null,
        kind: "post",
        post,
        capture: shown,
      },
    ],
    howWeKnow: both("We looked."),
    notEstablished: {},
    absentLocale: null,
    isSample: false,
    corrections: [{ number: 2, kind: "correction", publishedAt: at, note: both("A date was wrong.") }],
    ...changes,
  });
}

const origin = "https://daleel.example";
const render = (data: CaseSnapshot, locale: "en" | "ar", proofs: Record<string, ProofFacts> = {}) =>
  renderToStaticMarkup(
    createElement(CasePage, {
      revision: { snapshot: data, sha256: "c".repeat(64), newestNumber: 2, isRetracted: false },
      locale,
      origin,
      proofs,
    }),
  );

describe("the public page of a case file", () => {
  it("shows what proves an exhibit as it stands now, and nothing that nobody knows", () => {
    const data = snapshot();
    const { exhibits } = data;
    const captureId = exhibits[0]?.kind === "post" ? exhibits[0].capture.captureId : "";
    const facts: ProofFacts = {
      check: null,
      isSigned: true,
      timestamps: { granted: 2, pending: 1, abandoned: 0 },
      replay: { state: "fails", isPartly: true },
    };
    const { evidence } = messages("en");
    const html = render(data, "en", { [captureId]: facts }).replaceAll(/<[^>]+>/g, "");
    expect(html).toContain(`${evidence.proof.hash} ${evidence.proofState.hash.pending}`);
    expect(html).toContain(`${evidence.proof.signature} ${evidence.proofState.signature.holds}`);
    expect(html).toContain(`${evidence.proof.timestamp} ${evidence.proofState.timestamp.holds} (2 of 3)`);
    expect(html).toContain(evidence.proofNote.pending(1));
    expect(html).toContain(evidence.proofNote.partly);
    expect(render(data, "en")).not.toContain(evidence.proofMeaning.signature.holds);
  });

  it.each(LOCALE_LIST)("lets nothing that was captured become markup (%s)", (locale) => {
    const data = snapshot();
    const html = render(data, locale);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    const script = renderToStaticMarkup(createElement(StructuredData, { snapshot: data, locale, origin }));
    expect(script.match(/<\/?script/g)).toEqual(["<script", "</script"]);
  });

  it("isolates names and handles, so that an override ends where it began", () => {
    expect(render(snapshot(), "en")).toMatch(/<bdi[^>]*>&lt;\/script&gt;.*?evil<\/bdi>/s);
  });

  it("leads from each verdict to its reasons and from each claim to its exhibit", () => {
    const html = render(snapshot(), "en");
    expect(html).toContain('href="#claim-1"');
    expect(html).toContain('id="claim-1"');
    expect(html).toContain('href="#exhibit-1"');
    expect(html).toContain('id="exhibit-1"');
  });

  it("shows the archived copy before the live page, and says when a post has gone", () => {
    const html = render(snapshot(), "en");
    expect(html.indexOf("Archived copy")).toBeGreaterThan(0);
    expect(html.indexOf("Archived copy")).toBeLessThan(html.indexOf("Live page"));
    expect(html).toContain("the newest look at it said: Deleted");
  });

  it("gives pictures their size, and every file its hash", () => {
    const html = render(snapshot(), "en");
    expect(html).toMatch(/<img[^>]*width="800"[^>]*height="1600"/);
    expect(html).toMatch(/<img[^>]*loading="lazy"/);
    expect(html.match(/a{64}/g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toContain("sha256sum");
  });

  it("shows the other language where one is absent, and says so", () => {
    const data = snapshot({ absentLocale: "en", title: { ar: "عنوان" }, story: { ar: snapshot().story.ar } });
    const html = render(data, "en");
    expect(html).toContain(messages("en").reader.case.absent);
    expect(html).toMatch(/lang="ar" dir="rtl"/);
    expect(render(data, "ar")).not.toContain(messages("ar").reader.case.absent);
  });
});

describe("the words of public pages", () => {
  it("never call a post authentic or verified", () => {
    for (const locale of LOCALE_LIST) {
      const { reader, about, evidence } = messages(locale);
      const words = JSON.stringify([reader, about, evidence], (_key, value: unknown) =>
        typeof value === "function" ? String(value) : value,
      );
      expect(words).not.toMatch(/authentic|verified|genuine|موثَّق|موثق|أصيل/i);
    }
  });
});
