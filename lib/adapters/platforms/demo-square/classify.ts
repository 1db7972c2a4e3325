import { extractDemoSquare, ITEM } from "#lib/adapters/platforms/demo-square/extract";
import { parseDocument } from "#lib/adapters/platforms/html/document";
import { pageSignals } from "#lib/adapters/platforms/signals";
import { deletionSignal } from "#lib/core/captures/settle-across-captures";
import { signal } from "#lib/core/captures/signal-names";
import type { Classification, Outcome, PageEvidence, RecognisedSource, Signal } from "#lib/core/captures/types";

/** What the site says in `data-reason`, and what it is to us. */
const REASONS: Readonly<Record<string, Outcome>> = {
  suspended: "suspended",
  protected: "protected",
  withheld: "withheld",
  age_restricted: "age_restricted",
  not_found: "not_found",
};

type Answer = (outcome: Outcome, ...more: Signal[]) => Classification;

/** Structured facts only: address, status, marked elements. The words of a page decide nothing. */
export function classifyDemoSquare(source: RecognisedSource, page: PageEvidence): Classification {
  const document = parseDocument(page.domHtml || page.responseHtml);
  const signals = pageSignals(page);
  const answer: Answer = (outcome, ...more) => ({ outcome, signals: [...signals, ...more] });
  if (page.httpStatus === null) return answer("error");
  if (page.httpStatus === 429) return answer("rate_limited");
  if (URL.canParse(page.finalUrl) && new URL(page.finalUrl).pathname === "/login") return answer("login_wall");
  if (document.querySelector("[data-challenge]")) return answer("bot_block", signal("element", "data-challenge"));
  const tombstone = document.querySelector(".tombstone[data-reason]");
  if (tombstone) return classifyTombstone(source, tombstone, page.httpStatus, answer);
  if (page.httpStatus >= 500) return answer("error", signal("server_error", page.httpStatus));
  if (page.httpStatus === 404 || page.httpStatus === 410) return answer("not_found", deletionSignal("gone_status"));
  if (page.httpStatus >= 400) return answer("unavailable");
  if (source.kind === "post") {
    const { text } = extractDemoSquare(source, page);
    return text === null
      ? answer("unavailable", signal("focal_post", "missing"))
      : answer("content", signal("focal_id", source.platformId));
  }
  const posts = document.querySelectorAll(ITEM).length;
  const isProfile = document.querySelector(`[data-account="${source.platformId}"]`) !== null;
  return answer(posts > 0 || isProfile ? "content" : "unavailable", signal("posts_seen", posts));
}

/**
 * "Deleted" takes two facts that do not follow from each other, the status and the site's statement about this very
 * post, and then a second look. The statement alone is only "unavailable".
 */
function classifyTombstone(
  source: RecognisedSource,
  tombstone: Element,
  status: number,
  answer: Answer,
): Classification {
  const reason = tombstone.getAttribute("data-reason") ?? "";
  const about = tombstone.getAttribute("data-about");
  const stated = [signal("tombstone", reason), signal("tombstone_about", about || "nothing")];
  if (status === 404 || status === 410) stated.push(deletionSignal("gone_status"));
  if (reason !== "deleted") return answer(REASONS[reason] ?? "unavailable", ...stated);
  if (about === source.platformId) stated.push(deletionSignal("platform_word"));
  if (status !== 410 || about !== source.platformId) return answer("unavailable", ...stated);
  return { ...answer("deleted", ...stated), needsSecondLook: true };
}
