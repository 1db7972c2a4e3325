import { describe, expect, test } from "vitest";
import type { LineProgress } from "#lib/services/submissions/get-submission-progress";
import { countProgress, findRepeats } from "../../../app/[locale]/(desk)/desk/submissions/[id]/count-progress";

const source = (id: string) =>
  ({ id, kind: "post", platform: "x", canonicalUrl: `https://x.example/${id}`, label: id }) as const;
const request = (state: "queued" | "running" | "finished" | "failed") =>
  ({ id: "r", state, step: null, posts: 0, attempts: 1, problem: null, retryAt: null, canWithdraw: false }) as const;
const capture = (outcome: "content" | "deleted") =>
  ({
    id: "c",
    outcome,
    way: "browser",
    source: source("a"),
    title: null,
    author: null,
    excerpt: null,
    language: null,
    finishedAt: "",
    requestedBy: "",
    picture: null,
    posts: 1,
    cause: "submission",
    recheckStep: null,
  }) as const;

let number = 0;
const line = (part: Partial<LineProgress>): LineProgress => {
  number++;
  const empty = { problem: null, source: null, request: null, capture: null, existing: null };
  return { id: `i${number}`, lineNumber: number, input: "", state: "accepted", ...empty, ...part };
};

describe("countProgress", () => {
  test("each line ends in one count, and a line that repeats another in none", () => {
    const lines = [
      line({ source: source("a"), request: request("finished"), capture: capture("content") }),
      line({ source: source("b"), request: request("finished"), capture: capture("deleted") }),
      line({ source: source("c"), request: request("failed") }),
      line({ source: source("d"), request: request("running") }),
      line({ source: source("e"), state: "duplicate", existing: capture("content") }),
      line({ state: "rejected", problem: "not_a_link" }),
      line({ source: source("a"), state: "duplicate", request: request("finished"), capture: capture("content") }),
    ];
    expect(countProgress(lines)).toEqual({ all: 7, done: 6, captured: 1, without: 2, known: 1, rejected: 1 });
    expect([...findRepeats(lines)]).toEqual([[lines[6]?.id, lines[0]?.lineNumber]]);
  });
});
