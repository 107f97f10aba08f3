/** What tells languages apart: their scripts, and within a script the words that bind sentences. */

export interface ScriptLanguages {
  /** First and last code unit of each range of letters. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Languages told apart by function words; one alone needs no further look. */
  readonly languages: readonly string[];
  /** Letters that only one of the languages writes; the first that the text has often decides. */
  readonly ownLetters?: readonly (readonly [string, RegExp])[];
  /** For texts too short to tell. */
  readonly fallback: string;
}

export const SCRIPT_LANGUAGES: readonly ScriptLanguages[] = [
  {
    ranges: [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0xc0, 0x24f],
    ],
    languages: ["en", "tr", "fr", "de", "es", "it", "pt", "nl", "pl", "az"],
    fallback: "und",
  },
  {
    ranges: [[0x620, 0x6d3]],
    languages: ["ar", "fa", "ur"],
    ownLetters: [
      ["ur", /[ٹڈڑںے]/g],
      ["fa", /[پچژگ]/g],
    ],
    fallback: "ar",
  },
  {
    ranges: [[0x400, 0x52f]],
    languages: ["ru", "uk", "bg", "sr"],
    ownLetters: [
      ["uk", /[іїєґ]/gi],
      ["sr", /[ђјљњћџ]/gi],
      ["ru", /[ыэё]/gi],
      ["bg", /ъ/gi],
    ],
    fallback: "ru",
  },
  { ranges: [[0x370, 0x3ff]], languages: ["el"], fallback: "el" },
  { ranges: [[0x5d0, 0x5ea]], languages: ["he"], fallback: "he" },
  { ranges: [[0x3041, 0x30ff]], languages: ["ja"], fallback: "ja" },
  { ranges: [[0x4e00, 0x9fff]], languages: ["zh"], fallback: "zh" },
  { ranges: [[0xac00, 0xd7a3]], languages: ["ko"], fallback: "ko" },
  { ranges: [[0x531, 0x587]], languages: ["hy"], fallback: "hy" },
  { ranges: [[0x10a0, 0x10ff]], languages: ["ka"], fallback: "ka" },
];

const WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in a is that for on was with as by at from it be are this has have an he his its not were which will their they been but or had said who would after also more about than",
  tr: "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ama ne her en ki mi değil olduğunu göre oldu var yok ise edildi dedi ifade arasında tarafından üzerine söyledi nin ın",
  fr: "le la les de des du et en un une à est que qui dans pour par sur au aux avec ce il se ne pas son sa ses plus a été ont sont cette leur mais ou où l d qu s n",
  de: "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
  es: "el la los las de y en que un una por con para se del al es lo su como más no ha sus este sobre entre también fue pero o ser son desde",
  it: "il la le di e che in un una per con del della dei delle si è da al non nel sono alla ha come più anche su gli ma dal dalla lo i ed",
  pt: "o a os as de e que em um uma para com do da dos das no na nos nas por se não ao mais como foi é sua seu ou pelo pela também são",
  nl: "de het een en van in is dat op te voor met zijn niet die aan er om ook als bij door uit naar werd maar over heeft worden nog tot wordt deze",
  pl: "w i na z że się do nie o to jest jak po od za oraz przez dla są był ale ze które który tym także przy było jego ich",
  az: "və bir bu üçün ilə olan da də çox daha sonra kimi isə edib deyib olub bildirib haqqında tərəfindən olaraq onun ki nə var görə qeyd",
  ar: "في من على إلى أن التي الذي عن مع ما هذا هذه بين كما بعد قال كان لا ولم وقد قد أو إن ذلك خلال كانت وقال حول منذ قبل لم وفي ومن بعض عبر",
  fa: "در به از که این را با است برای آن یک می شد خود تا هم بر اند کرد بود های شده کرده ها گفت او نیز یا اما پس هر",
  ur: "کے کی میں اور سے ہے کا کو نے پر یہ کہ ہیں کر نہیں جو ایک بھی ہو تھا گیا اس ان کیا لیے تھے ساتھ",
  ru: "и в не на что с по как это он к из за от о его для но до также был она так все при если или уже они было были после их со во том который которые",
  uk: "і в не на що з по як це він до із за від про його для але та також був вона так при якщо або вже вони було були після їх у є який які й",
  bg: "и в не на че с по как това той да из за от о го за но до също е тя така при ако или вече те беше са след им със във който които ще се",
  sr: "и у не на да са по као је он до из за од о га али такође био она тако при ако или већ они било су после их који које се није што",
};

export const FUNCTION_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(WORDS).map(([language, words]) => [language, new Set(words.split(" "))]),
);
