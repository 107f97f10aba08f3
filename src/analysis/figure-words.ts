/** The words around counted quantities, per language: bounds, inclusion, what a unit never is. */
import type { Figure } from "../model/analysis.js";
import { primaryLanguage } from "../text/primary-language.js";

export interface FigureWords {
  /** Folded phrases right before a number. */
  readonly bounds: readonly (readonly [string, Figure["bound"]])[];
  /** Folded words by which a text says that what follows is part of the total before. */
  readonly including: readonly string[];
  readonly multipliers: Readonly<Record<string, number>>;
  /** Numbers in words that count people or things. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words that a unit ends before. */
  readonly stops: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** Counted nouns end in `s`: without one, a number counts nothing. */
  readonly hasPlurals: boolean;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] => text.split(",").map((phrase) => phrase.trim());

function bounds(
  table: Partial<Record<Figure["bound"], string>>,
): readonly (readonly [string, Figure["bound"]])[] {
  const kinds = ["more-than", "less-than", "about", "at-least", "at-most"] as const;
  return kinds
    .flatMap((kind) => phrases(table[kind] ?? "").map((phrase) => [phrase, kind] as const))
    .filter(([phrase]) => phrase !== "")
    .sort(([first], [second]) => second.length - first.length);
}

const ENGLISH: FigureWords = {
  hasPlurals: true,
  bounds: bounds({
    "more-than": "more than, over, above, in excess of, upwards of, well over, better than",
    "less-than": "less than, fewer than, under, below, just under",
    about:
      "about, around, some, roughly, approximately, an estimated, estimated, close to, nearly, almost, circa",
    "at-least": "at least, no fewer than, no less than, not less than, a minimum of",
    "at-most": "at most, up to, as many as, as much as, no more than, not more than, a maximum of",
  }),
  including: phrases(
    "including, among them, of whom, of which, of them, of these, of those, comprising, made up of, consisting of",
  ),
  multipliers: {
    hundred: 100,
    thousand: 1000,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    dozen: 12,
  },
  numbers: Object.fromEntries(
    words("two three four five six seven eight nine ten eleven twelve").map((word, index) => [
      word,
      index + 2,
    ]),
  ),
  stops: new Set(
    words(
      `in from at on to with for by as near along including since during between over into onto under
       after before against through across among around outside inside within without until amid
       who that which whom whose where when while if because although though but or nor than per via
       are were is was be been being have has had will would can could may might must shall should
       do does did not the a an this these those its his her their our it they he she we you i
       ago later earlier left right up down out away back off more less each every now then still
       also only just both either so yet too very died dead killed said says told came went took got
       began became fled made gave held led lost won sent saw fell rose stood lay met put cut hit
       kept fought left according took today yesterday tomorrow`,
    ),
  ),
  months: new Set(
    words(
      `january february march april may june july august september october november december
       jan feb mar apr jun jul aug sep sept oct nov dec`,
    ),
  ),
};

const FRENCH: FigureWords = {
  hasPlurals: true,
  bounds: bounds({
    "more-than": "plus de, plus d'",
    "less-than": "moins de, moins d'",
    about: "environ, quelque, pres de, autour de, a peu pres",
    "at-least": "au moins",
    "at-most": "au plus, jusqu'a",
  }),
  including: phrases("dont, parmi lesquels, y compris"),
  multipliers: { mille: 1000, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  numbers: {},
  stops: new Set(
    words(
      `dans en a au aux sur pour par avec sans sous vers chez depuis pendant entre contre apres avant
       qui que dont ou quand si mais est sont etait etaient ont a avait avaient sera seront le la les
       un une ce ces cette son sa ses leur leurs il elle ils elles se ne pas y selon`,
    ),
  ),
  months: new Set(
    words(
      "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr juil sept oct nov dec",
    ),
  ),
};

const TURKISH: FigureWords = {
  hasPlurals: false,
  bounds: bounds({
    about: "yaklasik, ortalama, takriben",
    "at-least": "en az, asgari",
    "at-most": "en fazla, azami",
  }),
  including: phrases("aralarinda, bunlarin"),
  multipliers: { yuz: 100, bin: 1000, milyon: 1e6, milyar: 1e9 },
  numbers: {},
  stops: new Set(words("ve ile icin gore kadar bulunuyor var oldu olan oldugunu dedi da de bu o")),
  months: new Set(
    words("ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik"),
  ),
};

const RUSSIAN: FigureWords = {
  hasPlurals: false,
  bounds: bounds({
    "more-than": "более, больше, свыше",
    "less-than": "менее, меньше",
    about: "около, примерно, порядка, почти, приблизительно",
    "at-least": "не менее, как минимум, минимум, по меньшей мере",
    "at-most": "до, не более, максимум",
  }),
  including: phrases("в том числе, из них, включая"),
  multipliers: {
    тыс: 1000,
    тысяч: 1000,
    тысячи: 1000,
    миллион: 1e6,
    миллиона: 1e6,
    миллионов: 1e6,
    млн: 1e6,
    млрд: 1e9,
  },
  numbers: {},
  stops: new Set(
    words(
      `в во на с со из к ко по за от до для при у о об и или но а что который которые которых
       был была были есть не это он она они их его ее находятся находится`,
    ),
  ),
  months: new Set(
    words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
  ),
};

const ARABIC: FigureWords = {
  hasPlurals: false,
  bounds: bounds({
    "more-than": "اكثر من, ما يزيد علي, ما يزيد عن",
    "less-than": "اقل من",
    about: "نحو, حوالي, قرابة, ما يقارب",
    "at-least": "ما لا يقل عن, علي الاقل",
    "at-most": "ما يصل الي",
  }),
  including: phrases("بينهم, من بينهم, بما في ذلك, منهم"),
  multipliers: { الف: 1000, الاف: 1000, مليون: 1e6, مليار: 1e9 },
  numbers: {},
  stops: new Set(
    words("في من الي علي عن مع بين منذ خلال بعد قبل الذي التي الذين ان كان كانت و او هو هي هم"),
  ),
  months: new Set(
    words("يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر"),
  ),
};

const BY_LANGUAGE: Readonly<Record<string, FigureWords>> = {
  en: ENGLISH,
  fr: FRENCH,
  tr: TURKISH,
  ru: RUSSIAN,
  ar: ARABIC,
};

/** @param language BCP 47 tag; English where the language has no table */
export function figureWords(language: string): FigureWords {
  return BY_LANGUAGE[primaryLanguage(language)] ?? ENGLISH;
}

/** English plurals without `s`, and nouns of people that number words count. */
export const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  words(
    "people men women children troops personnel police staff servicemen servicewomen fishermen policemen crew aircraft km kg dead wounded missing",
  ),
);
export const PEOPLE_AND_ARMS: ReadonlySet<string> = new Set(
  words(
    `people men women children troops soldiers fighters civilians mercenaries migrants refugees
     prisoners detainees hostages deaths casualties victims injuries wounded dead militants rebels
     policemen officers drones ships vessels warships aircraft planes helicopters jets tanks
     missiles rockets boats bodies`,
  ),
);
