import { html, type OutcomeShape, plain, sendTo } from "#lib/demo/outcome-shapes/outcome-shape";
import { xPage, xTweet } from "#lib/demo/outcome-shapes/x-page";

const ID = "2029123557258166279";
const STORY =
  "دخل وفد النادي إلى القاعة عند العاشرة، وقرأ أمينه بيانًا من صفحة واحدة قال فيه إن الملعب يُفتح للجميع يوم الجمعة، وإن الدخول بلا مقابل، وإن من أراد أن يساعد في تنظيفه فليأتِ قبل الظهر ومعه قفازان.";

/** A third six, captured once after the second six were mended; nothing was changed for them. */
export const UNTUNED_LAST: readonly OutcomeShape[] = [
  {
    name: "w-club-news",
    path: "w-club-news",
    platform: "web",
    platformId: null,
    expected: "content",
    says: { en: "News on an old page of tables", ar: "خبر في صفحة قديمة من جداول" },
    holds: "ومعه قفازان",
    answer: html(
      plain({
        lang: "ar",
        title: "نادي الواحة",
        body: `<table width="90%"><tr><td colspan="2"><font size="5">يُفتح الملعب للجميع</font></td></tr><tr><td valign="top"><a href="/1">الرئيسية</a><br><a href="/2">اشترك معنا</a></td><td><p>${STORY}<p>${STORY}</td></tr></table>`,
      }),
    ),
  },
  {
    name: "w-members-area",
    path: "w-members-area",
    platform: "web",
    platformId: null,
    expected: "login_wall",
    says: { en: "A members’ area, told politely and with a form", ar: "منطقة للأعضاء، بلطف وبنموذج" },
    answer: html(
      plain({
        lang: "en",
        title: "Reading room",
        body: '<main><h1>Good to see you again</h1><p>This part of the reading room belongs to our members. Tell us who you are and we will open the door.</p><form><label>E-mail <input type="email"></label><label>Secret word <input type="password"></label><button>Open</button></form></main>',
      }),
    ),
  },
  {
    name: "w-late-door",
    path: "w-late-door/2026/03/a-night-on-the-bridge",
    platform: "web",
    platformId: null,
    expected: "not_found",
    says: { en: "A script that leads to the front page after a moment", ar: "برمجية تقود إلى الصفحة الأولى بعد لحظة" },
    answer: html(
      plain({
        lang: "en",
        title: "The Gazette",
        body: "<p>One moment</p><script>setTimeout(() => location.replace('/?from=old'), 150)</script>",
      }),
    ),
  },
  {
    name: "w-x-only-a-number",
    path: "w-x-only-a-number",
    platform: "x",
    platformId: ID,
    expected: "unavailable",
    says: { en: "X’s shell with other people’s posts in its data", ar: "هيكل X وفي بياناته منشورات آخرين" },
    answer: xPage({
      id: ID,
      name: "w-x-only-a-number",
      main: '<main><section><h1>Trending now</h1><div data-testid="error-detail"></div></section></main>',
      result: {
        body: {
          data: {
            recommended: [
              xTweet({
                id: "2029123808916406281",
                handle: "invented_other",
                name: "آخر",
                text: "منشور لا يخص أحدًا هنا",
              }),
            ],
          },
        },
      },
    }),
  },
  {
    name: "w-gone-politely",
    path: "w-gone-politely",
    platform: "web",
    platformId: null,
    expected: "not_found",
    says: { en: "Status 410 with a whole article of apologies", ar: "الحالة 410 مع مقال كامل من الاعتذار" },
    answer: html(
      plain({
        lang: "ar",
        title: "اعتذار",
        body: `<article><h1>نعتذر لقرائنا</h1><p>${STORY}</p><p>${STORY}</p></article>`,
      }),
      410,
    ),
  },
  {
    name: "w-two-doors",
    path: "w-two-doors",
    platform: "web",
    platformId: null,
    expected: "login_wall",
    says: {
      en: "Passed on twice, at last to a sign-in on another path",
      ar: "تحويلان، آخرهما إلى صفحة دخول على مسار آخر",
    },
    answer: (request, response) => {
      const last = "/login?next=%2Fshapes%2Fw-two-doors";
      sendTo(request.url?.endsWith("/step") ? last : "/shapes/w-two-doors/step")(request, response);
    },
  },
];
