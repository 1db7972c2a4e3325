import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText, scriptSafeJson, structuredData } from "#lib/core/cases/structured-data";

const facts = {
  locale: "en",
  url: "https://example.org/en/cases/a-case",
  revisionUrl: "https://example.org/en/cases/a-case/r/2",
  headline: "A headline \u202Ewith an override",
  description: "Two\nlines",
  publishedAt: "2026-01-01T00:00:00.000Z",
  revisedAt: "2026-01-02T00:00:00.000Z",
  newsroom: "Daleel",
  pictures: [],
  claims: [
    {
      url: "https://example.org/en/cases/a-case#claim-1",
      statement: "It happened </script><script>alert(1)</script>",
      claimant: "A ministry",
      saidOn: "2018-07",
      sourceUrl: null,
      verdict: "unproven" as const,
      verdictLabel: "Unproven",
      reasons: "Because <!-- of this",
    },
  ],
};

describe("script-safe JSON", () => {
  it("cannot end the element or open a comment, and parses to the same value", () => {
    const text = scriptSafeJson(structuredData(facts));
    expect(text).not.toMatch(/<|>|&/);
    expect(JSON.parse(text)).toEqual(structuredData(facts));
  });

  it("holds for any string, bidi controls and line separators included", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("</script>", "<!--", "\u202E", "\u2066", "\u2028"),
        (a, b) => {
          const value = { [`${a}${b}`]: `${b}${a}` };
          const text = scriptSafeJson(value);
          expect(text).not.toMatch(/[<>&\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
          expect(JSON.parse(text)).toEqual(value);
        },
      ),
    );
  });
});

describe("structured data", () => {
  it("has an article and one review per claim", () => {
    const { "@graph": graph } = structuredData(facts) as { "@graph": { "@type": string }[] };
    expect(graph.map((each) => each["@type"])).toEqual(["Article", "ClaimReview"]);
  });

  it("gives no number to a verdict that is no place on a scale", () => {
    const rating = (verdict: "unproven" | "false") => {
      const claim = { ...facts.claims[0], verdict } as (typeof facts.claims)[number];
      const data = structuredData({ ...facts, claims: [claim] }) as { "@graph": { reviewRating?: object }[] };
      return data["@graph"][1]?.reviewRating;
    };
    expect(rating("unproven")).not.toHaveProperty("ratingValue");
    expect(rating("false")).toHaveProperty("ratingValue", 1);
  });

  it("strips directions and breaks from one-line texts", () => {
    expect(plainText(" a\u202E b\n\u2067c\u2069 ")).toBe("a b c");
  });
});
