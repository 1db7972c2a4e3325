import { parseDocument } from "#lib/adapters/platforms/html/document";
import { pageSignals } from "#lib/adapters/platforms/signals";
import { findRefusedCalls } from "#lib/adapters/platforms/x/network";
import { ITEM } from "#lib/adapters/platforms/x/page";
import { findStatements, type Statement } from "#lib/adapters/platforms/x/statements";
import { readWithheld, type TombstoneReason } from "#lib/adapters/platforms/x/tombstones";
import { findBlock, findWall } from "#lib/adapters/platforms/x/walls";
import { type DeletionKind, deletionSignal } from "#lib/core/captures/settle-across-captures";
import { signal } from "#lib/core/captures/signal-names";
import type { Classification, Outcome, PageEvidence, RecognisedSource, Signal } from "#lib/core/captures/types";

const OUTCOME_OF_REASON: Readonly<Record<TombstoneReason, Outcome>> = {
  // One statement of X, in its JSON or drawn from it: not enough for "deleted".
  deleted: "unavailable",
  removed: "unavailable",
  suspended: "suspended",
  account_gone: "unavailable",
  protected: "protected",
  age_restricted: "age_restricted",
  withheld: "withheld",
  // Nothing is shown to a visitor who has not signed in and paid.
  subscribers_only: "login_wall",
  rate_limited: "rate_limited",
  not_found: "not_found",
  transient: "error",
  unavailable: "unavailable",
};

/** Media that X shows only after a setting was changed. */
const SENSITIVE_LINK = 'main a[href="/settings/content_you_see"]';
/** Says nothing by itself, or only that this moment is a bad one: anything else that X states comes first. */
const WEAK: ReadonlySet<TombstoneReason> = new Set(["unavailable", "transient"]);

/** What was read of the page before it is judged. */
export type XFindings = {
  /** A focal post of the right id with a text (or with pictures alone), or posts of a list. */
  hasContent: boolean;
  /** The text is known to stop before the post does. */
  isCut: boolean;
  /** Set when X replaced the text by its notice: `XX` everywhere, `XY` for copyright, else country codes. */
  replacedBy?: { reason: "withheld"; where: string };
  notes: Signal[];
};

type Answer = (outcome: Outcome, ...more: Signal[]) => Classification;

/**
 * What X answered. Order: content proves itself; then structured statements (JSON, status, address); then marked
 * elements; words last, and only as the whole of a notice. HTTP 200 proves nothing and neither does 404 alone:
 * X answers 404 to visitors it does not like.
 */
export function classifyX(source: RecognisedSource, page: PageEvidence, findings: XFindings): Classification {
  const signals = [...pageSignals(page), ...findings.notes];
  const answer: Answer = (outcome, ...more) => ({ outcome, signals: [...signals, ...more] });
  if (findings.replacedBy) return answer("withheld", signal("withheld_in", findings.replacedBy.where));
  if (findings.hasContent) return answer(findings.isCut ? "partial" : "content", signal("focal_id", source.platformId));
  if (page.httpStatus === null) return answer("error");

  const document = parseDocument(page.domHtml || page.responseHtml);
  const all = findStatements(source, page, document);
  const stated = all.filter(({ where }) => where !== "elsewhere");
  signals.push(...all.map(toSignal));
  const kinds = deletionKinds(page, stated);
  signals.push(...kinds.map(deletionSignal));
  if (kinds.includes("platform_word")) return judgeDeletion(kinds, answer);

  const first = stated.find(({ reason }) => !WEAK.has(reason)) ?? stated[0];
  const refused = findRefusedCalls(page, source.kind === "post" ? source.platformId : null);
  if (page.httpStatus === 429 || first?.reason === "rate_limited") return answer("rate_limited");
  const limited = refused.find(({ status, rateLimitLeft }) => status === 429 || rateLimitLeft === 0);
  if (limited) return answer("rate_limited", ...toCallSignals(limited));
  const wall = findWall(page, document);
  if (wall?.isByAddress) return answer(wall.outcome, wall.signal);
  const block = findBlock(page, document);
  if (block) return answer("bot_block", block);
  if (first && !WEAK.has(first.reason)) return answerFor(source, first, answer);
  if (wall) return answer(wall.outcome, wall.signal);
  if (source.kind === "post" && !document.querySelector(ITEM) && document.querySelector(SENSITIVE_LINK)) {
    return answer("age_restricted", signal("element", "settings_link"));
  }
  if (first) return answerFor(source, first, answer);
  if (kinds.includes("gone_status")) return answer("not_found");
  return judgeStatus(page.httpStatus, refused, answer);
}

/** Nothing is stated anywhere: what the status of the page and of its calls allow to say. */
function judgeStatus(status: number, refused: ReturnType<typeof findRefusedCalls>, answer: Answer): Classification {
  if (status === 451) return answer("withheld");
  if (status === 401) return answer("login_wall");
  if (status >= 500) return answer("error", signal("server_error", status));
  if (status === 403) return answer("bot_block", signal("block", "refused_without_reason"));
  const [call] = refused;
  if (call === undefined) return answer("unavailable", signal("focal_post", "missing"));
  const calls = toCallSignals(call);
  if (call.status === 403) return answer("bot_block", ...calls);
  if (call.status === 401) return answer("login_wall", ...calls);
  if (call.status >= 500) return answer("error", ...calls, signal("transient", call.status));
  // 404 is also what visitors get who are not signed in, or whose page is out of date: it says nothing about the post.
  return answer("unavailable", signal("focal_post", "missing"), ...calls);
}

function answerFor(source: RecognisedSource, { reason, words }: Statement, answer: Answer): Classification {
  if (reason === "withheld") {
    const where = readWithheld(words);
    return answer("withheld", ...(where ? [signal("withheld_in", where)] : []));
  }
  if (reason === "transient") return answer("error", signal("transient", words));
  // Of a post it says why; of the account itself it is the whole answer.
  if (reason === "account_gone" && source.kind === "account") return answer("not_found");
  return answer(OUTCOME_OF_REASON[reason]);
}

/**
 * Which independent ways of saying "gone" there are. X's own word is one however often the page repeats it; an error
 * about this id comes from another call, the status from the server of the page.
 */
function deletionKinds(page: PageEvidence, stated: Statement[]): DeletionKind[] {
  const says = (reason: TombstoneReason, ...where: Statement["where"][]) =>
    stated.some((one) => one.reason === reason && where.includes(one.where));
  const kinds: DeletionKind[] = [];
  if (says("deleted", "json", "page")) kinds.push("platform_word");
  if (page.httpStatus === 404 || page.httpStatus === 410) kinds.push("gone_status");
  if (says("not_found", "api_error")) kinds.push("unknown_to_api");
  if (says("not_found", "page")) kinds.push("no_such_page");
  return kinds;
}

function judgeDeletion(kinds: DeletionKind[], answer: Answer): Classification {
  if (kinds.length > 1) return { ...answer("deleted"), needsSecondLook: true };
  return answer("unavailable", signal("second_signal", "none"));
}

function toSignal({ where, words }: Statement): Signal {
  if (where === "page") return signal("notice", words);
  if (where === "elsewhere") return signal("notice_elsewhere", words);
  return signal(where === "json" ? "stated_in_json" : "stated_in_api_error", words);
}

function toCallSignals({ status, rateLimitLeft }: { status: number; rateLimitLeft: number | null }): Signal[] {
  const left = rateLimitLeft === null ? [] : [signal("rate_limit_left", rateLimitLeft)];
  return [signal("api_status", status), ...left];
}
