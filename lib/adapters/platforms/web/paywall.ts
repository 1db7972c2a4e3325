import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import { findJsonLd } from "#lib/adapters/platforms/html/json-ld";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { dig, type Json } from "#lib/adapters/platforms/json";
import type { PageFacts } from "#lib/adapters/platforms/web/page-facts";
import { signal } from "#lib/core/captures/signal-names";
import type { Signal } from "#lib/core/captures/types";

const MARKUP =
  '[class*="paywall" i], [id*="paywall" i], [data-paywall], [class*="regwall" i], [class*="subscriber-only" i], ' +
  '[class*="subscribe-wall" i], [class*="subscription-wall" i], [class*="premium-content" i], [class*="locked-content" i], [class*="metered" i]';
/** What paywalls say to readers, folded. A plea to read a newsletter is none. */
const WORDS =
  /subscribe (?:now |today )?to (?:continue|keep|unlock|read (?:the (?:full|rest|whole)|this|more|on))|(?:article|story|content) is (?:reserved for|only for|for|available (?:only )?to) (?:our )?(?:subscribers|members)|(?:already|existing) (?:a )?(?:subscriber|member)\?|(?:for |to )?subscribers? only|(?:sign in|log in|register|create (?:a free|an) account) to (?:continue|keep|finish) reading|to continue reading|continue reading (?:with|for) |(?:you have|you've) (?:reached|read) (?:your|all|the) .{0,40}(?:limit|free articles)|اشترك(?:وا)? (?:الان )?(?:ل|كي ت)?(?:متابعه|مواصله|قراءه|اكمال|تكمل|لمتابعه|لمواصله|لقراءه|لاكمال)|(?:المقاله?|المحتوي|الماده|التقرير) (?:متاحه?|مخصصه?|حصريه?) (?:ل|علي )?(?:ل?لمشتركين|المشتركين)|للمشتركين فقط|(?:لمواصله|لمتابعه|لاكمال) القراءه|هذا المحتوي (?:مدفوع|حصري للمشتركين)|مشترك (?:بالفعل|لدينا)\?|reserve aux abonnes|abonnez-vous pour (?:lire|continuer)|il vous reste .{1,12} de cet article/u;

/** A plea to subscribe and what for, in one sentence, in whatever order and form of the words. */
const TO_SUBSCRIBE =
  /\bsubscri|\bmembership\b|\bmembers[ -]only\b|\bbecome a member\b|اشترك|اشتراك|مشترك|عضويه|الاعضاء|abonn/u;
const TO_READ =
  /\bread|full|whole|rest|continue|unlock|access|remaining|قراء|لتقرا|متابعه|مواصله|كاملا?|بقيه|تتمه|اكمال|تكمله|الوصول|\blire|suite|integralite|continuer|reserve/u;
const OTHER_OFFERS = /newsletter|podcast|channel|youtube|telegram|whatsapp|نشرت|النشره|قناه|قناتنا|بودكاست|infolettre/u;
const MAX_SENTENCE = 160;

/** A teaser is not longer than this. */
const TEASER = 1_200;
const CUT_END = /(?:…|\.{3}|\[…\]|\[\.\.\.\])\s*$/m;

/**
 * Signs that only a part may be read without paying: the page's statement for search engines; paywall markup with a
 * paywall's words; a paywall's words at the end of a short text.
 * @returns the signs; undefined when there are none. A long whole text under a hidden paywall script gives none.
 */
export function findPaywall(facts: PageFacts): Signal[] | undefined {
  const { document, mainText } = facts;
  const text = mainText ?? "";
  const signs: Signal[] = [];
  if (findJsonLd(document).some(isPaid)) signs.push(signal("paywall", "stated_not_free"));
  const marked = [...document.querySelectorAll(MARKUP)]
    .filter((element) => element.closest("nav, header, footer, aside") === null)
    .map((element) => foldWords(visibleText(element)));
  const inMarkup = marked.map((words) => WORDS.exec(words)?.[0]).find((words) => words !== undefined);
  const isTeaser = text.length < TEASER || CUT_END.test(text);
  // Markup with words is a wall in sight; without a short text it may be an offer beside a whole story.
  if (inMarkup && (isTeaser || hasWallInside(document))) signs.push(signal("paywall", inMarkup));
  const said = text.length < TEASER ? pleaIn(contentWords(facts)) : undefined;
  if (said && !inMarkup) signs.push(signal("paywall", said));
  if (signs.length === 0) return undefined;
  return CUT_END.test(text) ? [...signs, signal("paywall", "cut_text")] : signs;
}

/** The words of a paywall, or a sentence that asks to subscribe in order to read. */
function pleaIn(content: string): string | undefined {
  const known = WORDS.exec(foldWords(content))?.[0];
  if (known) return known;
  const isPlea = (words: string) =>
    words.length <= MAX_SENTENCE && TO_SUBSCRIBE.test(words) && TO_READ.test(words) && !OTHER_OFFERS.test(words);
  return content.split(/\n|(?<=[.!?؟…])\s/).find((sentence) => isPlea(foldWords(sentence)));
}

/** The wall stands at the end of the article itself. */
function hasWallInside(document: Document): boolean {
  return [...document.querySelectorAll("article, main, [itemprop=articleBody]")].some((whole) =>
    [...whole.querySelectorAll(MARKUP)].some((wall) => WORDS.test(foldWords(visibleText(wall)))),
  );
}

/** What the page says in its main part; offers of the site stand in headers, footers and columns. */
function contentWords({ document, own }: PageFacts): string {
  const whole = document.querySelector("article") ?? document.querySelector("main, [role=main]");
  return whole ? visibleText(whole) : own;
}

/** `isAccessibleForFree` of the article or of one of its parts (schema.org; documented for paywalled content). */
function isPaid(object: Json): boolean {
  const parts = dig(object, "hasPart");
  return [object, ...(Array.isArray(parts) ? parts : [parts])].some((part) =>
    /^(?:false|no|https?:\/\/schema\.org\/False)$/i.test(String(dig(part, "isAccessibleForFree") ?? "")),
  );
}
