import { html, page, scriptJson } from "#lib/demo/pages/layout";
import { type DemoLanguage, WORDS } from "#lib/demo/pages/words";

type Article = {
  slug: string;
  lang: "ar" | "en";
  title: string;
  by: string;
  date: string;
  paragraphs: string[];
  isPaid?: boolean;
};

/** Articles of the *Sarab Gazette*, a newspaper of the invented city. */
export const DEMO_ARTICLES: Article[] = [
  {
    slug: "meters-what-changed",
    lang: "ar",
    title: "رسوم عدادات الماء في واحة سراب: ما الذي تغيّر وما الذي لم يتغيّر",
    by: "كاتب سراب",
    date: "2026-02-16",
    paragraphs: [
      "انتشرت مساء السبت جملة واحدة تقول إن بلدية واحة سراب رفعت رسوم عدادات الماء إلى 45 دينارًا بلا إعلان. كررتها حسابات كثيرة خلال دقائق، ثم تغيّر الرقم في بعضها.",
      "اطلعت «جريدة سراب» على ثلاث فواتير من ثلاثة أحياء عن شهري يناير وفبراير. الرسم في جميعها 15 دينارًا، كما كان قبل ثلاث سنوات.",
      "قالت البلدية في منشور صباح الأحد إن رسم قراءة العداد لم يتغير، ولم تنشر جدول الرسوم كاملًا. وطلبت الجريدة الجدول ولم تتسلمه حتى ساعة النشر.",
      "لا نعرف من كتب الجملة أولًا، ولا لماذا تكررت بالحرف نفسه. نعرف متى ظهرت وأين، وهذا ما تعرضه هذه الصفحة.",
    ],
  },
  {
    slug: "moon-bridge-one-night",
    lang: "en",
    title: "Moon Bridge closes for one night, not for a year",
    by: "Mirage Desk",
    date: "2026-02-18",
    paragraphs: [
      "A sentence that went round on Wednesday morning said that Moon Bridge would close for a whole year from Sunday. The council's calendar lists a single night: 22 February, from 23:00 to 04:00, for a new railing.",
      "The sentence appeared six times within four minutes, once in capital letters. Two of the people who posted it told the Gazette that they had copied it from a private message.",
      "The council did not answer the question whether a longer closure is planned later in the year. Its published plan has no other date for the bridge.",
    ],
  },
  {
    slug: "who-repeated-it",
    lang: "ar",
    title: "من كرر الجملة؟ جدول بالدقائق والحسابات",
    by: "كاتب سراب",
    date: "2026-02-17",
    isPaid: true,
    paragraphs: [
      "في الساعة السادسة ودقيقتين مساءً ظهرت الجملة أول مرة، وبعدها بأقل من نصف دقيقة ظهرت في حساب ثانٍ بالحرف نفسه.",
      "رتبت «جريدة سراب» المنشورات بحسب الدقيقة والثانية، وقارنت علامات الترقيم فيها واحدة واحدة.",
    ],
  },
];

/** The page of an article, with what stands around articles: navigation, a consent bar, other headlines. */
export function articlePage(article: Article): string {
  const others = DEMO_ARTICLES.filter((other) => other.slug !== article.slug);
  const consent =
    article.lang === "ar" ? ["نستعمل ملفات تعريف الارتباط", "قبول", "رفض"] : ["We use cookies", "Accept", "Refuse"];
  const sections = article.lang === "ar" ? ["المدينة", "الماء", "الرياضة"] : ["City", "Water", "Sport"];
  const body = `<nav class="paper-nav"><a href="/news"><b><bdi>${WORDS[article.lang].gazette}</bdi></b></a>${sections.map((name) => `<a href="/news">${name}</a>`).join("")}</nav>
<article class="story"><h1>${html(article.title)}</h1><p class="byline"><bdi>${html(article.by)}</bdi> · <time datetime="${article.date}"><bdi>${article.date}</bdi></time></p>
${article.paragraphs.map((text) => `<p>${html(text)}</p>`).join("\n")}${article.isPaid ? paywall(article.lang) : ""}</article>
<aside><h2>${WORDS[article.lang].readMore}</h2>${others.map((other) => `<p><a href="/news/${other.slug}" lang="${other.lang}" dir="auto">${html(other.title)}</a></p>`).join("")}</aside>
<div class="consent" role="dialog" aria-label="cookies"><span>${consent[0]}</span><button>${consent[1]}</button><button>${consent[2]}</button></div>`;
  const stated = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.title,
    isAccessibleForFree: false,
  };
  const paid = article.isPaid ? `<script type="application/ld+json">${scriptJson(stated)}</script>` : "";
  const head = `${paid}<link rel="canonical" href="/news/${article.slug}"><meta property="og:type" content="article"><meta name="author" content="${html(article.by)}">`;
  return page({ title: article.title, lang: article.lang, body, head });
}

/** The end of an article that only subscribers may read to its end. */
function paywall(lang: DemoLanguage): string {
  return lang === "ar"
    ? '<div class="paywall">بقية المقال للمشتركين فقط. اشترك الآن لمتابعة القراءة.</div>'
    : '<div class="paywall">The rest is for subscribers only. Subscribe to continue reading.</div>';
}

/** The newspaper's front page. */
export function newsIndexPage(): string {
  const rows = DEMO_ARTICLES.map(
    (one) =>
      `<li lang="${one.lang}" dir="${one.lang === "ar" ? "rtl" : "ltr"}"><a href="/news/${one.slug}">${html(one.title)}</a><small>${html(one.by)} · <bdi>${one.date}</bdi></small></li>`,
  );
  const body = `<h1>${WORDS.ar.gazette}</h1><ul class="plain">${rows.join("")}</ul>`;
  return page({ title: `${WORDS.en.gazette} · ${WORDS.ar.gazette}`, lang: "ar", body });
}

/** What the newspaper shows for an article that it took away: a soft 404, status 200. */
export function vanishedArticlePage(lang: DemoLanguage): string {
  const words = lang === "ar" ? "الصفحة غير موجودة" : "Page not found";
  const more = lang === "ar" ? "ربما نُقلت الصفحة أو حُذفت." : "It may have been moved or removed.";
  return page({ title: words, lang, body: `<h1>${words}</h1><p>${more}</p><p><a href="/news">Sarab Gazette</a></p>` });
}
