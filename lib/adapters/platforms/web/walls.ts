import { consentWords } from "#lib/adapters/platforms/html/consent-words";
import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import type { PageFacts } from "#lib/adapters/platforms/web/page-facts";
import { samePlace } from "#lib/adapters/platforms/web/redirects";
import { signal } from "#lib/core/captures/signal-names";
import type { Signal } from "#lib/core/captures/types";

const SIGN_IN_FORM = "input[type=password], input[autocomplete~=username], input[autocomplete~=current-password]";
const SIGN_IN_PATH =
  /\/(?:log-?in|sign-?in|auth(?:enticate|orize)?|account|sso|register|subscribe|offers?)(?:[/?._-]|$)/i;
const SIGN_IN_HOST = /^(?:login|log-in|signin|accounts?|auth|sso|id|passport|oauth)\./i;
const SIGN_IN_HEADING =
  /^(?:(?:please )?(?:sign|log) ?-?in(?: (?:to|with|or|required).{0,60})?|login(?: .{0,40})?|member login|(?:you )?(?:must|need to) (?:be )?(?:log(?:ged)?|sign(?:ed)?) in.{0,60}|create (?:an|your|a free) account.{0,40}|(?:الرجاء |يرجي |يجب )?(?:تسجيل الدخول|سجل الدخول|الدخول)(?: .{0,50})?|انشاء حساب.{0,30}|se connecter|connexion|connectez-vous.{0,40})[.!؟ ]*$/u;

const CONSENT_HOST = /^(?:consent|guce|cmp|privacy-?(?:consent|gate))\./i;
const CONSENT_PATH = /\/(?:collectConsent|cookie-?(?:wall|consent)|privacy-?(?:wall|gate)|consent)(?:[/?.]|$)/i;
/** Long vendor lists belong to a consent dialog; a story this long does not. */
const MAX_CONSENT_TEXT = 2_500;
const SOME_TEXT = 250;

/** A page whose matter is the sign-in: sent there, or shown in place of the text. */
export function findSignIn(facts: PageFacts): Signal | undefined {
  const { requested, final, document, own, headings } = facts;
  const hasForm = document.querySelector(SIGN_IN_FORM) !== null;
  const wasSent = !samePlace(requested, final);
  const isSignInAddress = SIGN_IN_PATH.test(final.pathname) || SIGN_IN_HOST.test(final.hostname);
  const heading = headings.find((words) => SIGN_IN_HEADING.test(words));
  if (wasSent && isSignInAddress && (hasForm || heading !== undefined)) return signal("sign_in", final.pathname);
  if (own.length > SOME_TEXT || facts.isMarkedArticle) return undefined;
  // A form in the page's head stands beside a story; alone with a few words it is what the page is about.
  if (!hasForm || (heading === undefined && facts.hasArticle)) return undefined;
  return signal("sign_in", heading ?? "sign_in_form");
}

/** A page that asks for consent and holds nothing else. A bar over a page that has its text is none. */
export function findConsentWall(facts: PageFacts): Signal | undefined {
  const { requested, final, body, mainText } = facts;
  if (!samePlace(requested, final) && (CONSENT_HOST.test(final.hostname) || CONSENT_PATH.test(final.pathname))) {
    return signal("consent_wall", `${final.hostname}${final.pathname}`);
  }
  if (facts.isMarkedArticle || body.length > MAX_CONSENT_TEXT * 2) return undefined;
  const words = consentWords(foldWords(body));
  if (words === undefined) return undefined;
  const isAllConsent = mainText === null || (mainText.length <= MAX_CONSENT_TEXT && consentWords(foldWords(mainText)));
  return isAllConsent ? signal("consent_wall", words) : undefined;
}
