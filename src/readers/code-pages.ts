/** Bytes that are no UTF-8 to the code page that makes words of them, by the letters and words of its languages. */
import { FUNCTION_WORDS } from "./language-words.js";

/** Letters beyond ASCII that a language writes, in lower case, and words that bind its sentences. */
interface Alphabet {
  readonly letters: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

interface CodePage {
  readonly encoding: string;
  readonly alphabets: readonly Alphabet[];
  /** Their letters fill the upper half, so that any bytes give some: only words show the language. */
  readonly needsWords: boolean;
}

const CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяё";
const ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْـپچژگکہھےںٹڈڑ";

/** Of two that fit alike the earlier is taken. */
const CODE_PAGES: readonly CodePage[] = [
  latin("windows-1252", {
    fr: "àâæçèéêëîïôùûüœÿ",
    de: "äöüßé",
    es: "áéíñóúü",
    it: "àèéìíîòóùú",
    pt: "àáâãçéêíóôõúü",
    nl: "áéëïóöüè",
    ca: "àçèéíïòóúü",
    sv: "åäöéà",
    da: "æøåéü",
  }),
  latin("windows-1254", { tr: "çğıöşüâîûi̇" }),
  latin("windows-1250", {
    pl: "ąćęłńóśźż",
    cs: "áčďéěíňóřšťúůýž",
    sk: "áäčďéíĺľňóôŕšťúýž",
    hu: "áéíóöőúüű",
    ro: "ăâîşţ",
    hr: "čćđšž",
  }),
  { encoding: "windows-1253", needsWords: true, alphabets: [greek()] },
  { encoding: "windows-1251", needsWords: true, alphabets: cyrillic() },
  { encoding: "koi8-r", needsWords: true, alphabets: [alphabet("ru", CYRILLIC)] },
  {
    encoding: "windows-1256",
    needsWords: true,
    alphabets: ["ar", "fa", "ur"].map((language) => alphabet(language, ARABIC)),
  },
];

function latin(encoding: string, letters: Readonly<Record<string, string>>): CodePage {
  const alphabets = Object.entries(letters).map(([language, own]) => alphabet(language, own));
  return { encoding, alphabets, needsWords: false };
}

function alphabet(language: string, letters: string): Alphabet {
  return { letters: new Set(letters), words: FUNCTION_WORDS.get(language) ?? new Set() };
}

function greek(): Alphabet {
  const words =
    "και το να του η της με που στο την τα των για από οι στην ο τον σε θα είναι δεν ότι";
  return {
    letters: new Set("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ"),
    words: new Set(words.split(" ")),
  };
}

function cyrillic(): Alphabet[] {
  return [
    alphabet("ru", CYRILLIC),
    alphabet("uk", `${CYRILLIC}іїєґ’`),
    alphabet("bg", CYRILLIC),
    alphabet("sr", `${CYRILLIC}ђјљњћџ`),
  ];
}

/** Bytes around the first that is beyond ASCII: enough to tell, and a bound on the work. */
const SAMPLE = { before: 1000, length: 60_000 } as const;
/** Of the characters beyond ASCII at least so many are the language's: names have others. */
const MIN_SHARE_OF_LETTERS = 0.85;
/** Of its words at least so many bind sentences. */
const MIN_SHARE_OF_WORDS = 0.03;
/** Of the words at most so many mix alphabets, or go on in upper case after lower. */
const MAX_SHARE_OF_ODD_WORDS = 0.05;

/** The code page that fits best; null where none does. */
export function guessCodePage(bytes: Uint8Array): string | null {
  const sample = sampleOf(bytes);
  let best: { readonly encoding: string; readonly score: number } | null = null;
  for (const page of CODE_PAGES) {
    const score = scoreOf(sample, page);
    if (score !== null && score > (best?.score ?? 0)) best = { encoding: page.encoding, score };
  }
  return best?.encoding ?? null;
}

/** Whether one of its languages could have been written so; true of code pages unknown here. */
export function fitsCodePage(bytes: Uint8Array, encoding: string): boolean {
  const page = CODE_PAGES.find((candidate) => candidate.encoding === encoding);
  return page === undefined || scoreOf(sampleOf(bytes), page) !== null;
}

function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - SAMPLE.before);
  return bytes.subarray(start, start + SAMPLE.length);
}

/** Share of letters plus share of binding words in the language that fits best; null where none does. */
function scoreOf(sample: Uint8Array, { encoding, alphabets, needsWords }: CodePage): number | null {
  const text = new TextDecoder(encoding).decode(sample);
  if (CONTROL.test(text)) return null;
  const foreign = text.toLowerCase().match(ALL_BEYOND_ASCII) ?? [];
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const odd = words.filter((word) => isMixed(word) || SHIFTED_CASE.test(word)).length;
  if (words.length === 0 || odd > words.length * MAX_SHARE_OF_ODD_WORDS) return null;
  const scores = alphabets.map((alphabet) => {
    const letters = shareOf(foreign, (letter) => alphabet.letters.has(letter) || USUAL.has(letter));
    const own = needsWords ? words.filter((word) => BEYOND_ASCII.test(word)) : words;
    const binding = shareOf(own, (word) => alphabet.words.has(word.toLowerCase()));
    const fits = letters >= MIN_SHARE_OF_LETTERS && (!needsWords || binding >= MIN_SHARE_OF_WORDS);
    return fits ? letters + binding : 0;
  });
  const score = Math.max(...scores);
  return score === 0 ? null : score;
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

const BEYOND_ASCII = /[^\0-\x7f]/u;
const ALL_BEYOND_ASCII = new RegExp(BEYOND_ASCII, "gu");
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/;
const USUAL = new Set("\u00a0\u00ad‘’‚“”„–—…•«»‹›©®™€£§°±´·№،؛؟½¼²³¿¡ªº\u200c\u200e\u200f");
/** Lower case, then upper: what the bytes of one alphabet give in another. */
const SHIFTED_CASE = /\p{Ll}{2}\p{Lu}|\p{Ll}\p{Lu}{2}/u;

function isMixed(word: string): boolean {
  return SCRIPTS.filter((script) => script.test(word)).length > 1;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
];
