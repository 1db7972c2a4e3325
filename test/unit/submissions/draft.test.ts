import { expect, test } from "vitest";
import { merge } from "../../../app/[locale]/(desk)/desk/submit/use-draft";

const draft = (text: string, reason = "", caseFileId = "") => ({ text, reason, caseFileId });

test("lines from the address go on top of a kept draft, once however often the page is reloaded", () => {
  const kept = draft("#kept\n\nhttps://a.example/", "why", "c1");
  const once = merge(draft("https://new.example/\n#kept"), kept);
  expect(once).toEqual(draft("https://new.example/\n#kept\n\nhttps://a.example/", "why", "c1"));
  expect(merge(draft("https://new.example/\n#kept"), once)).toEqual(once);
});

test("an empty draft leaves what the address brings, and the other way round", () => {
  expect(merge(draft("#a"), draft("")).text).toBe("#a");
  expect(merge(draft(""), draft("#b")).text).toBe("#b");
});
