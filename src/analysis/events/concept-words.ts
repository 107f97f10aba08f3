/** Words of news text that say the same thing, and words that say nothing of an event, per language. */

import { primaryLanguage } from "../../text/primary-language.js";
import { stem } from "../../text/stems.js";

/** One row per concept; English words in their base form, compared by their stems. */
const ENGLISH_CONCEPTS = `
  deal agreement accord pact memorandum treaty mou
  sign seal broker conclude ink
  request ask
  call urge appeal demand
  meet meeting talks summit
  conference forum
  back support aid assist help
  expel evacuate evacuation repatriate repatriation withdraw withdrawal departure depart pullout
  force troop soldier fighter mercenary combatant militant
  battle fight fighting war combat clash
  offensive assault campaign attack advance march
  overthrow depose oust topple ouster
  ceasefire truce armistice
  election vote poll ballot
  boundary border frontier
  kill death die dead
  capital city
  breach violate violation
  deny denial reject
  visit trip
  arrest detain detention
  resign quit
  explosion blast bomb
  release free
  send deploy deployment dispatch
  ready prepared`;

/** Function words, reporting verbs and titles: shared by reports of different events. */
const ENGLISH_EMPTY = `
  the a an and or but of in on at to for from by with as that this these those it its he she his her
  their they them we our us you your i me my be is are was were been being has have had having will
  would could may might can do does did not no nor so if when while after before since until who whom
  whose which what where there than then also more most some any such into over under about up out
  only against between among during through both each other another all many several few two three
  first second new last next later earlier now still yet again very much just even one
  said say says saying told tell tells added add stated state stated announced reported according
  minister president prime foreign chief head official officials spokesman spokeswoman leader
  government country countries nation nations people man woman men women year years month months week
  weeks day days time today yesterday tomorrow monday tuesday wednesday thursday friday saturday
  sunday january february march april june july august september october november december
  mr mrs ms dr including include included come came go went get got make made take took become became
  well way part place s t`;

export interface ConceptWords {
  /** Concept by stem. */
  readonly concepts: ReadonlyMap<string, string>;
  /** Folded words that are left out. */
  readonly empty: ReadonlySet<string>;
  /** Folded words that turn a clause into its opposite. */
  readonly negations: ReadonlySet<string>;
  /** Folded words that put what follows into the future. */
  readonly future: ReadonlySet<string>;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

function conceptsOf(rows: string, root: (word: string) => string): ReadonlyMap<string, string> {
  const concepts = new Map<string, string>();
  for (const row of rows.split("\n")) {
    const [first, ...others] = words(row);
    if (first === undefined || first === "") continue;
    for (const word of [first, ...others]) concepts.set(root(word), root(first));
  }
  return concepts;
}

/** @returns English words for any language but those with tables of function words of their own */
export function conceptWords(language: string): ConceptWords {
  const base = primaryLanguage(language);
  const known = read.get(base);
  if (known !== undefined) return known;
  const fresh = readWords(base);
  read.set(base, fresh);
  return fresh;
}

const read = new Map<string, ConceptWords>();

function readWords(base: string): ConceptWords {
  const empty = EMPTY_WORDS[base];
  if (base !== "en" && empty !== undefined) {
    return { concepts: new Map(), empty: new Set(words(empty)), ...(CUES[base] ?? NO_CUES) };
  }
  return {
    concepts: conceptsOf(ENGLISH_CONCEPTS, (word) => stem(word, "en")),
    empty: new Set(words(ENGLISH_EMPTY)),
    negations: new Set(words("not no never nor neither none without cannot unable refused refuse")),
    future: new Set(
      words(
        "will shall would planned plans plan scheduled slated due expected upcoming future next coming",
      ),
    ),
  };
}

type Cues = Pick<ConceptWords, "negations" | "future">;
const NO_CUES: Cues = { negations: new Set(), future: new Set() };

const CUES: Readonly<Record<string, Cues>> = {
  fr: {
    negations: new Set(words("ne n pas jamais aucun aucune ni sans")),
    future: new Set(words("prevu prevue prochain prochaine prevoit devrait doit sera seront")),
  },
  tr: {
    negations: new Set(words("degil yok hic")),
    future: new Set(words("planlanan gelecek onumuzdeki olacak yapilacak bekleniyor")),
  },
  ru: {
    negations: new Set(words("не нет ни без никогда")),
    future: new Set(
      words("будет будут намечен запланирован запланированы предстоящий ожидается планирует"),
    ),
  },
  ar: {
    negations: new Set(words("لم لا لن ليس ليست دون بدون")),
    future: new Set(words("سوف المقرر المقبل المقبلة القادم القادمة مقرر")),
  },
};

const EMPTY_WORDS: Readonly<Record<string, string>> = {
  fr: `le la les un une des du de d l et ou mais en dans sur a au aux pour par avec sans sous que qui
    qu dont ce cet cette ces son sa ses leur leurs il elle ils elles on nous vous ne pas plus est sont
    etait ete a ont avait dit declare selon ministre president gouvernement pays an ans mois jour jours
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
    juillet aout septembre octobre novembre decembre`,
  tr: `ve veya ile bir bu su o da de ki icin gibi gore kadar daha en cok olarak olan oldugu dedi
    belirtti soyledi bakan bakani cumhurbaskani hukumet ulke
    pazar pazartesi sali carsamba persembe cuma cumartesi gun gunu ocak subat mart nisan mayis
    haziran temmuz agustos eylul ekim kasim aralik`,
  ru: `и или но в во на с со из к ко по за от до для при у о об что как это он она они его ее их не
    был была были есть сказал заявил сообщил министр президент правительство страна год году
    понедельник вторник среду четверг пятницу субботу воскресенье день дня января февраля марта
    апреля мая июня июля августа сентября октября ноября декабря`,
  ar: `في من الي علي عن مع ان ما لا لم هذا هذه ذلك التي الذي كان كانت قد و او ثم قال وقال اكد رئيس
    وزير حكومة دولة
    يوم الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت يناير فبراير مارس ابريل مايو يونيو
    يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر قالت وقالت اضاف واضاف واضافت نحو خلال بعد قبل بين منذ`,
};
