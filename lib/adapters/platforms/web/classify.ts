import { parseDocument } from "#lib/adapters/platforms/html/document";
import { findJsonLd } from "#lib/adapters/platforms/html/json-ld";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { pageSignals } from "#lib/adapters/platforms/signals";
import { findMainText } from "#lib/adapters/platforms/web/main-text";
import { findPhrase } from "#lib/adapters/platforms/web/phrases";
import { signal } from "#lib/core/captures/signal-names";
import type { Classification, Outcome, PageEvidence, RecognisedSource, Signal } from "#lib/core/captures/types";

/** A page that says less than this may be nothing but a notice. */
const NOTICE_LENGTH = 400;

const OUTCOME_OF_STATUS: Readonly<Record<number, Outcome>> = {
  401: "login_wall",
  402: "login_wall",
  404: "not_found",
  // Gone is one signal; "deleted" would need a second one that does not come from the same answer.
  410: "not_found",
  429: "rate_limited",
  451: "withheld",
};

const CHALLENGE =
  'script[src*="/cdn-cgi/challenge-platform/"], #challenge-form, #cf-challenge-running, iframe[src*="arkoselabs.com"], ' +
  'iframe[src*="captcha-delivery.com"], iframe[src*="hcaptcha.com"], #px-captcha';

/** What a page of the open web holds. Status and structure come before words; HTTP 200 proves nothing. */
export function classifyWebPage(source: RecognisedSource, page: PageEvidence): Classification {
  const signals = pageSignals(page);
  const answer = (outcome: Outcome, ...more: Signal[]): Classification => ({ outcome, signals: [...signals, ...more] });
  const status = page.httpStatus;
  const html = page.domHtml || page.responseHtml;
  const document = parseDocument(html);
  const body = document.body ? visibleText(document.body) : "";
  const short = body.length < NOTICE_LENGTH ? body : "";
  const headings = [
    document.title,
    ...[...document.querySelectorAll("h1")].map((heading) => visibleText(heading)),
  ].join("\n");

  if (status === null) return answer("error");
  const challenged = document.querySelector(CHALLENGE) !== null || findPhrase("bot_block", `${headings}\n${short}`);
  if (challenged && (status >= 400 || short !== "" || body === ""))
    return answer("bot_block", signal("challenge", challenged));
  const known = OUTCOME_OF_STATUS[status];
  if (known) return answer(known);
  if (status >= 500) return answer("error");
  if (status >= 400) return answer("unavailable");
  if (isSignIn(page, document)) return answer("login_wall");

  if (wentHome(source, page)) return answer("not_found", signal("redirected_to", "home page"));
  const { text } = findMainText(html);
  const missing = findPhrase("soft_404", `${headings}\n${short}`);
  // A long text under such a headline is a report about deleted pages.
  if (missing && (text ?? "").length < NOTICE_LENGTH) return answer("not_found", signal("soft_404", missing));
  const paywall = findPaywall(document, body);
  const consent = findPhrase("consent", short);
  if (consent && (text === null || findPhrase("consent", text)))
    return answer("unavailable", signal("consent_wall", consent));
  if (text === null)
    return answer(paywall ? "login_wall" : "unavailable", ...(paywall ?? []), signal("main_text", "none"));
  return answer(paywall ? "partial" : "content", ...(paywall ?? []), signal("main_text_length", text.length));
}

/** An address that asks for a sign-in, with the form to do it. */
function isSignIn(page: PageEvidence, document: Document): boolean {
  if (
    page.finalUrl === page.requestedUrl ||
    !document.querySelector("input[type=password], input[autocomplete=username]")
  ) {
    return false;
  }
  return /\/(?:log-?in|sign-?in|signin|auth|account|sso)(?:[/?._-]|$)/i.test(new URL(page.finalUrl).pathname);
}

/** An inner page was asked for and the site's front page came: the polite form of "not found". */
function wentHome(source: RecognisedSource, page: PageEvidence): boolean {
  return !isFrontPage(new URL(source.canonicalUrl)) && isFrontPage(new URL(page.finalUrl));
}

function isFrontPage(url: URL): boolean {
  return url.search === "" && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|home\/?)?$/i.test(url.pathname);
}

/** The page's own statement for search engines, else its words to readers. */
function findPaywall(document: Document, body: string): Signal[] | undefined {
  const stated = findJsonLd(document).some((object) => /^false$/i.test(String(object.isAccessibleForFree ?? "")));
  if (stated) return [signal("paywall", "isAccessibleForFree: false")];
  const words =
    document.querySelector("[class*=paywall i], [id*=paywall i], [data-paywall]") && findPhrase("paywall", body);
  const asked = words || (body.length < NOTICE_LENGTH * 4 ? findPhrase("paywall", body) : undefined);
  return asked ? [signal("paywall", asked)] : undefined;
}
