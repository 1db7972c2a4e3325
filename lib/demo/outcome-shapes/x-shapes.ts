import { type OutcomeShape, sendTo } from "#lib/demo/outcome-shapes/outcome-shape";
import { xArticle, xNotice, xPage, xTweet } from "#lib/demo/outcome-shapes/x-page";

const ID = "2029123557258166279";
const REPLY = "2029123808916406281";
const BAKER = { id: ID, handle: "invented_baker", name: "مخبز الخيال" };
const OTHER = { id: REPLY, handle: "invented_reply", name: "ردّ مختلق" };
const WORDS = "سعر الخبز في سوق الخيال لم يتغير منذ عامين، ومن يقول غير ذلك فليأتِ بفاتورة.";

const unavailable = (reason: string) => ({
  body: { data: { tweetResult: { result: { __typename: "TweetUnavailable", reason } } } },
});
const DELETED_EN = "This Post was deleted by the Post author. Learn more";

type Row = Omit<OutcomeShape, "platform" | "platformId" | "path">;

const ROWS: Row[] = [
  {
    name: "x-post",
    expected: "content",
    says: { en: "A post drawn by script, with replies around it", ar: "منشور ترسمه برمجية وحوله ردود" },
    holds: WORDS,
    lacks: ["هذا رد", "Buy imaginary"],
    answer: xPage({
      id: ID,
      name: "x-post",
      main: `<main>${xArticle({ ...BAKER, text: WORDS, isFocal: true })}${xArticle({ ...OTHER, text: "هذا رد وليس المنشور" })}<div data-testid="placementTracking">${xArticle({ ...OTHER, text: "Buy imaginary bread" })}</div></main>`,
      result: { body: { data: { tweetResult: { result: xTweet({ ...BAKER, text: WORDS }) } } } },
    }),
  },
  {
    name: "x-quotes-a-notice",
    expected: "content",
    says: { en: "A post whose text is the notice of a deletion", ar: "منشور نصه إشعار حذف" },
    holds: "تم حذف هذا المنشور من قبل كاتبه",
    answer: xPage({
      id: ID,
      name: "x-quotes-a-notice",
      lang: "ar",
      main: `<main>${xArticle({ ...BAKER, text: "تم حذف هذا المنشور من قبل كاتبه. معرفة المزيد", isFocal: true })}<div data-testid="tombstone">${DELETED_EN}</div></main>`,
    }),
  },
  {
    name: "x-deleted-in-words",
    expected: "unavailable",
    says: { en: "X says “deleted” once", ar: "تقول X «محذوف» مرة واحدة" },
    answer: xPage({ id: ID, name: "x-deleted-in-words", main: xNotice(DELETED_EN), result: unavailable("Deleted") }),
  },
  {
    name: "x-deleted",
    expected: "deleted",
    says: {
      en: "X says “deleted”, and the page’s status agrees, twice",
      ar: "تقول X «محذوف» وتوافقها حالة الصفحة مرتين",
    },
    answer: xPage({
      id: ID,
      name: "x-deleted",
      status: 404,
      main: xNotice(DELETED_EN),
      result: unavailable("Deleted"),
    }),
  },
  {
    name: "x-protected",
    expected: "protected",
    says: { en: "A protected account, in Arabic, in words only", ar: "حساب محمي، بالعربية وبالكلمات وحدها" },
    answer: xPage({
      id: ID,
      name: "x-protected",
      lang: "ar",
      main: xNotice("لا يمكنك عرض هذا المنشور لأن صاحب الحساب يحدّ من يمكنه رؤية منشوراته. معرفة المزيد"),
    }),
  },
  {
    name: "x-withheld",
    expected: "withheld",
    says: { en: "The text replaced after a report about copyright", ar: "نص استُبدل بعد بلاغ عن حقوق النشر" },
    answer: xPage({
      id: ID,
      name: "x-withheld",
      main: `<main>${xArticle({ ...BAKER, text: "This Post has been withheld in response to a report from the copyright holder.", isFocal: true })}</main>`,
      result: {
        body: {
          data: {
            tweetResult: {
              result: xTweet({
                ...BAKER,
                text: "This Post has been withheld in response to a report from the copyright holder.",
                legacy: { withheld_copyright: true, withheld_in_countries: ["XY"] },
              }),
            },
          },
        },
      },
    }),
  },
  {
    name: "x-age",
    expected: "age_restricted",
    says: { en: "For adults who have signed in", ar: "لبالغين سجّلوا دخولهم" },
    answer: xPage({
      id: ID,
      name: "x-age",
      main: xNotice("Age-restricted adult content. This content might not be appropriate for people under 18."),
      result: unavailable("NsfwLoggedOut"),
    }),
  },
  {
    name: "x-sign-in",
    expected: "login_wall",
    says: { en: "Passed on to X’s sign-in", ar: "تحويل إلى صفحة دخول X" },
    answer: sendTo("/i/flow/login?redirect_after_login=%2Finvented_baker"),
  },
  {
    name: "x-limit",
    expected: "rate_limited",
    says: { en: "X’s interface has had enough requests", ar: "واجهة X تلقت ما يكفي من الطلبات" },
    answer: xPage({
      id: ID,
      name: "x-limit",
      main: xNotice("Something went wrong. Try reloading."),
      result: {
        status: 429,
        headers: { "x-rate-limit-remaining": "0" },
        body: { errors: [{ code: 88, message: "Rate limit exceeded" }] },
      },
    }),
  },
];

/** What X answers to a visitor without an account. */
export const X_SHAPES: OutcomeShape[] = ROWS.map((row) => ({
  path: row.name,
  ...row,
  platform: "x",
  platformId: ID,
}));
