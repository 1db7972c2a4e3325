import type { home as english } from "#lib/i18n/messages/en/home";
import type { Messages } from "#lib/i18n/messages/type";
import { plural } from "#lib/i18n/plural";

export const home: Messages<typeof english> = {
  title: "مكتب التحرير",
  needsYou: "في انتظار من يتولاه",
  needsNothing: "لا شيء ينتظر أحدًا.",
  failed: "تعذّر التقاطه",
  withoutContent: "التُقط بلا محتوى في آخر سبعة أيام",
  withoutContentAll: "عرض كل ما التُقط بلا محتوى",
  inReview: "في انتظار المراجعة",
  drafts: "مسودات",
  pending: "يجري التقاطه",
  pendingMore: (count) => `و${count} غيرها`,
  resting: {
    title: "مواقع تُترك وشأنها الآن",
    until: "يُترك وشأنه حتى",
    because: (refusals) =>
      plural("ar", refusals, {
        one: "لأنه رفض التقاطًا.",
        two: "لأنه رفض التقاطين متتاليين.",
        few: "لأنه رفض # عمليات التقاط متتالية.",
        many: "لأنه رفض # عملية التقاط متتالية.",
        other: "لأنه رفض # عملية التقاط متتالية.",
      }),
  },
  recent: "أحدث اللقطات",
  allCaptures: "كل اللقطات",
  allCases: "كل الملفات",
  lastEdited: "آخر من حرّره",
  emptyTitle: "الأرشيف فارغ، ويمتلئ بما تضيفه.",
  emptyBody:
    "ألصق روابط منشورات أو وسوم أو مقالات. يسجّل متصفحٌ كلًّا منها كما هو الآن: صورًا ونصًّا وملفات ببصماتها، تبقى ولو اختفى الأصل.",
  emptyAction: "أضف أول الروابط",
};
