/** Italian: compound past behind what is said, the subject often left out, "secondo". */
import { type Grammar, phrases, stems, words } from "./grammar.js";

const ARE = words(
  "afferm dichiar spieg sottoline precis assicur raccont riport not comment signal ribad ricord",
);
const regular = (list: ReadonlySet<string>): string[] =>
  [...list].flatMap((stem) => [`${stem}a`, `${stem}ano`, `${stem}o`, `${stem}ato`, `${stem}arono`]);

export const ITALIAN: Grammar = {
  say: new Set([
    ...regular(ARE),
    ...words(
      `dice dicono detto disse aggiunge aggiunto aggiunse risponde risposto rispose scrive scritto scrisse
       avverte avvertito riferisce riferiscono riferito sostiene sostengono sostenuto insiste insistito
       ribadisce ribadito replica replicato osserva osservato conclude concluso informa`,
    ),
  ]),
  act: words(
    `annuncia annunciano annunciato annuncio accusa accusano accusato nega negano negato conferma
     confermano confermato denuncia denunciano denunciato chiede chiedono chiesto smentisce smentito
     respinge respinto condanna condannano critica criticato ammette ammesso invita esorta`,
  ),
  that: words(
    "domanda domandato esclama esclamato grida crede ritiene ritengono pensa spera stima considera",
  ),
  participles: words(
    `affermato dichiarato spiegato sottolineato precisato assicurato raccontato riportato notato commentato
     segnalato ricordato detto aggiunto risposto scritto avvertito riferito sostenuto insistito ribadito
     replicato osservato concluso annunciato accusato negato confermato denunciato chiesto smentito
     respinto criticato ammesso`,
  ),
  auxiliaries: words("ha hanno aveva avevano"),
  negations: words("non mai nulla"),
  conditions: words("se"),
  adverbs: words("anche inoltre gia ancora poi infine oggi pero si lo la li le gli ci ne "),
  times: words(
    `lunedi martedi mercoledi giovedi venerdi sabato domenica ieri oggi domani gennaio febbraio marzo
     aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`,
  ),
  determiners: words(
    "il lo la i gli le l' un uno una un' suo sua suoi questo questa alcuni alcune diversi diverse molti due tre",
  ),
  links: words("di del della dello dei degli delle dell' d'"),
  prepositions: words(
    "a al alla ai alle allo in nel nella nei nelle con per su sul sulla da dal dalla dai tra fra contro dopo prima durante senza presso secondo attraverso",
  ),
  openers: words("che cui dove quando e ed o ma mentre perche se come anche"),
  as: words("come"),
  opensContent: words("che"),
  pronouns: words("lui lei loro"),
  nobody: words("questo ciò cio nessuno chi tutto"),
  according: phrases("secondo, stando a, a detta di, a giudizio di, a parere di"),
  asides: phrases("a sua volta, dal canto suo, da parte sua"),
  accordingBehind: words(""),
  citing: phrases("citando, che cita"),
  titles: stems(
    `minist president premier segretari portavoce direttor direttrice capo deput senator sindac
     governator prefett general colonnell giudice procurator avvocat professor dottor re$ regina
     ambasciator leader cancellier economist agricoltor commissari`,
  ),
  people: stems(
    `font[ei] espert analist testimon abitant residenti osservator diplomatic economist attivist critic
     oppositor manifestant medic docent avvocat autorita funzionar portavoce minist president direttor
     capo sindac prefett procurator ricercator specialist giornalist vittim responsabil sopravvissut
     investigator segretari`,
  ),
  bodies: stems(
    `governo ministero esercito polizia procura presidenza parlamento partito opposizione sindacato
     organizzazione associazione commissione consiglio tribunale corte banca unione movimento gruppo
     azienda societa ong comitato federazione comune coalizione stato ambasciata istituto osservatorio
     amministrazione carabinieri protezione`,
  ),
  documents: stems(
    "comunicato rapporto dichiarazione lettera studio testo documento sondaggio nota",
  ),
  outlets: stems(
    "agenzia quotidiano giornale canale radio rivista settimanale televisione media sito emittente stampa",
  ),
  dropsSubject: true,
  capitalNouns: false,
  capitalTimes: false,
  keepsAccents: false,
};
