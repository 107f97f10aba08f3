/**
 * English words for the rules of a rewritten sentence. Written for this program after the closed
 * classes of Quirk et al., A Comprehensive Grammar of the English Language (1985); no list is copied.
 */
import { type LanguageWords, type VerbRow, wordMap, wordSet } from "./language-words.js";

/** Two words each; those with three forms: base, past, participle. */
const IRREGULAR = `
  take took taken; give gave given; begin began begun; break broke broken; bring brought brought;
  build built built; burn burnt burnt; buy bought bought; catch caught caught; choose chose chosen;
  cut cut cut; deal dealt dealt; draw drew drawn; drive drove driven; eat ate eaten; fall fell fallen;
  feed fed fed; feel felt felt; fight fought fought; find found found; fly flew flown;
  forbid forbade forbidden; freeze froze frozen; get got got; go went gone; grow grew grown;
  hear heard heard; hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept;
  know knew known; lay laid laid; lead led led; leave left left; lend lent lent; lose lost lost;
  make made made; mean meant meant; meet met met; pay paid paid; put put put; read read read;
  rise rose risen; run ran run; see saw seen; seek sought sought; sell sold sold; send sent sent;
  set set set; shake shook shaken; shoot shot shot; show showed shown; shut shut shut;
  sink sank sunk; speak spoke spoken; spend spent spent; split split split; spread spread spread;
  stand stood stood; steal stole stolen; strike struck struck; swear swore sworn; teach taught taught;
  tear tore torn; throw threw thrown; understand understood understood; win won won;
  withdraw withdrew withdrawn; write wrote written; think thought thought; become became become;
  come came come; overthrow overthrew overthrown; overtake overtook overtaken; undergo underwent undergone`;

function verbRows(list: string): ReadonlyMap<string, VerbRow> {
  const rows = new Map<string, VerbRow>();
  for (const row of list.split(";")) {
    const [base = "", past = "", participle = ""] = row.trim().split(/\s+/);
    const third = /(?:s|sh|ch|o)$/.test(base) ? `${base}es` : base.replace(/([^aeiou])y$/, "$1ie");
    for (const form of [base, past, participle, `${third}s`]) {
      rows.set(form, { base, past, participle });
    }
  }
  return rows;
}

function pairs(list: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of list.split(";")) {
    const [left = "", right = ""] = row.split("/");
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      for (const word of wordSet(from)) {
        found.set(word, new Set([...(found.get(word) ?? []), ...wordSet(to)]));
      }
    }
  }
  return found;
}

/** Verbs of one meaning, row by row; of each the forms that stand for one another between slashes. */
function alternates(list: string): LanguageWords["alternates"] {
  const found = new Map<string, { key: string; forms: ReadonlySet<string> }>();
  for (const row of list.split(";")) {
    const [key = ""] = row.trim().split(/\s+/);
    for (const slot of row.split("/")) {
      const forms = wordSet(slot);
      for (const form of forms) found.set(form, { key, forms });
    }
  }
  return found;
}

const bound = (meaning: string, list: string) =>
  list.split(",").map((phrase) => [phrase.trim().split(" "), meaning] as const);

export const ENGLISH_WORDS: LanguageWords = {
  negations: wordSet(
    "not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely unable",
  ),
  hedges: wordSet(
    `may might could would should can must will shall reportedly allegedly alleged apparently seemingly
     likely unlikely possibly perhaps maybe probably presumably supposedly purported purportedly
     suspected supposed ostensibly potentially potential possible probable rumoured rumored seem seems seemed appear
     appears appeared believed thought expected planned proposed attempted tried failed unconfirmed
     preliminary estimated claimed intended hoped`,
  ),
  quantifiers: wordSet(
    `some all most many few several every each any both half only just another various numerous
     single entire whole mainly mostly partly largely nearly almost always often usually sometimes
     rarely seldom repeatedly once twice again still yet already`,
  ),
  bounds: [
    ...bound("at-least", "at least, no fewer than, no less than, not less than"),
    ...bound("at-most", "up to, at most, no more than, not more than"),
    ...bound("more-than", "more than, over, upwards of, in excess of"),
    ...bound("less-than", "less than, fewer than, under"),
    ...bound("about", "about, around, approximately, roughly, some, an estimated"),
    ...bound("nearly", "nearly, almost, close to"),
    ...bound("not-before", "no earlier than, not earlier than, not before"),
    ...bound("not-after", "no later than, not later than"),
  ],
  boundsOfNumbers: wordSet("over under about around some nearly almost up close"),
  pronouns: wordMap(
    `he him = he; she = she; her = her; his = his; it = it; its = its; they them = they; their = their;
     we us = we; our = our; i me = i; my = my; you = you; your = your; himself = himself; herself = herself;
     itself = itself; themselves = themselves; there = there; this = this; these = these; those = those`,
  ),
  links: wordSet(
    `after before while because if unless until although though since when whenever whereas despite except whether
     once following amid against than or but nor yet ahead prior instead rather including excluding
     besides till however`,
  ),
  prepositions: wordSet(
    `of for from in at to with on by during into onto over under between among about through near
     around outside inside within via per across behind below beyond throughout as toward towards along
     like above beside alongside past`,
  ),
  relatives: wordSet("which who whom whose where"),
  determiners: wordSet("a an the s that"),
  coordinators: wordSet("and"),
  auxiliaries: wordMap(
    `is are am = be:present; was were = be:past; be = be; been = been; being = being; has have = have;
     had = had; having = having; do does = do; did = did`,
  ),
  opensContent: wordSet("that"),
  neutralCues: wordSet(
    "say says said saying state states stated tell tells told add adds added reply replied replies respond responded report reported wrote announced announce announces",
  ),
  otherCues: wordSet(
    `claimed claim claims alleged alleges warned warns insisted insists argued argue argues argues explained explains
     stressed stresses emphasised emphasized reiterated reiterates confirmed confirms noted notes
     acknowledged admitted conceded declared declares believe believes believed estimate estimates
     estimated suggested suggests predicted predicts complained complain complains concluded concludes
     ruled recalled hoped feared asserted affirmed maintained revealed testified remarked commented cautioned vowed pledged promised`,
  ),
  according: ["according", "to"],
  addressees: wordSet(
    "reporters journalists parliament assembly lawmakers council television radio viewers agency newspaper",
  ),
  occasions: wordSet(
    `statement letter interview conference speech briefing report twitter facebook telegram post address
     forum communique tweet broadcast meeting vote talks`,
  ),
  droppable: wordSet(
    `also meanwhile further furthermore moreover too later separately speaking distinguished key major
     important strategic notably respectively currently additionally`,
  ),
  titles: wordSet(
    `minister president prime foreign defense defence interior finance chairman chairwoman chief commander general
     colonel spokesman spokeswoman spokesperson secretary ambassador envoy leader head director premier
     chancellor king queen prince governor mayor judge professor dr mr mrs ms sir captain executive
     negotiator inspector senator chemist capital city town village island port province region`,
  ),
  droppablePrepositions: wordSet(
    "in at on near during with across outside inside over under from alongside",
  ),
  scoping: wordSet(
    `not no never none neither nor without cannot hardly only all every each any most few half if unless
     than first last second third more less fewer mainly mostly largely always both nothing nobody except`,
  ),
  restricting: wordSet(
    "but except unless if only or though although despite because not so than until whether",
  ),
  alternates: alternates(
    "begin start commence / begins starts commences / began begun started commenced / beginning starting commencing",
  ),
  equals: wordMap(
    `approximately roughly = about; approx = about; per = a; km = kilometres; kilometers = kilometres;
     kilometre kilometer = kilometres; metre meter = metres; meters = metres; tons = tons;
     organisation = organization; programme = program; defence = defense; centre = center; labour = labor`,
  ),
  verbForms: verbRows(IRREGULAR),
  antonyms: pairs(
    `up upward rise rises rose risen rising increase increased grew higher gain gained climb climbed / down downward fall
     falls fell fallen falling decrease decreased declined lower lost loss dropped shrank;
     before earlier / after later; accept accepted accepts approve approved agreed backed supported welcomed / reject
     rejected rejects refused opposed denied; open opened opens reopen reopened / close closed closes shut;
     win won / lose lost; north northern / south southern; east eastern / west western;
     more most majority / less fewer fewest minority; first / last; for / against; with / without;
     buy bought / sell sold; import imports imported / export exports exported; arrive arrived / leave left departed;
     enter entered / leave left; attack attacked / defend defended; begin began started / end ended stopped;
     increase / reduce cut; legal lawful lawfully / illegal unlawful unlawfully; include including / exclude
     excluding except; true / false; confirm confirmed / deny denied; freed released / arrested detained
     jailed; ally allies / enemy enemies rival rivals; support / oppose; best / worst; high / low; large larger largest / small
     smaller smallest; long / short; old / new; friend / foe; inside / outside; above / below; over / under;
     always / never; all / none; lifted / imposed; expanded / reduced; strengthened / weakened;
     fast faster / slow slower; success succeeded / failure failed; peace / war; allow allowed permit /
     ban banned bans forbid; signed / broke; praised / criticised criticized condemned`,
  ),
  connectives: wordSet(
    "because therefore thus hence consequently however nevertheless although so since thereby despite whereas accordingly",
  ),
  measures: wordMap(
    `dollar dollars usd = USD; euro euros eur = EUR; pound pounds sterling gbp = GBP; lira liras = TRY;
     percent = percent; yen = JPY`,
  ),
  datePrepositions: wordSet("on in at during"),
};
