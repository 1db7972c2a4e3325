import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCaseProblems } from "#lib/core/cases/find-case-problems";
import type { CheckedCase } from "#lib/core/cases/types";
import { buildClaim, buildDraft, buildStory } from "#test/builders/case-draft";

const shown = (changes: object = {}) => ({
  id: randomUUID(),
  caption: {},
  isSupplied: false,
  captures: [{ outcome: "content", hasManifest: true }],
  ...changes,
});
const complete = (changes: Partial<CheckedCase> = {}): CheckedCase => ({
  ...buildDraft(),
  exhibits: [shown()],
  ...changes,
});
const codes = (changes: Partial<CheckedCase>) => findCaseProblems(complete(changes)).map((problem) => problem.code);

describe("the publishing checklist", () => {
  test("has nothing against a complete case", () => {
    expect(findCaseProblems(complete())).toEqual([]);
  });

  test("asks for heading and story in both languages", () => {
    expect(
      findCaseProblems(complete({ title: { en: "x" }, standfirst: {}, story: { ar: buildStory("قصة") } })),
    ).toEqual([
      { code: "title_missing", area: "heading", itemId: null, field: "title", locale: "ar" },
      { code: "standfirst_missing", area: "heading", itemId: null, field: "standfirst", locale: "en" },
      { code: "standfirst_missing", area: "heading", itemId: null, field: "standfirst", locale: "ar" },
      { code: "story_missing", area: "story", itemId: null, field: "story", locale: "en" },
    ]);
  });

  test("asks nothing of a language that is marked absent", () => {
    const english = (text: string) => ({ en: text });
    const claim = buildClaim();
    const caseFile = complete({
      absentLocale: "ar",
      title: english("t"),
      standfirst: english("s"),
      place: english("p"),
      story: { en: buildStory("s") },
      claims: [
        {
          ...claim,
          statement: english("s"),
          claimant: english("c"),
          citation: english("c"),
          reasons: english("r"),
          wouldSettle: {},
        },
      ],
      timeline: [],
    });
    expect(findCaseProblems(caseFile)).toEqual([]);
    expect(findCaseProblems({ ...caseFile, absentLocale: null }).every((problem) => problem.locale === "ar")).toBe(
      true,
    );
  });

  test("takes spaces and empty paragraphs for nothing", () => {
    expect(codes({ title: { en: "  ", ar: "\n" } })).toEqual(["title_missing", "title_missing"]);
    expect(codes({ story: { en: buildStory(" "), ar: { type: "doc", content: [] } } })).toEqual([
      "story_missing",
      "story_missing",
    ]);
  });

  test("an optional text is in every language or in none", () => {
    expect(codes({ howWeKnow: { en: "We asked." } })).toEqual(["translation_missing"]);
    expect(codes({ howWeKnow: {} })).toEqual([]);
  });

  test.each([
    [{ statement: { en: "x" } }, "claim_statement_missing"],
    [{ claimant: { ar: "x" } }, "claim_claimant_missing"],
    [{ citation: {}, sourceUrl: null }, "claim_source_missing"],
    [{ sourceUrl: "javascript:alert(1)" }, "claim_source_invalid"],
    [{ sourceUrl: "https://user:secret@example.org/" }, "claim_source_invalid"],
    [{ citationExhibitId: randomUUID() }, "claim_source_invalid"],
    [{ saidOn: "2018-02-30" }, "claim_date_invalid"],
    [{ verdict: null }, "claim_verdict_missing"],
    [{ verdict: "authentic" }, "claim_verdict_missing"],
    [{ reasons: { en: "x" } }, "claim_reasons_missing"],
  ])("claim %j: %s", (changes, code) => {
    const claim = { ...buildClaim(), ...changes };
    const problems = findCaseProblems(complete({ claims: [claim] }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.itemId).toBe(claim.id);
  });

  test("a case makes at least one claim", () => {
    expect(codes({ claims: [] })).toEqual(["no_claims"]);
  });

  test("exhibits hold the content and have a manifest", () => {
    expect(codes({ exhibits: [shown({ captures: [] })] })).toEqual(["exhibit_without_capture"]);
    expect(codes({ exhibits: [shown({ captures: [{ outcome: "login_wall", hasManifest: true }] })] })).toEqual([
      "exhibit_not_content",
    ]);
    expect(codes({ exhibits: [shown({ captures: [{ outcome: "partial", hasManifest: false }] })] })).toEqual([
      "exhibit_without_manifest",
    ]);
  });

  test("a supplied file needs no capture, but words in both languages that introduce it", () => {
    const supplied = { captures: [], isSupplied: true };
    expect(codes({ exhibits: [shown(supplied)] })).toEqual(["supplied_caption_missing", "supplied_caption_missing"]);
    expect(codes({ exhibits: [shown({ ...supplied, caption: { en: "From a reader", ar: "من قارئ" } })] })).toEqual([]);
  });

  test("the story shows no exhibit that is gone", () => {
    const exhibit = shown();
    const story = { en: buildStory("x", exhibit.id), ar: buildStory("x", randomUUID()) };
    expect(findCaseProblems(complete({ exhibits: [exhibit], story }))).toMatchObject([
      { code: "story_exhibit_missing", locale: "ar" },
    ]);
  });

  test("slug and dates", () => {
    expect(codes({ slug: "Not A Slug" })).toEqual(["slug_invalid"]);
    expect(codes({ incidentDate: "July" })).toEqual(["incident_date_invalid"]);
    expect(codes({ timeline: [{ id: randomUUID(), date: "2018-13", text: { en: "x" } }] })).toEqual([
      "timeline_date_invalid",
      "timeline_text_missing",
    ]);
  });

  test("taking text away never takes problems away", () => {
    const texts = ["title", "standfirst", "statement", "claimant", "reasons"] as const;
    const wreck = (missing: readonly (typeof texts)[number][]) => {
      const gone = (name: (typeof texts)[number]) => missing.includes(name);
      const claim = buildClaim();
      for (const name of ["statement", "claimant", "reasons"] as const) if (gone(name)) claim[name] = {};
      const heading = Object.fromEntries(
        ["title", "standfirst"].flatMap((name) => (gone(name as "title") ? [[name, {}]] : [])),
      );
      return findCaseProblems(complete({ claims: [claim], ...heading })).length;
    };
    fc.assert(
      fc.property(fc.subarray([...texts]), (missing) => {
        expect(wreck(missing)).toBe(2 * missing.length);
      }),
    );
  });
});
