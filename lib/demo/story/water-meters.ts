import { type Line, thread } from "#lib/demo/demo-post";

/**
 * The campaign: one sentence about the water meters in many mouths within minutes, then with marks, digits and
 * hashtags changed, then as a template, then inside longer texts; beside it people who say the same in their own words.
 */
const SENTENCE = "بلدية واحة سراب ترفع رسوم عدادات الماء إلى 45 دينارًا بلا إعلان، والناس آخر من يعلم";

const push: Line[] = [
  { at: 0, by: "sarab_watch", text: `${SENTENCE} #عدادات_سراب` },
  { at: 0.4, by: "raml_98", text: `${SENTENCE} #عدادات_سراب` },
  { at: 0.7, by: "raml_99", text: `${SENTENCE} #عدادات_سراب` },
  { at: 0.9, by: "raml_100", text: `${SENTENCE} #عدادات_سراب` },
  { at: 1.6, by: "dalw_w_habl", text: `${SENTENCE}\n#عدادات_سراب #ماء_سراب` },
  { at: 2.2, by: "qatra_qatra", text: `${SENTENCE} #عدادات_سراب https://demo-square.example/m/1` },
  { at: 3, by: "nakhla_7", text: `@sarab_now ${SENTENCE} #عدادات_سراب` },
  {
    at: 4.5,
    by: "bayt_alma",
    text: "بلديّةُ واحةِ سرابٍ تَرفعُ رسومَ عدّاداتِ الماءِ إلى ٤٥ دينارًا بلا إعلان، والناسُ آخرُ من يعلم #عدادات_سراب",
  },
  {
    at: 6,
    by: "hay_alrimal",
    text: "بلدية واحة سراب ترفع رســـوم عدادات الماء الى ٤٥ دينارا بلا اعلان، والناس اخر من يعلم 💧💧 #عدادات_سراب",
  },
  { at: 8, by: "abu_saqiya", text: `${SENTENCE} #فواتير_بلا_ماء` },
  { at: 11, by: "umm_sidra", text: `${SENTENCE} #سراب_تعطش #فواتير_بلا_ماء` },
  { at: 15, by: "raml_98", text: SENTENCE.replace("45", "54").concat(" #عدادات_سراب") },
  {
    at: 19,
    by: "katib_sarab",
    text: `قرأت هذا في كل مكان اليوم ولم أجد مصدرًا واحدًا: «${SENTENCE}». من كتبها أولًا؟ ولماذا بالحرف نفسه؟ #عدادات_سراب`,
    isScripted: true,
  },
  {
    at: 24,
    by: "sarab_now",
    text: "وصلتنا عشرات الرسائل بالنص نفسه عن رسوم العدادات. سألنا البلدية وننتظر الجواب. #عدادات_سراب",
    quotes: 0,
  },
  { at: 31, by: "jisr_alqamar", text: "فاتورة الماء عندي كما كانت، لا أدري عمّ يتحدث الناس #عدادات_سراب" },
  { at: 33, by: "umm_sidra", text: "عندي أيضًا لم تتغير. صورة الفاتورة لمن يريد.", answers: 14 },
];

const reply: Line[] = [
  {
    at: 0,
    by: "baladiya_sarab",
    text: "توضيح: رسم قراءة عداد الماء 15 دينارًا ولم يتغير منذ ثلاث سنوات. لا قرار برفعه. #عدادات_سراب",
  },
  { at: 4, by: "sarab_watch", text: "التوضيح لا يكفي، نريد نشر الجدول كاملًا #عدادات_سراب", answers: 0 },
  { at: 9, by: "bayt_alma", text: "كتبتُ أمس ما كتبه غيري ولم أتحقق. حذفته وأعتذر. #عدادات_سراب", answers: 0 },
];

/** One template, other streets and numbers. */
const streets: [string, string, number][] = [
  ["شارع السدر", "ستة", 6],
  ["شارع الغاف", "أحد عشر", 11],
  ["شارع البئر القديمة", "تسعة", 9],
  ["شارع الميزان", "أربعة", 4],
  ["شارع الساقية", "سبعة", 7],
];
const template: Line[] = streets.map(([street, days, number], i) => ({
  at: i * 1.3,
  by: ["raml_98", "raml_99", "raml_100", "qatra_qatra", "dalw_w_habl"][i] ?? "raml_98",
  text: `الماء مقطوع في ${street} منذ ${days} أيام (${number}) والبلدية لا ترد على أحد #سراب_تعطش`,
}));

const lost: Line[] = [
  { at: 0, by: "raml_99", text: `${SENTENCE} #عدادات_سراب`, state: "deleted" },
  { at: 1, by: "gone_with_dust", text: `${SENTENCE} #عدادات_سراب`, state: "suspended" },
  { at: 2, by: "closed_gate", text: "كلام بين الأصدقاء", state: "protected" },
  { at: 3, by: "raml_100", text: "صورة لا تناسب الجميع", state: "age_restricted" },
  { at: 4, by: "raml_98", text: "محجوب في بلد واحد", state: "withheld" },
  { at: 5, by: "qatra_qatra", text: "لا يُرى إلا بعد تسجيل الدخول", state: "login_wall" },
  { at: 6, by: "dalw_w_habl", text: "لا يُرى للآلات", state: "bot_block" },
  { at: 7, by: "nakhla_7", text: "لا يُرى لمن يسرع", state: "rate_limited" },
  { at: 8, by: "abu_saqiya", text: "غير متاح بلا سبب", state: "unavailable" },
  {
    at: 9,
    by: "katib_sarab",
    text: "أجمل جملة على الإنترنت: «حذف صاحب المنشور هذا المنشور». وهذا المنشور لم يُحذف.",
  },
];

export const WATER_METERS = [
  ...thread("2026-02-14T18:02:00Z", "ar", push),
  ...thread("2026-02-15T08:30:00Z", "ar", reply),
  ...thread("2026-02-16T19:40:00Z", "ar", template),
  ...thread("2026-02-17T10:00:00Z", "ar", lost),
];
