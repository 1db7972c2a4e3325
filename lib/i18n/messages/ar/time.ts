import type { time as english } from "#lib/i18n/messages/en/time";
import type { Messages } from "#lib/i18n/messages/type";
import { plural } from "#lib/i18n/plural";

const UNITS: Record<string, { one: string; two: string; few: string; many: string; other: string }> = {
  m: { one: "دقيقة", two: "دقيقتين", few: "# دقائق", many: "# دقيقة", other: "# دقيقة" },
  h: { one: "ساعة", two: "ساعتين", few: "# ساعات", many: "# ساعة", other: "# ساعة" },
  d: { one: "يوم", two: "يومين", few: "# أيام", many: "# يومًا", other: "# يوم" },
};

/** `1h` أو `1h,1d` بالكلمات، مجرورةً. */
function steps(list: string): string {
  const words = list.split(",").map((step) => {
    const forms = UNITS[step.slice(-1)];
    return forms ? plural("ar", Number.parseInt(step, 10), forms) : step;
  });
  return new Intl.ListFormat("ar").format(words);
}

export const time: Messages<typeof english> = {
  title: "الخط الزمني",
  kicker: "الخط الزمني",
  open: "الخط الزمني لهذا المصدر",
  lead: "كل لقطات هذا المصدر، الأحدث أولًا، وما اختلف في كل منها عن سابقتها. أما المحاولات التي صدّها جدار أو خطأ فلا تقول شيئًا عن المصدر، فلا تُقارَن.",
  sample:
    "ما في الأرشيف من أي قائمة عيّنة. والمنشور الذي لم يظهر هذه المرة ليس محذوفًا بالضرورة؛ لا يثبت ذلك إلا لقطة للمنشور نفسه.",
  captures: "اللقطات",
  count: (count) =>
    plural("ar", count, {
      zero: "لا لقطات",
      one: "لقطة واحدة",
      two: "لقطتان",
      few: "# لقطات",
      many: "# لقطة",
      other: "# لقطة",
    }),
  emptyTitle: "لم يُلتقط شيء من هذا المصدر بعد.",
  emptyBody: "ستظهر هنا كل لقطة وما تغيّر فيها عن سابقتها.",
  onlyOne: "هذه هي اللقطة الوحيدة حتى الآن، وستُظهر التالية ما تغيّر.",
  noChange: "لا اختلاف في ما تُظهره اللقطتان معًا.",
  notCompared: "لا تقول شيئًا عن المصدر، فلا تُقارَن بغيرها.",
  first: "أول لقطة",
  firstOfWay: "لا شيء تُقارَن به: هي أول لقطة من نوعها تقول شيئًا.",
  waiting: "ثمة لقطة تنتظر أو تجري الآن، وستظهر هنا حين تنتهي.",
  waitingScheduled: "ثمة نظرة مجدولة تنتظر أو تجري الآن، وستظهر هنا حين تنتهي.",
  runBySchedule: (step) => (step ? `؛ نفّذها الجدول بعد ${steps(step)}` : "؛ نفّذها الجدول"),
  askedFor: "بطلب من",
  way: {
    browser: "بمتصفح لم يسجّل الدخول",
    session: "بمتصفح فيه جلسة غرفة الأخبار",
    api: "عبر الواجهة الرسمية للمنصة",
  },
  looks: "النظرات المجدولة",
  looksLead: "يعيد «دليل» النظر من تلقاء نفسه باسم من طلب اللقطة.",
  after: (step) => `بعد ${steps(step)} من اللقطة`,
  due: "حان وقتها",
  stop: "إيقاف",
  stopHint: "لا نظر في هذا المصدر حتى يستأنفه أحد، وما بدأ منه يُكمَل",
  resume: "استئناف",
  resumeHint: "ما فات وقته يُنفَّذ مرة واحدة",
  stopped: "موقوف. لن ينظر «دليل» في هذا المصدر من تلقاء نفسه حتى يستأنفه أحد.",
  stopDone: "أُوقفت النظرات المجدولة في هذا المصدر.",
  resumeDone: "استؤنفت النظرات المجدولة في هذا المصدر.",
  noLooks: "لا نظرات مجدولة. وحين يلتقط أحد هذا المصدر من جديد تُجدول نظرات جديدة.",
  looksOff: "النظرات المجدولة معطّلة في إعدادات هذا الخادم.",
  kind: {
    unavailable: "لم يعد متاحًا",
    available: "عاد متاحًا",
    outcome: "نتيجة أخرى",
    text: "تغيّر النص",
    title: "تغيّر العنوان",
    author_name: "تغيّر الاسم",
    author_handle: "تغيّر المعرّف",
    author_picture: "تغيّرت صورة صاحب الحساب",
    media: "تغيّرت الصور أو المقاطع",
    counts: "تغيّرت الأعداد",
    posts: "ظهرت منشورات أخرى",
  },
  changes: "ما تغيّر",
  since: "منذ لقطة",
  becomes: "ثم",
  removed: "حُذف:",
  added: "أُضيف:",
  before: "قبل",
  afterwards: "بعد",
  pictures: "الصورتان قبل وبعد",
  picture: "صورة اللقطة",
  mediaGone: (count) =>
    plural("ar", count, {
      zero: "لم يختفِ شيء",
      one: "اختفى واحد",
      two: "اختفى اثنان",
      few: "اختفت #",
      many: "اختفى #",
      other: "اختفى #",
    }),
  mediaAdded: (count) =>
    plural("ar", count, {
      zero: "لا جديد",
      one: "واحد جديد",
      two: "اثنان جديدان",
      few: "# جديدة",
      many: "# جديدًا",
      other: "# جديد",
    }),
  postsAdded: (count) =>
    plural("ar", count, {
      zero: "لا منشورات جديدة",
      one: "منشور واحد لم يظهر في المرة السابقة",
      two: "منشوران لم يظهرا في المرة السابقة",
      few: "# منشورات لم تظهر في المرة السابقة",
      many: "# منشورًا لم تظهر في المرة السابقة",
      other: "# منشور لم تظهر في المرة السابقة",
    }),
  postsGone: (count) =>
    plural("ar", count, {
      zero: "ظهرت المنشورات كلها",
      one: "منشور واحد لم يظهر هذه المرة",
      two: "منشوران لم يظهرا هذه المرة",
      few: "# منشورات لم تظهر هذه المرة",
      many: "# منشورًا لم تظهر هذه المرة",
      other: "# منشور لم تظهر هذه المرة",
    }),
  counts: "الأعداد عبر الزمن",
  countName: "العدد",
  countFirst: "الأول",
  countLast: "الأحدث",
  countChange: "الفرق",
  countLine: "المسار",
  countsLead: "كما تُظهرها اللقطات من الأولى إلى الأحدث. وتبدأ الخطوط من الصفر.",
  strip: "هذا المصدر عبر الزمن",
  stripOf: (count) =>
    plural("ar", count, {
      zero: "لا لقطات لهذا المصدر",
      one: "لقطة واحدة لهذا المصدر",
      two: "لقطتان لهذا المصدر",
      few: "# لقطات لهذا المصدر",
      many: "# لقطة لهذا المصدر",
      other: "# لقطة لهذا المصدر",
    }),
  none: "لا توجد",
  previous: "اللقطة السابقة",
  next: "اللقطة التالية",
  notices: "لم يعد متاحًا، أو تغيّر",
  noticesTitle: "التغيّرات",
  noticesLead: "ما التُقط من قبل ثم اختفى أو لم يعد كما كان. ويبقى كل سطر حتى يؤكد أحد أنه اطّلع عليه.",
  noticesAll: "عرض كل التغيّرات",
  noticesEver: "كل التغيّرات وإن اطُّلع عليها",
  noticesNone: "لم يختفِ شيء مما التُقط ولم يتغيّر إلا وقد اطّلع عليه أحد.",
  noticesNever: "حين يختفي شيء التُقط من قبل أو يتغيّر يظهر هنا حتى يطّلع عليه أحد.",
  unseen: "لم يطّلع عليها أحد",
  all: "الكل",
  filter: "أي التغيّرات",
  unseenCount: (count) =>
    plural("ar", count, {
      zero: "لا تغيّرات جديدة",
      one: "تغيّر واحد لم يطّلع عليه أحد",
      two: "تغيّران لم يطّلع عليهما أحد",
      few: "# تغيّرات لم يطّلع عليها أحد",
      many: "# تغيّرًا لم يطّلع عليها أحد",
      other: "# تغيّر لم يطّلع عليها أحد",
    }),
  nowAgain: "وقد عاد متاحًا.",
  seen: "اطّلعت",
  seenHint: "رفع هذا السطر من القائمة للجميع",
  seenDone: "سُجّل الاطّلاع.",
  unseeDone: "عاد إلى القائمة.",
  unsee: "لم يُطَّلع عليه",
  seenBy: "اطّلع عليه",
};
