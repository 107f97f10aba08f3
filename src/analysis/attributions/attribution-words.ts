/** The words by which English news text names a speaker: reporting verbs, carriers, roles. */

/**
 * What a verb needs beside it to report speech: `say` nothing, `act` nothing but never stands
 * before its speaker, `for` a following "for" or "on", `that` a following "that" clause or the end
 * of the sentence, `object` words that were said, `name` a quotation right behind it.
 */
export type Frame = "say" | "act" | "for" | "that" | "object" | "name";

export interface VerbForm {
  readonly frame: Frame;
  readonly tense: "base" | "present" | "past" | "participle";
  /** The form is also a noun: it needs a plain subject and a complement. */
  readonly nounLike: boolean;
}

const SAY = `
  say says said saying; state - stated stating; add adds added adding; tell tells told telling;
  announce announces announced announcing; declare declares declared declaring;
  reiterate reiterates reiterated reiterating; stress stresses stressed stressing;
  emphasize emphasizes emphasized emphasizing; emphasise emphasises emphasised emphasising;
  underline underlines underlined underlining; underscore underscores underscored underscoring;
  affirm affirms affirmed affirming; confirm confirms confirmed confirming;
  highlight highlights highlighted highlighting; assert asserts asserted asserting;
  insist insists insisted insisting;
  argue argues argued arguing; explain explains explained explaining;
  warn warns warned warning; note notes noted noting; reply replies replied replying;
  respond responds responded responding; write writes wrote writing; tweet tweets tweeted tweeting;
  report reports reported reporting; claim claims claimed claiming; allege alleges alleged alleging;
  admit admits admitted admitting; acknowledge acknowledges acknowledged acknowledging;
  concede concedes conceded conceding; caution cautions cautioned cautioning;
  comment comments commented commenting; remark remarks remarked remarking;
  predict predicts predicted predicting; estimate estimates estimated estimating;
  reveal reveals revealed revealing;
  echo echoes echoed echoing; testify testifies testified testifying;
  joke jokes joked joking; recount recounts recounted recounting; reckon reckons reckoned reckoning`;

const ACT = `
  urge urges urged urging; demand demands demanded demanding; deny denies denied denying;
  denounce denounces denounced denouncing; condemn condemns condemned condemning;
  accuse accuses accused accusing; blame blames blamed blaming; praise praises praised praising;
  criticize criticizes criticized criticizing; criticise criticises criticised criticising;
  welcome welcomes welcomed welcoming; vow vows vowed vowing; pledge pledges pledged pledging;
  promise promises promised promising; threaten threatens threatened threatening;
  cite cites cited citing; voice voices voiced voicing; deplore deplores deplored deploring`;

const THAT = `
  agree agrees agreed agreeing; believe believes believed believing;
  suggest suggests suggested suggesting; propose proposes proposed proposing;
  complain complains complained complaining; conclude concludes concluded concluding;
  maintain maintains maintained maintaining; recall recalls recalled recalling;
  indicate indicates indicated indicating; mention mentions mentioned mentioning;
  find finds found finding; hope hopes hoped hoping; fear fears feared fearing;
  observe observes observed observing; speculate speculates speculated speculating;
  hint hints hinted hinting; contend contends contended contending; quip quips quipped quipping`;

const OBJECT = "reject rejects rejected rejecting; dismiss dismisses dismissed dismissing";
const FOR = "call calls called calling; appeal appeals appealed appealing";

/** Forms that are nouns at least as often as verbs. */
const NOUN_LIKE = new Set(
  `call calls claim claims demand demands report reports note notes comment comments remark remarks
   praise blame promise promises pledge pledges vow estimate estimates caution warning stress state
   voice voices echo echoes appeal appeals reply replies welcome highlight highlights tweet tweets
   meeting reporting`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

function addVerbs(forms: Map<string, VerbForm[]>, rows: string, frame: Frame): void {
  const tenses = ["base", "present", "past", "participle"] as const;
  for (const row of rows.split(";")) {
    for (const [index, form] of row.trim().split(/\s+/).entries()) {
      const tense = tenses[index];
      if (form === "-" || tense === undefined) continue;
      const known = forms.get(form) ?? [];
      forms.set(form, [...known, { frame, tense, nounLike: NOUN_LIKE.has(form) }]);
    }
  }
}

function englishVerbs(): ReadonlyMap<string, readonly VerbForm[]> {
  const forms = new Map<string, VerbForm[]>();
  addVerbs(forms, SAY, "say");
  addVerbs(forms, ACT, "act");
  addVerbs(forms, THAT, "that");
  addVerbs(forms, FOR, "for");
  addVerbs(forms, OBJECT, "object");
  addVerbs(forms, "call calls called calling", "name");
  return forms;
}

export const ENGLISH_VERBS = englishVerbs();

/** Words without one of which no English sentence reports, a colon before a quotation aside. */
export const ENGLISH_CUES: ReadonlySet<string> = new Set([
  ...ENGLISH_VERBS.keys(),
  "according",
  "quoted",
]);

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** English words that the clause rules turn on, folded. */
export const ENGLISH = {
  have: wordSet("have has had having 've"),
  be: wordSet("is are was were been being be am"),
  /** A verb behind one of these was not spoken, or not yet. */
  unreal: wordSet(
    "to not never cannot would could should may might must will shall can did does do without",
  ),
  adverbs: wordSet(
    `also later then now again still already once only just even often always ever meanwhile however
     moreover nevertheless instead previously repeatedly recently reportedly further too
     separately earlier therefore thus both all first jointly yesterday today`,
  ),
  determiners: wordSet(
    "the a an his her its their our my this that these those some many several other both two three four five six no another any each every most one",
  ),
  joins: wordSet("and but or yet nor"),
  /** Words that open a clause: a subject never reaches over them. */
  openers: wordSet(
    `that which who whom whose what when while as if because since although though after before
     until unless where whereas so than why how whether once like`,
  ),
  /** Prepositions that a noun phrase may run over. */
  links: wordSet("of for from in at to with within inside on near"),
  prepositions: wordSet(
    `of for from in at to with on by during after before into over under between among against about
     through despite amid following near around outside inside within without upon since until than
     as via per along across behind below beyond throughout opposite aboard`,
  ),
  particles: wordSet("al el bin ben ibn abu de der den van von da di la le du dos al- el-"),
  times: wordSet(
    `monday tuesday wednesday thursday friday saturday sunday january february march april may june
     july august september october november december today yesterday tomorrow week month year
     morning evening afternoon night weekend last next earlier`,
  ),
  titles: wordSet(
    `minister president chairman chairwoman chair chairperson chief commander general colonel marshal
     admiral captain lieutenant major brigadier sergeant spokesman spokeswoman spokesperson secretary
     ambassador envoy representative leader head director premier chancellor king queen prince
     princess emir sheikh sultan senator governor mayor judge professor doctor mr mrs ms miss dr prof
     gen col lt sgt capt maj sen rep gov adm sir lord counterpart diplomat deputy analyst expert
     lawmaker mp speaker prosecutor correspondent reporter journalist author economist lawyer
     activist adviser advisor official coordinator commissioner officer detective sheriff trooper
     attorney coach manager cllr councillor congressman congresswoman archbishop bishop pope cardinal
     ayatollah justice superintendent constable inspector pastor reverend rev pc det supt`,
  ),
  /** Nouns of bodies that speak. */
  bodies: wordSet(
    `government ministry council army parliament presidency embassy mission commission committee
     court party group organisation organization agency administration authority force forces union
     bank company police alliance coalition movement militia assembly house senate office department
     bureau cabinet league nations side parties kingdom republic state country countries states union
     corporation foundation institute observatory association federation delegation
     command ministries governments embassies leadership opposition board corp inc ltd plc llc ag co
     group holdings industries technologies systems laboratories university college school hospital
     church club trust fund exchange tribunal inquiry panel jury treasury airline society service
     regulator watchdog bloc faction campaign charity firm retailer publisher studio brigade station
     airport regime secretariat crescent cross reserve survey center centre`,
  ),
  /** Nouns of people who are not named. */
  people: wordSet(
    `source sources official officials diplomat diplomats witness witnesses analyst analysts expert
     experts resident residents critic critics observer observers media people activist activists
     officer officers soldier soldiers fighter fighters commander commanders minister ministers
     leader leaders president presidents lawmaker lawmakers lawyer lawyers spokesman spokesmen
     spokeswoman spokesperson spokespeople spokespersons insider insiders aide aides adviser
     advisers envoy envoys ambassador ambassadors member members representative representatives
     authorities medic medics doctor doctors rebel rebels supporter supporters opponent opponents
     protester protesters protestors migrant migrants refugee refugees journalist journalists
     reporter reporters correspondent correspondents researcher researchers economist economists
     politician politicians general generals chief chiefs head heads men women man woman parties
     sides someone others premier chairman chancellor secretary speaker director colleague
     colleagues neighbour neighbours neighbor neighbors family families company companies firm
     firms trader traders worker workers union unions group groups teacher teachers scientist
     scientists specialist specialists giant manufacturer maker executive executives manager managers coach coaches player players attorney
     attorneys detective detectives agent agents owner owners chairwoman negotiator negotiators mediator
     mediators captain captains colonel scholar scholars campaigner campaigners environmentalists
     environmentalist lobbyists veteran veterans survivor survivors relative relatives friend friends
     neighbour judge judges prosecutor prosecutors investigator investigators counterpart
     counterparts user users fan fans voter voters customer customers passenger passengers mother father
     wife husband brother sister son daughter parents widow automaker carmaker`,
  ),
  documents: wordSet(
    "statement statements report communique communiqué letter release document declaration memo resolution text readout figures data records record indictment complaint affidavit charges lawsuit filing survey poll study estimates transcript email notice advisory bulletin census",
  ),
  outlets: wordSet(
    "broadcaster newspaper agency daily channel magazine website newswire tabloid weekly media outlet",
  ),
  /** Words that a medium's name ends with. */
  media: wordSet(
    "news times post journal gazette tribune herald tv television radio press telegraph guardian agency today newspaper network channel chronicle star mail mirror observer independent express standard review examiner dispatch inquirer monitor courier daily weekly reuters afp upi bbc cnn nbc abc cbs npr tass interfax xinhua dpa ansa efe anadolu bloomberg jazeera arabiya",
  ),
  /** Nouns that "say" without speaking. */
  mute: wordSet(
    "sign clock label law logic legend song motto tradition rule plan calendar map weather time nobody none nothing noone everything something all",
  ),
  /** What one goes by without being told: "according to plan". */
  measures: wordSet(
    "plan plans schedule tradition law rule rules size age need needs taste type rank custom instructions",
  ),
  /** Words that make what is said a mere case. */
  conditions: wordSet("if unless whether"),
  /** Where a speaker's own words are put out: carriers that are no speakers. */
  platforms: wordSet(
    "twitter facebook telegram instagram youtube x statement tweet post letter communique video",
  ),
  /** What is rejected where words are answered by words. */
  claims: wordSet(
    `claim claims accusation accusations allegation allegations report reports call calls offer offers
     proposal proposals idea suggestion suggestions demand demands request requests criticism charge
     charges notion possibility rumours rumors reports plan plans ultimatum`,
  ),
  /** Verbs that make the noun before them the subject of a clause. */
  finite: wordSet(
    `is are was were has have had will would could should may might must said says ordered met held
     went came took made gave sent left told began led won put got saw`,
  ),
  /** Nouns that stand for two named parties. */
  pairs: wordSet(
    `parties sides leaders ministers diplomats presidents officials men women politicians generals
     counterparts`,
  ),
  states: wordSet("countries nations states capitals governments neighbours neighbors"),
} as const;

/** A role under another name, folded: the second says the same as the first. */
export const ROLE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:top|chief) diplomat\b/, "foreign minister"],
  [/\bpremier\b/, "prime minister"],
  [/\b(?:general|marshal)\b/, "commander"],
  [/\b(?:chairman|chairwoman|chair|chief|leader)\b/, "head"],
];
