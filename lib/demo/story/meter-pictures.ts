import { type DemoMedia, type Line, thread } from "#lib/demo/demo-post";

const BILL: DemoMedia = {
  kind: "photo",
  file: "bill.jpg",
  small: "bill-small.jpg",
  alt: "فاتورة ماء مرسومة: خمسة أسطر ومجموع بالأحمر",
  width: 900,
  height: 675,
};
/** Shown in the page as it is: the browser receives the original. */
const METER: DemoMedia = {
  kind: "photo",
  file: "meter.png",
  small: "meter.png",
  alt: "عداد ماء مرسوم، إبرته عند الرقم الخامس والنصف",
  width: 640,
  height: 480,
};
const NEEDLE: DemoMedia = {
  kind: "video",
  file: "needle.webm",
  small: "needle-small.webm",
  poster: "needle.jpg",
  alt: "The needle of a drawn meter goes round once",
  width: 320,
  height: 240,
};

const pictures: Line[] = [
  {
    at: 0,
    by: "umm_sidra",
    text: "هذه فاتورتي وهذا عدادي، لمن أراد أن يرى بعينه #صور_العدادات",
    media: [BILL, METER],
  },
  { at: 7, by: "sarab_now", text: "صورة الفاتورة تقول 15 دينارًا، والجملة تقول 45 #صور_العدادات", quotes: 0 },
  { at: 9, by: "abu_saqiya", text: "وأنا كذلك، الرقم كما هو #صور_العدادات", answers: 0 },
  { at: 20, by: "bayt_alma", text: "قراءة عدادي اليوم 4512 لترًا #صور_العدادات" },
  {
    at: 24,
    by: "bayt_alma",
    text: "قراءة عدادي اليوم 4521 لترًا، أخطأت في الرقم أول مرة #صور_العدادات",
    replaces: 3,
    isScripted: true,
    cachedText: "قراءة عدادي اليوم 4512 لترًا #صور_العدادات",
  },
];

const film: Line[] = [
  {
    at: 0,
    by: "mirage_desk",
    text: "One turn of the needle is ten litres. We filmed it. #MeterPictures",
    media: [NEEDLE],
    isScripted: true,
  },
];

/** Posts with pictures, a film, a quote, an answer and a version that replaces another. */
export const METER_PICTURES = [
  ...thread("2026-02-23T16:20:00Z", "ar", pictures),
  ...thread("2026-02-23T18:05:00Z", "en", film),
];
