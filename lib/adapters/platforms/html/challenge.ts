import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import { wholeHeadings } from "#lib/adapters/platforms/html/headings";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import type { PageEvidence } from "#lib/core/captures/types";

/**
 * Marks that the usual guards put into their test pages: Cloudflare, Arkose, DataDome, PerimeterX, hCaptcha, Imperva,
 * AWS WAF, DDoS-Guard, Vercel.
 */
const ELEMENTS: readonly (readonly [guard: string, selector: string])[] = [
  [
    "Cloudflare",
    'script[src*="/cdn-cgi/challenge-platform/"], #challenge-form, #cf-challenge-running, #challenge-running',
  ],
  ["Arkose", 'iframe[src*="arkoselabs.com"], script[src*="arkoselabs.com"]'],
  ["DataDome", 'iframe[src*="captcha-delivery.com"], script[src*="captcha-delivery.com"]'],
  ["PerimeterX", "#px-captcha, #px-captcha-wrapper"],
  ["hCaptcha", 'iframe[src*="hcaptcha.com"]'],
  ["Imperva", 'iframe[src*="_Incapsula_Resource"], script[src*="_Incapsula_Resource"]'],
  ["AWS WAF", 'script[src*="awswaf.com"], #captcha-container'],
  ["DDoS-Guard", 'script[src*="ddos-guard"]'],
];

/** Whole titles and headings of test and block pages, in small letters. Arabic ones from general knowledge. */
const HEADINGS =
  /^(?:just a moment|attention required!?.*|one more step|access denied|request (?:blocked|rejected)|you have been blocked|sorry, you have been blocked|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|human verification|security (?:check|checkpoint|verification)|vercel security checkpoint|checking your browser(?: before accessing .{1,60})?|ddos-guard|pardon our interruption|please wait\W+ checking.*|robot check|captcha|لحظه من فضلك|لحظه واحده|تم رفض الوصول|تم حظر(?:ك| طلبك| الوصول)|التحقق(?: من (?:انك (?:انسان|لست (?:روبوتا?|برنامج روبوت))|المتصفح|الامان))?|التحقق الامني|جار(?:ي)? التحقق.{0,60}|هل انت (?:انسان|روبوت))[.!?؟\s]*$/u;

/** Sentences of pages that hold nothing else. */
const SENTENCES =
  /checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|(?:prove|confirm) (?:that )?you(?:'re| are) (?:not a robot|human)|are you a robot|request (?:blocked|unsuccessful)|unusual traffic|pardon our interruption|you don't have permission to access|enable (?:javascript and cookies|cookies and javascript) to continue|التحقق من (?:انك|كونك) (?:انسان|لست)|لست (?:برنامج )?روبوت|تم رفض الوصول|جار(?:ي)? التحقق من متصفحك|حركه (?:مرور|زيارات) غير (?:عاديه|معتاده)/u;

/** A site's own test: somebody is to show that they are no machine. */
const ROBOT =
  /\brobots?\b|\bbots?\b|\bhuman\b|captcha|not a machine|روبوت|(?:لست|ليس|غير) (?:اله|برنامجا?)|انك (?:انسان|بشر)|\bhumain\b/u;
const TO_SHOW =
  /prove|verif|confirm|check|select|solve|complete|slide|press|اثبت|تحقق|تاكد|تاكيد|اختر|حل |اضغط|اسحب|prouve|cochez|selectionn/u;

/** A page that says more than this has something to say besides its test. */
const MAX_TEST_PAGE = 700;

/**
 * Which guard took the browser for a robot: its name or the words of its page; undefined when none did. A page with
 * its own long text that merely carries a guard's script (a comment form, a shop) is none.
 */
export function findChallenge(page: PageEvidence, document: Document): string | undefined {
  if (page.headers?.["cf-mitigated"] === "challenge") return "cf-mitigated: challenge";
  const body = document.body ? visibleText(document.body) : "";
  const isRefused = page.httpStatus === 403 || page.httpStatus === 429 || page.httpStatus === 503;
  if (body.length > MAX_TEST_PAGE && !isRefused) return undefined;
  const marked = ELEMENTS.find(([, selector]) => document.querySelector(selector));
  if (marked) return marked[0];
  const heading = wholeHeadings(document).find((words) => HEADINGS.test(words));
  if (heading !== undefined && body.length <= MAX_TEST_PAGE) return heading;
  const sentence = body.length <= MAX_TEST_PAGE / 2 ? SENTENCES.exec(foldWords(body))?.[0] : undefined;
  if (sentence) return sentence;
  const words = foldWords(body);
  const asks = body.length <= MAX_TEST_PAGE / 2 && !document.querySelector("article") && TO_SHOW.test(words);
  if (asks && ROBOT.test(words)) return ROBOT.exec(words)?.[0];
  return isRefused && /cloudflare/i.test(page.responseHtml) && body.length <= MAX_TEST_PAGE * 2
    ? "Cloudflare"
    : undefined;
}
