/** What a full stop after a word may mean, by language: the tables behind `splitSentences`. */
import { primaryLanguage } from "./primary-language.js";

export interface SentenceWords {
  /**
   * What an abbreviation means, by its letters in lower case without the last point.
   * - `title`: something always follows: `Dr.`, `vs.`
   * - `abbreviation`: ends a sentence only where a usual first word follows
   * - `closing`: ends a list or a sum, and a sentence before any capital: `etc.`
   * - `counter`: stands before a number (`No. 5`), a word of its own otherwise
   * - `name`: a month, state or rank; a word of its own unless written with a capital or behind a
   *   number
   */
  readonly kinds: ReadonlyMap<string, AbbreviationKind>;
  /** Abbreviations that behind a number are units, and end sentences as words do. */
  readonly units: ReadonlySet<string>;
  /** Words that often open a sentence and seldom a name. */
  readonly openers: ReadonlySet<string>;
  /** Verbs that attribute a quotation ending in `?` or `!`: `"Why?" Putin asked.` */
  readonly speech: ReadonlySet<string>;
  /** Nouns that a letter may follow which is no initial: `plan B`. */
  readonly lettered: ReadonlySet<string>;
  /** Whether a full stop after a number makes an ordinal: Turkish `3. Ordu`. */
  readonly ordinals: boolean;
  /** Whether a semicolon asks, as in Greek. */
  readonly asksBySemicolon: boolean;
}

export type AbbreviationKind = "title" | "abbreviation" | "closing" | "counter" | "name";

/** The tables of a language by its BCP 47 tag; null where it has none. */
export function sentenceWords(language: string): SentenceWords | null {
  return TABLES.get(primaryLanguage(language)) ?? null;
}

/** Lower case that Turkish capitals survive: `İ` and `I` both come out as table words have them. */
export function lowerWord(word: string): string {
  const lowered = word.toLowerCase();
  return ASCII.test(lowered) ? lowered : lowered.normalize("NFKC").replace("i̇", "i");
}

const ASCII = /^[\0-\x7f]*$/;

interface Lists {
  readonly titles: string;
  readonly abbreviations: string;
  readonly closing: string;
  readonly counters: string;
  readonly names: string;
  readonly units: string;
  readonly openers: string;
  readonly speech: string;
  readonly lettered: string;
  readonly ordinals?: boolean;
  readonly asksBySemicolon?: boolean;
}

const ENGLISH: Lists = {
  titles: `
    mr mrs ms dr prof brig supt messrs mme mlle sra vs v cf viz approx est al insp cpl pvt sgt lt
    capt cmdr maj gov amb msgr atty univ dist drs profs pte const asst assoc`,
  abbreviations: `
    jr sr inc corp co ltd llc plc bros e.g i.e a.m p.m ph.d b.c a.d ave blvd rd dept st mt ft assn
    intl natl govt tel ext incl u.s u.k u.n e.u`,
  closing: "etc",
  counters: "no nos fig figs art arts sec vol vols p pp para paras ch pt",
  names: `
    gen col sen sens rep reps hon rev fr pres adm det jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind
    kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo am pm`,
  units: "ft st pt",
  openers: `
    the a an this that these those he she it they we i you in on at but and so if when while after
    before as for there here his her its their our my however meanwhile according what why who where
    how yet also both many some not then later since although though nor or with by from to all one
    two most more even now until because under during among let last earlier instead despite
    several nobody everyone please no another each every still today such three four five half
    nothing only about over`,
  speech: `
    said says asked asks told added wrote writes tweeted replied warned declared demanded shouted
    continued insisted wondered cried chanted yelled exclaimed read reads reports reported explained
    recalled joked answered`,
  lettered: `
    plan group class vitamin type grade hepatitis category section appendix block option team series
    part line route building terminal schedule exhibit annex`,
};

const TURKISH: Lists = {
  titles: `
    dr prof doç yrd av sn bkz örn mah cad sok apt alb gen org korg orgen korgen tümgen tuğgen tümg
    tuğg yb bnb yzb ütğm tğm hz md mr mrs ms op uzm öğr arş gör dz hv müh ecz dt çev haz der ed ör
    sayın üniv fak enst böl bşk yrb astsb bçvş kor tüm tuğ koor krş yay müd`,
  abbreviations:
    "vb vs a.ş aş ltd şti yy ort yak alm ing fr lat osm t.c a.b.d b.m m.ö m.s st mad bul blv",
  closing: "vd",
  counters: "no nr s ss sf cilt c md",
  names: "",
  units: "sn dk sa s c st yy",
  openers: `
    bu şu o bunun ancak fakat ama ayrıca bununla öte daha her bir biz ben onlar bakan görüşmede
    toplantıda açıklamada konuşmasında böylece son söz ise diğer ayni aynı geçen dün bugün yarın
    şimdi sonra önce burada orada buna bunu ona onu bunlar çok en ne neden nasıl kim hangi hiç
    kimse çünkü yine yeni iki üç ve veya eğer öyle şöyle böyle bazı tüm bütün hem henüz artık
    başkan polis yetkililer olay olayda kararda raporda karar rapor haberde`,
  speech: "dedi sordu söyledi ekledi yazdı diye haykırdı bağırdı konuştu diyen şeklinde",
  lettered: "plan planı grup grubu vitamini tipi sınıfı blok bölüm",
  ordinals: true,
};

const ARABIC: Lists = {
  titles: "د أ م أ.د ا ت",
  abbreviations: "ق.م ص.ب ب.م",
  closing: "إلخ الخ",
  counters: "ص ج رقم",
  names: "",
  units: "م ه هـ كم كلم كغ سم",
  openers: `
    وقال وقالت وأضاف وأضافت وأكد وأكدت وكان وكانت وفي ومن وعلى وأشار وأشارت وأوضح وتابع وذكر
    وأعلن وأعلنت وبحسب وحسب كما لكن ولكن إن هذا هذه وهذا وهذه وهو وهي ثم قال قالت كان كانت لم لا`,
  speech: `
    قال قالت أضاف أضافت سأل سألت تساءل تساءلت هتف هتفت صرخ صرخت صاح رد ردت أجاب أجابت كتب كتبت
    يقول تقول يسأل تسأل يتساءل`,
  lettered: "",
};

const RUSSIAN: Lists = {
  titles: `
    гг г-н г-жа ул пл пос тов проф акад ген полк майор кап адм мин см ср напр им обл р-н св св-в т
    тел ред корп оф наб пер ш бул просп лейт серж подп доц чл изд авт ок прибл им-ни гр отд с.ш пгт д-р дер зам пред зав инж
    канд рук сев юж зап вост моск респ`,
  abbreviations: "г пр т.е н.э тыс млн млрд трлн долл в вв с м т д кв",
  closing: "т.д т.п др",
  counters: "стр рис п пп ст гл табл № ч д кв разд прим",
  names: "янв февр фев апр авг сент сен окт нояб ноя дек",
  units: "м кг км см мм га т ч с л мин сек",
  openers: `
    в на по как он она оно они это этот эта эти но а и однако при также ранее так кроме после между
    мы я вы с со за из для до об о у к от если когда его ее её их тем сейчас все всё всего другие
    был была было были нет не ни что кто где куда какой какие там тут теперь затем потом вчера
    сегодня завтра уже ещё еще весь вся каждый никто многие некоторые остальное остальные наш ваш
    свой во ко перед над под без через согласно несмотря поэтому именно только даже пока хотя чтобы
    сам сама сами один одна два две три`,
  speech: `
    сказал сказала заявил заявила спросил спросила добавил добавила отметил отметила крикнул
    воскликнул воскликнула поинтересовался поинтересовалась написал написала ответил ответила`,
  lettered: "план группа группы витамин тип класс категории гепатит корпус",
};

const FRENCH: Lists = {
  titles: `
    m mm mme mmes mlle mlles dr drs pr me mes mgr st ste cf gén col cap cne lt cdt cdts amb bd éd env
    hab v éts ets prof adj sgt av apr resp hon fr bât univ prés réf
    trad paragr`,
  abbreviations:
    "inc ltd j.-c p.-s co cie s.a s.a.r.l corp o.n.u u.s.a janv févr avr juil sept oct nov déc",
  closing: "etc",
  counters: "n no nos art vol p pp chap fig al t tél ann",
  names: "",
  units: "m h v t",
  openers: `
    le la les l un une des ce cet cette ces il elle ils elles on nous je vous en dans au aux à de du
    mais et or ainsi selon pour par avec sans sous sur depuis après avant lors pendant cependant
    toutefois enfin puis alors si quand comme son sa ses leur leurs tout tous toute toutes deux
    plusieurs c d n s qu j que qui ne pas plus moins aucun aucune personne rien chaque certains
    certaines d'autres quelques malgré face jusqu contre entre vers chez aujourd hier demain ici là
    trois quatre même cela ça celui celle ceux notre votre mon ma mes où comment pourquoi dès`,
  speech: `
    demande demandé dit déclare lance ajoute écrit répond répondu crie s'interroge interroge
    s'exclame lancé déclaré ajouté résume raconte explique`,
  lettered: "plan groupe type vitamine classe hépatite catégorie ligne bloc série option annexe",
};

const GERMAN: Lists = {
  titles: `
    dr dres prof hr hrn fr frl gen dipl ing med jur phil rer nat h.c hc nr abs bd ca bzw vgl sog ggf
    evtl inkl exkl zzgl bspw insb hrsg ziff verh geb gest verst d.h z.b u.a v.a z.t u.u i.d.r a.d
    o.g s.o s.u lt mag univ oberstlt hptm kap s a z d u i e v o kath ev städt staatl vors stv stellv
    rd gegr gem einschl betr bzgl max min tel abt allg bayer dt engl frz röm jr sen jun fa
    hl hg verf übers präs ges reg sekr`,
  abbreviations: `
    st str pl kg co ltd inc corp gmbh e.v mio mrd tsd jan feb apr jun jul aug sep sept okt nov dez
    chr v.chr n.chr u.s jh jhd jhs std ff f mill`,
  closing: "usw etc o.ä u.ä usf u.dgl dgl",
  counters: "art kap",
  names: "mär",
  units: "min max std str sek",
  openers: `
    der die das den dem des ein eine einen einem einer er sie es wir ich ihr man im in am an auf aus
    bei beim mit nach von vom vor zu zum zur und aber doch denn so wenn als während da dort hier dann
    danach dies diese dieser dieses diesen diesem sein seine seiner seinen ihre ihren ihrer unser
    unsere auch nur noch nun jetzt bereits trotz seit für über unter gegen durch ohne bis um wie was
    wer wo warum wann wohin kein keine keiner alle viele einige mehr mehrere laut zwar jedoch dabei
    damit dafür dagegen deshalb deswegen daher darum außerdem zudem insgesamt niemand jeder jede
    jedes nichts nachdem obwohl weil dass ob heute gestern morgen zuvor später inzwischen zwischen
    neben hinter dennoch allerdings andere anderen manche beide zwei drei weitere weiter`,
  speech: `
    sagte sagt fragte fragt rief ruft meinte erklärte schrieb schreibt antwortete ergänzte forderte
    warnte riefen fragten sagten`,
  lettered: "plan gruppe klasse vitamin typ hepatitis kategorie block variante linie option anlage",
  ordinals: true,
};

const SPANISH: Lists = {
  titles: `
    sr sra sres sras srta srtas dr dra dres dras d dña dn prof profa gral cnel cap cmdte tte sgto
    lic ing arq abg mons fr sto sta ud uds vd vds excmo excma ilmo ilma pdte pdta dpto depto avda
    ctra pza pl urb núm nº pág págs vol tel teléf aprox ee jj ff cc rr dd ej vid cf admón gob hno
    hna hnos hnas art arts cap cía p.ej almte ext cra pres secr dir univ trad prov pbro fco rdo rvdo subtte sgt tnte alfz c v`,
  abbreviations: `
    ee.uu eeuu uu oo hh aa cía cia s.a s.l s.l.u ltda inc corp ltd co a.c d.c a.m p.m av c.a s.a.u
    o.n.u r.d u.s`,
  closing: "etc etcétera",
  counters: "n no fig figs p pp tít párr inc",
  names: "ene feb mar abr may jun jul ago sep sept set oct nov dic lun mié jue vie sáb dom",
  units: "c v d",
  openers: `
    el la los las un una unos unas este esta estos estas ese esa esos esas eso esto él ella ellos
    ellas lo le les se nos yo en de del al a con por para sin sobre tras desde hasta entre según
    pero y e o u si cuando mientras aunque como donde qué quién quiénes cuándo dónde cómo así también
    además no ni ya hoy ayer mañana ahora luego después antes entonces su sus nuestro nuestra todo
    todos toda todas muchos muchas varios varias otros otras otro otra cada tanto más menos dos tres
    nadie nada aún hay ante durante contra que porque ningún ninguna algunos algunas aquí allí`,
  speech: `
    preguntó pregunta dijo dice gritó grita exclamó respondió añadió escribió declaró afirmó contestó
    insistió lamentó`,
  lettered:
    "plan grupo tipo vitamina clase hepatitis categoría bloque línea opción serie anexo zona",
};

const ITALIAN: Lists = {
  titles: `
    sig sigg sig.ra sig.na sig.ri dott dott.ssa dr dr.ssa prof prof.ssa proff avv ing arch geom rag
    on onn sen gen col cap ten magg mons card ss egr gent spett cav comm uff v p.zza c.so v.le l.go dir amm pres sec segr univ trad prov reg
    pag pagg vol cfr es p.es tel nr int fig tab lett art artt n nn d f cc c amm brig mar.llo
    m.llo s s.ten par`,
  abbreviations:
    "s.p.a spa s.r.l srl s.n.c s.a.s a.c d.c u.s.a o.n.u co ltd inc corp u.s p.c ca f.lli",
  closing: "ecc etc eccetera",
  counters: "p pp cap",
  names: "feb mar apr mag giu lug ago set sett ott nov dic lun mer gio ven sab dom",
  units: "c d f n s v",
  openers: `
    il lo la i gli le l un uno una questo questa questi queste quello quella egli lui lei loro noi io
    si ci in nel nello nella nei negli nelle di del dello della dei degli delle da dal dalla a al
    allo alla ai agli alle con su sul sulla sui per tra fra e ed o ma però se quando mentre anche
    come dove perché chi che cosa non così poi dopo prima ora oggi ieri domani secondo intanto
    inoltre infatti tuttavia quindi invece molti molte alcuni alcune tutti tutte tutto ogni nessuno
    nessuna due tre suo sua suoi sue è sono era erano ha hanno dal dagli c d qui lì già ancora solo
    quanto quale senza contro durante niente nulla circa`,
  speech: `
    chiede chiesto dice detto ha domanda domandato grida gridato esclama esclamato risponde risposto
    aggiunge aggiunto scrive scritto urla urlato afferma spiega`,
  lettered:
    "piano gruppo tipo vitamina classe epatite categoria blocco linea opzione serie allegato",
};

const GREEK: Lists = {
  titles: `
    κ κκ κ.κ κα κος δρ καθ αγ πρ αντιπρ στρ στρατ συντ δικ ιατρ μηχ αρ αριθ αριθμ άρθρ αρθρ άρ παρ
    σελ σσ εικ πίν κεφ τόμ τ ν π.δ φ.ε.κ βλ πρβλ δηλ τηλ οδ λεωφ πλ λ.χ ταξ υποστ αντ ναυ επ χ
    γεν γραμμ προεδρ εκδ μτφρ αναπλ δις δίς μητρ αρχιεπ σεβ πτ υπολ λοχ`,
  abbreviations: `
    α.ε ε.π.ε ο.ε ι.κ.ε η.π.α ο.η.ε ε.ε π.χ μ.χ μ.μ π.μ εκατ εκ δισ δις τρισ χιλ υφ υπ κωδ ευρ
    ν.δ σ.σ κ.υ.α`,
  closing: "κ.λπ κλπ κ.ά κ.α κ.τ.λ κτλ κ.ο.κ κ.τ.ό",
  counters: "μέρ",
  names:
    "ιαν φεβ μαρ μάρ απρ μαΐ ιουν ιουλ αυγ σεπ σεπτ οκτ νοε νοέ δεκ δευτ τρ τετ πεμ παρ σαβ κυρ",
  units: "μ χ κ χλμ τ λ",
  openers: `
    ο η το οι τα τον την του της των στο στη στην στον στις στους στα ένας μία μια ένα αυτό αυτός
    αυτή αυτοί αυτές αυτά εκείνος εκείνη εκείνο και κι αλλά όμως ωστόσο επίσης σύμφωνα για με σε από
    προς κατά μετά πριν όταν αν εάν ενώ επειδή όπως πώς ποιος ποια ποιο τι γιατί που πού δεν δε μην
    μη θα να ας έτσι τότε τώρα σήμερα χθες αύριο εδώ εκεί πολλοί πολλές πολλά μερικοί όλοι όλες όλα
    κανείς καμία κάθε όσο όσοι μας σας τους παρά χωρίς εκτός ακόμα ακόμη πάντως στον ούτε τίποτα δύο
    τρεις ήταν είναι`,
  speech: `
    ρώτησε ρωτά είπε λέει φώναξε φωνάζει διερωτήθηκε αναρωτήθηκε απάντησε πρόσθεσε έγραψε δήλωσε
    τόνισε`,
  lettered: "σχέδιο σχεδίου ομάδα ομάδας τύπος τύπου βιταμίνη κατηγορία κατηγορίας ηπατίτιδα ζώνη",
  asksBySemicolon: true,
};

const words = (list: string): string[] => list.trim().split(/\s+/);

function compile(lists: Lists): SentenceWords {
  const kinds = new Map<string, AbbreviationKind>();
  const enter = (list: string, kind: AbbreviationKind) => {
    for (const word of words(list)) if (word !== "") kinds.set(word, kind);
  };
  enter(lists.names, "name");
  enter(lists.counters, "counter");
  enter(lists.abbreviations, "abbreviation");
  enter(lists.closing, "closing");
  enter(lists.titles, "title");
  return {
    kinds,
    units: new Set(words(lists.units)),
    openers: new Set(words(lists.openers)),
    speech: new Set(words(lists.speech)),
    lettered: new Set(words(lists.lettered)),
    ordinals: lists.ordinals ?? false,
    asksBySemicolon: lists.asksBySemicolon ?? false,
  };
}

const TABLES: ReadonlyMap<string, SentenceWords> = new Map(
  Object.entries({
    en: ENGLISH,
    tr: TURKISH,
    ar: ARABIC,
    ru: RUSSIAN,
    fr: FRENCH,
    de: GERMAN,
    es: SPANISH,
    it: ITALIAN,
    el: GREEK,
  }).map(([language, lists]) => [language, compile(lists)]),
);
