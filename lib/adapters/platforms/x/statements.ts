import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { asText, everyRecord } from "#lib/adapters/platforms/json";
import { findAbsences, findErrors, isPreviewOnly } from "#lib/adapters/platforms/x/network";
import { ITEM } from "#lib/adapters/platforms/x/page";
import { readApiError, readReason, readTombstone, type TombstoneReason } from "#lib/adapters/platforms/x/tombstones";
import type { PageEvidence, RecognisedSource } from "#lib/core/captures/types";

/** One thing that X says about the source. */
export type Statement = { reason: TombstoneReason; where: "json" | "api_error" | "page" | "elsewhere"; words: string };

const NOTICES =
  '[data-testid="error-detail"], [data-testid="emptyState"], [data-testid="tombstone"], [data-testid="empty_state_header_text"]';
/** Where a front end without these test ids would put its notice. */
const UNMARKED = 'main [role="alert"], main h1, main h2, [role="main"] h1, [role="main"] h2';
/** The name over a profile: whoever owns the account can call it "Account suspended", and headings repeat it. */
const OWNERS_NAME = '[data-testid="UserName"]';
/** A page that says hardly more than its notice. */
const MAX_PAGE_NOTICE = 300;
const POSTS = `${ITEM}, [data-testid="tweetText"], blockquote`;

/** Everything X says of this source: in the JSON the page loaded, in errors of its interface, in notices. */
export function findStatements(source: RecognisedSource, page: PageEvidence, document: Document): Statement[] {
  return [...statedInJson(source, page), ...statedInNotices(source, document)];
}

function statedInJson(source: RecognisedSource, page: PageEvidence): Statement[] {
  const id = source.platformId ?? "";
  const absences = source.kind === "post" ? statedOfPost(page, id) : statedOfUser(source, page);
  const errors = findErrors(page, source.kind === "post" ? id : null).flatMap(({ code, message }): Statement[] => {
    const reason = readApiError(code, message);
    // Errors of a list's call speak of the visitor; what they say of ids is about some post in the list.
    if (reason === undefined || (source.kind !== "post" && reason !== "rate_limited" && reason !== "transient"))
      return [];
    return [{ reason, where: "api_error", words: `${code ?? ""} ${message}`.trim() }];
  });
  return [...absences, ...errors];
}

function statedOfPost(page: PageEvidence, id: string): Statement[] {
  const absences = findAbsences(page, id).map(
    ({ type, reason, sentence }): Statement => ({
      reason: strongest(reason && readReason(reason), sentence && readTombstone(sentence)),
      where: "json",
      words: [type, reason, sentence].filter(Boolean).join(": "),
    }),
  );
  if (isPreviewOnly(page, id)) {
    absences.push({ reason: "subscribers_only", where: "json", words: "TweetPreviewDisplay" });
  }
  return absences;
}

/** The structured reason, unless it says nothing and the sentence does. */
function strongest(...reasons: (TombstoneReason | "" | undefined)[]): TombstoneReason {
  const said = reasons.filter((reason) => reason !== undefined && reason !== "");
  return said.find((reason) => reason !== "unavailable") ?? "unavailable";
}

function statedOfUser(source: RecognisedSource, page: PageEvidence): Statement[] {
  if (source.kind !== "account") return [];
  return (
    page.json
      // The account of the page; timelines hold other people's.
      .filter(({ url }) => !/UserBy/.test(url) || mentions(url, source.platformId ?? ""))
      .flatMap(({ body }) => [...everyRecord(body)])
      .filter((record) => record.__typename === "UserUnavailable")
      .map((record) => {
        const words = asText(record.reason) ?? asText(record.unavailable_reason) ?? "";
        return { reason: readReason(words), where: "json" as const, words: `UserUnavailable: ${words}` };
      })
  );
}

const mentions = (url: string, handle: string) => url.toLowerCase().includes(handle.toLowerCase());

/**
 * Notices that stand where the content should be; not inside a post, which may quote them. Beside other posts a notice
 * may be about any of them (a thread shows one for every post that is gone), so there it is only noted.
 */
function statedInNotices(source: RecognisedSource, document: Document): Statement[] {
  const hasPosts = source.kind === "post" && document.querySelector(ITEM) !== null;
  const marked = [...document.querySelectorAll(NOTICES)];
  const whole = document.querySelector("main, [role=main]") ?? document.body;
  const hasOwnWords = hasPosts || (source.kind === "account" && document.querySelector(OWNERS_NAME) !== null);
  const unmarked = hasOwnWords ? [] : [...document.querySelectorAll(UNMARKED), ...(whole ? [whole] : [])];
  const isNotice = (element: Element) =>
    element.closest(POSTS) === null && (marked.includes(element) || element.querySelector(POSTS) === null);
  const statements = [...marked, ...unmarked].filter(isNotice).flatMap((notice): Statement[] => {
    const words = visibleText(notice);
    if (!marked.includes(notice) && words.length > MAX_PAGE_NOTICE) return [];
    // A marked notice in words that nobody knows says that there is nothing to see, and people should read it.
    const isUnknown = marked.includes(notice) && words !== "" && words.length <= MAX_PAGE_NOTICE;
    const reason = readTombstone(words) ?? (isUnknown ? "unavailable" : undefined);
    const isElsewhere = hasPosts && !notice.matches('[data-testid="error-detail"]');
    return reason === undefined ? [] : [{ reason, where: isElsewhere ? "elsewhere" : "page", words }];
  });
  // A heading and the page around it say the same thing.
  return statements.filter(({ reason, where }, at) => {
    return statements.findIndex((other) => other.reason === reason && other.where === where) === at;
  });
}
