import type { DemoState } from "#lib/demo/demo-post";

export type DemoLanguage = "ar" | "en";

/** The site's own words. */
export const WORDS = {
  en: {
    brand: "Demo Square",
    sample: "Sample data: the city, the people and their posts are invented.",
    home: "Home",
    gazette: "Sarab Gazette",
    otherLanguage: "العربية",
    replies: "Replies",
    reposts: "Reposts",
    likes: "Likes",
    recommended: "You may like",
    promoted: "Promoted",
    endOfList: "That is all.",
    listFailed: "Something went wrong here.",
    tryAgain: "Try again",
    welcome: "What people say in Wahat Sarab",
    intro:
      "Wahat Sarab is a city that does not exist. Nobody here exists either. The site shows a capturing tool what platforms can answer, and it never leaves this machine.",
    hashtags: "Hashtags",
    latest: "Latest posts",
    gone: "Posts that cannot be read",
    shapes: "Difficult pages",
    readMore: "More",
    signInTitle: "Sign in to Demo Square",
    name: "Name",
    password: "Password",
    signIn: "Sign in",
    challenge: "Just a moment…",
    challengeText: "Checking that you are human.",
    tooMany: "Too many requests",
    tooManyText: "Come back in a minute.",
  },
  ar: {
    brand: "الساحة التجريبية",
    sample: "بيانات للتجربة: المدينة وأهلها ومنشوراتهم مختلقة.",
    home: "الرئيسية",
    gazette: "جريدة سراب",
    otherLanguage: "English",
    replies: "ردود",
    reposts: "إعادات نشر",
    likes: "إعجابات",
    recommended: "قد يهمك أيضًا",
    promoted: "إعلان",
    endOfList: "هذا كل شيء.",
    listFailed: "حدث خطأ هنا.",
    tryAgain: "أعد المحاولة",
    welcome: "حديث الناس في واحة سراب",
    intro:
      "واحة سراب مدينة لا وجود لها، ولا أحد هنا موجود. يعرض هذا الموقع على أداة الالتقاط كل ما يمكن أن تجيب به المنصات، ولا يخرج من هذا الجهاز.",
    hashtags: "الوسوم",
    latest: "آخر المنشورات",
    gone: "منشورات لا تُقرأ",
    shapes: "صفحات صعبة",
    readMore: "المزيد",
    signInTitle: "تسجيل الدخول إلى الساحة التجريبية",
    name: "الاسم",
    password: "كلمة المرور",
    signIn: "دخول",
    challenge: "لحظة من فضلك…",
    challengeText: "جارٍ التحقق من أنك إنسان.",
    tooMany: "طلبات كثيرة جدًا",
    tooManyText: "عد بعد دقيقة.",
  },
} as const;

/** Why a post cannot be read. */
export const STATE_WORDS: Record<DemoState, Record<DemoLanguage, string>> = {
  live: { en: "removed a moment ago", ar: "أزيل قبل قليل" },
  deleted: { en: "deleted by its author", ar: "حذفه صاحبه" },
  suspended: { en: "account suspended", ar: "الحساب موقوف" },
  protected: { en: "protected account", ar: "حساب محمي" },
  age_restricted: { en: "age-restricted", ar: "مقيّد بالعمر" },
  login_wall: { en: "asks for a sign-in", ar: "يطلب تسجيل الدخول" },
  bot_block: { en: "not for robots", ar: "ليس للآلات" },
  rate_limited: { en: "too many requests", ar: "طلبات كثيرة" },
  withheld: { en: "withheld", ar: "محجوب" },
  unavailable: { en: "unavailable", ar: "غير متاح" },
};

/** A moment as the site shows it, always UTC, digits in Latin. */
export function shownTime(iso: string, language: DemoLanguage): string {
  const format = new Intl.DateTimeFormat(language === "ar" ? "ar-u-nu-latn" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    hour12: false,
    timeZone: "UTC",
  });
  return `${format.format(new Date(iso))} UTC`;
}
