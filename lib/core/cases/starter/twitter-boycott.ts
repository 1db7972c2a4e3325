import { ARTICLE, howWeKnow, RECONCILIATION, RUPTURE } from "#lib/core/cases/starter/common-source";
import { paragraph, points, story, subheading } from "#lib/core/cases/starter/prose";
import type { StarterCase } from "#lib/core/cases/starter/types";

export const twitterBoycott: StarterCase = {
  slug: "twitter-boycott-2018-08-26",
  incidentDate: "2018-08-26",
  place: { en: "Qatar", ar: "قطر" },
  title: {
    en: "A day without Twitter: who was behind the closed accounts?",
    ar: "يوم بلا تويتر: من كان وراء الحسابات المغلقة؟",
  },
  standfirst: {
    en: "After a wave of closures, accounts in Qatar called for a boycott of Twitter on Sunday 26 August 2018. Critics spoke of some 8,000 automated accounts, the boycotters of real people who had been silenced, and neither side has shown what it knows.",
    ar: "بعد موجة إغلاق حسابات، دعت حسابات في قطر إلى مقاطعة تويتر يوم الأحد 26 أغسطس 2018. تحدث المنتقدون عن نحو ثمانية آلاف حساب آلي، وتحدث المقاطعون عن أناس حقيقيين أُسكتت أصواتهم، ولم يُظهر أي من الفريقين ما لديه.",
  },
  story: {
    en: story(
      paragraph(
        "In late August 2018 a number of Twitter accounts disappeared, and two stories about them began to circulate at once. In the first, the company had cleaned out a network of automated accounts that worked for Qatar. In the second, it had silenced Qataris for standing up for their country.",
      ),
      paragraph(
        "The second story came with a call to action: to stay away from Twitter for twenty-four hours on Sunday, 26 August. The call ran under #مقاطعة_تويتر_الأحد_26 (“Boycott Twitter on Sunday 26”) and, in English, #no_twitter_on_sunday_26. The other camp answered under #فضيحة_الحسابات_القطرية (“Scandal of the Qatari accounts”) and #خلايا_عزمي (“Azmi's cells”), a label that points to Azmi Bishara; those who use it accuse him of steering such accounts, and the article we hold gives no evidence for it.",
      ),
      subheading("Three claims, three parties"),
      paragraph(
        "Each claim in this file is made by somebody else. The figure of some 8,000 closed accounts, said to have run by themselves, comes from what the article calls unofficial sources. That the owners were real people is what the boycotters said; the Qatari newspaper Al-Sharq is quoted as reporting their protest at the suspension of accounts that stood up for the homeland against the “electronic flies” of the countries blockading it. And that the boycott fell flat is the article's own judgement.",
      ),
      paragraph(
        "The first two do not exclude each other. A sweep can hit automated accounts and the people who wrote among them; only a list could tell how many there were of each.",
      ),
      subheading("A report that is said to have gone"),
      paragraph(
        "One detail matters to an archive more than it may have mattered to the article. Al-Sharq's report on the boycott, it says, was later removed from the newspaper's website. If so, an old copy would show what it said, and a dated look at its address would show that it had gone. The article gives neither the address nor the day, and a page that cannot be found is not yet a page that was withdrawn.",
      ),
      subheading("What this archive is looking for"),
      points(
        "posts under the four hashtags from 20 to 31 August 2018, counted by account and by wording;",
        "Al-Sharq's report, in any copy made before it was removed;",
        "a statement by Twitter on accounts it closed in those days;",
        "owners of closed accounts who can show that the account was theirs.",
      ),
    ),
    ar: story(
      paragraph(
        "في أواخر أغسطس 2018 اختفى عدد من حسابات تويتر، وسرعان ما راجت عنها روايتان. تقول الأولى إن الشركة طهّرت موقعها من شبكة حسابات آلية تعمل لمصلحة قطر، وتقول الثانية إنها أسكتت قطريين لأنهم دافعوا عن بلدهم.",
      ),
      paragraph(
        "واقترنت الرواية الثانية بدعوة إلى التحرك: هجر تويتر أربعًا وعشرين ساعة يوم الأحد 26 أغسطس. وسارت الدعوة تحت وسم #مقاطعة_تويتر_الأحد_26، وبالإنجليزية تحت \u2066#no_twitter_on_sunday_26\u2069. وردّ الفريق الآخر بوسمي #فضيحة_الحسابات_القطرية و#خلايا_عزمي، والأخير يلمّح إلى عزمي بشارة الذي يتهمه مستخدمو الوسم بتوجيه تلك الحسابات، ولا يقدّم المقال الذي بين أيدينا دليلًا على ذلك.",
      ),
      subheading("ثلاثة ادعاءات وثلاثة أطراف"),
      paragraph(
        "لكل ادعاء في هذا الملف صاحب مختلف. فرقم الثمانية آلاف حساب مغلق، التي قيل إنها كانت تعمل تلقائيًا، منسوب في المقال إلى ما سمّاه مصادر غير رسمية. أما القول إن وراءها أشخاصًا حقيقيين فقول المقاطعين؛ وينقل المقال عن صحيفة الشرق القطرية احتجاجهم على إيقاف حسابات تنافح عن الوطن في وجه «الذباب الإلكتروني» لدول الحصار. وأما أن المقاطعة لم تجد صدى فحكم المقال نفسه.",
      ),
      paragraph(
        "ولا تناقض بين الادعاءين الأولين؛ فحملة إغلاق واحدة قد تطال حسابات آلية وتطال معها أناسًا كتبوا بينها، ولا سبيل إلى معرفة نصيب كل منهما إلا بقائمة.",
      ),
      subheading("خبر يقال إنه اختفى"),
      paragraph(
        "ثمة تفصيل يعني الأرشيف أكثر مما عنى كاتب المقال: يقول المقال إن خبر «الشرق» عن المقاطعة أزيل لاحقًا من موقع الصحيفة. فإن صح ذلك، فنسخة قديمة منه تبيّن ما جاء فيه، وزيارة مؤرَّخة لرابطه تبيّن أنه لم يعد هناك. غير أن المقال لا يذكر الرابط ولا اليوم، وصفحة لا نجدها ليست بالضرورة صفحة سُحبت.",
      ),
      subheading("ما يبحث عنه هذا الأرشيف"),
      points(
        "المنشورات تحت الوسوم الأربعة بين 20 و31 أغسطس 2018، معدودةً بحسب الحساب وبحسب الصيغة؛",
        "خبر «الشرق» في أي نسخة أُخذت قبل إزالته؛",
        "بيان من تويتر عن الحسابات التي أغلقها في تلك الأيام؛",
        "أصحاب حسابات مغلقة يستطيعون إثبات أنها كانت لهم.",
      ),
    ),
  },
  claims: [
    {
      statement: {
        en: "Twitter closed some 8,000 automated accounts that were run from Qatar.",
        ar: "أغلق تويتر نحو ثمانية آلاف حساب آلي كانت تُدار من قطر.",
      },
      claimant: {
        en: "Unofficial sources, not named by the article",
        ar: "مصادر غير رسمية لم يسمّها المقال",
      },
      saidOn: "2018-08",
      saidWhere: {
        en: "As reported by an Arabic newspaper in 2018, datelined London",
        ar: "كما نقلته صحيفة عربية في 2018، في خبر مؤرَّخ من لندن",
      },
      citation: ARTICLE,
      reasons: {
        en: "Nobody stands behind the number by name. The article reports no statement by Twitter, gives no list, and does not say how it was found that the accounts were automated or that they were run from Qatar.",
        ar: "لا أحد يتبنّى الرقم باسمه. فالمقال لا ينقل بيانًا من تويتر، ولا يورد قائمة، ولا يقول كيف عُرف أن الحسابات آلية أو أنها تُدار من قطر.",
      },
      wouldSettle: {
        en: "Twitter's own statement or data on accounts it closed in August 2018; or a list of the accounts, with captures of their posts that show the timing and repetition of a machine.",
        ar: "بيان من تويتر نفسه أو بياناته عن الحسابات التي أغلقها في أغسطس 2018، أو قائمة بالحسابات مع لقطات لمنشوراتها تُظهر توقيت الآلة وتكرارها.",
      },
    },
    {
      statement: {
        en: "The closed accounts belonged to real people who were defending their country.",
        ar: "الحسابات المغلقة لأشخاص حقيقيين كانوا يدافعون عن بلدهم.",
      },
      claimant: {
        en: "Account holders who called for the boycott, as quoted from Al-Sharq (Qatar)",
        ar: "أصحاب حسابات دعوا إلى المقاطعة، نقلًا عن صحيفة «الشرق» القطرية",
      },
      saidOn: "2018-08",
      saidWhere: {
        en: "In Al-Sharq, as quoted by an Arabic newspaper in 2018; the report itself is said to have been removed",
        ar: "في صحيفة «الشرق»، كما اقتبستها صحيفة عربية في 2018، ويقال إن الخبر نفسه أزيل",
      },
      citation: ARTICLE,
      reasons: {
        en: "We know this side of the story only through an article that argues against it, which cites a report we cannot read. No account holder is named, and no closed account has been shown to belong to a particular person.",
        ar: "لا نعرف هذه الرواية إلا عبر مقال يخالفها، نقلًا عن خبر لا نستطيع قراءته. ولم يُسمَّ أي من أصحاب الحسابات، ولم يُثبَت أن حسابًا مغلقًا بعينه يعود إلى شخص بعينه.",
      },
      wouldSettle: {
        en: "People who come forward and prove that a closed account was theirs; the notices they had from Twitter; captures of their posts; and Al-Sharq's report in full.",
        ar: "أشخاص يتقدمون ويثبتون أن حسابًا مغلقًا كان لهم، والإشعارات التي وصلتهم من تويتر، ولقطات لمنشوراتهم، ونص خبر «الشرق» كاملًا.",
      },
    },
    {
      statement: {
        en: "The one-day boycott hardly spread, and the Qatari newspaper's report on it was later removed from its website.",
        ar: "لم تلقَ مقاطعة اليوم الواحد انتشارًا يُذكر، وأزالت الصحيفة القطرية لاحقًا خبرها عنها من موقعها.",
      },
      claimant: {
        en: "The newspaper article, in its own voice",
        ar: "المقال الصحفي، بلسانه",
      },
      saidOn: "2018-08",
      saidWhere: {
        en: "In an Arabic newspaper in 2018, datelined London",
        ar: "في صحيفة عربية في 2018، مؤرَّخًا من لندن",
      },
      citation: ARTICLE,
      reasons: {
        en: "The article says that the hashtags went nowhere although people from Qatari media joined in, but gives no count of posts or accounts. For the removal it names neither an address nor a date, and quotes no one who looked twice.",
        ar: "يقول المقال إن الوسمين لم ينتشرا رغم مشاركة إعلاميين قطريين، لكنه لا يورد عددًا للمنشورات ولا للحسابات. وفي شأن الإزالة لا يذكر رابطًا ولا تاريخًا، ولا ينقل عمّن عاين الصفحة مرتين.",
      },
      wouldSettle: {
        en: "A count of posts under both hashtags from the platform or from a collection made at the time; and two dated captures of the report's address, one with the report and one without.",
        ar: "عدد المنشورات تحت الوسمين من المنصة أو من مجموعة جُمعت في حينه، ولقطتان مؤرَّختان لرابط الخبر، إحداهما والخبر موجود والأخرى بعد غيابه.",
      },
    },
  ],
  timeline: [
    RUPTURE,
    {
      date: "2018-08",
      text: {
        en: "Accounts disappear from Twitter; unofficial sources speak of some 8,000. The call for a boycott begins.",
        ar: "حسابات تختفي من تويتر، ومصادر غير رسمية تتحدث عن نحو ثمانية آلاف، وبدء الدعوة إلى المقاطعة.",
      },
    },
    {
      date: "2018-08-26",
      text: {
        en: "The Sunday chosen for staying away from Twitter for twenty-four hours.",
        ar: "يوم الأحد المحدد لهجر تويتر أربعًا وعشرين ساعة.",
      },
    },
    {
      date: "2018-08",
      text: {
        en: "The article is written after the boycott, and says that Al-Sharq's report can no longer be found on the newspaper's site. Its exact date is not known to us.",
        ar: "يُكتب المقال بعد المقاطعة، ويقول إن خبر «الشرق» لم يعد موجودًا على موقع الصحيفة. ولا نعرف تاريخه على وجه الدقة.",
      },
    },
    RECONCILIATION,
  ],
  howWeKnow: howWeKnow({
    en: "The hashtags, the figure of 8,000 and the words attributed to Al-Sharq are all quoted from the article. It also reproduces posts by private account holders who mock or accuse Qatar; we leave these people unnamed, because their opinions are not evidence of the claims and they did not ask to be in a case file.",
    ar: "الوسوم ورقم الثمانية آلاف والكلام المنسوب إلى «الشرق» منقولة كلها عن المقال. وهو يورد كذلك تغريدات لأصحاب حسابات خاصة يسخرون فيها من قطر أو يتهمونها؛ وقد أغفلنا أسماءهم لأن آراءهم ليست دليلًا على الادعاءات، ولم يطلبوا أن يكونوا في ملف.",
  }),
  notEstablished: {
    en: "How many accounts Twitter closed, which ones and why. How many of them were automated, and how many had a person behind them. Whether anyone in Qatar directed either the accounts or the boycott. How far the hashtags spread. Whether Al-Sharq withdrew its report, when and for what reason.",
    ar: "كم حسابًا أغلق تويتر، وأي الحسابات هي، ولماذا. وكم منها آلي وكم وراءه إنسان. وهل وجّهت جهة في قطر الحسابات أو المقاطعة. وإلى أي مدى انتشرت الوسوم. وهل سحبت «الشرق» خبرها، ومتى، ولأي سبب.",
  },
};
