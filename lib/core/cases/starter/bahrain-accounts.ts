import { ARTICLE, ARTICLE_PUBLISHED, howWeKnow, RECONCILIATION, RUPTURE } from "#lib/core/cases/starter/common-source";
import { paragraph, points, story, subheading } from "#lib/core/cases/starter/prose";
import type { StarterCase } from "#lib/core/cases/starter/types";

export const bahrainAccounts: StarterCase = {
  slug: "bahrain-accounts-2018-07",
  incidentDate: "2018-07",
  place: { en: "Bahrain", ar: "البحرين" },
  title: {
    en: "Bahrain blamed accounts run from Qatar for stirring trouble with Saudi Arabia",
    ar: "البحرين تتهم حسابات تُدار من قطر بالوقيعة بينها وبين السعودية",
  },
  standfirst: {
    en: "In July 2018 Bahrain's interior ministry said it had found fake accounts, steered from Qatar, that were meant to sour its relations with Saudi Arabia. No list of accounts and no account of how they were traced has reached this archive.",
    ar: "في يوليو 2018 قالت وزارة الداخلية البحرينية إنها كشفت حسابات مزيّفة توجَّه من قطر لتعكير صفو علاقاتها بالسعودية. ولم تصل إلى هذا الأرشيف قائمة بتلك الحسابات، ولا ما يبيّن كيف جرى تتبّعها.",
  },
  story: {
    en: story(
      paragraph(
        "A year into the Gulf dispute, Bahrain's interior ministry told the public that it had come across a number of accounts on social media that were not what they seemed. According to the ministry, whoever ran them did so from Qatar, and their purpose was to harm the close relationship between Bahrain and Saudi Arabia.",
      ),
      paragraph(
        "The statement travelled. Users on Twitter passed it on and argued about it under the hashtag #عصابات_تويتر (“Twitter gangs”), and an Arabic newspaper brought it up again a month later as one link in a chain of similar accusations against Qatar.",
      ),
      subheading("An accusation with the evidence left out"),
      paragraph(
        "What the newspaper passes on is the conclusion. It does not say how many accounts there were, what they were called, what they had posted, or how the ministry worked out where they were being run from. Each of these can be checked; none of them is in the article.",
      ),
      paragraph(
        "The ministry was also not a bystander. Bahrain had broken off relations with Qatar in June 2017, and an announcement of this kind served its side of the argument. That does not make it false. It does mean that the ministry's word alone cannot carry it.",
      ),
      subheading("What this archive is looking for"),
      points(
        "the ministry's statement itself, captured from an official page or account, with its date;",
        "posts under #عصابات_تويتر from July 2018, and whether the same wording recurs in many accounts;",
        "any answer from the authorities in Qatar, which the article does not mention.",
      ),
    ),
    ar: story(
      paragraph(
        "بعد نحو عام على اندلاع الأزمة الخليجية، أبلغت وزارة الداخلية في البحرين الجمهور بأنها وقعت على عدد من الحسابات في مواقع التواصل الاجتماعي ليست على ما تبدو عليه. وبحسب الوزارة، فإن من يشغّلها يفعل ذلك من قطر، وغايته الإضرار بالصلة الوثيقة التي تجمع المنامة بالرياض.",
      ),
      paragraph(
        "ولم يمرّ البيان بصمت؛ فقد أعاد المغردون نشره وتجادلوا حوله تحت وسم #عصابات_تويتر، ثم عادت إليه صحيفة عربية بعد شهر لتدرجه حلقةً في سلسلة اتهامات مشابهة موجّهة إلى قطر.",
      ),
      subheading("اتهام بلا أدلة منشورة"),
      paragraph(
        "ما تنقله الصحيفة هو الخلاصة وحدها. فهي لا تذكر عدد الحسابات، ولا أسماءها، ولا ما نشرته، ولا كيف استدلّت الوزارة على المكان الذي تُدار منه. وكل واحدة من هذه النقاط قابلة للتحقق، وليس في المقال شيء منها.",
      ),
      paragraph(
        "ثم إن الوزارة لم تكن طرفًا محايدًا. فالبحرين قطعت علاقاتها بقطر في يونيو 2017، وإعلانٌ كهذا يخدم موقفها. ولا يعني ذلك أنه غير صحيح، بل يعني أن قول الوزارة وحده لا يكفي لإثباته.",
      ),
      subheading("ما يبحث عنه هذا الأرشيف"),
      points(
        "نص بيان الوزارة ملتقطًا من صفحة أو حساب رسمي، مع تاريخه؛",
        "المنشورات التي حملت وسم #عصابات_تويتر في يوليو 2018، وهل تتكرر فيها الصيغة نفسها على ألسنة حسابات كثيرة؛",
        "أي رد من السلطات في قطر، وهو ما لا يأتي المقال على ذكره.",
      ),
    ),
  },
  claims: [
    {
      statement: {
        en: "A number of fake social media accounts were being run from Qatar in order to damage relations between Bahrain and Saudi Arabia.",
        ar: "ثمة حسابات مزيّفة على مواقع التواصل كانت تُدار من قطر بغرض الإضرار بعلاقات البحرين والسعودية.",
      },
      claimant: { en: "Interior ministry of Bahrain", ar: "وزارة الداخلية البحرينية" },
      saidOn: "2018-07",
      saidWhere: {
        en: "In a ministry statement, as reported by an Arabic newspaper in 2018",
        ar: "في بيان للوزارة، كما نقلته صحيفة عربية في 2018",
      },
      citation: ARTICLE,
      reasons: {
        en: "The claim reaches us at second hand, from an article that takes the same side. It names no account, gives no number and explains no method, so there is nothing in it that anyone outside the ministry could test.",
        ar: "وصلنا الادعاء منقولًا لا من مصدره، عبر مقال ينحاز إلى الطرف نفسه. وهو لا يسمّي حسابًا ولا يذكر عددًا ولا يشرح طريقة، فليس فيه ما يستطيع أحد خارج الوزارة أن يختبره.",
      },
      wouldSettle: {
        en: "The full statement with the names of the accounts; captures of what they posted; records from the platform on where they were run from and whether one operator stood behind several; and findings by researchers who are close to neither side.",
        ar: "النص الكامل للبيان مع أسماء الحسابات، ولقطات لما نشرته، وبيانات من المنصة عن مكان تشغيلها وعمّا إذا كان وراء عدد منها مشغّل واحد، ونتائج باحثين لا تربطهم صلة بأي من الطرفين.",
      },
    },
  ],
  timeline: [
    RUPTURE,
    {
      date: "2018-07",
      text: {
        en: "Bahrain's interior ministry says it has detected fake accounts run from Qatar. Users pass the statement on under #عصابات_تويتر.",
        ar: "وزارة الداخلية البحرينية تقول إنها رصدت حسابات مزيّفة تُدار من قطر، ومغردون يتناقلون بيانها تحت وسم #عصابات_تويتر.",
      },
    },
    ARTICLE_PUBLISHED,
    RECONCILIATION,
  ],
  howWeKnow: howWeKnow({
    en: "We have not seen the ministry's statement. The month, the hashtag and the substance of the accusation are the article's; it puts part of the statement in quotation marks, without saying where it was published.",
    ar: "لم نطّلع على بيان الوزارة نفسه. فالشهر والوسم ومضمون الاتهام مأخوذة كلها من المقال، وهو يضع جزءًا من البيان بين علامتي تنصيص من غير أن يذكر أين نُشر.",
  }),
  notEstablished: {
    en: "Whether the accounts existed, how many there were, who ran them and from where. On which day of July the ministry spoke. Whether the posts under the hashtag came from people or were themselves pushed. Whether anyone in Qatar replied.",
    ar: "هل وُجدت تلك الحسابات، وكم كان عددها، ومن أدارها ومن أين. وفي أي يوم من يوليو تحدثت الوزارة. وهل جاءت المنشورات تحت الوسم من أناس حقيقيين أم كانت هي نفسها مدفوعة. وهل صدر أي رد من قطر.",
  },
};
