/** How English writes dates. */
import { DAY, type DateLanguage, DECADE, LAST_DAY, LETTER, YEAR } from "../date-language.js";

export const ENGLISH: DateLanguage = {
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
  spelledDays: false,
  dayFirst: false,
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
    final: -1,
  },
  units: {
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
  hours: { minute: 0, minutes: 0, hour: 1, hours: 1 },
  yearPhrases: { "last year": -1, "this year": 0, "next year": 1 },
  last: "last",
  next: "next",
  proclitics: "",
  shape: {
    on: "(?:[Oo]n )?(?:the )?",
    article: "(?:the )?",
    ordinal: "(?:st|nd|rd|th)?",
    of: "(?: of)? ",
    year: "(?:,? (?:of )?YEAR)?",
    suffix: "",
    monthArticle: "(?:early |late |mid-)?",
    yearArticle: "(?:early |late |mid-)?",
    yearEnd: "",
    spans: [
      { open: "[Ff]rom ", between: " (?:to|until|through|till) " },
      { open: "[Bb]etween ", between: " and " },
      { open: "", between: " ?[-–] ?| (?:to|through) " },
    ],
    and: ",? and | & ",
  },
  future: `(?:will|shall|would|won't|won’t|(?:is|are|was|were) (?:to|due|set|expected|scheduled|planned|slated)|to be|due to|due on|set to|set for|expected|scheduled|slated|planned|plans? to|planning to|going to|(?:go|goes|heads?) to the polls|upcoming|ahead of|intends? to|prepar(?:e|es|ing) for)(?: [${LETTER}'’-]+){0,3}|(?:by|until|till)(?: the)?(?: (?:start|beginning|middle|end) of)?(?=\\s*$)`,
  past: "said|told|met|held|took|made|gave|began|came|went|sent|won|led|spoke|wrote|saw|found|fell|rose|became|left|was|were|had|did|(?<!-)[a-z]{2,}ed",
  verb: "before",
  patterns: ({ month, weekday, anyWeekday, number, unit, relativeDay, relativeUnit, year }) => [
    {
      kind: "day",
      source: `(?:[OoIi]n )?(?:${anyWeekday}(?:,|\\.)? )?${month} ${DAY}(?:st|nd|rd|th)?(?:,? (?:of )?${year})?${NOT_COUNTED}`,
    },
    {
      kind: "day",
      source: `(?:[OoIi]n )?(?:${anyWeekday}(?:,|\\.)? )?(?:the )?(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? ${month}(?:,? (?:of )?${year})?(?!['’]s)`,
    },
    {
      kind: "day-range",
      source: `(?:[Ff]rom |[Oo]n )?${month} ${DAY}(?:st|nd|rd|th)?(?: ?[-–] ?| (?:to|until|through|till) )(?:the )?${LAST_DAY}(?:st|nd|rd|th)?(?:,? ${year})?${NOT_COUNTED}`,
    },
    {
      kind: "day-range",
      source: `[Bb]etween ${month} ${DAY}(?:st|nd|rd|th)? and (?:the )?${LAST_DAY}(?:st|nd|rd|th)?(?:,? ${year})?${NOT_COUNTED}`,
    },
    {
      kind: "day-of-list",
      source: `(?<=${month} [0-3]?[0-9](?:st|nd|rd|th)?(?:, [0-3]?[0-9](?:st|nd|rd|th)?){0,6}(?:,? and | & ))${DAY}(?:st|nd|rd|th)?(?:,? ${year})?(?=[.,;:)]|$| (?:in|at|by|with|after|before|when|as|and|for|to)(?= ))`,
    },
    {
      kind: "day-of-month",
      source:
        "(?:[Oo]n )?(?:the )?(?<day>[0-3]?[0-9])(?:st|nd|rd|th) of (?<phrase>last month|this month|next month)",
      hints: ["month"],
    },
    { kind: "month", source: `(?:[Ii]n (?:early |late |mid-)?)?${month},?(?: of)? ${year}` },
    {
      kind: "week-of-month",
      source: `(?<amount>first|second|third|fourth|last) week (?:of|in) ${month}(?:,? ${year})?`,
    },
    {
      kind: "month",
      source: `(?:(?:[Ii]n|[Tt]his) (?:early |late |mid-)?|(?:[Ll]ast|[Nn]ext) |(?<=(?:[Ss]ince|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate|[Ee]nd of|[Bb]eginning of|[Mm]iddle of) )|(?<=(?:[Bb]y|[Ff]rom) )(?!May)|(?<=[Mm]id-))${month}`,
    },
    {
      kind: "year",
      source: `(?:(?:[Ii]n|[Ss]ince) (?:early |late |mid-|the year )?|(?<=(?:[Dd]uring|[Uu]ntil|[Bb]efore|[Aa]fter|[Ee]nd of|[Ss]ummer of|[Ss]pring of|[Aa]utumn of|[Ww]inter of|[Ff]all of) ))${YEAR}(?!['’]?s|[-–/.,][0-9]| ?%)${NOT_COUNTED}`,
    },
    {
      kind: "decade",
      source: `(?:[Ii]n |[Dd]uring |[Ss]ince )?(?:the )?(?:early |late |mid-)?${DECADE}['’]?s`,
    },
    {
      kind: "quarter",
      source: `(?:[Ii]n )?(?:the )?(?<amount>first|second|third|fourth|final|last) quarter(?: of|,)? ${year}`,
      hints: ["quarter"],
    },
    { kind: "relative-day", source: `${relativeDay}(?:,? (?:on )?${weekday})?` },
    {
      kind: "weekday",
      source: `(?:[Oo]n )?(?:(?:[Ll]ast|[Nn]ext|[Tt]his) )?(?<!(?:${NO_DAY}) )${weekday}(?! (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Star|Night|School|Club))`,
    },
    {
      kind: "weekend",
      source:
        "(?:(?:[Ll]ast|[Tt]his|[Nn]ext)(?: past)?|(?:[Aa]t|[Oo]ver|[Dd]uring|[Oo]n) the(?: past)?) weekend",
      hints: ["weekend"],
    },
    {
      kind: "relative-unit",
      source: `(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?<!(?:[Tt]he|[Oo]ver) )${relativeUnit}`,
    },
    {
      kind: "ago",
      source: `(?<!(?:[Mm]ore than|[Ll]ess than|[Oo]ver|[Uu]nder|[Aa]t least|and) )${number} ${unit} ago`,
      hints: ["ago"],
    },
    { kind: "months-after", source: `${number} (?<unit>months?|years?) after`, hints: ["after"] },
    {
      kind: "vague",
      source:
        "[Ii]n (?:the )?(?:coming|next|following|recent|past|last)(?: few| couple of)? (?:days|weeks|months|years)",
      hints: ["days", "weeks", "months", "years"],
    },
  ],
};

/** Before a weekday: a feast of that name, or any such day. */
const NO_DAY =
  "Black|Good|Bloody|Palm|Easter|Super|Holy|Ash|Maundy|Cyber|Shrove|Whit|[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne|per|most|some|alternate";
/** What follows a number that counts and is no date. */
const NOT_COUNTED =
  "(?! ?(?:GMT|UTC|hours|hrs|people|persons|men|women|children|adults|families|patients|volunteers|soldiers|troops|homes|houses|households|villages|towns|cities|places|locations|countries|schools|hospitals|companies|firms|stores|jobs|cases|deaths|votes|shares|tonnes|tons|kg|km|kilometres|kilometers|metres|meters|miles|feet|dollars|euros|pounds|barrels|litres|pages|words|ships|samples|percent|per cent)(?![a-z]))";
