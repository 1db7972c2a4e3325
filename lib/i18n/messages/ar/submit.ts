import type { submit as english } from "#lib/i18n/messages/en/submit";
import type { Messages } from "#lib/i18n/messages/type";
import { plural } from "#lib/i18n/plural";

const lineForms = { zero: "# سطر", one: "سطر واحد", two: "سطرين", few: "# أسطر", many: "# سطرًا", other: "# سطر" };
const posts = {
  zero: "لا منشورات بعد",
  one: "منشور واحد",
  two: "منشوران",
  few: "# منشورات",
  many: "# منشورًا",
  other: "# منشور",
};

export const submit: Messages<typeof english> = {
  title: "إضافة روابط",
  lead: "ألصق الروابط والوسوم، كلٌّ في سطر. يُتعرَّف على كل سطر وأنت تلصقه، ثم يلتقطه متصفح لم يسجّل الدخول في أي موقع.",
  lines: "الروابط والوسوم",
  linesHint: "حتى 500 سطر: منشورات و#وسوم و@حسابات وصفحات ويب، مختلطة كما تشاء.",
  placeholder: "https://x.com/…/status/…\n#وسم\nhttps://newspaper.example/article",
  reason: "السبب (اختياري)",
  reasonHint: "لمن يقرأ الأرشيف لاحقًا، ويُحفظ مع اللقطات.",
  caseFile: "لأي ملف (اختياري)",
  noCase: "بلا ملف",
  send: (count) => (count === 0 ? "التقط" : `التقط ${plural("ar", count, lineForms)}`),
  keyHint: "للإرسال: ‏Ctrl أو ⌘ مع Enter",
  clear: "إفراغ الخانة",
  draftKept: "محفوظ على هذا الجهاز إلى أن يُرسل.",
  recognised: "ما تعرّفنا عليه",
  recognisedEmpty: "يظهر هنا معنى كل سطر وأنت تلصقه.",
  recognisedCount: (good, known, bad) =>
    [`${good} جديد`, known > 0 && `${known} في الأرشيف من قبل`, bad > 0 && `${bad} غير مفهوم`]
      .filter(Boolean)
      .join(" · "),
  line: (number) => `السطر ${number}`,
  tooMany: (extra) => `تجاوزت حدّ 500 سطر للدفعة الواحدة بمقدار ${plural("ar", extra, lineForms)}. أرسل الباقي بعد هذه.`,
  sameAs: (line) => `مثل السطر ${line}`,
  capturedBefore: "التُقط من قبل",
  seeCapture: "عرض اللقطة",
  isPending: "في انتظار الالتقاط أصلًا",
  previewFailed: "تعذّر التعرّف على الأسطر الآن. ما كتبته محفوظ ويمكن إرساله كما هو.",
  notReached: "تعذّر الوصول إلى الخادم. لم يضع شيء: الأسطر كما هي هنا. أعد المحاولة.",
  problem: {
    empty: "لا شيء لالتقاطه بعد. ألصق رابطًا أو وسمًا.",
    too_many_lines: "الدفعة الواحدة 500 سطر. أرسل أول 500 ثم الباقي.",
    too_long: "النص أطول من أن يُرسل دفعة واحدة. أرسله على أجزاء.",
    reason_too_long: "السبب أطول من اللازم: 2000 حرف على الأكثر.",
    way_unavailable:
      "لم يعد لغرفة الأخبار وصول من هذا النوع. اختر طريقًا آخر أو اطلب من مدير إضافته في «الوصول إلى المنصات».",
    cost_not_agreed: "تغيّر التقدير أو لم تحصل الموافقة عليه. راجع الكلفة ثم أرسل.",
    case_unknown: "لم يعد هذا الملف موجودًا. اختر ملفًا آخر أو أرسل بلا ملف.",
  },
  progress: {
    title: "دفعة روابط",
    lead: (name) => `أرسلها ${name}`,
    reason: "السبب",
    caseFile: "للملف",
    position: (done, all) => `انتهى ${done} من ${all}`,
    label: "التقدّم",
    running: "يستمر الالتقاط ولو غادرت هذه الصفحة.",
    finished: "انتهت الأسطر كلها.",
    summary: (captured, without, known, rejected) =>
      [
        `${captured} التُقط`,
        without > 0 && `${without} بلا محتوى`,
        known > 0 && `${known} في الأرشيف من قبل`,
        rejected > 0 && `${rejected} لم يُقبل`,
      ]
        .filter(Boolean)
        .join("، "),
    lost: "انقطع الاتصال. الالتقاط مستمر، وستسأل هذه الصفحة من جديد تلقائيًا.",
    signedOut: "انتهت جلستك. الالتقاط مستمر؛ سجّل الدخول لترى أين وصل.",
    reload: "أعد التحميل لترى أين وصل",
    lines: "الأسطر",
    notTaken: "لم يُقبل",
    step: {
      waiting: "في الانتظار",
      open: "فتح الصفحة",
      read: "القراءة",
      collect: "جمع المنشورات",
      picture: "التقاط الصورة",
      store: "الحفظ",
      retry: "في انتظار محاولة أخرى",
      withdrawn: "سُحب",
      failed: "تعذّر",
    },
    collected: (count) => (count === 0 ? posts.zero : `جُمع ${plural("ar", count, posts)}`),
    attempt: (number) => `المحاولة ${number}`,
    retryAt: "المحاولة التالية",
    again: "التقاط من جديد",
    againHint: "تُضاف لقطة جديدة وتبقى القديمة.",
    withdraw: "سحب الطلب",
    tooLate: "بدأ الالتقاط فعلًا، فسيستمر.",
    more: "إضافة المزيد",
  },
};
