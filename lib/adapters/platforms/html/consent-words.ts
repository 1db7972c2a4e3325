/** What consent dialogs say, folded: English, Arabic, French. */
const CONSENT_WORDS =
  /we (?:and our (?:\d+ )?(?:\w+ )?partners )?(?:use|value|store|need|respect|care about).{0,80}(?:cookies|privacy|information on (?:a|your) device|consent)|before you continue|accept (?:all )?(?:cookies|and (?:continue|close))|(?:agree|consent) and (?:continue|close)|manage (?:your |my )?(?:consent|privacy|cookies?|preferences|options|choices)|(?:reject|refuse|decline) (?:all|non-essential)|نستخدم (?:نحن و.{0,40})?ملفات تعريف الارتباط|نستعمل (?:نحن و.{0,40})?ملفات تعريف الارتباط|(?:ملفات|سياسه) (?:تعريف الارتباط|الكوكيز)|قبل (?:ان )?(?:تتابع|المتابعه)|(?:الموافقه|اوافق|قبول|اقبل|موافق) (?:علي )?(?:جميع |كل )?(?:ملفات|والمتابعه|والاستمرار|الكل)|(?:رفض|ارفض) الكل|اداره (?:الموافقه|الخصوصيه|الخيارات|التفضيلات)|خصوصيتك (?:تهمنا|مهمه)|nous (?:et nos (?:\d+ )?partenaires )?(?:utilisons|stockons).{0,60}(?:cookies|informations)|accepter (?:et (?:continuer|fermer)|tout)|tout (?:accepter|refuser)|continuer sans accepter|(?:gerer|parametrer) (?:mes|vos|les) (?:choix|preferences|cookies)/u;

/** Words of a consent dialog in folded text; undefined when there are none. */
export function consentWords(folded: string): string | undefined {
  return CONSENT_WORDS.exec(
    folded
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC"),
  )?.[0];
}
