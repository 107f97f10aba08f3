/** The words that dates are written with, by language: what `dates.ts` reads, as data. */

export type RelativeUnit = "day" | "week" | "month" | "year";

/** What a pattern finds; its named groups (`day`, `month`, `amount`, …) are read by `dates.ts`. */
export type PatternKind =
  | "day"
  | "month"
  | "year"
  | "weekday"
  | "week-of-month"
  | "relative-day"
  | "relative-unit"
  | "ago"
  | "months-after"
  | "vague";

/** One way to write a date; `source` is a regular expression without word boundaries. */
export interface DatePattern {
  readonly kind: PatternKind;
  readonly source: string;
  /** Words of which one stands in every match; texts without them need not be searched. */
  readonly hints?: readonly string[];
}

export interface DateLanguage {
  /** Forms of each month, January first. Both lower and upper case forms are derived. */
  readonly months: readonly (readonly string[])[];
  /** Forms of each weekday, Monday first. */
  readonly weekdays: readonly (readonly string[])[];
  readonly shortWeekdays: readonly (readonly string[])[];
  /** Whether months and weekdays may stand in lower case. */
  readonly lowerCase: boolean;
  readonly numbers: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, RelativeUnit>>;
  /** Phrase to days from the reference day. */
  readonly relativeDays: Readonly<Record<string, number>>;
  /** Phrase to calendar unit and count of units from the reference. */
  readonly relativeUnits: Readonly<Record<string, readonly [RelativeUnit, number]>>;
  /** Words that turn a weekday or a month to the one before or after the reference. */
  readonly last: string;
  readonly next: string;
  /** Letters that may be written together with the front of a word. */
  readonly proclitics: string;
  /** Words before (or in Turkish after) a date that put it in the future, as regular expression. */
  readonly future: string;
  readonly past: string;
  /** Where the verb that governs a date stands. */
  readonly verb: "before" | "after";
  readonly patterns: (words: PatternWords) => readonly DatePattern[];
}

/** Alternations that patterns are put together from; all but `otherMonth` capture under a name. */
export interface PatternWords {
  readonly month: string;
  readonly otherMonth: string;
  readonly weekday: string;
  /** Short forms too, which are safe only beside a date. */
  readonly anyWeekday: string;
  readonly number: string;
  readonly unit: string;
  readonly relativeDay: string;
  readonly relativeUnit: string;
}

/**
 * Letters of the scripts below, for use in a character class. Spelt out, because `\\p{L}` makes each
 * expression take about a millisecond to compile.
 */
export const LETTER = "A-Za-z\\u00c0-\\u024f\\u0370-\\u052f\\u0620-\\u065f\\u066e-\\u06d3";
/** Western, Arabic-Indic and Persian digits. */
const DIGIT = "[0-9٠-٩۰-۹]";
/** What must not follow a day of the month: then it is part of a longer number. */
const NO_NUMBER = `(?!${DIGIT}|[.,:]${DIGIT})`;
const DAY = `(?<day>${DIGIT}{1,2})${NO_NUMBER}`;
const ENGLISH_DAY = `(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?${NO_NUMBER}`;
/** 1800 to 2099, or the same in other digits. */
const YEAR = "(?<year>(?:1[89]|20)[0-9]{2}|(?:١[٨٩]|٢٠)[٠-٩]{2}|(?:۱[۸۹]|۲۰)[۰-۹]{2})";

/** Forms that need no language. Where day and month of a slashed date can be swapped, it is no date. */
export const NUMERIC_PATTERNS: readonly DatePattern[] = [
  { kind: "day", source: "(?<year>[12][0-9]{3})-(?<month>[01][0-9])-(?<day>[0-3][0-9])" },
  { kind: "day", source: "(?<day>[0-3]?[0-9])\\.(?<month>[01]?[0-9])\\.(?<year>[12][0-9]{3})" },
  {
    kind: "day",
    source: "(?<day>1[3-9]|2[0-9]|3[01])/(?<month>0?[1-9]|1[0-2])/(?<year>[12][0-9]{3})",
  },
  {
    kind: "day",
    source: "(?<month>0?[1-9]|1[0-2])/(?<day>1[3-9]|2[0-9]|3[01])/(?<year>[12][0-9]{3})",
  },
];

const ENGLISH: DateLanguage = {
  months: [
    ["January", "Jan.", "Jan"],
    ["February", "Feb.", "Feb"],
    ["March", "Mar.", "Mar"],
    ["April", "Apr.", "Apr"],
    ["May"],
    ["June", "Jun.", "Jun"],
    ["July", "Jul.", "Jul"],
    ["August", "Aug.", "Aug"],
    ["September", "Sept.", "Sep.", "Sept", "Sep"],
    ["October", "Oct.", "Oct"],
    ["November", "Nov.", "Nov"],
    ["December", "Dec.", "Dec"],
  ],
  weekdays: [
    ["Monday"],
    ["Tuesday"],
    ["Wednesday"],
    ["Thursday"],
    ["Friday"],
    ["Saturday"],
    ["Sunday"],
  ],
  shortWeekdays: [
    ["Mon"],
    ["Tues", "Tue"],
    ["Wed"],
    ["Thurs", "Thur", "Thu"],
    ["Fri"],
    ["Sat"],
    ["Sun"],
  ],
  lowerCase: false,
  numbers: {
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    last: -1,
  },
  units: {
    minute: "day",
    minutes: "day",
    hour: "day",
    hours: "day",
    day: "day",
    days: "day",
    week: "week",
    weeks: "week",
    month: "month",
    months: "month",
    year: "year",
    years: "year",
  },
  relativeDays: {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    today: 0,
    tonight: 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    yesterday: -1,
    tomorrow: 1,
  },
  relativeUnits: {
    "last week": ["week", -1],
    "this week": ["week", 0],
    "next week": ["week", 1],
    "last month": ["month", -1],
    "this month": ["month", 0],
    "next month": ["month", 1],
    "last year": ["year", -1],
    "this year": ["year", 0],
    "next year": ["year", 1],
  },
  last: "last",
  next: "next",
  proclitics: "",
  future: `(?:will|shall|would|won't|won’t|(?:is|are|was|were) (?:to|due|set|expected|scheduled|planned|slated)|to be|due to|due on|set to|set for|expected|scheduled|slated|planned|plans? to|planning to|going to|upcoming|ahead of|intends? to|prepar(?:e|es|ing) for)(?: [${LETTER}'’-]+){0,3}|(?:by|until|till)(?=\\s*$)`,
  past: `said|told|met|held|took|made|gave|began|came|went|sent|won|led|spoke|wrote|saw|found|fell|rose|became|left|was|were|had|did|(?<!-)[a-z]{2,}ed`,
  verb: "before",
  patterns: ({ month, weekday, anyWeekday, number, unit, relativeDay, relativeUnit }) => [
    {
      kind: "day",
      source: `(?:[OoIi]n )?(?:${anyWeekday}(?:,|\\.)? )?${month} ${ENGLISH_DAY}(?:,? ${YEAR})?`,
    },
    {
      kind: "day",
      source: `(?:[OoIi]n )?(?:${anyWeekday}(?:,|\\.)? )?(?:the )?(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? ${month}(?:,? ${YEAR})?`,
    },
    { kind: "month", source: `(?:[Ii]n (?:early |late |mid-)?)?${month},?(?: of)? ${YEAR}` },
    {
      kind: "week-of-month",
      source: `(?<amount>first|second|third|fourth|last) week (?:of|in) ${month}(?:,? ${YEAR})?`,
    },
    {
      kind: "month",
      source: `(?:(?:[Ii]n|[Tt]his) (?:early |late |mid-)?|(?:[Ll]ast|[Nn]ext) |(?<=(?:[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Ee]arly|[Ll]ate|[Ee]nd of|[Bb]eginning of|[Mm]iddle of) )|(?<=[Mm]id-))${month}`,
    },
    {
      kind: "year",
      source: `(?:(?:[Ii]n|[Ss]ince) (?:early |late |mid-)?|(?<=(?:[Dd]uring|[Uu]ntil|[Bb]efore|[Aa]fter|[Ee]nd of|[Ss]ummer of|[Ss]pring of|[Aa]utumn of|[Ww]inter of) ))${YEAR}(?!['’]?s)`,
    },
    {
      kind: "relative-day",
      source: `${relativeDay}(?:,? (?:on )?${weekday})?`,
    },
    {
      kind: "weekday",
      source: `(?:[Oo]n )?(?:(?:[Ll]ast|[Nn]ext|[Tt]his) )?(?<!(?:Black|Good|Bloody|Palm|Easter|Super|Holy) )${weekday}`,
    },
    {
      kind: "relative-unit",
      source: `(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?<!(?:[Tt]he|[Oo]ver) )${relativeUnit}`,
    },
    { kind: "ago", source: `${number} ${unit} ago`, hints: ["ago"] },
    { kind: "months-after", source: `${number} (?<unit>months?|years?) after`, hints: ["after"] },
    {
      kind: "vague",
      source:
        "[Ii]n (?:the )?(?:coming|next|following|recent|past|last)(?: few| couple of)? (?:days|weeks|months|years)",
      hints: ["days", "weeks", "months", "years"],
    },
  ],
};

const TURKISH: DateLanguage = {
  months: [
    ["Ocak"],
    ["Şubat", "Subat"],
    ["Mart"],
    ["Nisan"],
    ["Mayıs", "Mayis"],
    ["Haziran"],
    ["Temmuz"],
    ["Ağustos", "Agustos"],
    ["Eylül", "Eylul"],
    ["Ekim"],
    ["Kasım", "Kasim"],
    ["Aralık", "Aralik"],
  ],
  weekdays: [
    ["Pazartesi"],
    ["Salı", "Sali"],
    ["Çarşamba", "Carsamba"],
    ["Perşembe", "Persembe"],
    ["Cuma"],
    ["Cumartesi"],
    ["Pazar"],
  ],
  shortWeekdays: [],
  lowerCase: true,
  numbers: {
    bir: 1,
    iki: 2,
    üç: 3,
    dört: 4,
    beş: 5,
    altı: 6,
    yedi: 7,
    sekiz: 8,
    dokuz: 9,
    on: 10,
    ilk: 1,
    birinci: 1,
    ikinci: 2,
    üçüncü: 3,
    dördüncü: 4,
    son: -1,
  },
  units: {
    dakika: "day",
    saat: "day",
    gün: "day",
    hafta: "week",
    ay: "month",
    yıl: "year",
    sene: "year",
  },
  relativeDays: { bugün: 0, "bu sabah": 0, "bu akşam": 0, dün: -1, "evvelsi gün": -2, yarın: 1 },
  relativeUnits: {
    "geçen hafta": ["week", -1],
    "geçtiğimiz hafta": ["week", -1],
    "bu hafta": ["week", 0],
    "gelecek hafta": ["week", 1],
    "önümüzdeki hafta": ["week", 1],
    "geçen ay": ["month", -1],
    "geçtiğimiz ay": ["month", -1],
    "bu ay": ["month", 0],
    "gelecek ay": ["month", 1],
    "önümüzdeki ay": ["month", 1],
    "geçen yıl": ["year", -1],
    "geçen sene": ["year", -1],
    "bu yıl": ["year", 0],
    "gelecek yıl": ["year", 1],
  },
  last: "geçen|geçtiğimiz",
  next: "gelecek|önümüzdeki",
  proclitics: "",
  future: `[${LETTER}]+(?:ecek|acak)(?:ler|lar)?(?:tir|tır)?|planlanıyor|bekleniyor|öngörülüyor`,
  past: `[${LETTER}]+(?:d[ıiuü]|t[ıiuü]|m[ıiuü]şt[ıiuü])(?:ler|lar)?`,
  verb: "after",
  patterns: ({ month, weekday, number, unit, relativeDay, relativeUnit }) => [
    {
      kind: "day",
      source: `${DAY} ${month}(?: ${YEAR})?${SUFFIX}(?: ${weekday}(?: günü)?)?`,
    },
    { kind: "month", source: `${month} ${YEAR}${SUFFIX}` },
    {
      kind: "week-of-month",
      source: `${month}(?:['’]?[ıiuü]n| ayının) (?<amount>ilk|birinci|ikinci|üçüncü|dördüncü|son) haftası(?:nda)?`,
    },
    {
      kind: "month",
      source: `(?:(?:[Gg]eçen|[Gg]elecek) )?${month}(?:['’][${LETTER}]{1,5}| ay[ıi][${LETTER}]*)`,
    },
    { kind: "year", source: `${YEAR}(?:['’][${LETTER}]{1,6}| yılı[${LETTER}]*)` },
    { kind: "relative-day", source: `${relativeDay}(?:,? ${weekday}(?: günü)?)?` },
    {
      kind: "weekday",
      source: `(?:[Gg]eçen|[Gg]eçtiğimiz|[Gg]elecek|[Öö]nümüzdeki|[Bb]u) ${weekday}(?: günü)?`,
    },
    { kind: "weekday", source: `${weekday}(?: g[üu]n[üu]| akşamı| sabahı)` },
    { kind: "relative-unit", source: `${relativeUnit}` },
    { kind: "ago", source: `${number} ${unit} önce`, hints: ["önce"] },
    {
      kind: "vague",
      source: "(?:[Öö]nümüzdeki|[Ss]on|[Gg]elecek) (?:günlerde|haftalarda|aylarda)",
      hints: ["lerde", "larda"],
    },
  ],
};
/** A case ending that Turkish writes after an apostrophe: `3 Mayıs'ta`, `2011’de`. */
const SUFFIX = `(?:['’][${LETTER}]{1,6})?`;

const FRENCH: DateLanguage = {
  months: [
    ["janvier", "janv."],
    ["février", "fevrier", "févr."],
    ["mars"],
    ["avril"],
    ["mai"],
    ["juin"],
    ["juillet", "juil."],
    ["août", "aout"],
    ["septembre", "sept."],
    ["octobre", "oct."],
    ["novembre", "nov."],
    ["décembre", "decembre", "déc."],
  ],
  weekdays: [["lundi"], ["mardi"], ["mercredi"], ["jeudi"], ["vendredi"], ["samedi"], ["dimanche"]],
  shortWeekdays: [],
  lowerCase: true,
  numbers: {
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    première: 1,
    deuxième: 2,
    seconde: 2,
    troisième: 3,
    quatrième: 4,
    dernière: -1,
  },
  units: {
    minute: "day",
    minutes: "day",
    heure: "day",
    heures: "day",
    jour: "day",
    jours: "day",
    semaine: "week",
    semaines: "week",
    mois: "month",
    an: "year",
    ans: "year",
  },
  relativeDays: {
    "aujourd'hui": 0,
    "aujourd’hui": 0,
    "ce matin": 0,
    "ce soir": 0,
    "avant-hier": -2,
    "après-demain": 2,
    hier: -1,
    demain: 1,
  },
  relativeUnits: {
    "la semaine dernière": ["week", -1],
    "la semaine passée": ["week", -1],
    "cette semaine": ["week", 0],
    "la semaine prochaine": ["week", 1],
    "le mois dernier": ["month", -1],
    "ce mois-ci": ["month", 0],
    "le mois prochain": ["month", 1],
    "l'an dernier": ["year", -1],
    "l’an dernier": ["year", -1],
    "l'année dernière": ["year", -1],
    "l’année dernière": ["year", -1],
    "cette année": ["year", 0],
    "l'année prochaine": ["year", 1],
    "l’année prochaine": ["year", 1],
    "l'an prochain": ["year", 1],
    "l’an prochain": ["year", 1],
  },
  last: "dernier|dernière|passé",
  next: "prochain|prochaine",
  proclitics: "",
  future: `(?:va|vont|doit|doivent|devra|devront|devrait|devraient|sera|seront|aura|auront|prévue?s?|[${LETTER}]+(?:era|eront|ira|iront))(?: [${LETTER}'’-]+){0,3}|(?:d['’]ici|jusqu['’]au?)(?=\\s*$)`,
  past: `a|ont|était|étaient|avait|avaient|est|sont|fut|[${LETTER}]+(?:é|ée|és|ées|ait|aient|èrent)`,
  verb: "before",
  patterns: ({ month, weekday, number, unit, relativeDay, relativeUnit }) => [
    {
      kind: "day",
      source: `(?:[Ll]e )?(?:${weekday},? )?(?:le )?(?<day>[0-3]?[0-9])(?:er)? ${month}(?: ${YEAR})?`,
    },
    { kind: "month", source: `(?:(?:[Ee]n|[Aa]u mois de) )?${month} ${YEAR}` },
    {
      kind: "week-of-month",
      source: `(?<amount>première|deuxième|seconde|troisième|quatrième|dernière) semaine (?:de |d['’])${month}(?: ${YEAR})?`,
    },
    {
      kind: "month",
      source: `(?:(?:[Ee]n|[Aa]u mois de) |[Aa]u mois d['’]|(?<=(?:[Dd]epuis|[Ff]in|[Dd]ébut) )|(?<=[Mm]i-))${month}(?: (?:dernier|prochain))?`,
    },
    { kind: "year", source: `(?:(?:[Ee]n|[Dd]epuis) |(?<=l['’]année ))${YEAR}` },
    { kind: "relative-day", source: `${relativeDay}(?:,? ${weekday})?` },
    { kind: "weekday", source: `(?:[Cc]e )?${weekday}(?: (?:dernier|prochain))?` },
    { kind: "relative-unit", source: `${relativeUnit}` },
    { kind: "ago", source: `[Ii]l y a ${number} ${unit}`, hints: ["l y a"] },
    { kind: "months-after", source: `${number} (?<unit>mois|ans?) après`, hints: ["après"] },
    {
      kind: "vague",
      source:
        "[Dd]ans les (?:prochains|prochaines) (?:jours|semaines|mois)|[Cc]es derniers (?:jours|mois)",
    },
  ],
};

const RUSSIAN: DateLanguage = {
  months: [
    ["января", "январь", "январе"],
    ["февраля", "февраль", "феврале"],
    ["марта", "март", "марте"],
    ["апреля", "апрель", "апреле"],
    ["мая", "май", "мае"],
    ["июня", "июнь", "июне"],
    ["июля", "июль", "июле"],
    ["августа", "август", "августе"],
    ["сентября", "сентябрь", "сентябре"],
    ["октября", "октябрь", "октябре"],
    ["ноября", "ноябрь", "ноябре"],
    ["декабря", "декабрь", "декабре"],
  ],
  weekdays: [
    ["понедельник", "понедельника"],
    ["вторник", "вторника"],
    ["среду", "среда", "среды"],
    ["четверг", "четверга"],
    ["пятницу", "пятница", "пятницы"],
    ["субботу", "суббота", "субботы"],
    ["воскресенье", "воскресенья"],
  ],
  shortWeekdays: [],
  lowerCase: true,
  numbers: {
    один: 1,
    два: 2,
    две: 2,
    три: 3,
    четыре: 4,
    пять: 5,
    шесть: 6,
    семь: 7,
    восемь: 8,
    девять: 9,
    десять: 10,
    первая: 1,
    первой: 1,
    первую: 1,
    вторая: 2,
    второй: 2,
    вторую: 2,
    третья: 3,
    третьей: 3,
    третью: 3,
    последней: -1,
    последнюю: -1,
  },
  units: {
    минуту: "day",
    минуты: "day",
    минут: "day",
    час: "day",
    часа: "day",
    часов: "day",
    день: "day",
    дня: "day",
    дней: "day",
    неделю: "week",
    недели: "week",
    недель: "week",
    месяц: "month",
    месяца: "month",
    месяцев: "month",
    год: "year",
    года: "year",
    лет: "year",
  },
  relativeDays: { сегодня: 0, вчера: -1, позавчера: -2, завтра: 1, послезавтра: 2 },
  relativeUnits: {
    "на прошлой неделе": ["week", -1],
    "на минувшей неделе": ["week", -1],
    "на этой неделе": ["week", 0],
    "на следующей неделе": ["week", 1],
    "в прошлом месяце": ["month", -1],
    "в этом месяце": ["month", 0],
    "в следующем месяце": ["month", 1],
    "в прошлом году": ["year", -1],
    "в этом году": ["year", 0],
    "в следующем году": ["year", 1],
  },
  last: "прошлый|прошлую|прошлое|прошлого|минувший|минувшую",
  next: "следующий|следующую|следующее|будущую",
  proclitics: "",
  future: `(?:будет|будут|планирует|планируют|намерен|намерена|намерены|состоится|состоятся|пройдет|пройдёт|пройдут|предстоит|должен|должна|должны|посетит|проведет|проведёт)(?: [${LETTER}]+){0,3}|(?:до|к)(?=\\s*$)`,
  past: `[${LETTER}]{2,}(?:ал|ала|ало|али|ил|ила|ило|или|ел|ела|ели|ёл|лся|лась|лись|лось)`,
  verb: "before",
  patterns: ({ month, weekday, number, unit, relativeDay, relativeUnit }) => [
    {
      kind: "day",
      source: `(?:[Вв]о? ${weekday}, )?${DAY}(?:-го)? ${month}(?: ${YEAR}(?: года| г\\.)?)?`,
    },
    { kind: "month", source: `(?:[Вв] )?${month} ${YEAR}(?: года| г\\.)?` },
    {
      kind: "week-of-month",
      source: `(?<amount>первая|первой|первую|вторая|второй|вторую|третья|третьей|третью|последней|последнюю) недел[яеию] ${month}(?: ${YEAR})?`,
    },
    {
      kind: "month",
      source: `(?:[Вв] (?:прошлом |следующем )?|(?<=(?:[Сс]|[Дд]о|конца|начала|конце|начале) ))${month}`,
    },
    { kind: "year", source: `(?:(?:[Вв]|[Сс]) )?${YEAR} (?:году|года)` },
    { kind: "relative-day", source: `${relativeDay}(?:,? (?:во? )?${weekday})?` },
    {
      kind: "weekday",
      source: `(?:[Вв]о? |(?<=(?:[Сс]|[Дд]о|[Кк]) ))(?:(?:прошл|минувш|следующ|будущ)[${LETTER}]{2,3} )?${weekday}`,
    },
    { kind: "relative-unit", source: `${relativeUnit}` },
    { kind: "ago", source: `${number} ${unit} назад`, hints: ["назад"] },
    {
      kind: "months-after",
      source: `[Чч]ерез ${number} (?<unit>месяц|месяца|месяцев|год|года|лет) после`,
    },
    { kind: "vague", source: "[Вв] (?:ближайшие|последние) (?:дни|недели|месяцы)" },
  ],
};

const ARABIC: DateLanguage = {
  months: [
    ["يناير", "كانون الثاني", "جانفي"],
    ["فبراير", "شباط", "فيفري"],
    ["مارس", "آذار", "اذار", "أذار"],
    ["أبريل", "ابريل", "إبريل", "نيسان", "أفريل"],
    ["مايو", "أيار", "ايار", "ماي"],
    ["يونيو", "يونيه", "حزيران", "جوان"],
    ["يوليو", "يوليه", "تموز", "جويلية", "يوليوز"],
    ["أغسطس", "اغسطس", "آب", "أوت", "غشت"],
    ["سبتمبر", "أيلول", "ايلول", "شتنبر"],
    ["أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"],
    ["نوفمبر", "تشرين الثاني", "نونبر"],
    ["ديسمبر", "كانون الأول", "كانون الاول", "دجنبر"],
  ],
  weekdays: [
    ["الاثنين", "الإثنين"],
    ["الثلاثاء"],
    ["الأربعاء", "الاربعاء"],
    ["الخميس"],
    ["الجمعة"],
    ["السبت"],
    ["الأحد", "الاحد"],
  ],
  shortWeekdays: [],
  lowerCase: true,
  numbers: {
    الأول: 1,
    الأولى: 1,
    الثاني: 2,
    الثانية: 2,
    الثالث: 3,
    الثالثة: 3,
    الأخير: -1,
    ثلاثة: 3,
    ثلاث: 3,
    أربعة: 4,
    أربع: 4,
    خمسة: 5,
    ستة: 6,
    سبعة: 7,
    ثمانية: 8,
    تسعة: 9,
    عشرة: 10,
  },
  units: {
    دقائق: "day",
    دقيقة: "day",
    ساعات: "day",
    ساعة: "day",
    أيام: "day",
    يوم: "day",
    أسابيع: "week",
    أسبوع: "week",
    أشهر: "month",
    شهر: "month",
    سنوات: "year",
    أعوام: "year",
    عام: "year",
  },
  relativeDays: {
    "أول أمس": -2,
    "بعد غد": 2,
    اليوم: 0,
    أمس: -1,
    امس: -1,
    "قبل يومين": -2,
    غدا: 1,
    غداً: 1,
    غدًا: 1,
  },
  relativeUnits: {
    "الأسبوع الماضي": ["week", -1],
    "الأسبوع الجاري": ["week", 0],
    "هذا الأسبوع": ["week", 0],
    "الأسبوع المقبل": ["week", 1],
    "الأسبوع القادم": ["week", 1],
    "الشهر الماضي": ["month", -1],
    "الشهر الجاري": ["month", 0],
    "هذا الشهر": ["month", 0],
    "الشهر المقبل": ["month", 1],
    "الشهر القادم": ["month", 1],
    "العام الماضي": ["year", -1],
    "العام الجاري": ["year", 0],
    "هذا العام": ["year", 0],
    "العام المقبل": ["year", 1],
    "العام القادم": ["year", 1],
  },
  last: "الماضي|الفائت|المنصرم",
  next: "المقبل|القادم",
  proclitics: "[وفبلك]?",
  future: `(?:سوف|(?<![${LETTER}])س[يتن][${LETTER}]{2,}|المقرر|المتوقع|المزمع)(?: [${LETTER}]+){0,3}|(?:حتى|بحلول)(?=\\s*$)`,
  past: "قال|قالت|أعلن|أعلنت|أكد|أكدت|التقى|عقد|عقدت|كان|كانت|صرح|ذكر|ذكرت|أفاد|وصل|وقع|وقعت|بدأ|بدأت|شن|دعا|دعت",
  verb: "before",
  patterns: ({ month, otherMonth, weekday, number, unit, relativeDay, relativeUnit }) => [
    {
      kind: "day",
      source: `(?:(?:في|يوم) )?(?:${weekday}،? )?(?:الموافق )?${DAY}(?: من)?(?: شهر)? ${month}${otherName(otherMonth)}(?:،? (?:عام |سنة )?${YEAR}| (?:الماضي|المقبل|القادم|الجاري))?`,
    },
    {
      kind: "month",
      source: `(?:في )?(?:شهر )?${month}${otherName(otherMonth)}(?: من)?(?: عام| سنة)? ${YEAR}`,
    },
    {
      kind: "week-of-month",
      source: `الأسبوع (?<amount>الأول|الثاني|الثالث|الأخير) من(?: شهر)? ${month}${otherName(otherMonth)}(?: ${YEAR})?`,
    },
    {
      kind: "month",
      source: `(?:(?:في|منذ) (?:شهر )?)${month}${otherName(otherMonth)}(?: (?:الماضي|المقبل|القادم|الجاري))?`,
    },
    { kind: "year", source: `(?:(?:في|منذ) )?(?:عام|العام|سنة) ${YEAR}` },
    { kind: "relative-day", source: `${relativeDay}(?:،? (?:يوم )?${weekday})?` },
    { kind: "weekday", source: `(?:يوم )?${weekday}(?: (?:الماضي|المقبل|القادم))?` },
    { kind: "relative-unit", source: `${relativeUnit}` },
    { kind: "ago", source: `(?:قبل|منذ) ${number} ${unit}`, hints: ["قبل", "منذ"] },
    { kind: "vague", source: "(?:في|خلال) الأيام (?:المقبلة|القادمة|الماضية|القليلة الماضية)" },
  ],
};
/** The same month by its other name: `مايو/أيار`, `أيار (مايو)`. */
function otherName(otherMonth: string): string {
  return `(?: ?[/(] ?${otherMonth}\\)?)?`;
}

/** By primary language subtag. */
export const DATE_LANGUAGES: Readonly<Record<string, DateLanguage>> = {
  en: ENGLISH,
  tr: TURKISH,
  fr: FRENCH,
  ru: RUSSIAN,
  ar: ARABIC,
};
