/** Words that open a clause beside the main one, by primary language subtag; English has rules of its own. */

export interface ClauseWords {
  /** Global; the first group is the word that opens the clause. */
  readonly openers: RegExp | null;
  /** Behind a date: the verb form that makes it part of a noun phrase ("3 Mayıs'ta | imzalanan"). */
  readonly participle: RegExp | null;
}

export const CLAUSE_WORDS: Readonly<Record<string, ClauseWords>> = {
  fr: after("qui|dont|où|lequel|laquelle|lorsque|quand|après|avant|depuis que|alors que|puisque"),
  de: {
    openers:
      /,\s(der|die|das|dem|den|deren|dessen|denen|wo|als|nachdem|bevor|weil|obwohl|während)\s/giu,
    participle: null,
  },
  es: after("quien|quienes|cuyo|cuya|donde|cuando|después de|tras|antes de|mientras|porque"),
  it: after("cui|quale|dove|quando|dopo|prima di|mentre|perché"),
  el: after("όπου|όταν|αφού|πριν|ενώ|επειδή|οποίος|οποία|οποίο"),
  ru: after(
    "котор(?:ый|ая|ое|ые|ого|ой|ому|ым|ую|ых|ыми|ом)|где|когда|после|перед|пока|потому что",
  ),
  ar: after("الذي|التي|الذين|اللذين|حيث|عندما|بعد|قبل|بينما|لأن|منذ أن"),
  tr: {
    openers: null,
    participle:
      /^(?:\s[\p{L}’']+){0,3}?\s\p{L}+(?:[ıiuü]lan|[ıiuü]len|lanan|lenen|layan|leyen|d[ıiuü]ğ[ıiuü]|t[ıiuü]ğ[ıiuü])\s/u,
  },
};

function after(words: string): ClauseWords {
  return {
    openers: new RegExp(`(?:^|[\\s,،;(—–-])(${words})\\s`, "giu"),
    participle: null,
  };
}
