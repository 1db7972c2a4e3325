import { type Line, thread } from "#lib/demo/demo-post";

/** The hashtag that Demo Square shows to members only. */
export const MEMBERS_TAG = "مجلس_الميناء";

const WORDS = [
  "سمعتُ أن رسوم الميناء ستتضاعف من أول الشهر ولم يُعلن أحد شيئًا",
  "سمعت أن رسوم الميناء ستتضاعف من أول الشهر ولم يعلن أحد شيئا!!",
  "رسوم الميناء ستتضاعف من أول الشهر، انشروا قبل أن يُحذف الخبر",
  "اجتماع المجلس مساء الأربعاء في القاعة التي لا سقف لها",
  "من أين جاء هذا الرقم؟ جدول الرسوم لم يتغير منذ الشتاء",
  "The harbour fees double on the first, and nobody was told",
  "The minutes of the council say nothing about fees. Page 3 is about benches",
];
const PEOPLE = ["sarab_now", "raml_98", "raml_99", "katib_sarab", "mirage_desk", "tin_kettle", "palm_ledger"];

const talk: Line[] = Array.from({ length: 21 }, (_, i) => ({
  at: i * 3.5,
  by: PEOPLE[i % PEOPLE.length] ?? "sarab_now",
  text: `${WORDS[i % WORDS.length]} #${MEMBERS_TAG}`,
}));

/** What members see, newest first. Not among the posts that anybody can open. */
export const MEMBERS_POSTS = thread("2026-02-24T17:10:00Z", "ar", talk).reverse();
