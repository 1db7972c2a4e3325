import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentDisposition, isPlainPicture, isShownInSandbox } from "#lib/core/evidence/served-as";

describe("served as", () => {
  test.each([
    "image/svg+xml",
    "text/html",
    "text/html; charset=utf-8",
    "application/pdf",
    "IMAGE/SVG+XML",
    "",
    "image/png/x",
  ])("%j is nothing for the application's own origin", (type) => expect(isPlainPicture(type)).toBe(false));

  test.each(["image/png", "image/jpeg", "Image/PNG; x=y"])("%j is a picture", (type) =>
    expect(isPlainPicture(type)).toBe(true),
  );

  test("a sandbox shows documents of text and saves the rest", () => {
    expect(["text/html; charset=utf-8", "text/plain", "application/json"].every(isShownInSandbox)).toBe(true);
    expect(["application/pdf", "image/svg+xml", "application/warc", "video/mp4"].some(isShownInSandbox)).toBe(false);
  });

  test("any name becomes one header value of plain characters that gives the name back", () => {
    const names = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(names, fc.constantFrom("inline" as const, "attachment" as const), (name, kind) => {
        const value = contentDisposition(kind, name);
        expect(value).toMatch(/^(inline|attachment); filename="[\w.-]*"; filename\*=UTF-8''[\w.~!%-]*$/);
        expect(() => new Headers({ "content-disposition": value })).not.toThrow();
        expect(decodeURIComponent(value.split("UTF-8''")[1] ?? "")).toBe(name.toWellFormed());
      }),
    );
  });
});
