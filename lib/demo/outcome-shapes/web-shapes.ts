import { html, type OutcomeShape, plain, sendTo } from "#lib/demo/outcome-shapes/outcome-shape";

const FAQRA =
  "قالت بلدية واحة سراب إن رسم قراءة العداد لم يتغير منذ ثلاث سنوات، وإن ما انتشر مساء السبت عن رفعه لا أصل له، وطلبت من الناس أن يقارنوا فواتيرهم.";
const PARAGRAPH =
  "The council of Wahat Sarab said that Moon Bridge closes for a single night, that the railing is to be renewed, and that the sentence about a whole year came from nobody in its offices.";

const story = (lang: "ar" | "en", title: string, more = "", paragraphs = 5) =>
  `<nav><a href="/">Gazette</a> <a href="/news">City</a></nav><article><h1>${title}</h1><p><time datetime="2026-02-17">2026-02-17</time></p>${`<p>${lang === "ar" ? FAQRA : PARAGRAPH}</p>`.repeat(paragraphs)}${more}</article><footer>Gazette</footer>`;

const jsonLd = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

const headlines = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<li><a href="/news/s${i}">خبر آخر من المدينة عنوانه طويل بما يكفي رقم ${i}</a></li>`,
  ).join("");

type Row = Omit<OutcomeShape, "platform" | "platformId" | "path"> & { path?: string };

const ROWS: Row[] = [
  {
    name: "story",
    expected: "content",
    says: { en: "An article in Arabic", ar: "مقال بالعربية" },
    holds: FAQRA,
    lacks: ["خبر آخر"],
    answer: html(
      plain({
        lang: "ar",
        title: "رسوم العدادات | الجريدة",
        body: `${story("ar", "رسوم العدادات لم تتغير")}<aside><ul>${headlines(6)}</ul></aside>`,
      }),
    ),
  },
  {
    name: "story-of-missing-pages",
    expected: "content",
    says: {
      en: "An article about deleted pages that quotes their notices",
      ar: "مقال عن صفحات محذوفة يقتبس إشعاراتها",
    },
    holds: "This Post was deleted by the Post author",
    answer: html(
      plain({
        lang: "en",
        title: "Page not found: how a newspaper lost its archive",
        body: story(
          "en",
          "Page not found: how a newspaper lost its archive",
          "<blockquote>This Post was deleted by the Post author. Learn more</blockquote><p>Subscribe to read our newsletter.</p>",
        ),
      }),
    ),
  },
  {
    name: "consent-bar",
    expected: "content",
    says: { en: "An article under a consent sheet", ar: "مقال تحت نافذة موافقة" },
    holds: FAQRA,
    lacks: ["ملفات تعريف الارتباط"],
    answer: html(
      plain({
        lang: "ar",
        title: "مقال تحت نافذة",
        body: `${story("ar", "مقال تحت نافذة", "", 14)}<div style="position:fixed;inset:0;background:#0009"></div><section style="position:fixed;inset-inline:10%;top:20%;background:#fff;padding:2rem"><h2>خصوصيتك تهمنا</h2><p>نستخدم نحن وشركاؤنا ملفات تعريف الارتباط.</p><button>قبول الكل</button><button>رفض الكل</button></section>`,
      }),
    ),
  },
  {
    name: "consent-wall",
    expected: "unavailable",
    says: { en: "A request for consent and nothing else", ar: "طلب موافقة ولا شيء غيره" },
    answer: html(
      plain({
        lang: "en",
        title: "The Gazette",
        body: `<main><h1>Your privacy</h1><p>Before you continue: we and our 640 partners store and access information on a device, such as cookies, and process personal data.</p>${"<p>Measure advertising performance. Understand audiences through statistics. Develop and improve services.</p>".repeat(6)}<button>Accept all</button></main>`,
      }),
    ),
  },
  {
    name: "soft-404",
    expected: "not_found",
    says: {
      en: "“Not found” in Arabic with status 200 and other stories",
      ar: "«غير موجودة» بحالة 200 ومعها أخبار أخرى",
    },
    answer: html(
      plain({
        lang: "ar",
        title: "الصفحة غير موجودة - الجريدة",
        body: `<main><h1>عذرًا، الصفحة التي تبحث عنها غير موجودة</h1><p>ربما نُقلت أو حُذفت. إليك آخر الأخبار:</p><ul>${headlines(25)}</ul><p>${FAQRA}</p></main>`,
      }),
    ),
  },
  {
    name: "sent-home",
    expected: "not_found",
    says: { en: "Passed on to the front page", ar: "تحويل إلى الصفحة الأولى" },
    answer: sendTo("/"),
  },
  {
    name: "sent-to-section",
    path: "sent-to-section/city/the-bridge-and-the-year",
    expected: "not_found",
    says: { en: "Passed on to a section", ar: "تحويل إلى قسم" },
    answer(request, response) {
      if (!request.url?.endsWith("/city/")) return sendTo("/shapes/sent-to-section/city/")(request, response);
      const body = `<main><h1>المدينة</h1><ul>${headlines(20)}</ul><p>${FAQRA}</p></main>`;
      html(plain({ lang: "ar", title: "المدينة", body }))(request, response);
    },
  },
  {
    name: "blocked",
    expected: "withheld",
    says: { en: "Withheld by order, status 451", ar: "حجب بأمر، الحالة 451" },
    answer: html(plain({ lang: "en", title: "451", body: "<h1>Unavailable for legal reasons</h1>" }), 451),
  },
  {
    name: "paywall",
    expected: "partial",
    says: { en: "The beginning, then a paywall", ar: "البداية ثم جدار دفع" },
    holds: FAQRA,
    answer: html(
      plain({
        lang: "ar",
        title: "من كرر الجملة؟",
        head: jsonLd({
          "@context": "https://schema.org",
          "@type": "NewsArticle",
          headline: "من كرر الجملة؟",
          isAccessibleForFree: false,
        }),
        body: story("ar", "من كرر الجملة؟", '<div class="paywall">بقية المقال للمشتركين فقط.</div>', 2),
      }),
    ),
  },
  {
    name: "paywall-only",
    expected: "login_wall",
    says: { en: "A headline and a paywall", ar: "عنوان وجدار دفع" },
    answer: html(
      plain({
        lang: "en",
        title: "Who repeated the sentence?",
        body: '<h1>Who repeated it?</h1><div id="paywall-gate">Subscribe to continue reading.</div>',
      }),
    ),
  },
  {
    name: "sign-in",
    expected: "login_wall",
    says: { en: "Passed on to a page to sign in", ar: "تحويل إلى صفحة دخول" },
    answer(request, response) {
      if (!request.url?.endsWith("/account/login")) return sendTo("/shapes/sign-in/account/login")(request, response);
      const form = '<form><input autocomplete="username"><input type="password"><button>دخول</button></form>';
      html(plain({ lang: "ar", title: "تسجيل الدخول", body: `<h1>تسجيل الدخول</h1>${form}` }))(request, response);
    },
  },
  {
    name: "challenge",
    expected: "bot_block",
    says: { en: "A test for robots", ar: "اختبار للآلات" },
    answer: html(
      plain({
        lang: "en",
        title: "Just a moment...",
        body: '<h1>news.example</h1><p>Verifying you are human. This may take a few seconds.</p><div id="challenge-form"></div>',
      }),
      403,
      { "cf-mitigated": "challenge" },
    ),
  },
  {
    name: "failing-server",
    expected: "error",
    says: { en: "The server fails, status 500", ar: "الخادم معطل، الحالة 500" },
    answer: html(plain({ lang: "en", title: "500", body: `<h1>Internal Server Error</h1><p>${PARAGRAPH}</p>` }), 500),
  },
  {
    name: "empty",
    expected: "unavailable",
    says: { en: "Status 200 and no byte", ar: "الحالة 200 بلا محتوى" },
    answer: html(""),
  },
  {
    name: "other-canonical",
    expected: "content",
    says: { en: "An article that names another address as its own", ar: "مقال يذكر عنوانًا آخر على أنه عنوانه" },
    holds: PARAGRAPH,
    answer: html(
      plain({
        lang: "en",
        title: "Moon Bridge",
        head: '<link rel="canonical" href="/news/moon-bridge-one-night">',
        body: story("en", "Moon Bridge closes for one night"),
      }),
    ),
  },
];

/** Articles and what newspapers answer instead of them. */
export const WEB_SHAPES: OutcomeShape[] = ROWS.map((row) => ({
  path: row.name,
  ...row,
  platform: "web",
  platformId: null,
}));
