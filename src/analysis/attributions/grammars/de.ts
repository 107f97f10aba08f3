/** German: verb second, every noun capitalised, "laut", "nach Angaben", "zufolge". */
import { type Grammar, phrases, stems, words } from "./grammar.js";

export const GERMAN: Grammar = {
  say: words(
    `sagte sagten sagt sagen gesagt erklarte erklarten erklart betonte betonten betont berichtete
     berichteten berichtet berichten meldete meldeten meldet behauptete behaupteten behauptet erganzte
     antwortete antworteten schrieb schrieben schreibt schreiben geschrieben warnte warnten warnt mahnte
     versicherte fugte mitgeteilt teilte teilten außerte ausserte unterstrich bekraftigte erlauterte
     resumierte entgegnete`,
  ),
  act: words(
    `kundigte kundigten angekundigt forderte forderten fordert gefordert verurteilte verurteilten warf
     warfen bestatigte bestatigten bestatigt dementierte kritisierte kritisierten kritisiert bezeichnete
     verlangte verlangten beschuldigte begrußte begrusste begrussten begrußten`,
  ),
  that: words(
    "fragt fragte fragten rief ruft glaubt meint meinte meinten hofft vermutet raumte bezweifelt",
  ),
  participles: words(
    "gesagt erklart betont berichtet gemeldet behauptet geschrieben mitgeteilt angekundigt gefordert bestatigt kritisiert versichert",
  ),
  auxiliaries: words(
    `hat haben hatte hatten habe ist sind war waren sei seien wird werden wurde wurden soll sollen sollte
     sollten will wollen wollte kann konnen konnte muss mussen musste darf durfte mochte`,
  ),
  negations: words("nicht nie niemand kein keine"),
  conditions: words("wenn falls ob"),
  adverbs: words(
    "auch noch bereits zudem außerdem ausserdem weiter dann jedoch aber nun zuvor spater gegenuber erneut zugleich dabei dazu sich ihm ihr",
  ),
  times: words(
    `montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen abend nachmittag
     januar februar marz april mai juni juli august september oktober november dezember
     montagabend dienstagabend mittwochabend donnerstagabend freitagabend`,
  ),
  determiners: words(
    "der die das des dem den ein eine einer eines einem einen sein seine ihr ihre mehrere einige viele zwei drei dieser diese",
  ),
  links: words("des der von fur"),
  prepositions: words(
    "in im am an auf aus bei beim mit nach seit uber um unter von vom vor zu zum zur gegen ohne durch wegen trotz wahrend zwischen laut gegenuber",
  ),
  openers: words(
    "da damit sodass nachdem bevor dass weil wahrend obwohl und oder aber sondern denn wo wer was wie ob wann",
  ),
  as: words("wie"),
  opensContent: words("dass"),
  pronouns: words("er sie"),
  nobody: words("man es das dies niemand alles wer"),
  according: phrases(
    "laut, nach angaben, nach worten, nach darstellung, nach auskunft, nach einschatzung, nach ansicht, nach meinung, nach informationen, gemaß, gemass",
  ),
  asides: phrases("seinerseits, ihrerseits"),
  accordingBehind: words("zufolge"),
  citing: phrases("unter berufung auf, mit bezug auf"),
  titles: stems(
    `\\S*minister \\S*prasident \\S*kanzler \\S*sprecher \\S*chef \\S*direktor \\S*sekretar \\S*leiter
     \\S*abgeordnete burgermeister \\S*beauftragte general oberst richter \\S*anwalt professor prof doktor
     dr herr frau konig \\S*botschafter vorsitzende \\S*vorsitzende \\S*experte \\S*expertin \\S*okonom
     \\S*forscher \\S*wirt$ kommissar`,
  ),
  people: stems(
    `quelle experte analyst zeuge augenzeuge anwohner einwohner beobachter diplomat okonom aktivist
     kritiker gegner arzt lehrer anwalt sprecher beamte behorden insider fachleute \\S*minister
     \\S*prasident \\S*sprecher \\S*chef \\S*direktor forscher wissenschaftler ermittler landwirt bauer
     angaben demonstrant vertreter mediziner bewohner \\S*kreise`,
  ),
  bodies: stems(
    `regierung \\S*ministerium polizei staatsanwaltschaft armee militar parlament partei opposition
     gewerkschaft organisation verband kommission rat gericht bank union bewegung gruppe unternehmen
     konzern firma behorde \\S*amt bundes botschaft institut feuerwehr verwaltung`,
  ),
  documents: stems("erklarung bericht mitteilung brief studie papier dokument umfrage statistik"),
  outlets: stems(
    "agentur nachrichtenagentur zeitung sender magazin blatt radio fernsehen spiegel medien portal",
  ),
  dropsSubject: false,
  capitalNouns: true,
  capitalTimes: true,
  keepsAccents: false,
};
