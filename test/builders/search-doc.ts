import { randomUUID } from "node:crypto";
import type { SearchDoc } from "#lib/core/search/search-index";

/** A document with everything but what the test is about. The id is the word given, so that tests read well. */
export function buildSearchDoc(name: string, wish: Partial<SearchDoc> = {}): SearchDoc {
  return {
    id: `post:${name}`,
    kind: "post",
    entityId: randomUUID(),
    title: null,
    text: "",
    platform: "x",
    account: "sample_one",
    accountName: "Sample One",
    hashtags: [],
    language: "ar",
    outcome: "content",
    url: `https://x.com/i/status/${name}`,
    captureId: null,
    caseIds: [],
    wordingId: null,
    phrasingId: null,
    bands: [],
    copies: 1,
    suppliedBy: null,
    at: "2018-07-03T14:02:00.000Z",
    ...wish,
  };
}
