import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinDraft, mergeCaseDrafts, splitDraft } from "#lib/core/cases/draft-parts";
import { sameData } from "#lib/core/cases/merge-drafts";
import { caseDraft } from "#lib/schemas/case-draft";
import { buildClaim, buildDraft, buildStory } from "#test/builders/case-draft";

const localized = fc.record({ en: fc.string(), ar: fc.string() }, { requiredKeys: [] });
const items = fc.uniqueArray(fc.record({ id: fc.uuid(), caption: localized }), {
  selector: (item) => item.id,
  maxLength: 4,
});
const drafts = fc.record({
  title: localized,
  standfirst: localized,
  place: localized,
  slug: fc.string(),
  exhibits: items,
});
const whole = (part: object) => ({ ...buildDraft({ claims: [], timeline: [] }), ...part });

describe("merging drafts", () => {
  test("cutting and joining gives the draft back", () => {
    fc.assert(
      fc.property(drafts, (part) => {
        expect(sameData(joinDraft(splitDraft(whole(part))), whole(part))).toBe(true);
      }),
    );
  });

  test("a merge with somebody who changed nothing is my draft, without a clash", () => {
    fc.assert(
      fc.property(drafts, drafts, (a, b) => {
        const result = mergeCaseDrafts(whole(a), whole(b), whole(a));
        expect(result.clashes).toEqual([]);
        expect(sameData(result.merged, whole(b))).toBe(true);
      }),
    );
  });

  test("both sides see the same clashes", () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (base, mine, theirs) => {
        const here = mergeCaseDrafts(whole(base), whole(mine), whole(theirs)).clashes;
        const there = mergeCaseDrafts(whole(base), whole(theirs), whole(mine)).clashes;
        expect(here.sort()).toEqual(there.sort());
      }),
    );
  });

  test("one writes Arabic, the other English: both are kept", () => {
    const base = buildDraft();
    const mine = { ...base, story: { ...base.story, ar: buildStory("جديد") } };
    const theirs = { ...base, story: { ...base.story, en: buildStory("new") } };
    const { merged, clashes } = mergeCaseDrafts(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(caseDraft.parse(merged).story).toEqual({ en: buildStory("new"), ar: buildStory("جديد") });
  });

  test("two claims added at once are both there; one edited twice is a clash", () => {
    const base = buildDraft();
    const [claim = buildClaim()] = base.claims;
    const [mineNew, theirNew] = [buildClaim(), buildClaim()];
    const added = mergeCaseDrafts(base, { ...base, claims: [claim, mineNew] }, { ...base, claims: [claim, theirNew] });
    expect(added.clashes).toEqual([]);
    expect(caseDraft.parse(added.merged).claims.map((each) => each.id)).toEqual([claim.id, mineNew.id, theirNew.id]);

    const edited = (verdict: "true" | "false") => ({ ...base, claims: [{ ...claim, verdict }] });
    expect(mergeCaseDrafts(base, edited("true"), edited("false")).clashes).toEqual([`claims:${claim.id}`]);
    expect(mergeCaseDrafts(base, edited("true"), edited("true")).clashes).toEqual([]);
  });

  test("an exhibit that somebody removed stays removed", () => {
    const [kept, gone] = [randomUUID(), randomUUID()].map((id) => ({ id, caption: {} }));
    if (!kept || !gone) throw new Error("two were made");
    const base = buildDraft({ exhibits: [kept, gone] });
    const merged = mergeCaseDrafts(base, { ...base, place: { en: "Riffa" } }, { ...base, exhibits: [kept] }).merged;
    expect(caseDraft.parse(merged).exhibits).toEqual([kept]);
  });
});
