import type { searchSettings as english } from "#lib/i18n/messages/en/search-settings";
import type { Messages } from "#lib/i18n/messages/type";
import { plural } from "#lib/i18n/plural";

export const searchSettings: Messages<typeof english> = {
  title: "البحث",
  lead: "فهرس البحث مستخرج من سجلات الأرشيف نفسها، ويمكن بناؤه من جديد في أي وقت. ولا يضيع معه شيء.",
  engineTitle: "المحرك",
  well: "يجيب",
  unwell: "لا يجيب",
  unwellHint: "كل ما عداه يعمل. وما يتغيّر في هذه الأثناء ينتظر هنا ويصير قابلًا للبحث حين يعود المحرك.",
  unfilledHint: "كل ما عداه يعمل. وما يُلتقط في هذه الأثناء يصير قابلًا للبحث مع سائر الأرشيف.",
  engines: { postgres: "PostgreSQL", meilisearch: "Meilisearch" },
  filling: {
    title: (engine) => `فهرس ${engine} لم يُملأ بعد`,
    anotherEngine: (now, before) => `اختير ${now} محركًا للبحث، وكان قبله ${before}.`,
    why: {
      another_version: "هذا الإصدار من «دليل» يحفظ الفهرس بطريقة غير طريقة الإصدار الذي ملأه.",
      no_index: "ليس في الخادم فهرس بهذا الاسم.",
      another_index: "في الخادم فهرس آخر مكانه.",
    },
    meanwhile: "وإلى أن يُملأ يُجاب عن البحث مما فُهرس من قبل.",
    nothing: "وإلى أن يُملأ لا يَعثر البحث على شيء.",
    byItself: "ويملؤه الخادم من تلقاء نفسه، ويعيد المحاولة إن حدث خطأ.",
  },
  waitingTitle: "التغييرات المنتظرة",
  none: "بلغ الفهرسَ كلُّ تغيير.",
  waiting: (count) =>
    plural("ar", count, {
      one: "تغيير واحد ينتظر",
      two: "تغييران ينتظران",
      few: "# تغييرات تنتظر",
      many: "# تغييرًا تنتظر",
      other: "# تغيير ينتظر",
    }),
  oldest: (waiting, age) => `${waiting}، وأقدمها منذ ${age}`,
  uncompared: (count) =>
    plural("ar", count, {
      one: "صيغة واحدة لم تُقارن بغيرها بعد",
      two: "صيغتان لم تُقارنا بغيرهما بعد",
      few: "# صيغ لم تُقارن بغيرها بعد",
      many: "# صيغة لم تُقارن بغيرها بعد",
      other: "# صيغة لم تُقارن بغيرها بعد",
    }),
  compared: "قورنت كل صيغة بغيرها.",
  failedTitle: (count) =>
    plural("ar", count, {
      one: "تعذّرت فهرسة تغيير واحد",
      two: "تعذّرت فهرسة تغييرين",
      few: "تعذّرت فهرسة # تغييرات",
      many: "تعذّرت فهرسة # تغييرًا",
      other: "تعذّرت فهرسة # تغيير",
    }),
  failedLead: "يُعاد كل منها من تلقاء نفسه بعد مهلة تطول كل مرة، ولا يعطّل غيره.",
  newestFailed: (count) => `أحدث ${count} منها:`,
  tries: (count) =>
    plural("ar", count, {
      one: "محاولة واحدة",
      two: "محاولتان",
      few: "# محاولات",
      many: "# محاولة",
      other: "# محاولة",
    }),
  kind: { post: "منشور", capture: "صفحة ويب", supplied: "ملف مسلَّم", phrasing: "عبارة" },
  retry: "أعد محاولتها كلها الآن",
  retried: "تُعاد محاولتها الآن.",
  rebuilds: {
    index: {
      title: "إعادة بناء الفهرس",
      lead: "تُقرأ السجلات كلها من جديد ويحلّ الفهرس الجديد محل القديم في النهاية. ويستمر البحث في هذه الأثناء في الفهرس القديم.",
      button: "أعد بناء الفهرس",
      asked: "سيعيد الخادم بناء الفهرس.",
      rebuilding: "إعادة بناء الفهرس",
      progress: (done, total) => `${done} من نحو ${total} وثيقة`,
      finishing: "يوضع الفهرس الجديد في مكانه",
      done: (count) =>
        plural("ar", count, { one: "وثيقة واحدة", two: "وثيقتان", few: "# وثائق", many: "# وثيقة", other: "# وثيقة" }),
    },
    phrasings: {
      title: "إعادة بناء العبارات",
      lead: "تُقارن الصيغ كلها بعضها ببعض من جديد ويبقى ما قرره المحررون، ويوضع ما اختلف في مكانه في النهاية. ولا ينبغي أن يختلف شيء: فالعبارات تُحدَّث مع وصول المنشورات، وإعادة البناء تتحقق من ذلك.",
      button: "أعد بناء العبارات",
      asked: "سيعيد الخادم بناء العبارات.",
      rebuilding: "إعادة بناء العبارات",
      progress: (done, total) => `${done} من ${total} صيغة`,
      finishing: "توضع العبارات في مكانها",
      done: (count) =>
        plural("ar", count, { one: "صيغة واحدة", two: "صيغتان", few: "# صيغ", many: "# صيغة", other: "# صيغة" }),
    },
  },
  differences: (count) =>
    count === 0
      ? "لم يختلف شيء."
      : plural("ar", count, {
          one: "صيغة واحدة كانت في غير موضعها وصُحّح ذلك.",
          two: "صيغتان كانتا في غير موضعهما وصُحّح ذلك.",
          few: "# صيغ كانت في غير موضعها وصُحّح ذلك.",
          many: "# صيغة كانت في غير موضعها وصُحّح ذلك.",
          other: "# صيغة كانت في غير موضعها وصُحّح ذلك.",
        }),
  state: {
    queued: "ينتظر دوره",
    running: "جارٍ",
    finished: "تم",
    failed: "فشل",
    lost: "لم يصل عنه خبر منذ مدة؛ اضغط الزر للبدء من جديد.",
  },
  askedBy: (name) => `بطلب من ${name}`,
};
