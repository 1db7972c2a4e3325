import { ARTICLE, ARTICLE_PUBLISHED, howWeKnow, RECONCILIATION, RUPTURE } from "#lib/core/cases/starter/common-source";
import { paragraph, points, story, strong, subheading } from "#lib/core/cases/starter/prose";
import type { StarterCase } from "#lib/core/cases/starter/types";

export const uaeSimCards: StarterCase = {
  slug: "uae-sim-cards-2016-06",
  incidentDate: "2016-06",
  place: { en: "United Arab Emirates", ar: "الإمارات العربية المتحدة" },
  title: {
    en: "A confession on television: SIM cards bought for fake accounts",
    ar: "اعتراف على الشاشة: شرائح هاتف إماراتية لحسابات وهمية",
  },
  standfirst: {
    en: "News channels showed a man described as a Qatari intelligence officer, who said he had been sent to buy Emirati SIM cards for opening fake accounts. A confession that one side obtains and broadcasts is weak evidence, and it is all that this claim has.",
    ar: "عرضت قنوات إخبارية رجلًا قُدّم على أنه ضابط في المخابرات القطرية، قال إنه أُوفد لشراء شرائح هاتف إماراتية لفتح حسابات مزيّفة. والاعتراف الذي يحصل عليه أحد الأطراف ويبثه دليل ضعيف، وهو كل ما يستند إليه هذا الادعاء.",
  },
  story: {
    en: story(
      paragraph(
        "The accusation is unusually concrete. A man presented as an officer of Qatari intelligence, by then a former one, told the camera that Qatar's state security had given him a task: to obtain SIM cards from the United Arab Emirates, so that social media accounts could be opened that would look local and belong to nobody.",
      ),
      paragraph(
        "According to an Arabic newspaper, news channels put these admissions on the air in June 2016. The newspaper adds, in its own voice and without naming a source, that a digital department of Qatari intelligence set up accounts to attack the Emirates and its symbols.",
      ),
      subheading("Why a broadcast confession is weak evidence"),
      paragraph(
        "Technically the story holds together: a local number does make an account look local. But plausibility is not proof, and the form in which the story comes to us is among the least reliable there are.",
      ),
      points(
        "The speaker, to all appearances, was not free. A person in the hands of a state may say what it wants to hear, and a viewer cannot know what came before the recording.",
        "Whoever broadcasts chooses the extract. We do not know what was asked, what was cut, or whether it was ever repeated in an open court and tested by a defence.",
        "The channels and the newspaper that passed it on stood on the side that the confession served.",
        "It names no number, no card and no account that anyone could look up.",
      ),
      subheading("A date that needs checking"),
      paragraph(
        "The article dates the broadcast to June 2016. That is a full year ",
        strong("before"),
        " the Gulf states broke with Qatar, at a time when such a broadcast between partners would have caused a stir of its own. The date may be right or a slip of the pen; until we have the recording, this file keeps the article's date and says that it is the article's.",
      ),
    ),
    ar: story(
      paragraph(
        "الاتهام هنا محدد على غير العادة. رجل قُدّم على أنه ضابط في المخابرات القطرية، وقد صار ضابطًا سابقًا، قال أمام الكاميرا إن جهاز أمن الدولة في قطر كلّفه بالحصول على شرائح هاتف من الإمارات، لتُفتح بها حسابات على مواقع التواصل تبدو محلية ولا صاحب لها.",
      ),
      paragraph(
        "وبحسب صحيفة عربية، بُثّت هذه الأقوال على قنوات إخبارية في يونيو 2016. وتضيف الصحيفة، بلسانها ومن غير أن تسمّي مصدرًا، أن إدارة رقمية في المخابرات القطرية فتحت حسابات لمهاجمة الإمارات ورموزها.",
      ),
      subheading("لماذا يُعدّ الاعتراف المتلفز دليلًا ضعيفًا؟"),
      paragraph(
        "الرواية متماسكة من الناحية التقنية، فالرقم المحلي يُظهر الحساب محليًا بالفعل. لكن المعقولية ليست إثباتًا، والشكل الذي وصلتنا به الرواية من أقل الأشكال موثوقية.",
      ),
      points(
        "لم يكن المتحدث حرًّا على ما يبدو. ومن كان في قبضة دولة قد يقول ما تريد سماعه، ولا سبيل للمشاهد إلى معرفة ما سبق التسجيل.",
        "من يبثّ هو من يختار المقطع. ولا نعلم ما الأسئلة التي طُرحت، ولا ما حُذف، ولا هل أُعيد الكلام في محكمة علنية وناقشه دفاع.",
        "القنوات التي بثت الاعتراف والصحيفة التي نقلته تقف في الصف الذي يخدمه.",
        "لا يرد فيه رقم ولا شريحة ولا حساب يمكن لأحد أن يبحث عنه.",
      ),
      subheading("تاريخ يحتاج إلى تدقيق"),
      paragraph(
        "يؤرّخ المقال البثّ في يونيو 2016، أي ",
        strong("قبل"),
        " عام كامل من قطيعة دول الخليج مع قطر، وفي وقت كان بثٌّ كهذا بين شركاء كفيلًا بإثارة ضجة قائمة بذاتها. قد يكون التاريخ صحيحًا وقد يكون زلة قلم؛ وإلى أن نحصل على التسجيل، يُبقي هذا الملف على تاريخ المقال وينسبه إليه.",
      ),
    ),
  },
  claims: [
    {
      statement: {
        en: "Qatari state security gave the officer the task of buying Emirati SIM cards, to be used for opening fake accounts on social media.",
        ar: "كلّف جهاز أمن الدولة القطري الضابط بشراء شرائح هاتف إماراتية تُستخدم في فتح حسابات مزيّفة على مواقع التواصل.",
      },
      claimant: {
        en: "A former Qatari intelligence officer, as he was presented, in a confession broadcast by news channels",
        ar: "ضابط سابق في المخابرات القطرية، كما قُدّم، في اعتراف بثته قنوات إخبارية",
      },
      saidOn: "2016-06",
      saidWhere: {
        en: "On news channels, as reported by an Arabic newspaper in 2018, which does not name them",
        ar: "على قنوات إخبارية، كما نقلت صحيفة عربية في 2018 من غير أن تسمّيها",
      },
      citation: ARTICLE,
      reasons: {
        en: "The only basis is a confession apparently made in custody and shown by one side. It may have been given under pressure, it was cut by whoever broadcast it, it contains no detail that can be checked independently, and we know it only from a newspaper's summary. Even its date is uncertain.",
        ar: "الأساس الوحيد اعترافٌ يبدو أنه أُخذ في الاحتجاز وعرضه أحد الأطراف. ويُحتمل أن يكون قد انتُزع تحت الضغط، وقد اختار مقاطعَه من بثّه، وليس فيه تفصيل يمكن التحقق منه باستقلال، ولا نعرفه إلا من ملخص صحيفة. وحتى تاريخه غير مؤكد.",
      },
      wouldSettle: {
        en: "The unedited recording; the record of an open trial in which it was tested; the numbers of the cards, with the operator's sales records; and platform data that tie accounts opened with those numbers to people acting for Qatar.",
        ar: "التسجيل كاملًا بلا مونتاج، ومحضر محاكمة علنية نوقش فيها، وأرقام الشرائح مع سجلات بيعها لدى شركة الاتصالات، وبيانات من المنصات تربط الحسابات المفتوحة بتلك الأرقام بأشخاص يعملون لمصلحة قطر.",
      },
    },
  ],
  timeline: [
    {
      date: "2016-06",
      text: {
        en: "According to the article, news channels broadcast the confession. No other source for this date is in the archive.",
        ar: "بحسب المقال، قنوات إخبارية تبث الاعتراف. وليس في الأرشيف مصدر آخر لهذا التاريخ.",
      },
    },
    RUPTURE,
    ARTICLE_PUBLISHED,
    RECONCILIATION,
  ],
  howWeKnow: howWeKnow({
    en: "We have not seen the broadcast. What the man is reported to have said is the newspaper's condensation of “parts” of it, more than two years later. That he spoke in custody is our inference from the words “confession” and “intelligence officer”; the article does not say where or by whom he was recorded.",
    ar: "لم نشاهد البث. وما يُنسب إلى الرجل هو اختصار الصحيفة لـ«أجزاء» منه بعد أكثر من عامين. أما كونه تحدث وهو محتجز فاستنتاج منا من لفظي «اعترافات» و«ضابط مخابرات»؛ إذ لا يقول المقال أين سُجّل كلامه ولا من سجّله.",
  }),
  notEstablished: {
    en: "Who the man is, where he was held and what became of him. Whether any cards were bought, and whether a single account was opened with one. Whether the “digital department” that the article mentions exists. Whether the broadcast was in June 2016 at all.",
    ar: "من هو الرجل، وأين احتُجز، وما الذي آل إليه أمره. وهل اشتُريت شرائح أصلًا، وهل فُتح بها ولو حساب واحد. وهل توجد «الإدارة الرقمية» التي يذكرها المقال. وهل كان البث في يونيو 2016 من الأساس.",
  },
};
