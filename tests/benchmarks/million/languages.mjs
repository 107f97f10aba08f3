/** What made-up articles are written in: small words, syllables of the others, and sentences on the brief's themes. */
export const LANGUAGES = [
  {
    code: "en",
    share: 0.5,
    small: "the of and to in a is that for on was with as by at from it an be has".split(" "),
    syllables: "ka lo mir ten sa vor el du ran bi sto ne pal gu shi or tam we lin ar".split(" "),
    stop: ".",
    themes: [
      "All foreign forces and mercenaries must leave Libya without delay, the minister said on {day}.",
      "Türkiye and the Government of National Unity defended the maritime deal that they signed in 2019.",
      "The ceasefire signed in Geneva still holds along the line between Sirte and Jufra, observers said.",
      "Some {number} fighters of the Wagner group remain at bases in the south of Libya, a report says.",
      "“We ask for the withdrawal of mercenaries from our country,” the foreign minister told reporters in Tripoli.",
      "Turkey's troops are in Libya under an agreement with its government, Ankara replied.",
    ],
  },
  {
    code: "ar",
    share: 0.2,
    small: "في من على إلى أن عن مع هذا التي الذي كان قد ما لا بعد بين كما حتى وقال وأن".split(" "),
    syllables: "با را سي مو نا دل كر شا فت حم عل قو تي جب صن ود لا هم رش زا".split(" "),
    stop: ".",
    themes: [
      "وقال الوزير إن جميع القوات الأجنبية والمرتزقة يجب أن تغادر ليبيا دون تأخير.",
      "وأكدت تركيا وحكومة الوحدة الوطنية تمسكهما بالاتفاق البحري الموقع عام 2019.",
      "ولا يزال وقف إطلاق النار في ليبيا صامدا على خط سرت الجفرة بحسب مراقبين.",
      "ولا يزال نحو {number} من مرتزقة فاغنر في قواعد جنوب ليبيا وفق تقرير.",
    ],
  },
  {
    code: "ru",
    share: 0.12,
    small: "и в не на что с по как из за он это для от но его был так к о".split(" "),
    syllables: "ка ло мир тен са вор ель ду ран би сто не пал гу ши ор там ве лин ар".split(" "),
    stop: ".",
    themes: [
      "Все иностранные силы и наёмники должны покинуть Ливию без промедления, заявил министр.",
      "Турция и Правительство национального единства отстаивают морское соглашение 2019 года.",
      "Режим прекращения огня в Ливии соблюдается на линии Сирт — Джуфра, сообщили наблюдатели.",
      "Около {number} бойцов ЧВК «Вагнер» остаются на базах на юге Ливии, говорится в докладе.",
    ],
  },
  {
    code: "fr",
    share: 0.1,
    small: "de la le et les des en un du une que est pour qui dans a par plus pas au".split(" "),
    syllables: "ba ri mon tel sou var el du ran bi ste ne pal gou chi or tam ve lin ar".split(" "),
    stop: ".",
    themes: [
      "Toutes les forces étrangères et les mercenaires doivent quitter la Libye sans délai, a déclaré le ministre.",
      "La Turquie et le gouvernement d'union nationale défendent l'accord maritime signé en 2019.",
      "Le cessez-le-feu en Libye tient toujours sur la ligne entre Syrte et Joufra, selon des observateurs.",
      "Quelque {number} combattants du groupe Wagner restent dans le sud de la Libye, selon un rapport.",
    ],
  },
  {
    code: "tr",
    share: 0.08,
    small:
      "ve bir bu da de için ile olarak çok daha gibi sonra kadar olan ise en ne o her mi".split(
        " ",
      ),
    syllables: "ka lı mır ten sa vor el dü ran bi şto ne pal gü şi or tam ve lin ar".split(" "),
    stop: ".",
    themes: [
      "Bakan, tüm yabancı güçlerin ve paralı askerlerin Libya'dan gecikmeden ayrılması gerektiğini söyledi.",
      "Türkiye ve Milli Birlik Hükümeti 2019'da imzalanan deniz yetki alanları anlaşmasını savundu.",
      "Libya'da ateşkes Sirte ile Cufra arasındaki hatta sürüyor, gözlemciler bildirdi.",
      "Bir rapora göre yaklaşık {number} Wagner mensubu Libya'nın güneyindeki üslerde kalıyor.",
    ],
  },
];
