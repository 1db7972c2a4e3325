import { ARTICLE, ARTICLE_PUBLISHED, howWeKnow, RECONCILIATION, RUPTURE } from "#lib/core/cases/starter/common-source";
import { paragraph, points, story, subheading } from "#lib/core/cases/starter/prose";
import type { StarterCase } from "#lib/core/cases/starter/types";

export const saudiAccounts: StarterCase = {
  slug: "saudi-accounts-2017-07",
  incidentDate: "2017-07",
  place: { en: "Saudi Arabia", ar: "السعودية" },
  title: {
    en: "A Saudi minister counted 23,000 Twitter accounts and named Qatar",
    ar: "وزير سعودي يعدّ 23 ألف حساب على تويتر ويتهم قطر",
  },
  standfirst: {
    en: "In July 2017 Awwad Alawwad, then Saudi Arabia's information minister, accused Qatar of standing behind more than 23,000 Twitter accounts that called for unrest in the kingdom. The number is exact enough to be checked, but how it was reached has not been shown.",
    ar: "في يوليو 2017 اتهم عواد العواد، وزير الإعلام السعودي آنذاك، قطر بأنها تقف خلف ما يزيد على 23 ألف حساب على تويتر تحرّض على الاضطراب في المملكة. والرقم محدد بما يكفي للتحقق منه، لكن أحدًا لم يبيّن كيف جرى التوصل إليه.",
  },
  story: {
    en: story(
      paragraph(
        "The dispute between Qatar and its neighbours was a few weeks old when the Saudi information minister of the day, Awwad Alawwad, put a figure on what he described as a campaign against his country. More than 23,000 accounts on Twitter, he said, were sowing division and urging Saudis to revolt, and Qatar was behind them.",
      ),
      paragraph(
        "For the kingdom, the minister went on, this was a question of national security: the aim was to bring the street to the boil.",
      ),
      subheading("A number without a method"),
      paragraph(
        "Twenty-three thousand is a striking figure, and striking figures are repeated. An Arabic newspaper was still repeating this one more than a year later. But a count of accounts means little until three things are known: which accounts were counted, what an account had to do to be included, and what ties it to a government rather than to angry people.",
      ),
      paragraph(
        "The article we hold answers none of them. It does not say who did the counting, over what period, or whether the list was ever given to Twitter or to anyone else who could have looked at it.",
      ),
      paragraph(
        "It also runs two claims together. That many accounts called for protest is one; that a foreign state directed them is another, and needs evidence of a different kind. Dissent and a foreign operation can look alike from outside, and a government under criticism has a reason to prefer the second explanation.",
      ),
      subheading("What this archive is looking for"),
      points(
        "the minister's own words, in a recording or transcript with a date;",
        "a list of the accounts, or even a part of one;",
        "posts from the weeks before July 2017 that call for protest, to see which wordings were copied and by whom.",
      ),
    ),
    ar: story(
      paragraph(
        "لم تكن الأزمة بين قطر وجيرانها قد تجاوزت أسابيعها الأولى حين وضع عواد العواد، وزير الإعلام السعودي في حينه، رقمًا لما وصفه بحملة تستهدف بلاده: ما يزيد على 23 ألف حساب على تويتر تبثّ الفرقة وتحضّ السعوديين على «الثورة»، وقطر من ورائها.",
      ),
      paragraph("وأدرج الوزير الأمر في خانة الأمن الوطني، قائلًا إن المقصود هو إشعال الشارع."),
      subheading("رقم بلا منهج"),
      paragraph(
        "ثلاثة وعشرون ألفًا رقم لافت، والأرقام اللافتة تُردَّد. وقد ظلت صحيفة عربية تردد هذا الرقم بعد أكثر من عام. غير أن عدّ الحسابات لا يعني الكثير قبل معرفة ثلاثة أمور: أي حسابات شملها العدّ، وما الذي يجعل حسابًا ما مشمولًا به، وما الذي يربطه بحكومة لا بأناس غاضبين.",
      ),
      paragraph(
        "والمقال الذي بين أيدينا لا يجيب عن أي منها. فهو لا يقول من تولّى العدّ، ولا عن أي مدة، ولا هل سُلّمت القائمة يومًا إلى تويتر أو إلى جهة أخرى تستطيع فحصها.",
      ),
      paragraph(
        "ثم إنه يدمج ادعاءين في واحد: أن حسابات كثيرة دعت إلى الاحتجاج، وأن دولة أجنبية كانت توجّهها. والثاني يحتاج إلى أدلة من نوع آخر. فالمعارضة الداخلية والعملية الخارجية قد تتشابهان في عين من ينظر من بعيد، وللحكومة التي يطالها النقد مصلحة في ترجيح التفسير الثاني.",
      ),
      subheading("ما يبحث عنه هذا الأرشيف"),
      points(
        "كلام الوزير نفسه في تسجيل أو نص مؤرَّخ؛",
        "قائمة بالحسابات، أو جزء منها على الأقل؛",
        "منشورات الأسابيع السابقة ليوليو 2017 التي تدعو إلى الاحتجاج، لمعرفة أي الصيغ نُسخت ومن نسخها.",
      ),
    ),
  },
  claims: [
    {
      statement: {
        en: "Qatar stood behind more than 23,000 Twitter accounts that stirred up division and called for revolt in Saudi Arabia; this was a matter of national security.",
        ar: "قطر تقف خلف ما يزيد على 23 ألف حساب على تويتر تؤجج الانقسام وتدعو إلى «الثورة» في السعودية، والمسألة مسألة أمن وطني.",
      },
      claimant: {
        en: "Awwad Alawwad, then information minister of Saudi Arabia",
        ar: "عواد العواد، وزير الإعلام السعودي آنذاك",
      },
      saidOn: "2017-07",
      saidWhere: {
        en: "In public remarks, as reported by an Arabic newspaper in 2018; the article does not say where he spoke",
        ar: "في تصريحات علنية، كما نقلتها صحيفة عربية في 2018، ولا يذكر المقال أين أدلى بها",
      },
      citation: ARTICLE,
      reasons: {
        en: "A count that nobody outside has been able to repeat. The article gives neither a list nor a method, does not separate accounts that merely criticised from accounts that were directed, and offers nothing that leads from them to Qatar. The speaker was a minister of a party to the dispute.",
        ar: "هو إحصاء لم يتمكن أحد من الخارج من إعادته. فالمقال لا يقدّم قائمة ولا منهجًا، ولا يميّز بين حسابات اكتفت بالنقد وأخرى جرى توجيهها، وليس فيه ما يقود منها إلى قطر. وصاحب القول وزير في حكومة طرف في الأزمة.",
      },
      wouldSettle: {
        en: "The list behind the number; the rule by which an account was put on it; data from the platform on who registered and ran the accounts; and an independent count over the same weeks that comes to a similar result.",
        ar: "القائمة التي بُني عليها الرقم، والمعيار الذي أُدرج به كل حساب، وبيانات من المنصة عمّن سجّل الحسابات وأدارها، وإحصاء مستقل عن المدة نفسها ينتهي إلى نتيجة قريبة.",
      },
    },
  ],
  timeline: [
    RUPTURE,
    {
      date: "2017-07",
      text: {
        en: "Awwad Alawwad, the Saudi information minister, says Qatar is behind more than 23,000 Twitter accounts and calls it a matter of national security.",
        ar: "وزير الإعلام السعودي عواد العواد يقول إن قطر تقف خلف أكثر من 23 ألف حساب على تويتر، ويعدّ ذلك مسألة أمن وطني.",
      },
    },
    ARTICLE_PUBLISHED,
    RECONCILIATION,
  ],
  howWeKnow: howWeKnow({
    en: "The minister's remarks reach us through that article, thirteen months later and partly in its own summary. We have neither a recording nor a transcript, and cannot say whether the figure came with reservations that were lost on the way.",
    ar: "وصلتنا تصريحات الوزير عبر ذلك المقال بعد ثلاثة عشر شهرًا، وبعضها بصياغة الصحيفة لا بلفظه. وليس لدينا تسجيل ولا نص كامل، ولا نستطيع القول هل رافقت الرقمَ تحفظاتٌ سقطت في الطريق.",
  }),
  notEstablished: {
    en: "Where the figure of 23,000 comes from and what exactly it counts. Whether any of the accounts were run from Qatar, or for it. How many were real people in Saudi Arabia. Where and on which day the minister spoke, and what Qatar answered.",
    ar: "من أين جاء رقم 23 ألفًا وماذا يحصي على وجه الدقة. وهل أُدير أي من الحسابات من قطر أو لحسابها. وكم منها يعود إلى أشخاص حقيقيين داخل السعودية. وأين تحدث الوزير وفي أي يوم، وبماذا ردّت قطر.",
  },
};
