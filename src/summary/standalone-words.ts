/** Words that lean on the sentence before, by language; folded forms. */
import { fold } from "../text/fold.js";

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

const set = (words: string) => new Set(fold(words).split(" "));

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
  de: {
    openers: set(
      "er sie es ihm ihn ihr ihre ihrer ihren sein seine seiner seinen dies diese dieser dieses beide dabei damit dafür dagegen daraufhin",
    ),
    pointers: set("dies diese dieser dieses diesem diesen solche solcher ersterer letzterer"),
    speakers: set("er sie es"),
    leadIns: [],
  },
  es: {
    // "El" is the article far more often than the pronoun.
    openers: set(
      "ella ellos ellas ello esto eso este esta estos estas ese esa esos esas su sus ambos ambas",
    ),
    pointers: set("estos estas ese esa esos esas dicho dicha dichos dichas"),
    speakers: set("ella ellos ellas"),
    leadIns: [],
  },
  it: {
    openers: set(
      "egli ella essi esse esso lui lei loro questo questa questi queste ciò quello quella suo sua suoi sue entrambi entrambe",
    ),
    pointers: set("questo questa questi queste tale tali"),
    speakers: set("egli ella lui lei loro"),
    leadIns: [],
  },
  el: {
    openers: set(
      "αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών εκείνος εκείνη εκείνο εκείνοι",
    ),
    pointers: set("αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών αυτόν αυτήν τέτοια τέτοιο"),
    speakers: set("αυτός αυτή αυτοί"),
    leadIns: [],
  },
};
