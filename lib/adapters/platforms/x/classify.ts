import { parseDocument } from "#lib/adapters/platforms/html/document";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { asText, everyRecord } from "#lib/adapters/platforms/json";
import { pageSignals } from "#lib/adapters/platforms/signals";
import { findAbsences, findErrorCodes } from "#lib/adapters/platforms/x/network";
import { ITEM } from "#lib/adapters/platforms/x/page";
import { readErrorCode, readReason, readTombstone, type TombstoneReason } from "#lib/adapters/platforms/x/tombstones";
import { signal } from "#lib/core/captures/signal-names";
import type { Classification, Outcome, PageEvidence, RecognisedSource, Signal } from "#lib/core/captures/types";

const OUTCOME_OF_REASON: Readonly<Record<TombstoneReason | "rate_limited", Outcome>> = {
  // One statement of X, in its JSON or drawn from it: not enough for "deleted".
  deleted: "unavailable",
  removed: "unavailable",
  suspended: "suspended",
  account_gone: "unavailable",
  protected: "protected",
  age_restricted: "age_restricted",
  withheld: "withheld",
  subscribers_only: "login_wall",
  not_found: "not_found",
  error: "error",
  unavailable: "unavailable",
  rate_limited: "rate_limited",
};

const WALL_PATH = /^\/(?:i\/flow\/(?:login|signup|consent_flow)|account\/access|login)(?:\/|$)/;
const WALL_ELEMENTS = 'form[data-testid="loginForm"], input[autocomplete="username"]';
const BLOCK_ELEMENTS = 'iframe[src*="arkoselabs.com"], #challenge-form, script[src*="/cdn-cgi/challenge-platform/"]';
const BLOCK_TITLE = /^(?:just a moment|attention required|access denied)/i;
const NOTICES =
  '[data-testid="error-detail"], [data-testid="emptyState"], [data-testid="tombstone"], [data-testid="empty_state_header_text"]';

/** What was read of the page before it is judged. */
export type XFindings = {
  /** A focal post of the right id with a text, or posts of a list. */
  hasContent: boolean;
  /** The text is known to stop before the post does. */
  isCut: boolean;
  notes: Signal[];
};

/**
 * What X answered. Order: content proves itself; then structured statements (JSON, status, address); then marked
 * elements; words last, and only as the whole of a notice. HTTP 200 proves nothing and neither does 404 alone:
 * X answers 404 to visitors it does not like.
 */
export function classifyX(source: RecognisedSource, page: PageEvidence, findings: XFindings): Classification {
  const signals = [...pageSignals(page), ...findings.notes];
  const answer = (outcome: Outcome, ...more: Signal[]): Classification => ({ outcome, signals: [...signals, ...more] });
  if (findings.hasContent) return answer(findings.isCut ? "partial" : "content", signal("focal_id", source.platformId));

  const document = parseDocument(page.domHtml || page.responseHtml);
  const stated = [...statedInJson(source, page), ...statedInNotices(document)];
  const deletion = stated.find(({ reason }) => reason === "deleted");
  if (deletion) return judgeDeletion(page, stated, answer);
  const first = stated.find(({ reason }) => reason !== "unavailable" && reason !== "error") ?? stated[0];

  if (page.httpStatus === null) return answer("error");
  if (page.httpStatus === 429 || first?.reason === "rate_limited") return answer("rate_limited", ...toSignals(stated));
  const path = URL.canParse(page.finalUrl) ? new URL(page.finalUrl).pathname : "";
  if (WALL_PATH.test(path)) return answer("login_wall");
  const block = findBlock(page, document);
  if (block) return answer("bot_block", signal("block", block));
  if (first) return answer(OUTCOME_OF_REASON[first.reason], ...toSignals(stated));
  if (document.querySelector(WALL_ELEMENTS)) return answer("login_wall", signal("element", "sign-in form"));
  if (page.httpStatus === 404 || page.httpStatus === 410) return answer("not_found");
  if (page.httpStatus === 451) return answer("withheld");
  if (page.httpStatus >= 500) return answer("error");
  if (page.httpStatus === 403) return answer("bot_block", signal("block", "403 without a reason"));
  return answer("unavailable", signal("focal_post", "missing"));
}

type Statement = { reason: TombstoneReason | "rate_limited"; where: "json" | "api_error" | "page"; words: string };

/**
 * X's own word for a deletion is one signal however often the page repeats it. A second one must come another way:
 * the status of the page, or an error about this id from a different call.
 */
function judgeDeletion(
  page: PageEvidence,
  stated: Statement[],
  answer: (outcome: Outcome, ...more: Signal[]) => Classification,
): Classification {
  const isGone = page.httpStatus === 404 || page.httpStatus === 410;
  const isUnknownToApi = stated.some(({ where, reason }) => where === "api_error" && reason === "not_found");
  const statements = toSignals(stated);
  if (isGone || isUnknownToApi) return { ...answer("deleted", ...statements), needsSecondLook: true };
  return answer("unavailable", ...statements, signal("second_signal", "none"));
}

function statedInJson(source: RecognisedSource, page: PageEvidence): Statement[] {
  const id = source.platformId ?? "";
  if (source.kind === "account") return statedOfUser(page);
  if (source.kind !== "post") return [];
  const absences = findAbsences(page, id).map(
    ({ type, reason, sentence }): Statement => ({
      reason: (reason && readReason(reason)) || (sentence && readTombstone(sentence)) || "unavailable",
      where: "json",
      words: [type, reason, sentence].filter(Boolean).join(": "),
    }),
  );
  const errors = findErrorCodes(page, id).flatMap(({ code, message }): Statement[] => {
    const reason = readErrorCode(code);
    return reason === undefined ? [] : [{ reason, where: "api_error", words: `${code} ${message}` }];
  });
  return [...absences, ...errors];
}

function statedOfUser(page: PageEvidence): Statement[] {
  return page.json.flatMap(({ body }) =>
    [...everyRecord(body)]
      .filter((record) => record.__typename === "UserUnavailable")
      .map((record) => {
        const words = asText(record.reason) ?? asText(record.unavailable_reason) ?? "";
        return { reason: readReason(words), where: "json" as const, words: `UserUnavailable: ${words}` };
      }),
  );
}

/** Notices that stand where the content should be; not inside a post, which may quote them. */
function statedInNotices(document: Document): Statement[] {
  return [...document.querySelectorAll(NOTICES)].flatMap((notice) => {
    if (notice.closest(ITEM)) return [];
    const words = visibleText(notice);
    const reason = readTombstone(words);
    return reason === undefined ? [] : [{ reason, where: "page" as const, words }];
  });
}

function findBlock(page: PageEvidence, document: Document): string | undefined {
  const element = document.querySelector(BLOCK_ELEMENTS);
  if (element) return element.getAttribute("src") ?? element.id;
  if (BLOCK_TITLE.test(document.title)) return document.title;
  const isRefused = page.httpStatus === 403 || page.httpStatus === 503;
  if (isRefused && /cloudflare/i.test(page.responseHtml)) return "Cloudflare";
  const noScript = document.querySelector("h1, .errorContainer")?.textContent?.trim() ?? "";
  return /^javascript is not available/i.test(noScript) ? noScript : undefined;
}

function toSignals(stated: Statement[]): Signal[] {
  return stated.map(({ where, words }) => signal(where === "page" ? "notice" : `stated_in_${where}`, words));
}
