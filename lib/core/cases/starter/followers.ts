import { ARTICLE, howWeKnow, RECONCILIATION, RUPTURE } from "#lib/core/cases/starter/common-source";
import { paragraph, points, story, subheading } from "#lib/core/cases/starter/prose";
import type { StarterCase } from "#lib/core/cases/starter/types";

export const followers: StarterCase = {
  slug: "followers-ninety-percent",
  incidentDate: "2018-08",
  place: { en: "Qatar", ar: "قطر" },
  title: {
    en: "Were nine in ten of the Emir of Qatar's followers fake?",
    ar: "هل كان تسعة من كل عشرة متابعين لأمير قطر وهميين؟",
  },
  standfirst: {
    en: "An article of August 2018 says that 90 per cent of the followers of Sheikh Tamim bin Hamad Al Thani, more than two million, turned out to be fake after Twitter's purge. It names no source for the figure, and its numbers can be read in two ways.",
    ar: "يقول مقال من أغسطس 2018 إن حملة التنظيف على تويتر كشفت أن 90 في المئة من متابعي الشيخ تميم بن حمد آل ثاني، وهم أكثر من مليونين، حسابات وهمية. ولا يسمّي المقال مصدرًا للنسبة، وأرقامه تحتمل قراءتين.",
  },
  story: {
    en: story(
      paragraph(
        "Percentages are easy to remember and hard to trace. In an article about accounts that Twitter had closed in the summer of 2018, an Arabic newspaper wrote that the measures had laid bare the borrowed popularity of several prominent Qataris, above all that of the Emir, Sheikh Tamim bin Hamad Al Thani: nine tenths of his followers, it said, were not real.",
      ),
      paragraph(
        "The article places a second figure beside it, more than two million followers, and leaves it to the reader to join the two.",
      ),
      subheading("Two readings of one sentence"),
      points(
        "If the Emir had more than two million followers in all, more than 1.8 million of them would have been fake.",
        "If more than two million were the fake ones, he would have had more than 2.2 million followers in all, and the remaining tenth would be over 220,000.",
      ),
      paragraph(
        "Either reading raises the question that the article passes over. If Twitter removed the fake followers, the count should have dropped by nine tenths, and anyone who had noted the number before and after could show it. If it did not remove them, its measures cannot have revealed that they were fake.",
      ),
      subheading("How such a number comes about"),
      paragraph(
        "In those years several websites offered to estimate the share of “fake followers” of any account from a small sample. Their rules differed, and accounts that had merely fallen silent were often counted as fake. Whether the article's figure came from such a tool, from a count, or from somebody's post, it does not say. And followers who do not exist tell us nothing about who put them there: they can be bought by an admirer, an opponent or a salesman.",
      ),
      subheading("What this archive is looking for"),
      points(
        "archived copies of the Emir's profile from before and after August 2018, with the number of followers visible;",
        "the first appearance of the figure of 90 per cent, and the method behind it;",
        "anything that Twitter said about removals from this account.",
      ),
    ),
    ar: story(
      paragraph(
        "النسب المئوية سهلة الحفظ صعبة التتبع. ففي مقال عن حسابات أغلقها تويتر في صيف 2018، كتبت صحيفة عربية أن تلك الإجراءات عرّت ما عدّته جماهيرية مستعارة لعدد من الشخصيات القطرية، وفي مقدمتها الأمير الشيخ تميم بن حمد آل ثاني: تسعة أعشار متابعيه، بحسبها، لا وجود لهم.",
      ),
      paragraph("ويضع المقال إلى جانب النسبة رقمًا ثانيًا، هو أكثر من مليوني متابع، ويترك للقارئ أن يجمع بينهما."),
      subheading("جملة واحدة وقراءتان"),
      points(
        "إن كان مجموع متابعي الأمير يتجاوز المليونين، فالوهميون منهم أكثر من 1.8 مليون.",
        "وإن كان الوهميون وحدهم يتجاوزون المليونين، فالمجموع أكثر من 2.2 مليون، والعُشر الباقي يزيد على 220 ألفًا.",
      ),
      paragraph(
        "وتثير القراءتان كلتاهما سؤالًا يتجاوزه المقال. فإن كان تويتر قد حذف المتابعين الوهميين، لزم أن ينخفض العدد بتسعة أعشاره، وكان في وسع من سجّل الرقم قبل ذلك وبعده أن يبيّنه. وإن لم يحذفهم، فكيف تكون إجراءاته قد كشفت أنهم وهميون؟",
      ),
      subheading("كيف ينشأ رقم كهذا"),
      paragraph(
        "في تلك السنوات كانت مواقع عدة تعرض تقدير نسبة «المتابعين الوهميين» لأي حساب استنادًا إلى عينة صغيرة. وكانت معاييرها متباينة، وكثيرًا ما عُدّ وهميًا حساب لم يفعل سوى أن توقف عن الكتابة. ولا يقول المقال هل جاءت نسبته من أداة كهذه أم من إحصاء أم من تغريدة. ثم إن وجود متابعين وهميين لا ينبئ بمن جاء بهم، فقد يشتريهم محبّ أو خصم أو تاجر.",
      ),
      subheading("ما يبحث عنه هذا الأرشيف"),
      points(
        "نسخ مؤرشفة من صفحة الأمير قبل أغسطس 2018 وبعده يظهر فيها عدد المتابعين؛",
        "أول ظهور لنسبة 90 في المئة، والطريقة التي حُسبت بها؛",
        "أي قول لتويتر عن عمليات حذف طالت متابعي هذا الحساب.",
      ),
    ),
  },
  claims: [
    {
      statement: {
        en: "After Twitter's purge it emerged that 90 per cent of the followers of the Emir of Qatar (over two million) were fake.",
        ar: "بعد حملة تويتر ظهر أن 90 في المئة من متابعي أمير قطر (أكثر من مليونين) حسابات وهمية.",
      },
      claimant: {
        en: "The newspaper article, in its own voice and without a source",
        ar: "المقال الصحفي، بلسانه ومن غير مصدر",
      },
      saidOn: "2018-08",
      saidWhere: {
        en: "In an Arabic newspaper in 2018, datelined London",
        ar: "في صحيفة عربية في 2018، مؤرَّخًا من لندن",
      },
      citation: ARTICLE,
      reasons: {
        en: "A precise share without a source, a date or a method. The two figures do not fit together in only one way, and the article does not explain how a purge could reveal the followers that it left in place. The newspaper was arguing against Qatar when it printed them.",
        ar: "نسبة دقيقة بلا مصدر ولا تاريخ ولا طريقة حساب. والرقمان لا يلتئمان على وجه واحد، ولا يشرح المقال كيف تكشف حملة حذف متابعين لم تحذفهم. وقد نشرتهما الصحيفة في سياق يناوئ قطر.",
      },
      wouldSettle: {
        en: "Dated captures of the profile that show the number of followers before and after; the list or sample that the share was computed from, with its rules; and data from the platform on accounts removed from it.",
        ar: "لقطات مؤرَّخة للصفحة تُظهر عدد المتابعين قبلُ وبعدُ، والقائمة أو العينة التي حُسبت منها النسبة مع معاييرها، وبيانات من المنصة عن الحسابات المحذوفة من متابعيه.",
      },
    },
  ],
  timeline: [
    RUPTURE,
    {
      date: "2018-08",
      text: {
        en: "Twitter closes accounts; according to the article, the measures reveal how many of the Emir's followers are fake.",
        ar: "تويتر يغلق حسابات، وبحسب المقال تكشف الإجراءات كم من متابعي الأمير وهمي.",
      },
    },
    {
      date: "2018-08",
      text: {
        en: "The article prints the figure of 90 per cent. The copy we read bears no date, but it looks back on the boycott of 26 August.",
        ar: "المقال ينشر نسبة 90 في المئة. ونسختنا منه بلا تاريخ، غير أنه يستعيد مقاطعة 26 أغسطس بعد وقوعها.",
      },
    },
    RECONCILIATION,
  ],
  howWeKnow: howWeKnow({
    en: "The share and the number of followers stand in the article without attribution: it says that this “emerged”, not who found it. We have no earlier appearance of either figure, and no copy of the profile from that summer. The arithmetic under “Two readings” is ours.",
    ar: "ترد النسبة وعدد المتابعين في المقال بلا إسناد؛ فهو يقول إن ذلك «تبيّن» ولا يقول لمن. وليس لدينا ظهور أسبق لأي من الرقمين، ولا نسخة من الصفحة في ذلك الصيف. أما الحساب الوارد تحت «جملة واحدة وقراءتان» فحسابنا نحن.",
  }),
  notEstablished: {
    en: "How many followers the account had before and after August 2018. How many of them were fake, by any stated rule. Where the figure of 90 per cent first appeared. Who, if anyone, had added fake followers, and whether the Emir's office knew.",
    ar: "كم كان عدد متابعي الحساب قبل أغسطس 2018 وبعده. وكم منهم وهمي وفق أي معيار معلن. وأين ظهرت نسبة 90 في المئة أول مرة. ومن أضاف متابعين وهميين إن وُجدوا، وهل كان مكتب الأمير على علم.",
  },
};
