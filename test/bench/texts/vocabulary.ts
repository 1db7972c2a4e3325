import { seededRandom } from "#test/bench/texts/random";
import { readTexts } from "#test/bench/texts/read-texts";

/** Words with how often each is used, and how many words a text has. */
export type Vocabulary = {
  /** As written, hashtags among them, most used first. */
  words: string[];
  weights: number[];
  /** Numbers of words, to draw from. */
  lengths: number[];
};

/** Most used words that are kept; the rest is names and slips that occur once or twice. */
const MAX_WORDS = 300_000;
const MAX_LENGTHS = 50_000;
const NOT_WORDS = /^(?:https?:\/\/|www\.|@|RT$)/u;

/** The vocabulary of a file of real posts; without one, of our own making. */
export async function readVocabulary(file: string | undefined): Promise<Vocabulary> {
  if (!file) return ownVocabulary();
  const counts = new Map<string, number>();
  const lengths: number[] = [];
  for await (const text of readTexts(file)) {
    const words = text.split(/\s+/u).filter((word) => word !== "" && !NOT_WORDS.test(word));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (words.length > 0 && lengths.length < MAX_LENGTHS) lengths.push(Math.min(words.length, 60));
  }
  const used = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MAX_WORDS);
  return { words: used.map(([word]) => word), weights: used.map(([, count]) => count), lengths };
}

const ENGLISH = `the to of a in and is for on with are at this that be it not from new after his you they was will as by have
  about more their who said but an has people no our all up out over city report water price school minister company
  boycott stop today news government money workers road bridge hospital statement video morning council station ferry
  harbour market teachers students budget court vote protest signed announced denied delayed opened closed raised cut
  million percent week month year night street office meter bill fuel bread milk`;
const ARABIC = `في من على إلى أن عن هذا هذه لا ما مع كل بعد قبل كان التي الذي قال اليوم غدا يوم شركة الشركة مقاطعة المقاطعة
  الشعب الحكومة وزارة الوزير أسعار السعر مليون دينار ريال الماء الكهرباء فاتورة المدرسة المعلمون الطلاب الطريق الجسر الميناء
  السوق المستشفى بيان خبر عاجل فيديو صورة شاهد الآن مجلس البلدية المحكمة قرار رفع خفض إغلاق افتتاح تأجيل احتجاج عمال الحليب
  الخبز الوقود حق حقوق الناس نحن أنتم معا كفى لن نسكت`;
const SYLLABLES_EN = "ba ce di fo gu ha ki lo mu na pe ri so ta ve wi xo yu zan mer tol".split(" ");
const SYLLABLES_AR = "با تي جو دا ري سو شا طي فو قا كي لا مو نا هي وا يا عم حر ثل".split(" ");

/** Common words of ours and made-up rare ones, used as Zipf's law says: rank r as often as 1 / (r + 2.7). */
function ownVocabulary(): Vocabulary {
  const random = seededRandom(20_261_129);
  const common = interleave(ENGLISH.split(/\s+/u), ARABIC.split(/\s+/u));
  const words = new Set(common);
  for (const word of common.slice(100, 160)) words.add(`#${word}`);
  while (words.size < 120_000) {
    const syllables = words.size % 2 === 0 ? SYLLABLES_EN : SYLLABLES_AR;
    words.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(syllables)).join(""));
  }
  const all = [...words];
  return {
    words: all,
    weights: all.map((_, rank) => 1 / (rank + 2.7)),
    lengths: Array.from({ length: 1_000 }, () => 4 + random.below(22)),
  };
}

function interleave(a: readonly string[], b: readonly string[]): string[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => [a[i], b[i]])
    .flat()
    .filter((word): word is string => Boolean(word));
}
