/**
 * Sentences in which a page speaks of itself as gone, whatever the rest of the wording: the page names itself ("this
 * story", "the page you are looking for") and says that it was removed. Weaker than a whole notice that is known; for
 * use with what the page's structure says. Folded, without accents; English, Arabic, French.
 */
const ITSELF =
  /\b(?:this|that|the requested) (?:page|article|story|post|content|item|link|report|video|document|file)\b|\b(?:page|article|story|content|link|report)s? (?:that |which )?you(?:'re| are| were|'ve)?\b|(?:هذا|هذه) (?:ال)?(?:صفحه|مقاله?|خبر|ماده|محتوي|تقرير|موضوع|رابط|منشور)|(?:الصفحه|المقاله?|الخبر|الماده|المحتوي|التقرير|الموضوع|الرابط) (?:التي|الذي) (?:تبحث|طلبت|تحاول|تريد)|(?:الصفحه|الماده|المقاله?|الخبر|المحتوي) المطلوب|\b(?:cette|cet|ce) (?:page|article|contenu|lien)\b|\b(?:page|article|contenu) (?:que vous|demandee?)\b/u;
const GONE =
  /not (?:be )?found|no longer|(?:been|was|is|were) (?:removed|deleted|withdrawn|retracted|moved|archived|unpublished|taken (?:down|offline))|does(?:n't| not) exist|expired|unavailable|not available|can(?:'t|not) (?:be )?(?:find|found|located?|displayed)|couldn't (?:be )?(?:find|found|locate)|(?:taken|took) (?:it |this \w+ )?down|gone missing|حذف|ازيل|ازال|سحب|نقل|غير (?:موجود|متاح|متوفر)|لم (?:تعد|يعد)|محذوف|مفقود|لم (?:نجد|نعثر)|تعذر|supprime|deplace|retire|introuvable|n'existe|n'est plus|plus (?:disponible|en ligne)|indisponible/u;
/** Who may read it is another matter than whether it is there. */
const FOR_SOME =
  /subscri|member|sign in|log in|your (?:country|region)|مشترك|اشتراك|الدخول|بلدك|منطقتك|دولتك|abonn|connect/u;
const MAX_SENTENCE = 180;

/** Whether a folded sentence says of the page itself that it is gone. */
export function saysItselfGone(sentence: string): boolean {
  const plain = sentence
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
  return plain.length <= MAX_SENTENCE && ITSELF.test(plain) && GONE.test(plain) && !FOR_SOME.test(plain);
}
