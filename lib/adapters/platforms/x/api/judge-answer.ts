import { asCount, asText, dig, parseJson } from "#lib/adapters/platforms/json";
import type { XApiAnswer } from "#lib/adapters/platforms/x/api/ask-x-api";
import { AppError, type ErrorCode } from "#lib/errors";

/** What an answer means for the search. */
export type XApiVerdict =
  | { kind: "ok" }
  /** Too many questions in this window. */
  | { kind: "wait"; until: Date; said: string }
  | { kind: "refused"; code: ErrorCode; said: string };

/** Windows are 15 minutes; without a stated end a whole one is waited. */
const WINDOW_MS = 15 * 60_000;
/** Some accounts have windows of a day. */
const LONGEST_WAIT_MS = 25 * 3_600_000;
/** X's clock and ours may differ. */
const MARGIN_MS = 2_000;
/** An end that lies further back is no end: one of the clocks is wrong. */
const LONG_AGO_MS = 60_000;
/** v1.1's number for "Rate limit exceeded", which v2 answers with at times. */
const RATE_LIMIT_CODE = 88;
const MAX_SAID = 500;

/**
 * Status first, then the body. 429 also stands for a monthly cap, which no waiting mends: its problem type says so
 * (`…/problems/usage-capped`); v2 bodies are RFC 7807 problems or `{ errors: [{ code, message }] }`.
 */
export function judgeAnswer(answer: XApiAnswer, now: Date): XApiVerdict {
  const { status } = answer;
  const body = parseJson(answer.bytes.toString("utf8"));
  const codes = errorsOf(body).map((error) => asCount(dig(error, "code")));
  const said = wordsOf(body);
  const isCapped = /usage-capped|UsageCapExceeded|CreditsDepleted/i.test(`${dig(body, "type")} ${dig(body, "title")}`);
  if (isCapped && status >= 400) return { kind: "refused", code: "api_access_refused", said };
  if (status === 429 || (status !== 200 && codes.includes(RATE_LIMIT_CODE))) {
    return { kind: "wait", until: endOfWindow(answer.rateLimit.resetAt, now), said };
  }
  if (status === 200) return { kind: "ok" };
  if (status === 401) return { kind: "refused", code: "api_token_refused", said };
  if (status === 402 || status === 403) return { kind: "refused", code: "api_access_refused", said };
  if (status === 400 || status === 404) return { kind: "refused", code: "api_query_refused", said };
  return { kind: "refused", code: "api_failed", said: said || `status ${status}` };
}

/** When the next question may be asked. */
export function endOfWindow(resetAt: string | null, now: Date): Date {
  const stated = resetAt === null ? Number.NaN : Date.parse(resetAt);
  const reset = stated > now.getTime() - LONG_AGO_MS ? stated + MARGIN_MS : now.getTime() + WINDOW_MS;
  const earliest = now.getTime() + MARGIN_MS;
  return new Date(Math.min(Math.max(reset, earliest), now.getTime() + LONGEST_WAIT_MS));
}

/** @throws AppError with the verdict's code unless it is `ok`; a wait is `site_rate_limited`. */
export function assertAnswered(verdict: XApiVerdict): void {
  if (verdict.kind === "wait") throw new AppError("site_rate_limited", verdict.said, { until: verdict.until });
  if (verdict.kind === "refused") throw new AppError(verdict.code, verdict.said);
}

function errorsOf(body: unknown): unknown[] {
  const errors = dig(body, "errors");
  return Array.isArray(errors) ? errors : [];
}

/** What X says went wrong, for whoever examines the attempt. */
function wordsOf(body: unknown): string {
  const problems = [body, ...errorsOf(body)].flatMap((one) => [
    asText(dig(one, "title")),
    asText(dig(one, "detail")),
    asText(dig(one, "message")),
  ]);
  return [...new Set(problems.filter((words) => words !== undefined))].join(" · ").slice(0, MAX_SAID);
}
