import { html, type OutcomeShape, plain } from "#lib/demo/outcome-shapes/outcome-shape";
import { xArticle, xNotice, xPage, xTweet } from "#lib/demo/outcome-shapes/x-page";

const ID = "2029123557258166279";
const PARENT = "2029093358269366273";
const POST = "نُشر الجدول الكامل لأسعار الخبز صباح اليوم، وهو في المرفق لمن يريد أن يراجعه.";
const BAKER = { id: ID, handle: "invented_baker", name: "مخبز الخيال" };

const cards = [
  ["Pipes of the old quarter", "Engineers opened the street on Monday and found pipes of three different decades."],
  [
    "What a meter costs",
    "The table of fees has not changed, but this page of the council's site was taken down in March.",
  ],
  ["A well in the school yard", "Pupils measured the level of the water every morning and drew the line on the wall."],
  ["Who reads the meters", "Four people walk through the quarter with a lamp, a notebook and a list of broken lids."],
  ["The summer ration", "The council wants to water the trees at night only, and asked the gardeners what they think."],
  ["Bills in braille", "For the first time the bills can be read by those who read with their fingers."],
].map(([title, text]) => `<div><h3><a href="/news/${title?.length}">${title}</a></h3><p>${text}</p></div>`);

/** A second six, written and captured once after what the first six taught was in the code. */
export const UNTUNED_AGAIN: readonly OutcomeShape[] = [
  {
    name: "v-topic",
    path: "v-topic",
    platform: "web",
    platformId: null,
    expected: "content",
    says: {
      en: "A topic's page with summaries, one of them about a page taken down",
      ar: "صفحة موضوع بملخصات، أحدها عن صفحة أزيلت",
    },
    holds: "pipes of three different decades",
    answer: html(
      plain({
        lang: "en",
        title: "Water",
        body: `<header>Gazette</header><main><h1>Water</h1>${cards.join("")}</main>`,
      }),
    ),
  },
  {
    name: "v-flown-away",
    path: "v-flown-away",
    platform: "web",
    platformId: null,
    expected: "not_found",
    orLess: "unavailable",
    says: { en: "A playful “not found” without its usual words", ar: "«غير موجودة» مازحة بلا كلماتها المعتادة" },
    answer: html(
      plain({
        lang: "en",
        title: "The Gazette",
        head: '<meta name="robots" content="noindex,follow">',
        body: "<main><h1>This one has flown away</h1><p>Either the address was mistyped or our editors pulled the piece. Head back to the front page, or try the search.</p></main>",
      }),
    ),
  },
  {
    name: "v-readers-where-you-are",
    path: "v-readers-where-you-are",
    platform: "web",
    platformId: null,
    expected: "withheld",
    says: { en: "Not for readers of this country, in other words", ar: "ليست لقراء هذا البلد، بكلمات أخرى" },
    answer: html(
      plain({
        lang: "en",
        title: "The Gazette",
        body: "<main><h1>We are sorry</h1><p>In accordance with local regulations, readers in the country you are visiting from cannot see this report.</p></main>",
      }),
    ),
  },
  {
    name: "v-account-gone",
    path: "v-account-gone",
    platform: "x",
    platformId: ID,
    expected: "unavailable",
    says: {
      en: "A post of a closed account, told in unknown Arabic words",
      ar: "منشور لحساب مغلق بكلمات عربية غير معروفة",
    },
    answer: xPage({
      id: ID,
      name: "v-account-gone",
      lang: "ar",
      main: xNotice("أغلق صاحب هذا الحساب حسابه، فلم يعد بالإمكان عرض ما نشره."),
    }),
  },
  {
    name: "v-thread",
    path: "v-thread",
    platform: "x",
    platformId: ID,
    expected: "content",
    says: { en: "A post that answers a deleted one", ar: "منشور يرد على منشور محذوف" },
    holds: POST,
    lacks: ["deleted", "هذا رد"],
    answer: xPage({
      id: ID,
      name: "v-thread",
      main: `<main><div data-testid="tombstone">This Post was deleted by the Post author.</div>${xArticle({ ...BAKER, text: POST, isFocal: true })}</main>`,
      result: {
        body: {
          data: {
            threaded_conversation_with_injections_v2: {
              instructions: [
                {
                  entries: [
                    entry(PARENT, {
                      __typename: "TweetTombstone",
                      tombstone: { text: { text: "This Post was deleted by the Post author. Learn more" } },
                    }),
                    entry(ID, xTweet({ ...BAKER, text: POST })),
                  ],
                },
              ],
            },
          },
        },
      },
    }),
  },
  {
    name: "v-improvements",
    path: "v-improvements",
    platform: "web",
    platformId: null,
    expected: "unavailable",
    says: { en: "Works on the site, in polite Arabic", ar: "أعمال في الموقع بعربية مهذبة" },
    answer: html(
      plain({
        lang: "ar",
        title: "صحيفة الواحة",
        body: "<div><h1>نعتذر عن الإزعاج</h1><p>نجري الآن تحسينات على الموقع لنقدم لكم تجربة أفضل، ونعود إليكم خلال ساعات. شكرًا لصبركم وتفهمكم.</p></div>",
      }),
    ),
  },
];

function entry(id: string, result: object): object {
  return { entryId: `tweet-${id}`, content: { itemContent: { tweet_results: { result } } } };
}
