/**
 * The people of Demo Square. None exists: the city of Wahat Sarab ("Mirage Oasis") is invented, and so is everybody who
 * posts about its water meters, its bridge and its bus card.
 */
export type DemoAccount = {
  handle: string;
  name: string;
  about: string;
  /** Hue of the drawn avatar, degrees. */
  hue: number;
  state: "open" | "suspended" | "protected";
};

const account = (handle: string, name: string, about: string, hue: number, state: DemoAccount["state"] = "open") => ({
  handle,
  name,
  about,
  hue,
  state,
});

export const DEMO_ACCOUNTS: DemoAccount[] = [
  account("sarab_watch", "راصد سراب", "حساب تجريبي: أراقب عدادات الماء في مدينة لا وجود لها", 12),
  account("nakhla_7", "نخلة سبعة", "حساب تجريبي من سبع نخلات", 145),
  account("bayt_alma", "بيت الماء", "حساب تجريبي: كل ما يقطر", 200),
  account("hay_alrimal", "حي الرمال", "حساب تجريبي لحي مُتخيَّل", 32),
  account("dalw_w_habl", "دلو وحبل", "حساب تجريبي: نعود إلى البئر", 260),
  account("umm_sidra", "أم سدرة", "حساب تجريبي لجارة لا جيران لها", 330),
  account("sarab_now", "سراب الآن", "حساب تجريبي: أخبار مدينة من ورق", 0),
  account("abu_saqiya", "أبو ساقية", "حساب تجريبي: فلاح على كوكب آخر", 88),
  account("qatra_qatra", "قطرة قطرة", "حساب تجريبي يعدّ القطرات", 190),
  account("raml_98", "رمل ٩٨", "حساب تجريبي", 41),
  account("raml_99", "رمل ٩٩", "حساب تجريبي", 43),
  account("raml_100", "رمل ١٠٠", "حساب تجريبي", 45),
  account("jisr_alqamar", "جسر القمر", "حساب تجريبي عن جسر لا يعبره أحد", 220),
  account("katib_sarab", "كاتب سراب", "حساب تجريبي يكتب كثيرًا", 300),
  account("baladiya_sarab", "بلدية واحة سراب", "حساب تجريبي لبلدية مُتخيَّلة", 165),
  account("mirage_desk", "Mirage Desk", "Sample account. News of a city that is not there", 210),
  account("bridge_counter", "Bridge Counter", "Sample account. Counts cars on a paper bridge", 240),
  account("oasis_commuter", "Oasis Commuter", "Sample account. Always late, never anywhere", 20),
  account("tin_kettle", "Tin Kettle", "Sample account with a whistle", 55),
  account("palm_ledger", "Palm Ledger", "Sample account. Bookkeeping for trees", 120),
  account("bus_card_fan", "Bus Card Fan", "Sample account. Beeps twice", 280),
  account("closed_gate", "باب مغلق", "حساب تجريبي محمي", 250, "protected"),
  account("gone_with_dust", "ذهب مع الغبار", "حساب تجريبي موقوف", 10, "suspended"),
];

/** @throws Error for a handle that Demo Square does not have: a slip in our own data. */
export function demoAccount(handle: string): DemoAccount {
  const found = DEMO_ACCOUNTS.find((one) => one.handle === handle);
  if (!found) throw new Error(`Demo Square has no @${handle}`);
  return found;
}

/** The number that the site knows an account by, whatever its handle. */
export function accountId(handle: string): string {
  return String(7_001 + DEMO_ACCOUNTS.indexOf(demoAccount(handle)));
}
