import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPartialDate } from "#lib/core/cases/partial-date";
import { isSlug, suggestSlug } from "#lib/core/cases/slug";
import { findPublishObstacle, statusAfter } from "#lib/core/cases/workflow";

describe("workflow", () => {
  test("goes from draft through review to published, and back for a correction", () => {
    expect(statusAfter("draft", "submit_for_review", false)).toBe("in_review");
    expect(statusAfter("in_review", "send_back", false)).toBe("draft");
    expect(statusAfter("in_review", "publish", false)).toBe("published");
    expect(statusAfter("published", "start_correction", true)).toBe("draft");
  });

  test("nothing skips review", () => {
    expect(statusAfter("draft", "publish", true)).toBeUndefined();
    expect(statusAfter("published", "publish", true)).toBeUndefined();
  });

  test("what is published or retracted is not edited", () => {
    expect(statusAfter("published", "edit", true)).toBeUndefined();
    for (const step of ["edit", "submit_for_review", "send_back", "publish", "start_correction", "retract"] as const) {
      expect(statusAfter("retracted", step, true)).toBeUndefined();
    }
  });

  test("only what readers saw is retracted", () => {
    expect(statusAfter("draft", "retract", false)).toBeUndefined();
    expect(statusAfter("draft", "retract", true)).toBe("retracted");
    expect(statusAfter("published", "retract", true)).toBe("retracted");
  });

  test("the publisher is not the last author, whatever the role", () => {
    const caseFile = { status: "in_review", lastEditedById: "a", problemCount: 0 } as const;
    expect(findPublishObstacle({ id: "b", mayPublish: true }, caseFile)).toBeUndefined();
    expect(findPublishObstacle({ id: "a", mayPublish: true }, caseFile)).toBe("last_author");
    expect(findPublishObstacle({ id: "b", mayPublish: false }, caseFile)).toBe("role");
    expect(findPublishObstacle({ id: "b", mayPublish: true }, { ...caseFile, status: "draft" })).toBe("not_in_review");
    expect(findPublishObstacle({ id: "b", mayPublish: true }, { ...caseFile, problemCount: 1 })).toBe("incomplete");
  });
});

describe("slugs and dates", () => {
  test("what is suggested is always a slug", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (title) => {
        expect(isSlug(suggestSlug(title, "case-1"))).toBe(true);
      }),
    );
    expect(suggestSlug("Fake accounts: Bahraïn, July 2018", "case-1")).toBe("fake-accounts-bahrain-july-2018");
    expect(suggestSlug("حسابات", "case-1")).toBe("case-1");
  });

  test.each(["a", "-ab", "ab-", "a--b", "Ab-c", "a b c", "a/b/c", "x".repeat(81)])("%s is no slug", (value) => {
    expect(isSlug(value)).toBe(false);
  });

  test("a date may be known in part, and must exist", () => {
    for (const date of ["2018", "2018-07", "2018-07-03", "2016-02-29"]) expect(isPartialDate(date)).toBe(true);
    for (const date of ["", "18", "2018-7", "2018-13", "2018-02-29", "2018-07-03T10:00", "يوليو"]) {
      expect(isPartialDate(date)).toBe(false);
    }
  });
});
