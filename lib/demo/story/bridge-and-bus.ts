import { type Line, thread } from "#lib/demo/demo-post";

/** In English: a bridge that is said to close, and a bus card that is said to expire. */
const BRIDGE =
  "Moon Bridge will close for a whole year from Sunday and the council told nobody. Share before they delete this";

const bridge: Line[] = [
  { at: 0, by: "tin_kettle", text: `${BRIDGE} #MoonBridge` },
  { at: 0.5, by: "palm_ledger", text: `${BRIDGE} #MoonBridge` },
  { at: 0.8, by: "bus_card_fan", text: `${BRIDGE} #MoonBridge` },
  { at: 1.4, by: "oasis_commuter", text: `${BRIDGE.toUpperCase()} #MoonBridge` },
  { at: 2.5, by: "bridge_counter", text: `RT @tin_kettle: ${BRIDGE} #MoonBridge` },
  { at: 4, by: "raml_99", text: `${BRIDGE} 😡😡😡 #MoonBridge #WahatSarab` },
  { at: 7, by: "raml_100", text: BRIDGE.replace("a whole year", "two whole years").concat(" #MoonBridge") },
  {
    at: 12,
    by: "mirage_desk",
    text: "The council's calendar lists one closed night for Moon Bridge: 22 February, 23:00 to 04:00. We have asked about the rest. #MoonBridge",
    quotes: 0,
  },
  {
    at: 14,
    by: "bridge_counter",
    text: "4,112 cars today. Nobody seems to have been told of anything. #MoonBridge",
    isScripted: true,
  },
  { at: 15, by: "tin_kettle", text: "so who wrote that sentence first", answers: 7 },
  { at: 18, by: "palm_ledger", text: "I copied it from a message. Taking it down.", answers: 7 },
];

const card: Line[] = [
  {
    at: 0,
    by: "bus_card_fan",
    text: "If your bus card beeps twice, the credit on it expires tonight. Everyone must change it at the depot before 8 #BusCard",
  },
  {
    at: 1,
    by: "oasis_commuter",
    text: "If your bus card beeps twice the credit on it expires tonight, everyone must change it at the depot before 9 #BusCard",
  },
  {
    at: 2,
    by: "tin_kettle",
    text: "My aunt says: if your bus card beeps twice, the credit on it expires tonight. Everyone must change it at the depot before 8. She queued for two hours. #BusCard",
  },
  {
    at: 9,
    by: "mirage_desk",
    text: "Two beeps mean that the reader has no network. Credit does not expire, the operator says. #BusCard",
  },
  { at: 30, by: "jisr_alqamar", text: "بطاقة الحافلة عندي ترنّ مرتين منذ سنة ولم يضع منها شيء #BusCard" },
];

const long: Line[] = [
  {
    at: 0,
    by: "katib_sarab",
    text: [
      "خيط طويل عن ليلة العدادات، لمن فاته ما جرى:",
      "",
      "١. ظهرت الجملة أول مرة عند السادسة ودقيقتين مساءً.",
      "٢. خلال ثلاث دقائق كررتها سبعة حسابات بالحرف نفسه.",
      "٣. بعد ربع ساعة تغيّر الرقم من 45 إلى 54 عند حساب واحد ثم عاد.",
      "٤. لم ينشر أحد قرارًا ولا جدولًا ولا صورة فاتورة.",
      "",
      "لا أقول من وراءها. أقول فقط: انظروا إلى الأوقات. #عدادات_سراب #MoonBridge",
    ].join("\n"),
  },
  { at: 6, by: "palm_ledger", text: "Good thread. Same minute, same commas. #عدادات_سراب" },
];

/** Everyday talk of the city, so that a search does not find the campaign only. */
const everyday: Line[] = [
  { at: 0, by: "umm_sidra", text: "سوق الخميس عاد إلى مكانه القديم، والتمر هذه السنة أطيب #واحة_سراب" },
  {
    at: 95,
    by: "mirage_desk",
    text: "The library of Wahat Sarab opens on Fridays from this week. Bring your own mirage. #WahatSarab",
  },
  { at: 180, by: "abu_saqiya", text: "من رأى ناقة هاربة قرب البئر القديمة فليخبرني، اسمها غيمة #واحة_سراب" },
  { at: 240, by: "bridge_counter", text: "3,904 cars and one camel. #WahatSarab" },
  { at: 241, by: "abu_saqiya", text: "هذه غيمة!", answers: 3 },
  { at: 400, by: "hay_alrimal", text: "مباراة الحي غدًا بعد العصر، أحضروا الماء معكم من باب الاحتياط #واحة_سراب" },
  { at: 520, by: "nakhla_7", text: "سبع نخلات وظل واحد #واحة_سراب" },
  { at: 640, by: "oasis_commuter", text: "Missed the 7:10. There is no 7:10. #WahatSarab" },
];

export const BRIDGE_AND_BUS = [
  ...thread("2026-02-18T06:15:00Z", "en", bridge),
  ...thread("2026-02-19T15:05:00Z", "en", card),
  ...thread("2026-02-20T20:00:00Z", "ar", long),
  ...thread("2026-02-21T05:30:00Z", "ar", everyday),
].map((post) => ({
  ...post,
  lang: /\p{Script=Arabic}/u.test(post.text.replace(/#\S+/gu, "")) ? ("ar" as const) : ("en" as const),
}));
