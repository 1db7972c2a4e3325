import { randomUUID } from "node:crypto";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { StoryBlock } from "#lib/schemas/story-doc";

/** What the demo's case file puts in as evidence: ids of its exhibits. */
export type DemoExhibits = { first: string; wording: string; hashtag: string; article: string };

export const DEMO_CASE = {
  slug: "wahat-sarab-meters",
  title: {
    en: "One sentence about water meters, eight accounts, six minutes",
    ar: "جملة واحدة عن عدادات الماء: ثمانية حسابات في ست دقائق",
  },
};

const paragraph = (text: string): StoryBlock => ({
  type: "paragraph",
  attrs: { dir: "auto" },
  content: [{ type: "text", text }],
});
const heading = (text: string): StoryBlock => ({
  type: "heading",
  attrs: { level: 2, dir: "auto" },
  content: [{ type: "text", text }],
});
const exhibit = (exhibitId: string): StoryBlock => ({ type: "exhibit", attrs: { exhibitId } });

/** The demo's case file, written: sample data about a city that does not exist. */
export function writeDemoCase(empty: CaseDraft, exhibits: DemoExhibits): CaseDraft {
  return {
    ...empty,
    title: DEMO_CASE.title,
    place: { en: "Wahat Sarab (an invented city)", ar: "واحة سراب (مدينة مُتخيَّلة)" },
    incidentDate: "2026-02-14",
    standfirst: {
      en: "On the evening of 14 February one sentence said that the water-meter fee had tripled. Accounts on Demo Square repeated it word for word within minutes; the bills that a newspaper saw show no change.",
      ar: "مساء 14 فبراير قالت جملة واحدة إن رسم عداد الماء تضاعف ثلاث مرات، وكررتها حسابات في «ساحة تجريبية» بالحرف خلال دقائق. والفواتير التي اطلعت عليها صحيفة لا تُظهر أي تغيّر.",
    },
    story: {
      en: { type: "doc", content: englishStory(exhibits) },
      ar: { type: "doc", content: arabicStory(exhibits) },
    },
    howWeKnow: {
      en: "A browser on our server opened each address at the time shown and kept the page, a picture and the text. The wording search compares texts after setting aside spelling variants, diacritics, links, mentions and emoji. What we hold of the hashtag is a sample of what the site showed on that day.",
      ar: "فتح متصفح على خادمنا كل عنوان في الوقت المبيَّن وحفظ الصفحة وصورتها ونصها. ويقارن بحث الصيغ النصوص بعد استبعاد اختلاف الرسم والتشكيل والروابط والإشارات والرموز. وما لدينا من الوسم عيّنة مما عرضه الموقع في ذلك اليوم.",
    },
    notEstablished: {
      en: "Who wrote the sentence first, and whether the accounts knew of each other. The same wording within minutes can be a plan, a habit of copying or both.",
      ar: "من كتب الجملة أولًا، وهل كانت الحسابات تعرف بعضها. فتكرار الصيغة نفسها خلال دقائق قد يكون خطة أو عادة نسخ أو كليهما.",
    },
    claims: [
      {
        id: randomUUID(),
        statement: {
          en: "The municipality of Wahat Sarab raised the water-meter fee to 45 dinars without announcing it.",
          ar: "بلدية واحة سراب رفعت رسم عداد الماء إلى 45 دينارًا بلا إعلان.",
        },
        claimant: {
          en: "@sarab_watch and other accounts on Demo Square",
          ar: "حساب راصد سراب وحسابات أخرى في «ساحة تجريبية»",
        },
        saidOn: "2026-02-14",
        saidWhere: { en: "Demo Square, #عدادات_سراب", ar: "ساحة تجريبية، #عدادات_سراب" },
        citation: {
          en: "The captured post of @sarab_watch, 14 February 2026",
          ar: "منشور حساب راصد سراب كما التُقط، 14 فبراير 2026",
        },
        citationExhibitId: exhibits.first,
        sourceUrl: null,
        verdict: "false",
        reasons: {
          en: "Three bills from three districts, seen by the Sarab Gazette, show 15 dinars in January and in February. The municipality says the fee has not changed in three years; it has not published its full list of fees.",
          ar: "اطلعت «جريدة سراب» على ثلاث فواتير من ثلاثة أحياء، وفيها 15 دينارًا في يناير وفبراير. وتقول البلدية إن الرسم لم يتغير منذ ثلاث سنوات، ولم تنشر جدول رسومها كاملًا.",
        },
        wouldSettle: { en: "The full list of fees of both months.", ar: "جدول الرسوم الكامل للشهرين." },
      },
    ],
    timeline: [
      {
        id: randomUUID(),
        date: "2026-02-14",
        text: {
          en: "18:02 UTC: the sentence appears first in our sample.",
          ar: "18:02 بالتوقيت العالمي: أول ظهور للجملة في عيّنتنا.",
        },
      },
      {
        id: randomUUID(),
        date: "2026-02-15",
        text: { en: "The municipality says that the fee has not changed.", ar: "البلدية تقول إن الرسم لم يتغير." },
      },
      {
        id: randomUUID(),
        date: "2026-02-16",
        text: { en: "The Sarab Gazette prints what three bills show.", ar: "«جريدة سراب» تنشر ما في ثلاث فواتير." },
      },
    ],
  };
}

function englishStory({ first, wording, hashtag, article }: DemoExhibits): StoryBlock[] {
  return [
    paragraph(
      "At two minutes past six in the evening an account wrote that the municipality had raised the fee for water meters to 45 dinars “without announcing it, and the people are the last to know”.",
    ),
    exhibit(first),
    heading("The same words in other mouths"),
    paragraph(
      "In the next minutes other accounts posted the same sentence, some with the same commas. A few added diacritics, stretched letters or wrote the number in other digits; after folding they are one wording.",
    ),
    exhibit(wording),
    paragraph("The hashtag page held more posts than these, some of them asking where the sentence came from."),
    exhibit(hashtag),
    heading("What the bills say"),
    paragraph("Two days later a newspaper compared three bills from three districts. The fee on each was 15 dinars."),
    exhibit(article),
  ];
}

function arabicStory({ first, wording, hashtag, article }: DemoExhibits): StoryBlock[] {
  return [
    paragraph(
      "عند السادسة ودقيقتين مساءً كتب حساب أن البلدية رفعت رسم عدادات الماء إلى 45 دينارًا «بلا إعلان، والناس آخر من يعلم».",
    ),
    exhibit(first),
    heading("الكلمات نفسها على ألسنة أخرى"),
    paragraph(
      "في الدقائق التالية نشرت حسابات أخرى الجملة ذاتها، وبعضها بالفواصل نفسها. أضاف بعضها تشكيلًا أو مدّ الحروف أو كتب الرقم بأرقام أخرى، وهي بعد التوحيد صيغة واحدة.",
    ),
    exhibit(wording),
    paragraph("وكان في صفحة الوسم أكثر من هذه المنشورات، ومنها ما يسأل عن مصدر الجملة."),
    exhibit(hashtag),
    heading("ماذا تقول الفواتير"),
    paragraph("بعد يومين قارنت صحيفة ثلاث فواتير من ثلاثة أحياء، وكان الرسم في كل منها 15 دينارًا."),
    exhibit(article),
  ];
}
