import type { PageFacts } from "#lib/adapters/platforms/web/page-facts";
import { type SignalName, signal } from "#lib/core/captures/signal-names";
import type { Outcome, Signal } from "#lib/core/captures/types";

/**
 * Pages that stand where a site or a page was. Headings and sentences are compared as wholes, folded. Arabic ones and
 * those of national filters are from general knowledge.
 */
type StandIn = { name: SignalName; outcome: Outcome; words: RegExp; element?: string; maxOwn: number };

const END = "[.!?؟… ]*$";
const whole = (...alternatives: string[]) => new RegExp(`^(?:${alternatives.join("|")})${END}`, "u");

const STAND_INS: readonly StandIn[] = [
  {
    name: "block_page",
    outcome: "withheld",
    maxOwn: 900,
    words: whole(
      "surf safely",
      "(?:sorry,? )?(?:access to )?(?:this|the requested) (?:web ?site|site|page|url|web page|content)(?: \\S{4,80})? (?:is|has been|was) (?:blocked|prohibited|not allowed|restricted|not accessible)(?: (?:in|by|under|for|due to|pursuant to|because)[^.]{0,120})?",
      "(?:sorry,? |we're sorry,? |unfortunately,? )?(?:this|our|the) (?:content|article|page|video|site|website|service) is (?:not|currently not|un)[ -]?available (?:in|to (?:readers|visitors|users) in) (?:your|the|most) [^.]{2,80}",
      "(?:error )?451(?:[\\s:-]+unavailable (?:due to|for) legal reasons)?",
      "unavailable (?:due to|for) legal reasons",
      "تصفح بامان",
      "(?:عذرا,? ?)?(?:هذا |ان )?(?:الموقع|الرابط|الصفحه|المحتوي)(?: المطلوبه?)? (?:محجوبه?|غير متاحه? في (?:بلدك|منطقتك|دولتك|دوله [^.]{2,40}|المملكه[^.]{0,40}))",
      "(?:لقد )?(?:تم )?حجب (?:هذا |هذه |الوصول الي (?:هذا )?)?(?:الموقع|الصفحه|المحتوي|الرابط)(?: [^.]{0,100})?",
    ),
  },
  {
    name: "parked_domain",
    outcome: "unavailable",
    maxOwn: 1_500,
    element:
      'script[src*="parkingcrew"], script[src*="bodis.com"], script[src*="sedoparking"], iframe[src*="sedoparking"], script[src*="parklogic"], ' +
      'iframe[src*="parkingcrew"], a[href*="sedo.com/search/details"], a[href*="afternic.com/forsale"], a[href*="hugedomains.com/domain_profile"], a[href*="dan.com/buy-domain"]',
    words: whole(
      "(?:the |this )?(?:domain|web address|[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)(?: name)?(?: [\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)? (?:is|may be|could be) (?:for sale|parked|available for (?:sale|purchase))(?: by [^.]{0,60})?",
      "(?:buy|purchase|get) this domain(?: name)?(?: [^.]{0,40})?",
      "(?:this|the) domain (?:name )?(?:has |is )?expired",
      "(?:هذا )?(?:النطاق|الدومين|اسم النطاق)(?: [a-z\\d.-]+)? (?:معروض )?(?:للبيع|منتهي(?: الصلاحيه)?|محجوز|مركون)",
      "انتهت صلاحيه (?:هذا )?(?:النطاق|الدومين)",
      "اشتر (?:هذا )?النطاق",
    ),
  },
  {
    name: "placeholder",
    outcome: "unavailable",
    maxOwn: 4_000,
    words: whole(
      "welcome to (?:nginx|openresty|caddy)",
      "apache2? (?:\\w+ )?default page(?:: it works)?",
      "it works",
      "(?:apache |http server |nginx )?test page(?: for the .{1,60})?",
      "index of /.{0,80}",
      "iis windows(?: server)?",
      "(?:default )?(?:web site|plesk|cpanel) (?:default )?page",
      "future home of something quite cool",
    ),
  },
  {
    name: "placeholder",
    outcome: "unavailable",
    maxOwn: 700,
    words: whole(
      "(?:we(?:'re| are) |our (?:new )?(?:web ?)?site is |(?:this |the )?(?:web ?)?site (?:is )?)?(?:coming soon|launching soon|(?:currently )?(?:under|down for) (?:construction|(?:scheduled )?maintenance))",
      "we(?:'ll| will) be (?:right )?back (?:soon|shortly)",
      "(?:scheduled )?maintenance(?: mode)?",
      "(?:this )?(?:hosting )?(?:account|web ?site) (?:has been |is )?suspended",
      "loading|please wait",
      "(?:الموقع |الصفحه |هذا الموقع )?(?:قيد|تحت) (?:الانشاء|الصيانه|التطوير|التحديث)",
      "سنعود (?:اليكم )?(?:قريبا|بعد قليل)",
      "قريبا|ترقبوا(?:نا)?(?: قريبا)?",
      "(?:تم )?(?:ايقاف|تعليق) (?:هذا )?(?:الموقع|الحساب)",
      "جار(?:ي)? التحميل|يرجي الانتظار",
    ),
  },
  {
    name: "error_page",
    outcome: "error",
    maxOwn: 900,
    words: whole(
      "error establishing a database connection",
      "(?:http )?(?:error )?(?:500|502|503|504)(?:[\\s:.-]+(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|error|server error))?",
      "internal server error|bad gateway|gateway time-?out|service (?:temporarily |is currently )?unavailable|(?:application|server|database|runtime) error(?: in .{1,40})?",
      "(?:oops[!,. ]*)?(?:sorry,? )?(?:an? )?(?:unexpected |unknown |internal )?error (?:has )?occurr?ed[^.]{0,60}",
      "(?:oops[!,. ]*)?(?:sorry,? )?something (?:went|has gone) wrong[^.]{0,40}",
      "there has been a critical error on (?:this|your) website",
      "fatal error.{0,200}",
      "(?:حدث )?خطا (?:داخلي )?(?:في|بـ?|ب) ?(?:ال)?(?:خادم|موقع|اتصال|قاعده البيانات)[^.]{0,40}",
      "(?:عذرا,? ?)?(?:لقد )?حدث خطا(?: ما| غير متوقع| فني| تقني)?(?: [^.]{0,40})?",
      "(?:عذرا,? ?)?الخدمه غير (?:متاحه|متوفره)(?: حاليا| موقتا)?",
    ),
  },
];

/** Not for this place, in whatever words: a place of the reader, and that it is not to be seen there. */
const PLACE =
  /\b(?:your|this|the) (?:country|region|location|territory|jurisdiction|area)\b|where you are|(?:بلدك|بلدكم|منطقتك|منطقتكم|دولتك|دولتكم|موقعك الجغرافي)|votre (?:pays|region)/u;
const NOT_SHOWN =
  /\b(?:cannot|can't|not (?:be )?(?:available|see|seen|view|viewed|accessible|access|accessed|show|shown|offered|permitted)|unavailable|restricted|blocked|prohibited)\b|غير متاح|غير متوفر|محجوب|محظور|لا يمكن|يتعذر|indisponible|pas (?:disponible|accessible)/u;
const MAX_PLACE_NOTICE = 400;

/**
 * A block page, a parked domain, a placeholder or an error message in place of the content, whatever the status said.
 * @returns what it is and the words or the mark that say so.
 */
export function findStandIn(facts: PageFacts): { outcome: Outcome; signals: Signal[] } | undefined {
  if (facts.isMarkedArticle) return undefined;
  for (const { name, outcome, words, element, maxOwn } of STAND_INS) {
    if (facts.own.length > maxOwn) continue;
    const said = [...facts.headings, ...facts.sentences].find((text) => words.test(text));
    const mark = said ?? (element && facts.document.querySelector(element) ? "page_class" : undefined);
    if (mark === undefined) continue;
    // An error message says itself that it passes.
    const more = outcome === "error" ? [signal("transient", mark)] : [];
    return { outcome, signals: [signal(name, mark), ...more] };
  }
  if (facts.own.length > MAX_PLACE_NOTICE || facts.hasArticle) return undefined;
  const elsewhere = facts.sentences.find((words) => PLACE.test(words) && NOT_SHOWN.test(words));
  return elsewhere ? { outcome: "withheld", signals: [signal("block_page", elsewhere)] } : undefined;
}
