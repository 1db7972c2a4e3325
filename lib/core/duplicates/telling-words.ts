import { foldText } from "#lib/core/text/fold";

/** Words whose change changes what a text claims. Written as people write them; folded before use. */
const NEGATIONS = `not no never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt
  werent hasnt havent hadnt shouldnt wouldnt couldnt deny denies denied false fake untrue
  لا لم لن ليس ليست ليسوا ليسا لست لسنا غير بدون دون مش مو مب موب ماهو ماهي ولا ولم ولن وليس كلا نفى نفت ينفي تنفي نفي كذب كاذب
  не нет ни никогда никто ничего без`;

const NUMBER_WORDS = `hundred thousand million billion trillion percent dozen half
  مئة مائة مئات ألف آلاف ألوف مليون ملايين مليار مليارات بليون بالمئة بالمائة نصف ربع ثلث عشرات
  сто тысяча тысяч миллион миллионов миллиард миллиардов процент процентов`;

/** What stands before somebody's name in Arabic, where no capital letter tells. */
const TITLES = `الملك ملك الأمير أمير الأميرة الشيخ الشيخة السيد السيدة الدكتور دكتور الرئيس رئيس الوزير وزير المهندس اللواء العميد
  الفريق السفير النائب المفتي الصحفي الإعلامي الكاتب اللاعب الفنان`;

/** Usual names of countries that `Intl` gives in another form. */
const MORE_PLACES =
  "usa us uk america britain russia syria iran korea gcc السعودية الإمارات أمريكا بريطانيا كوريا الخليج";

const setOf = (written: string): ReadonlySet<string> => new Set(written.split(/\s+/u).map(foldText).filter(Boolean));

const negations = setOf(NEGATIONS);
const numberWords = setOf(NUMBER_WORDS);
const titles = setOf(TITLES);
const places = placesOf(["en", "ar", "ru"]);

/** A word as the folded text has it. */
export const isNegation = (folded: string): boolean => negations.has(folded);
export const isNumber = (folded: string): boolean => /\p{N}/u.test(folded) || numberWords.has(folded);
export const isTitle = (folded: string): boolean => titles.has(folded);
export const isPlace = (folded: string): boolean =>
  places.has(folded) || places.has(folded.replace(/^[بلوف](?=..)/u, ""));

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
