import { describe, expect, it } from "vitest";
import { citation } from "#components/case/cite";

const facts = { title: "A day without Twitter", slug: "a-day", number: 2, publishedAt: "2026-11-23T22:10:00.000Z" };

describe("citation", () => {
  it("names title, revision, day and the permanent address of that revision", () => {
    const { text, url } = citation("https://daleel.example", "en", facts);
    expect(url).toBe("https://daleel.example/en/cases/a-day/r/2");
    expect(text).toBe(
      "“A day without Twitter”. Daleel case file, revision 2, published 23 November 2026. https://daleel.example/en/cases/a-day/r/2",
    );
  });

  it("is in the page's language and points to the page in it", () => {
    const { text, url } = citation("https://daleel.example", "ar", { ...facts, title: "يوم بلا تويتر" });
    expect(url).toBe("https://daleel.example/ar/cases/a-day/r/2");
    expect(text).toContain("«يوم بلا تويتر»");
    expect(text).toContain("23 نوفمبر 2026");
    expect(text.endsWith(url)).toBe(true);
  });
});
