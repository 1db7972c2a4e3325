import { html, type OutcomeShape, plain } from "#lib/demo/outcome-shapes/outcome-shape";
import { xPage } from "#lib/demo/outcome-shapes/x-page";

const ID = "2029123557258166279";
const SUMMARY =
  "Les habitants de la ville imaginaire ont traversé le pont à pied vendredi matin, et la mairie a promis que la rambarde serait remplacée avant la fin du mois.";
const FAQRA =
  "وصل وفد من سكان الحي إلى مبنى البلدية صباح الاثنين، وسلّم رسالة عن فواتير الماء وقّعها أربعون من أصحاب البيوت، وانتظر الجواب حتى الظهر.";

/** Long enough that it must not take room in the page's own text. */
const POST = "وزّع المخبز المختلق مئة رغيف مجانًا في يوم افتتاحه، ثم عاد السعر كما كان.";

const posting = {
  "@context": "https://schema.org",
  "@type": "SocialMediaPosting",
  identifier: ID,
  url: `https://x.com/invented_baker/status/${ID}`,
  articleBody: POST,
  datePublished: "2026-03-04T09:15:30.000Z",
  author: { "@type": "Person", name: "مخبز الخيال", alternateName: "@invented_baker" },
};

const TOMBSTONE =
  "You’re unable to view this Post because this account owner limits who can view their Posts. Learn more";

/**
 * Written after the code and captured before anything was changed for them: other wordings, structures, languages and
 * mixed signals than the 24. How they did at first try stands in `test/capture/page-shapes.test.ts`.
 */
export const UNTUNED_SHAPES: readonly OutcomeShape[] = [
  {
    name: "u-server-drawn-post",
    path: "u-server-drawn-post",
    platform: "x",
    platformId: ID,
    expected: "content",
    says: { en: "A post without X’s test ids, under a sheet to sign in", ar: "منشور بلا علامات X تحت نافذة دخول" },
    holds: POST,
    lacks: ["منشور آخر", "موقوف"],
    answer: html(
      plain({
        lang: "ar",
        title: "مخبز الخيال على X",
        head: `<script type="application/ld+json">${JSON.stringify(posting)}</script>`,
        body: `<main><section><p>هذا المنشور من حساب موقوف. معرفة المزيد</p></section><section><h1>منشور</h1><p dir="auto">${POST}</p></section><section><h2>قد يعجبك</h2><p>منشور آخر من حساب آخر</p></section></main><div style="position:fixed;inset:auto 0 0;height:420px;background:#fff"><h2>لا تفوّت ما يجري</h2><a href="/i/flow/login">تسجيل الدخول</a> <a href="/i/flow/signup">إنشاء حساب</a></div>`,
      }),
    ),
  },
  {
    name: "u-oups",
    path: "u-oups",
    platform: "web",
    platformId: null,
    expected: "not_found",
    says: { en: "“Moved or deleted” in French above many summaries", ar: "«نُقلت أو حُذفت» بالفرنسية فوق ملخصات كثيرة" },
    answer: html(
      plain({
        lang: "fr",
        title: "Le Courrier",
        body: `<main><h1>Oups !</h1><p>La page que vous cherchez a été déplacée ou supprimée.</p><form><input type="search" placeholder="Rechercher"></form><h2>À lire aussi</h2>${`<div class="carte"><h3><a href="/a">Le pont de la Lune</a></h3><p>${SUMMARY}</p></div>`.repeat(12)}</main>`,
      }),
    ),
  },
  {
    name: "u-half-a-story",
    path: "u-half-a-story",
    platform: "web",
    platformId: null,
    expected: "partial",
    says: {
      en: "A story that stops at a plea to subscribe, without any markup",
      ar: "خبر ينقطع عند دعوة إلى الاشتراك بلا أي علامة",
    },
    holds: FAQRA,
    answer: html(
      plain({
        lang: "ar",
        title: "رسالة السكان",
        body: `<article><h1>رسالة السكان إلى البلدية</h1><p>${FAQRA}</p><p>${FAQRA}</p><p>${FAQRA.slice(0, 60)}…</p><div class="box-7"><b>لقراءة المقال كاملًا يُرجى الاشتراك في الجريدة</b><button>اختر باقتك</button></div></article>`,
      }),
    ),
  },
  {
    name: "u-choose-the-bridges",
    path: "u-choose-the-bridges",
    platform: "web",
    platformId: null,
    expected: "bot_block",
    says: {
      en: "A test for robots of the site’s own making, status 200",
      ar: "اختبار للآلات من صنع الموقع، الحالة 200",
    },
    answer: html(
      plain({
        lang: "ar",
        title: "أخبار الواحة",
        body: `<div><h2>خطوة صغيرة قبل أن نواصل</h2><p>أثبت أنك لست آلة: اختر كل الصور التي فيها جسور.</p>${'<button><canvas width="90" height="90"></canvas></button>'.repeat(9)}<button>تأكيد</button></div>`,
      }),
    ),
  },
  {
    name: "u-nested-tombstone",
    path: "u-nested-tombstone",
    platform: "x",
    platformId: ID,
    expected: "protected",
    says: {
      en: "A protected post: a tombstone deeper in the data, a vague page",
      ar: "منشور محمي: إشعار في عمق البيانات وصفحة مبهمة",
    },
    answer: xPage({
      id: ID,
      name: "u-nested-tombstone",
      main: '<div role="alert">Hmm. We can’t show you this one.</div>',
      result: {
        body: {
          data: {
            tweetResult: {
              result: {
                __typename: "TweetWithVisibilityResults",
                tweet: { __typename: "TweetTombstone", tombstone: { text: { rtl: false, text: TOMBSTONE } } },
              },
            },
          },
        },
      },
    }),
  },
  {
    name: "u-withdrawn",
    path: "u-withdrawn",
    platform: "web",
    platformId: null,
    expected: "not_found",
    says: {
      en: "An article’s full markup around one sentence: it was taken down",
      ar: "علامات مقال كاملة حول جملة واحدة: سُحب الخبر",
    },
    answer: html(
      plain({
        lang: "ar",
        title: "عودة السكان إلى الحي القديم | صحيفة الواحة",
        head: `<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-01T08:00:00Z"><script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: "عودة السكان إلى الحي القديم", datePublished: "2026-03-01" })}</script>`,
        body: "<article><h1>عودة السكان إلى الحي القديم</h1><time datetime=2026-03-01>1 مارس</time><p>سحبت إدارة التحرير هذا الخبر من الموقع، ولم يعد متاحًا للقراءة.</p></article><aside><h2>الأكثر قراءة</h2><a href=/b>جسر القمر</a></aside>",
      }),
    ),
  },
];
