import { describe, expect, test } from "vitest";
import { deskPlaces } from "#components/frame/desk-places";
import { destinations } from "#components/frame/palette-destinations";
import { messages } from "#lib/i18n/messages";

const go = (text: string, locale: "en" | "ar" = "en") =>
  destinations(locale, deskPlaces(locale), messages(locale).frame, text);

describe("where the palette leads", () => {
  test("to every page while nothing is typed", () => {
    expect(go("").map(({ href }) => href)).toEqual(deskPlaces("en").map(({ href }) => href));
  });

  test("pasted links come first, one per line, in their order", () => {
    const [first] = go(" https://x.com/a/status/1 #وسم ");
    expect(first?.href.startsWith("/en/desk/submit?lines=")).toBe(true);
    const lines = new URL(first?.href ?? "", "http://here.invalid").searchParams.get("lines");
    expect(lines).toBe("https://x.com/a/status/1\n#وسم");
  });

  test("more links than an address holds lead to the empty page, and say so", () => {
    const [first] = go(Array.from({ length: 500 }, (_, index) => `https://x.com/a/status/${index}`).join("\n"));
    expect(first).toMatchObject({ href: "/en/desk/submit", label: messages("en").frame.paletteTooMuch });
  });

  test("words lead to pages of that name, and to the search", () => {
    expect(go("cap").map(({ href }) => href)).toEqual([
      "/en/desk/captures",
      "/en/desk/search?q=cap",
      "/en/desk/copies?text=cap",
    ]);
    expect(go("بحث", "ar").map(({ href }) => href)).toEqual([
      "/ar/desk/search",
      `/ar/desk/search?q=${encodeURIComponent("بحث")}`,
      `/ar/desk/copies?text=${encodeURIComponent("بحث")}`,
    ]);
  });

  test("a text that no address holds is pasted on the page that finds copies", () => {
    const copies = go("كلمة ".repeat(2_000)).filter(({ icon }) => icon === "copies");
    expect(copies.map(({ href }) => href)).toEqual(["/en/desk/copies"]);
  });

  test("no two destinations have the same address, which lists use as a key", () => {
    for (const text of ["", "s", "search", "find copies", "كلمة ".repeat(2_000), "https://x.com/a/status/1", "#وسم"]) {
      const hrefs = go(text).map(({ href }) => href);
      expect(new Set(hrefs).size).toBe(hrefs.length);
    }
  });

  test("each page has a key of its own, and none is the G that starts", () => {
    const keys = deskPlaces("en").map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain("G");
  });
});
