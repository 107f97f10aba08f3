/** What a full stop after a word may mean, by language: the tables behind `splitSentences`. */
import { primaryLanguage } from "./primary-language.js";

export interface SentenceWords {
  /** Abbreviations that something always follows: titles, `no.`, `vs.` */
  readonly titles: ReadonlySet<string>;
  /** Abbreviations that end a sentence only where a usual first word follows. */
  readonly abbreviations: ReadonlySet<string>;
  /** Abbreviations before a number: `No. 5`, `стр. 12`. Words of their own otherwise. */
  readonly counters: ReadonlySet<string>;
  /** Words that often open a sentence and seldom a name. */
  readonly openers: ReadonlySet<string>;
  /** Verbs that attribute a quotation ending in `?` or `!`: `"Why?" Putin asked.` */
  readonly speech: ReadonlySet<string>;
  /** Whether a full stop after a number makes an ordinal: Turkish `3. Ordu`. */
  readonly ordinals: boolean;
}

/** The tables of a language by its BCP 47 tag; of English where the language has none. */
export function sentenceWords(language: string): SentenceWords {
  return TABLES[primaryLanguage(language)] ?? ENGLISH;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const ENGLISH: SentenceWords = {
  titles: words(`
    mr mrs ms dr prof gen col lt sgt capt maj cmdr adm brig gov sen sens rep reps hon rev fr pres
    amb messrs mme mlle st mt ft supt insp det cpl pvt sr sra vs v cf viz dept approx est al`),
  abbreviations: words(`
    jr inc corp co ltd llc plc bros etc e.g i.e a.m p.m am pm ph.d b.c a.d jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd calif fla ill
    mass mich minn pa tenn tex va wash wis`),
  counters: words("no nos fig figs art arts sec vol vols p pp para"),
  openers: words(`
    the a an this that these those he she it they we i you in on at but and so if when while after
    before as for there here his her its their our my however meanwhile according what why who where
    how yet also both many some not then later since although though nor or with by from to all one
    two most more even now until because under during among let last earlier`),
  speech: words(`
    said asked told added wrote tweeted replied warned declared demanded shouted continued insisted
    wondered`),
  ordinals: false,
};

const TURKISH: SentenceWords = {
  titles: words(`
    dr prof doç yrd av sn bkz örn mah cad sok apt alb gen org korg tümg tuğg yb bnb yzb ütğm tğm hz
    st md mr mrs ms op uzm öğr ör arş gör`),
  abbreviations: words("vb vs a.ş ltd şti bşk yy ort yak alm ing fr"),
  counters: words("no nr s sf cilt c"),
  openers: words(`
    bu şu o bunun ancak fakat ama ayrıca bununla öte daha her bir biz ben onlar bakan
    görüşmede toplantıda açıklamada konuşmasında böylece son söz ise
    diğer ayni aynı geçen dün bugün`),
  speech: words("dedi sordu söyledi ekledi yazdı"),
  ordinals: true,
};

const ARABIC: SentenceWords = {
  titles: words("د أ م أ.د"),
  abbreviations: words("ق.م ص.ب"),
  counters: words("ص ج"),
  openers: words("وقال وأضاف وأكد وكان وكانت وفي وأشار وأوضح وتابع ومن كما لكن إن هذا هذه"),
  speech: words("قال قالت أضاف سأل تساءل"),
  ordinals: false,
};

const RUSSIAN: SentenceWords = {
  titles: words(`
    гг г-н г-жа ул пр пл пос тов проф акад ген полк майор кап адм мин см ср напр им обл р-н св
    св-в т тел`),
  abbreviations: words("г др пр т.д т.п т.е н.э тыс млн млрд трлн руб долл в вв с м кв коп чел"),
  counters: words("стр рис п пп ст гл табл № ч д"),
  openers: words(`
    в на по как он она оно они это этот эта эти но а и однако при также ранее так кроме после между
    мы я вы с со за из для до об у к если когда его ее её их тем сейчас
    все другие`),
  speech: words("сказал сказала заявил заявила спросил спросила добавил отметил"),
  ordinals: false,
};

const FRENCH: SentenceWords = {
  titles: words(`
    m mm mme mmes mlle mlles dr pr me mgr st ste cf gén col cap lt cdt amb bd éd env hab v`),
  abbreviations: words("etc inc ltd janv févr avr juil sept oct nov déc j.-c av apr"),
  counters: words("n no art vol p pp chap fig"),
  openers: words(`
    le la les l un une des ce cet cette ces il elle ils elles on nous je vous en dans au aux à de du
    mais et or ainsi selon pour par avec sans sous sur depuis après avant lors pendant cependant
    toutefois enfin puis alors si quand comme son sa ses leur leurs tout tous deux plusieurs`),
  speech: words("demande dit déclare lance ajoute écrit"),
  ordinals: false,
};

const TABLES: Readonly<Record<string, SentenceWords>> = {
  en: ENGLISH,
  tr: TURKISH,
  ar: ARABIC,
  ru: RUSSIAN,
  fr: FRENCH,
};
