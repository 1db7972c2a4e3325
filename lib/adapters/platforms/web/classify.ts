import { findChallenge } from "#lib/adapters/platforms/html/challenge";
import { pageSignals } from "#lib/adapters/platforms/signals";
import { type PageFacts, readFacts } from "#lib/adapters/platforms/web/page-facts";
import { findPaywall } from "#lib/adapters/platforms/web/paywall";
import { findPoliteRedirect, isFrontPage, samePlace } from "#lib/adapters/platforms/web/redirects";
import { findSoft404 } from "#lib/adapters/platforms/web/soft-404";
import { findStandIn } from "#lib/adapters/platforms/web/stand-ins";
import { findConsentWall, findSignIn } from "#lib/adapters/platforms/web/walls";
import { deletionSignal } from "#lib/core/captures/settle-across-captures";
import { signal } from "#lib/core/captures/signal-names";
import type { Classification, Outcome, PageEvidence, RecognisedSource, Signal } from "#lib/core/captures/types";

/** Less text than this is a caption or "Loading…", unless the page calls itself a dated article. */
const MIN_TEXT = 80;
/**
 * Less than this has to be marked as an article to be taken for one: notices of every kind, in words that nobody can
 * list, are short and unmarked. A short page that is nobody's article is better called `unavailable` than believed.
 */
const MIN_UNMARKED_TEXT = 300;

const OUTCOME_OF_STATUS: Readonly<Record<number, Outcome>> = {
  401: "login_wall",
  402: "login_wall",
  404: "not_found",
  // Gone is one signal; "deleted" would need a second one that does not come from the same answer.
  410: "not_found",
  429: "rate_limited",
  451: "withheld",
};

type Answer = (outcome: Outcome, ...more: Signal[]) => Classification;

/**
 * What a page of the open web holds. Status and structure come before words; HTTP 200 proves nothing, and a page is
 * content only when nothing of all this is found and it has a text. Never `deleted`: no site says that of an address in
 * two independent ways.
 */
export function classifyWebPage(source: RecognisedSource, page: PageEvidence): Classification {
  const signals = pageSignals(page);
  const answer: Answer = (outcome, ...more) => ({ outcome, signals: [...signals, ...more] });
  const status = page.httpStatus;
  if (status === null) return answer("error");
  const facts = readFacts(source, page, status);
  const challenge = findChallenge(page, facts.document);
  if (challenge) return answer("bot_block", signal("challenge", challenge));
  if (status >= 400) return judgeStatus(facts, status, answer);
  if (facts.body === "" && !facts.document.querySelector("img, svg, video, canvas, object, embed, iframe, input")) {
    return answer("unavailable", signal("empty_body", "nothing"));
  }
  const signIn = findSignIn(facts);
  if (signIn) return answer("login_wall", signIn);
  const standIn = findStandIn(facts);
  if (standIn) return answer(standIn.outcome, ...standIn.signals);
  const consent = findConsentWall(facts);
  if (consent) return answer("unavailable", consent);
  const redirect = findPoliteRedirect(facts);
  if (redirect) return answer("not_found", redirect);
  const missing = findSoft404(facts);
  if (missing) return answer("not_found", ...missing);
  return judgeText(facts, answer);
}

/** A refusal says so itself; who refused and why is often in the page. */
function judgeStatus(facts: PageFacts, status: number, answer: Answer): Classification {
  const known = OUTCOME_OF_STATUS[status];
  const gone = status === 404 || status === 410 ? [deletionSignal("gone_status")] : [];
  if (known) return answer(known, ...gone);
  if (status >= 500) return answer("error", signal("server_error", status));
  const signIn = findSignIn(facts);
  if (signIn) return answer("login_wall", signIn);
  const standIn = findStandIn(facts);
  if (standIn?.outcome === "withheld") return answer("withheld", ...standIn.signals);
  return answer("unavailable", signal("refused", status));
}

/**
 * A text with a paywall is `partial`: what could be read is there and the rest is not, or nobody can tell. Without any
 * text the wall is all that was shown.
 */
function judgeText(facts: PageFacts, answer: Answer): Classification {
  const { mainText, canonical, requested, final } = facts;
  const paywall = findPaywall(facts);
  const least = facts.isMarkedArticle ? 1 : facts.hasArticle || paywall ? MIN_TEXT : MIN_UNMARKED_TEXT;
  const isText = mainText !== null && mainText.length >= least;
  if (!isText) {
    const why = signal("main_text", mainText === null ? "no_words" : "too_short");
    return answer(paywall ? "login_wall" : "unavailable", ...(paywall ?? []), why);
  }
  const more = [...(paywall ?? []), signal("main_text_length", mainText.length)];
  // Another address of the same story is common; it is for people to see, and changes nothing by itself.
  const isElsewhere = canonical && !samePlace(canonical, final) && !samePlace(canonical, requested);
  if (isElsewhere && !(isFrontPage(canonical) && isFrontPage(requested)))
    more.push(signal("canonical", canonical.href));
  return answer(paywall ? "partial" : "content", ...more);
}
