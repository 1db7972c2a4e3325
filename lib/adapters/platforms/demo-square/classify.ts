import { parseHTML } from "linkedom";
import type { Classification, Outcome, PageEvidence, RecognisedSource, Signal } from "#lib/core/captures/types";

/** What the site says in `data-reason`, and what it is to us. */
const REASONS: Record<string, Outcome> = {
  deleted: "deleted",
  suspended: "suspended",
  protected: "protected",
  withheld: "withheld",
  age_restricted: "age_restricted",
  not_found: "not_found",
  unavailable: "unavailable",
};

/** Structured facts only: address, status, marked elements. The words of a page decide nothing. */
export function classifyDemoSquare(source: RecognisedSource, page: PageEvidence): Classification {
  const { document } = parseHTML(page.domHtml);
  const signals: Signal[] = [{ signal: "http_status", value: String(page.httpStatus ?? "none") }];
  const say = (outcome: Outcome, signal: string, value: string): Classification => ({
    outcome,
    signals: [...signals, { signal, value }],
  });
  if (page.httpStatus === null) return say("error", "answer", "none");
  if (page.httpStatus === 429) return say("rate_limited", "http_status", "429");
  if (pathOf(page.finalUrl).startsWith("/login")) return say("login_wall", "final_url", page.finalUrl);
  if (document.querySelector("[data-challenge]")) return say("bot_block", "element", "data-challenge");
  const reason = document.querySelector(".tombstone[data-reason]")?.getAttribute("data-reason");
  if (reason) return classifyTombstone(reason, page.httpStatus, say("unavailable", "data_reason", reason));
  if (page.httpStatus >= 500) return say("error", "http_status", String(page.httpStatus));
  if (page.httpStatus >= 400) return say("not_found", "http_status", String(page.httpStatus));
  if (source.kind === "post") {
    const focal = document.querySelector(`article[data-focal][data-post-id="${source.platformId}"] .text`);
    if (focal?.textContent?.trim()) return say("content", "focal_post", source.platformId ?? "");
    return say("unavailable", "focal_post", "missing");
  }
  const isList = document.querySelector(".list, .posts") !== null;
  return isList ? say("content", "list", "present") : say("unavailable", "list", "missing");
}

/** "Deleted" takes the status and the mark together, and a second look; the mark alone is only "unavailable". */
function classifyTombstone(reason: string, status: number, base: Classification): Classification {
  const outcome = REASONS[reason] ?? "unavailable";
  if (outcome !== "deleted") return { ...base, outcome };
  return status === 410 ? { ...base, outcome: "deleted", needsSecondLook: true } : base;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : "";
}
