import { describe, expect, it } from "vitest";
import { isPartialDate } from "#lib/core/cases/partial-date";
import { STARTER_CASES } from "#lib/core/cases/starter/all";
import { storyDoc } from "#lib/schemas/story-doc";

const ARABIC = /\p{Script=Arabic}/u;

/** Every `{ en, ar }` anywhere inside a value. */
function texts(value: unknown): { en: unknown; ar: unknown }[] {
  if (value === null || typeof value !== "object") return [];
  const own = "en" in value && "ar" in value ? [{ en: value.en, ar: value.ar }] : [];
  return [...own, ...Object.values(value).flatMap(texts)];
}

describe("starter case files", () => {
  it("are the five of the design, each with its own slug", () => {
    expect(new Set(STARTER_CASES.map((each) => each.slug))).toEqual(
      new Set([
        "bahrain-accounts-2018-07",
        "saudi-accounts-2017-07",
        "uae-sim-cards-2016-06",
        "twitter-boycott-2018-08-26",
        "followers-ninety-percent",
      ]),
    );
  });

  it.each(STARTER_CASES)("$slug says everything in both languages", (starter) => {
    const all = texts(starter);
    expect(all.length).toBeGreaterThan(15);
    for (const { en, ar } of all) {
      expect(JSON.stringify(ar)).toMatch(ARABIC);
      expect(JSON.stringify(en)).toMatch(/[a-z]{3}/);
      expect(en).not.toEqual(ar);
    }
  });

  it.each(STARTER_CASES)("$slug says that its source is one-sided, and attributes every claim", (starter) => {
    expect(starter.howWeKnow.en).toContain("one side of the Gulf dispute of 2017-2021");
    expect(starter.howWeKnow.ar).toContain("أحد طرفي الأزمة الخليجية (2017-2021)");
    for (const claim of starter.claims) {
      expect(claim.claimant.en).not.toBe("");
      expect(claim.citation.en).toContain("قطر لا تمل من لعبتها المكررة على تويتر");
      expect(claim.wouldSettle.ar.length).toBeGreaterThan(40);
    }
  });

  it.each(STARTER_CASES)("$slug has two sentences of standfirst and a story that parses", (starter) => {
    expect(starter.standfirst.en.match(/\.(?: |$)/g)).toHaveLength(2);
    expect(starter.standfirst.ar.match(/\.(?: |$)/g)).toHaveLength(2);
    expect(storyDoc.parse(starter.story.en)).toEqual(starter.story.en);
    expect(storyDoc.parse(starter.story.ar)).toEqual(starter.story.ar);
  });

  it.each(STARTER_CASES)("$slug has real dates, its timeline in order", (starter) => {
    const dates = starter.timeline.map((entry) => entry.date);
    for (const date of [starter.incidentDate, ...dates, ...starter.claims.map((claim) => claim.saidOn)]) {
      expect(isPartialDate(date)).toBe(true);
    }
    const months = dates.map((date) => date.slice(0, 7));
    expect(months).toEqual([...months].sort());
  });

  it("carries the boycott's three claims by three parties", () => {
    const boycott = STARTER_CASES.find((each) => each.slug === "twitter-boycott-2018-08-26");
    expect(new Set(boycott?.claims.map((claim) => claim.claimant.en)).size).toBe(3);
    for (const tag of [
      "#مقاطعة_تويتر_الأحد_26",
      "#no_twitter_on_sunday_26",
      "#فضيحة_الحسابات_القطرية",
      "#خلايا_عزمي",
    ]) {
      expect(JSON.stringify(boycott?.story.en)).toContain(tag);
      expect(JSON.stringify(boycott?.story.ar)).toContain(tag);
    }
  });
});
