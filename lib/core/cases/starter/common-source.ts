import type { Both } from "#lib/core/cases/starter/types";

/** The one source all five starter case files rest on, as a reader can look for it. */
export const ARTICLE: Both = {
  en: "Arabic newspaper article headlined “قطر لا تمل من لعبتها المكررة على تويتر” (“Qatar does not tire of its repeated game on Twitter”), datelined London, about the boycott of 26 August 2018. Read from a text copy without the newspaper's name, a date or an address.",
  ar: "مقال في صحيفة عربية عنوانه «قطر لا تمل من لعبتها المكررة على تويتر»، مؤرَّخ من لندن، ويتناول مقاطعة 26 أغسطس 2018. قُرئ من نسخة نصية لا تحمل اسم الصحيفة ولا تاريخ النشر ولا رابطه.",
};

/** Which side the source stands on; the same words on each case file, so that no reader misses them. */
const ONE_SIDED: Both = {
  en: "Everything in this file comes from a single newspaper article of 2018. It was written from one side of the Gulf dispute of 2017-2021, in which Saudi Arabia, the United Arab Emirates, Bahrain and Egypt broke off relations with Qatar, and it argues against Qatar throughout. We report what it says was alleged, and by whom; we do not adopt it.",
  ar: "كل ما في هذا الملف مأخوذ من مقال صحفي واحد نُشر عام 2018. وقد كُتب المقال من موقع أحد طرفي الأزمة الخليجية (2017-2021) التي قطعت فيها السعودية والإمارات والبحرين ومصر علاقاتها بقطر، وهو يناصر ذلك الطرف من أوله إلى آخره. ونحن ننقل ما يقول إنه قيل، وننسبه إلى قائله، ولا نتبنّاه.",
};

/** The opening of "How we know", followed by what is particular to one incident. */
export function howWeKnow(particular: Both): Both {
  return { en: `${ONE_SIDED.en}\n\n${particular.en}`, ar: `${ONE_SIDED.ar}\n\n${particular.ar}` };
}

/** The two dates every reader needs to place these incidents. Context, not evidence. */
export const RUPTURE: { date: string; text: Both } = {
  date: "2017-06-05",
  text: {
    en: "Context: Saudi Arabia, the United Arab Emirates, Bahrain and Egypt cut ties with Qatar.",
    ar: "للسياق: السعودية والإمارات والبحرين ومصر تقطع علاقاتها بقطر.",
  },
};

export const RECONCILIATION: { date: string; text: Both } = {
  date: "2021-01-05",
  text: {
    en: "Context: the Al-Ula declaration ends the dispute.",
    ar: "للسياق: إعلان العلا يطوي صفحة الأزمة.",
  },
};

export const ARTICLE_PUBLISHED: { date: string; text: Both } = {
  date: "2018-08",
  text: {
    en: "The article on which this file rests is written; the copy we read bears no date, but it looks back on the boycott of 26 August.",
    ar: "يُكتب المقال الذي يستند إليه هذا الملف؛ نسختنا منه بلا تاريخ، غير أنه يستعيد مقاطعة 26 أغسطس بعد وقوعها.",
  },
};
