import { foldText } from "#lib/core/text/fold";

/** Words whose change changes what a text claims. Written as people write them, apostrophes left out; folded before use. */
const NEGATIONS = `not no never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt
  werent hasnt havent hadnt shouldnt wouldnt couldnt mustnt aint deny denies denied false fake untrue hardly
  لا لم لن ما ليس ليست ليسوا ليسا لست لسنا غير عدم بدون دون مش مو مب موب ماهو ماكان ماكانت مافي مافيه مافيش ماعاد محدش كلا نفى نفت ينفي
  تنفي نفي كذب كاذب
  не нет ни никогда никто ничего без`;

const NUMBER_WORDS = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
  billion billions trillion percent dozen dozens half double triple once twice
  واحد واحدة اثنان اثنين اثنتان اثنتين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني ثمان تسعة تسع عشرة عشر عشرون عشرين
  ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئتان مئتين مائتان مائتين مئات ألف ألفان
  ألفين آلاف ألوف مليون مليونان مليونين ملايين مليار ملياران مليارين مليارات بليون بالمئة بالمائة نصف ربع ثلث عشرات ضعف ضعفي ضعفين
  один два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто двести тысяча тысячи тысяч
  миллион миллиона миллионов миллиард миллиардов процент процентов`;

/** What stands before somebody's name in Arabic, where no capital letter tells: titles, and words for kin inside names. */
const BEFORE_NAMES = `الملك ملك الأمير أمير الأميرة الشيخ الشيخة السيد السيدة الدكتور دكتور الرئيس رئيس الوزير وزير المهندس اللواء العميد
  الفريق السفير النائب المفتي الصحفي الإعلامي الكاتب اللاعب الفنان بن ابن بنت آل أبو أبا أبي`;

/** Usual names of countries that `Intl` gives in another form. */
const MORE_PLACES =
  "usa us uk america britain russia syria iran korea gcc السعودية الإمارات أمريكا بريطانيا كوريا الخليج";

const setOf = (written: string): ReadonlySet<string> => new Set(written.split(/\s+/u).map(foldText).filter(Boolean));

const negations = setOf(NEGATIONS);
const numberWords = setOf(NUMBER_WORDS);
const beforeNames = setOf(BEFORE_NAMES);
const places = placesOf(["en", "ar", "ru"]);

/** What Arabic writes together with the next word: and, so, by, to, like, the. */
const CLITICS = /^[وف]?(?:[بلك]?ال|لل|[بلك])?(?=...)/u;
const has = (words: ReadonlySet<string>, folded: string): boolean =>
  words.has(folded) || words.has(folded.replace(CLITICS, "")) || words.has(folded.replace(/^[وف](?=..)/u, ""));

/** A word as the folded text has it. */
export const isNegation = (folded: string): boolean => has(negations, folded);
export const isNumber = (folded: string): boolean => /\p{N}/u.test(folded) || has(numberWords, folded);
export const isBeforeName = (folded: string): boolean => beforeNames.has(folded);
export const isPlace = (folded: string): boolean => has(places, folded);

/** Countries whose name is one word, from the Unicode CLDR names that every JavaScript engine carries. */
function placesOf(locales: readonly string[]): ReadonlySet<string> {
  const found = new Set(setOf(MORE_PLACES));
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
      const folded = foldText(names.of(code) ?? "");
      if (folded && !folded.includes(" ")) found.add(folded);
    }
  }
  return found;
}
