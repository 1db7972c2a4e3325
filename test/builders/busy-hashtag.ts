import type { Actor } from "#lib/permissions/actor";
import type { PostWish } from "#test/builders/post";
import { buildPosts } from "#test/builders/spread";

/** Sentences that several accounts post, word for word or with a number changed. */
const COPIED = [
  "ارتفعت فواتير المياه في الحي القديم ثلاثة أضعاف منذ تركيب العدادات الجديدة ولا أحد يجيب",
  "لم ينشر المجلس محضر الجلسة التي تقرر فيها إغلاق سوق السمك أمام الصيادين منذ 14 يومًا",
  "The council closed the fish market without asking a single fisherman, and nobody has seen the minutes",
  "أهالي الميناء يطالبون بعدّاد قديم واحد يُفحص أمامهم قبل أن تُدفع فاتورة جديدة",
];
/** Pieces of sentences that nobody else puts together in the same way. */
const PIECES = [
  [
    "رأيت الشاحنات",
    "سألت في البلدية",
    "My bill came back",
    "جارنا يقول",
    "The pump stopped",
    "كتبت رسالة",
    "ابني صوّر العداد",
  ],
  [
    "عند المخبز القديم",
    "قبل صلاة الفجر",
    "for the harbour flat",
    "أن الرقم لا يصح",
    "behind the school",
    "إلى رئيس المجلس",
    "وهو مقلوب",
  ],
  [
    "ولم يعرف أحد",
    "وكان الباب مغلقًا",
    "with a stamp on it",
    "منذ شهر رمضان",
    "before the rain",
    "ولم يردّ عليها",
    "فضحك الموظف",
  ],
  [
    "لماذا توقفت",
    "والورق على الأرض",
    "nobody can read",
    "حتى انقطع الماء",
    "and the clerk left",
    "إلا الحارس",
    "ثم أعاد الورقة",
  ],
  [
    "في شارعنا.",
    "أمام الناس.",
    "not even my son.",
    "عن الطابق الثالث.",
    "by the side door.",
    "بعد أسبوعين.",
    "بلا توقيع.",
  ],
];
const HANDLES = [
  "harbour_voice",
  "nour_1987",
  "sadd_albahr",
  "Marsa_News",
  "old_quarter",
  "k_fisher",
  "bint_almina",
  "samak55",
];

/** A generator that gives the same numbers on every machine (mulberry32, Ettinger 2017). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A hashtag as newsrooms meet them: quiet days, an evening on which eight accounts post the same sentences within
 * minutes, some reposts, people who write their own words, one post from years before.
 * @param count posts; more than a hundred take seconds.
 */
export async function buildBusyHashtag(person: Actor, tag: string, count: number): Promise<void> {
  const next = numbers(20180703);
  const pick = <T>(from: readonly T[], power = 1): T => from[Math.floor(next() ** power * from.length)] as T;
  const start = Date.parse("2018-07-02T06:00:00Z");
  const evening = Date.parse("2018-07-03T17:30:00Z");
  const wishes: PostWish[] = [
    { text: "حين كان السوق مفتوحًا", handle: "old_quarter", hashtags: [tag], postedAt: "2012-04-11T08:00:00Z" },
  ];
  for (let i = 1; i < count; i++) {
    const isEvening = next() < 0.55;
    const at = isEvening ? evening + next() ** 2 * 4 * 3_600_000 : start + next() * 3.5 * 86_400_000;
    const isCopy = next() < (isEvening ? 0.85 : 0.35);
    const copied = pick(COPIED, 1.6).replace("14", next() < 0.2 ? "41" : "14");
    const text = isCopy ? copied : PIECES.map((pieces) => pick(pieces)).join(" ");
    const handle = isCopy || next() < 0.3 ? pick(HANDLES, 1.5) : `reader_${Math.floor(next() * 60)}`;
    wishes.push({
      text: next() < 0.15 ? `RT @harbour_voice: ${text}` : text,
      handle,
      name: i % 3 === 0 ? "صوت الميناء" : handle.replaceAll("_", " "),
      hashtags: next() < 0.3 ? [tag, "سوق_السمك"] : [tag],
      language: /\p{Script=Arabic}/u.test(text) ? "ar" : "en",
      postedAt: new Date(at).toISOString(),
    });
  }
  await buildPosts(person, wishes);
}
