/** Words that lean on the sentence before, by language; folded forms. */

export interface LeaningWords {
  /** Open a sentence without saying who or what is meant. */
  readonly openers: ReadonlySet<string>;
  /** Point back at something said before when they stand near the start. */
  readonly pointers: ReadonlySet<string>;
  /** Speak for somebody whom the sentence does not name. */
  readonly speakers: ReadonlySet<string>;
  /** Tie a sentence to the one before and say nothing else: they may be left out. */
  readonly leadIns: readonly string[];
}

const set = (words: string) => new Set(words.split(" "));

export const LEANING_WORDS: Readonly<Record<string, LeaningWords>> = {
  en: {
    openers: set(
      "he she it they him her his hers their theirs its both this that these those such",
    ),
    pointers: set("this these those such former latter"),
    speakers: set("he she they it"),
    leadIns: [
      "that came after",
      "this came after",
      "it came after",
      "that comes after",
      "this comes after",
      "it comes after",
    ],
  },
  tr: {
    openers: set("o onlar bu su bunlar sunlar ikisi kendisi her"),
    pointers: set("bu su bunlar soz konusu"),
    speakers: set("o onlar"),
    leadIns: [],
  },
  fr: {
    openers: set("il elle ils elles ce cela ceci ces cet cette son sa ses leur leurs tous"),
    pointers: set("ce cet cette ces celui celle dernier derniere"),
    speakers: set("il elle ils elles"),
    leadIns: ["cela intervient apres que", "cela intervient alors que"],
  },
  ru: {
    openers: set("он она оно они его ее их это этот эта эти тот та те оба обе"),
    pointers: set("этот эта это эти этого этой этих такой такая такие"),
    speakers: set("он она они"),
    leadIns: ["это произошло после того как"],
  },
  ar: {
    openers: set("هو هي هم هما هذا هذه ذلك تلك كلاهما"),
    pointers: set("هذا هذه ذلك تلك"),
    speakers: set("هو هي هم"),
    leadIns: ["ياتي ذلك بعد ان", "وياتي ذلك بعد ان"],
  },
};
