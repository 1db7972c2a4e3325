import { formatNumber } from "#lib/i18n/format";
import type { charts as english } from "#lib/i18n/messages/en/charts";
import type { Messages } from "#lib/i18n/messages/type";
import { plural } from "#lib/i18n/plural";

const say = (count: number) => formatNumber("ar", count);

const accounts = (count: number) =>
  plural("ar", count, {
    zero: "لا حسابات",
    one: "حساب واحد",
    two: "حسابان",
    few: "# حسابات",
    many: "# حسابًا",
    other: "# حساب",
  });
const posts = (count: number) =>
  plural("ar", count, {
    zero: "لا منشورات",
    one: "منشور واحد",
    two: "منشوران",
    few: "# منشورات",
    many: "# منشورًا",
    other: "# منشور",
  });

export const charts: Messages<typeof english> = {
  sample: "عيّنة: هذا ما يضمّه الأرشيف، لا كل ما نُشر.",
  numbers: "الأرقام نفسها في جدول",
  utc: "الأوقات بالتوقيت العالمي UTC.",
  per: {
    minute: "المنشورات في كل دقيقة",
    five_minutes: "المنشورات في كل خمس دقائق",
    quarter_hour: "المنشورات في كل ربع ساعة",
    hour: "المنشورات في كل ساعة",
    six_hours: "المنشورات في كل ست ساعات",
    day: "المنشورات في كل يوم",
    week: "المنشورات في كل أسبوع",
    four_weeks: "المنشورات في كل أربعة أسابيع",
    thirteen_weeks: "المنشورات في كل ثلاثة عشر أسبوعًا",
    fifty_two_weeks: "المنشورات في كل اثنين وخمسين أسبوعًا",
  },
  from: "من",
  timeline: {
    title: "المنشورات عبر الزمن",
    own: "صيغ لم تتكرر",
    copied: "صيغ منسوخة",
    reposts: "إعادات نشر",
    originals: "منشورات أصلية",
    share: "نسبة الصيغ المنسوخة",
    shareOfOriginals: "من المنشورات الأصلية",
    few: (count) => `مظلّلة حيث تقل المنشورات الأصلية عن ${count}.`,
    meaning: "منسوخة: في الأرشيف منشورات أصلية أخرى بالعبارة نفسها. وتُعدّ إعادات النشر وحدها أيًّا كان نصها.",
    desc: (total, from, to) => `${posts(total)} من ${from} إلى ${to}.`,
    outside: (before, after) => {
      const earlier = before > 0 ? `${posts(before)} قبل هذه المدة` : "";
      const later = after > 0 ? `${posts(after)} بعدها` : "";
      return `${[earlier, later].filter(Boolean).join("، و")}، ولا تظهر في الرسم.`;
    },
    whole: "ارسم المدة كلها",
    undated: (count) =>
      plural("ar", count, {
        one: "منشور واحد بلا وقت لا يظهر في الرسم.",
        two: "منشوران بلا وقت لا يظهران في الرسم.",
        few: "# منشورات بلا وقت لا تظهر في الرسم.",
        many: "# منشورًا بلا وقت لا تظهر في الرسم.",
        other: "# منشور بلا وقت لا تظهر في الرسم.",
      }),
    uncompared: (count) =>
      plural("ar", count, {
        one: "منشور واحد لم يُقارن بعد، ويُعدّ حتى ذلك الحين صيغة لم تتكرر.",
        two: "منشوران لم يُقارنا بعد، ويُعدّان حتى ذلك الحين صيغتين لم تتكررا.",
        few: "# منشورات لم تُقارن بعد، وتُعدّ حتى ذلك الحين صيغًا لم تتكرر.",
        many: "# منشورًا لم تُقارن بعد، وتُعدّ حتى ذلك الحين صيغًا لم تتكرر.",
        other: "# منشور لم تُقارن بعد، وتُعدّ حتى ذلك الحين صيغًا لم تتكرر.",
      }),
    none: "لا وقت معروفًا لأي منشور هنا، فلا شيء يُرسم.",
  },
  arrivals: {
    title: "الحسابات بحسب أول منشور لها هنا",
    total: "الحسابات حتى ذلك الوقت",
    fresh: "حسابات جديدة",
    desc: (count) => `${accounts(count)}، يُحسب كل منها من أول منشور له بين هذه المنشورات.`,
  },
  concentration: {
    title: "كم حسابًا نشر كم منشورًا",
    none: "لا حساب معروفًا هنا.",
    single: (made) => `حساب واحد نشر كل ما هنا (${posts(made)}).`,
    half: (few, all, made, total) =>
      `${plural("ar", few, {
        one: "حساب واحد",
        two: "حسابان",
        few: "# حسابات",
        many: "# حسابًا",
        other: "# حساب",
      })} من أصل ${say(all)} ${plural("ar", few, {
        one: "نشر",
        two: "نشرا",
        other: "نشرت",
      })} نصف المنشورات (${say(made)} من أصل ${say(total)}).`,
    even: (all) => `${accounts(all)}، لكل منها منشور واحد.`,
    accounts: "الحسابات من الأنشط",
    posts: "ما نشرته",
    share: "النسبة من المنشورات",
    fewest: "أقل عدد من الحسابات",
    mark: (few) => `${accounts(few)}: نصف المنشورات`,
    alike: "لو تساوت الحسابات كلها",
    desc: "يرتفع الخط بدءًا من أنشط الحسابات، والخط المستقيم ما كان ليكون لو نشرت كلها بالتساوي.",
  },
};
