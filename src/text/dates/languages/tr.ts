/** How Turkish writes dates. */
import { DAY, type DateLanguage, DECADE, LAST_YEAR, LETTER, YEAR } from "../date-language.js";

/** A case ending that Turkish writes after an apostrophe: `3 Mayıs'ta`, `2011’de`. */
const SUFFIX = `(?:['’][${LETTER}]{1,6})?`;

/** "(that) … will": the date is its own unless its subject, a genitive, stands behind the date. */
const EMBEDDED = `[ıi][${LETTER}]{0,6}(?<! [${LETTER}]{2,}[ıiuü]n(?: [${LETTER}]+){1,4})`;

/** "until" right behind a date looks ahead, but not in "lasted until". */
const UNTIL = `(?<=^\\s*)(?:kadar|dek)(?!(?: [${LETTER}]+){0,2} [${LETTER}]*(?:[dt]|m[ıiuü]şt)[ıiuü](?:ler|lar)?(?![${LETTER}]))`;

export const TURKISH: DateLanguage = {
  months: [
    ["Ocak", "ocağın", "ocakta"],
    ["Şubat", "Subat", "şubatın", "şubatta"],
    ["Mart", "martın", "martta"],
    ["Nisan", "nisanın", "nisanda"],
    ["Mayıs", "Mayis", "mayısın", "mayısta"],
    ["Haziran", "haziranın", "haziranda"],
    ["Temmuz", "temmuzun", "temmuzda"],
    ["Ağustos", "Agustos", "ağustosun", "ağustosta"],
    ["Eylül", "Eylul", "eylülün", "eylülde"],
    ["Ekim", "ekimin", "ekimde"],
    ["Kasım", "Kasim", "kasımın", "kasımda"],
    ["Aralık", "Aralik", "aralığın", "aralıkta"],
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
  spelledDays: false,
  dayFirst: true,
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
  hours: { dakika: 0, saat: 1 },
  yearPhrases: {},
  last: "geçen|geçtiğimiz",
  next: "gelecek|önümüzdeki",
  proclitics: "",
  shape: {
    on: "",
    article: "",
    ordinal: "",
    of: " ",
    year: "(?: YEAR)?",
    suffix: SUFFIX,
    monthArticle: "",
    yearArticle: "",
    yearEnd: "(?: yılları)?(?: arasında)?",
    spans: [
      { open: "", between: " ?[-–] ?" },
      { open: "", between: " ile (?=[^ ]+ [^ ]+ (?:[0-9]{4} )?(?:tarihleri )?arasında)" },
    ],
    and: " ve ",
  },
  future: `[${LETTER}]+(?:ecek|acak)[${LETTER}]{0,6}|[${LETTER}]{2,}(?:eceğ|acağ)(?:[ıi][mz]|${EMBEDDED})|${UNTIL}|planlanıyor|bekleniyor|öngörülüyor`,
  past: `[${LETTER}]+(?:d[ıiuü]|t[ıiuü]|m[ıiuü]şt[ıiuü])(?:ler|lar)?`,
  verb: "after",
  patterns: ({ month, weekday, number, unit, relativeDay, relativeUnit }) => [
    { kind: "day", source: `${DAY} ${month}(?: ${YEAR})?${SUFFIX}(?: ${weekday}(?: günü)?)?` },
    { kind: "month", source: `${month} ${YEAR}${SUFFIX}` },
    {
      kind: "month",
      source: `${YEAR}(?:['’][${LETTER}]{1,6}| yılı(?:nın)?)? ${month} ay[ıi][${LETTER}]*`,
    },
    {
      kind: "week-of-month",
      source: `${month}(?:['’][ıiuü]n| ayının|) (?<amount>ilk|birinci|ikinci|üçüncü|dördüncü|son) haftası(?:nda)?`,
    },
    {
      kind: "month",
      source: `(?:(?:[Gg]eçen|[Gg]elecek) )?${month}(?:['’][${LETTER}]{1,5}| ay[ıi][${LETTER}]*)`,
    },
    {
      kind: "month",
      source: `${month} (?:ayı |ayının )?(?:başı|ortası|sonu|başları|ortaları|sonları)n[${LETTER}]*`,
    },
    {
      kind: "month",
      source:
        "(?<month>şubatta|martta|nisanda|mayısta|haziranda|temmuzda|ağustosta|eylülde|kasımda)",
    },
    {
      kind: "year",
      source: `${YEAR}(?:['’](?!l[iıuü])[${LETTER}]{1,6}| yılı[${LETTER}]*)(?! (?:ilk|birinci|ikinci|üçüncü|dördüncü|son) çeyre)`,
    },
    {
      kind: "year-range",
      source: `${YEAR}(?: ile | ve | ?[-–] ?)${LAST_YEAR} yılları arasında`,
    },
    { kind: "decade", source: `${DECADE}['’]?l[ıiuü] yıllar[${LETTER}]*` },
    {
      kind: "quarter",
      source: `${YEAR}(?:['’][${LETTER}]{1,6}| yılının) (?<amount>ilk|birinci|ikinci|üçüncü|dördüncü|son) çeyreğ[${LETTER}]*`,
      hints: ["çeyreğinde", "çeyreğini", "çeyreğinin", "çeyreği", "çeyreğine"],
    },
    { kind: "relative-day", source: `${relativeDay}(?:,? ${weekday}(?: günü)?)?` },
    {
      kind: "weekday",
      source: `(?:[Gg]eçen|[Gg]eçtiğimiz|[Gg]elecek|[Öö]nümüzdeki|[Bb]u) ${weekday}(?: günü)?`,
    },
    { kind: "weekday", source: `(?<!(?:[Hh]er|[Bb]ir) )${weekday}(?: g[üu]n[üu]| akşamı| sabahı)` },
    { kind: "relative-unit", source: `${relativeUnit}` },
    { kind: "ago", source: `${number} ${unit} önce`, hints: ["önce"] },
    {
      kind: "vague",
      source: "(?:[Öö]nümüzdeki|[Ss]on|[Gg]elecek) (?:günlerde|haftalarda|aylarda)",
      hints: ["günlerde", "haftalarda", "aylarda"],
    },
  ],
};
