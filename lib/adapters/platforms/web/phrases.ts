/**
 * Sentences of pages that are not what was asked for. They are looked for in titles, headings and very short pages
 * only, never in an article: a report about deleted pages is still a report.
 */
const SOFT_404 =
  /\b(?:page|article|story|post|content)\b.{0,30}\b(?:not found|no longer (?:exists?|available)|does(?:n[’']t| not) exist|(?:was|has been|is) (?:removed|deleted|unavailable))|\b(?:404|410)\b.{0,20}(?:error|not found|gone)|(?:error|خطأ)\s*[-:–]?\s*(?:404|410)|\bnot found\b\W*$|(?:الصفحة|المقال|المقالة|الخبر|المحتوى|المادة).{0,25}(?:غير موجود|غير متاح|غير متوفر|لم يعد|حُ?ذفت?|أزيلت?|لا يمكن العثور)|عذر[ًا]ا?.{0,30}(?:غير موجود|لم نعثر|لم نجد|لا توجد)/iu;

const BOT_BLOCK =
  /just a moment|attention required|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|access denied|request blocked|unusual traffic|pardon our interruption|التحقق من أنك (?:إنسان|لست روبوت)|لست برنامج روبوت|تم رفض الوصول|جارٍ? التحقق من متصفحك/iu;

const PAYWALL =
  /subscribe (?:now )?to (?:continue|keep|read)|(?:article|story|content) is (?:for|available to) subscribers|already a subscriber\?|subscribers? only|to continue reading|اشترك (?:الآن )?(?:لمتابعة|لمواصلة|لقراءة|لإكمال)|(?:المقال|المحتوى|المادة) (?:متاح|متاحة|مخصص|مخصصة|حصري|حصرية) (?:ل|على )?(?:ل?لمشتركين|المشتركين)|للمشتركين فقط|لمواصلة القراءة/iu;

const CONSENT =
  /we (?:and our (?:\d+ )?partners )?(?:use|value|store).{0,60}(?:cookies|privacy|information)|before you continue|accept (?:all )?(?:cookies|and continue)|manage (?:your )?(?:consent|privacy)|نستخدم (?:نحن و.{0,30})?ملفات تعريف الارتباط|قبل (?:أن )?(?:تتابع|المتابعة)|(?:الموافقة|أوافق|قبول) (?:على )?(?:جميع |كل )?(?:ملفات|والمتابعة|الكل)|إدارة (?:الموافقة|الخصوصية)/iu;

const PATTERNS = { soft_404: SOFT_404, bot_block: BOT_BLOCK, paywall: PAYWALL, consent: CONSENT };

export type PhraseKind = keyof typeof PATTERNS;

/** The words of a text that mark a page of this kind; undefined when there are none. */
export function findPhrase(kind: PhraseKind, text: string): string | undefined {
  return PATTERNS[kind].exec(text)?.[0];
}
