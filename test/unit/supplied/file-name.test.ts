import { expect, test } from "vitest";
import { cleanFileName } from "#lib/core/supplied/file-name";

test.each([
  ["لقطة شاشة 26‑8.png", "لقطة شاشة 26‑8.png"],
  [`it's "quoted" 100%.html`, `it's "quoted" 100%.html`],
  ["\u202Egnp.exe", "gnp.exe"],
  ["a\u0000b\r\nX: y.html", "abX: y.html"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\shot.png", "shot.png"],
  ["..", ""],
  ["a/..", ""],
  ["\u2066\u2069", ""],
  [".hidden.png", ".hidden.png"],
])("the name %j is kept as %j", (given, kept) => expect(cleanFileName(given)).toBe(kept));
