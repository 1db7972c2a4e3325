import { metaContent } from "#lib/adapters/platforms/html/document";
import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import { titleParts, wholeMainHeadings } from "#lib/adapters/platforms/html/headings";
import { saysItselfGone } from "#lib/adapters/platforms/html/says-gone";
import type { PageFacts } from "#lib/adapters/platforms/web/page-facts";
import { isFrontPage, listsStories } from "#lib/adapters/platforms/web/redirects";
import { signal } from "#lib/core/captures/signal-names";
import type { Signal } from "#lib/core/captures/types";

/**
 * Whole headings and whole sentences of "not found" pages, folded. Compared from beginning to end, so that a headline
 * about a page that was not found is none of them.
 */
const ENGLISH =
  /^(?:(?:http )?(?:error )?(?:404|410)(?:[\s:.!-]+(?:error|page|file|not found|page not found|file not found|gone|page gone))*|(?:(?:oops|sorry|we're sorry|we are sorry|uh-? ?oh|whoops)[!,. ]*)?(?:but )?(?:the |this |that |your )?(?:requested )?(?:page|article|story|post|content|item|file|url|link|document|address)(?: (?:that )?you(?:'re| are| were|'ve| have)? (?:looking for|requested|trying to (?:reach|view|access)|tried to (?:reach|view|access)))? (?:(?:was |is |could |can )?not (?:be )?found|(?:cannot|can't|couldn't) be found|does(?:n't| not) exist(?: any ?more)?|(?:is )?no longer (?:exists|here|available)|(?:is |was )?(?:not|un)[ -]?available|(?:has been|was|is|may have been|might have been) (?:removed|deleted|moved|unpublished|archived|gone|missing)(?: or (?:removed|deleted|moved|renamed))?|is gone|missing|expired)|not found|nothing (?:was |to be )?found(?: here)?|nothing here|there(?:'s| is) nothing here|(?:(?:oops|sorry|we're sorry)[!,. ]*)?(?:we )?(?:can't|cannot|couldn't|could not|were unable to) (?:seem to )?(?:find|locate) (?:that|this|the|your|what|any) ?[^.]{0,60}|(?:this|that|the) link (?:is|may be|appears to be) broken)[.!?… ]*$/;
const ARABIC =
  /^(?:(?:خطا:? ?)?(?:404|410)(?:[\s:.!-]+(?:خطا|الصفحه غير موجوده|غير موجوده?|not found))*|(?:(?:عذرا|ناسف|المعذره|عفوا)[,.! ]*)?(?:هذه |هذا |ان )?(?:الصفحه|المقاله?|الخبر|الماده|المحتوي|الموضوع|الرابط|الملف|التقرير|العنوان)(?: (?:التي|الذي) (?:تبحث عنه?ا?|تحاول (?:الوصول اليه?ا?|فتحه?ا?)|طلبته?ا?))?(?: المطلوبه?)? (?:غير (?:موجوده?|متاحه?|متوفره?|صحيح)|لم تعد (?:موجوده|متاحه|متوفره)|لم يعد (?:موجودا|متاحا|متوفرا)|(?:تم )?حذفت?(?:ه|ها)?|(?:تم |تمت )?(?:ازيلت?|ازالته?ا?|نقلته?ا?)|محذوفه?|مفقوده?)(?: (?:او|ام) [^.]{0,40})?|(?:(?:عذرا|ناسف|عفوا)[,.! ]*)?(?:لم (?:يتم|نتمكن من|نستطع|يمكن) العثور علي|لم نعثر علي|لم نجد|تعذر (?:العثور علي|ايجاد)|لا يمكن العثور علي|لا توجد صفحه|لا يوجد (?:محتوي|شيء|ما))[^.]{0,60}|صفحه (?:غير موجوده|الخطا(?: 404)?)|غير موجوده?)[.!؟… ]*$/;
/** French, Spanish, German, Turkish, Persian, Urdu: the commonest only. */
const OTHERS =
  /^(?:(?:erreur|error) 404.{0,40}|(?:oups[!, ]*)?(?:cette |la )?(?:page|article) (?:introuvable|non trouvee?|n'existe (?:pas|plus)|demandee? (?:est introuvable|n'existe (?:pas|plus)))|(?:cette |la )page (?:est introuvable|n'a pas ete trouvee)|pagina no encontrada|(?:die )?seite (?:wurde )?nicht gefunden|sayfa bulunamad.|(?:صفحه|برگه) (?:مورد نظر )?(?:(?:شما )?(?:يافت|پيدا) نشد|موجود نيست)|صفحہ نہيں ملا)[.!؟… ]*$/;

const PAGE_CLASS =
  '[class~="error404"], [class*="error-404" i], [class*="error404" i], [class*="page-404" i], [class*="page404" i], ' +
  '[class*="not-found" i], [class*="notfound" i], [id*="error-404" i], [id*="not-found" i], [id*="page-404" i], [id="error404"]';

/** Headings that say nothing but that something is wrong. */
const WEAK_HEADING =
  /^(?:oops|oups|ups|sorry|hmm+|uh-? ?oh|whoops|error|erreur|desole|عذرا|عفوا|خطا|ناسف|معذره)[.!?؟,… ]*$/;

/** Less own text than this is hardly any; more than that is somebody's writing. */
const SHORT = 400;
const VERY_SHORT = 200;
const LONG = 1_500;
const ENOUGH = 3;

/** Whether a whole heading or sentence says that there is no such page. */
export function saysNotFound(words: string): boolean {
  return ENGLISH.test(words) || ARABIC.test(words) || OTHERS.test(withoutAccents(words));
}

/**
 * A "not found" page that came with a good status. Points for each sign, against those of an article; words alone are
 * not enough, and without words nothing is.
 * @returns the signs; undefined when there are too few.
 */
export function findSoft404(facts: PageFacts): Signal[] | undefined {
  const { document, own, canonical, requested } = facts;
  const signs: [name: string, points: number][] = [];
  const titles = titleParts(document.title.trim()).map(foldWords);
  if (titles.some(saysNotFound)) signs.push(["title", 2]);
  if (wholeMainHeadings(document).some(saysNotFound)) signs.push(["heading", 2]);
  const isVeryShort = own.length < VERY_SHORT;
  if (facts.sentences.some(saysNotFound)) signs.push(["sentence", isVeryShort ? 2 : 1]);
  else if (facts.sentences.some(saysItselfGone)) signs.push(["says_gone", isVeryShort ? 2 : 1]);
  if (signs.length === 0) return undefined;
  const isList = listsStories(facts);
  if (own.length < SHORT) signs.push(["short_text", 1]);
  if (isList) signs.push(["list", 1]);
  if (wholeMainHeadings(document).some((words) => WEAK_HEADING.test(words))) signs.push(["weak_heading", 1]);
  const robots = metaContent(document, "robots");
  if (robots && /noindex/i.test(robots)) signs.push(["noindex", 1]);
  if (canonical && isFrontPage(canonical) && !isFrontPage(requested)) signs.push(["canonical_home", 1]);
  if (document.querySelector(PAGE_CLASS)) signs.push(["page_class", 1]);
  // A template's markup around a sentence makes no article, and neither do the summaries of other stories.
  const isArticle = facts.isMarkedArticle && own.length >= SHORT;
  const against = (isArticle ? 3 : 0) + (own.length >= LONG && !isList ? 2 : 0);
  const points = signs.reduce((sum, [, each]) => sum + each, 0) - against;
  return points >= ENOUGH ? signs.map(([name]) => signal("soft_404", name)) : undefined;
}

const withoutAccents = (words: string) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
