/** German and Greek words around counted quantities. */
import type { FigureTable } from "./figure-words.js";

const GERMAN_UNITS = {
  ein: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
};
const GERMAN_TENS = {
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
};

/** `fünfundzwanzig`: written as one word. */
function germanNumbers(): Readonly<Record<string, number>> {
  const joined = Object.entries(GERMAN_TENS).flatMap(([ten, tens]) =>
    Object.entries(GERMAN_UNITS).map(
      ([unit, units]) => [`${unit}und${ten}`, tens + units] as const,
    ),
  );
  return {
    ...GERMAN_UNITS,
    ...GERMAN_TENS,
    ...Object.fromEntries(joined),
    zehn: 10,
    elf: 11,
    zwölf: 12,
    dreizehn: 13,
    vierzehn: 14,
    fünfzehn: 15,
    sechzehn: 16,
    siebzehn: 17,
    achtzehn: 18,
    neunzehn: 19,
    zweihundert: 200,
    dreihundert: 300,
    fünfhundert: 500,
    eine: 1,
  };
}

export const GERMAN: FigureTable = {
  shape: "german",
  decimal: ",",
  bounds: {
    "more-than": "mehr als, über, gut, mehr wie",
    "less-than": "weniger als, unter, knapp unter",
    about: "etwa, rund, ungefähr, circa, ca, fast, knapp, an die, schätzungsweise, nahezu, beinahe",
    "at-least": "mindestens, wenigstens, nicht weniger als, zumindest",
    "at-most": "höchstens, bis zu, maximal, nicht mehr als",
  },
  boundsBehind: { "at-least": "oder mehr, und mehr", "at-most": "oder weniger" },
  including: "darunter, davon, einschließlich, unter ihnen, inklusive",
  multipliers: {
    hundert: 100,
    tausend: 1000,
    Million: 1e6,
    Millionen: 1e6,
    Mio: 1e6,
    Milliarde: 1e9,
    Milliarden: 1e9,
    Mrd: 1e9,
    Billionen: 1e12,
    Dutzend: 12,
  },
  numbers: germanNumbers(),
  numberLinks: "und",
  ranges: { opened: "zwischen", links: "und", bare: "bis oder" },
  percent: "Prozent, Prozentpunkte, vH",
  percentBefore: "",
  of: "der, des, von, aller, vom, seiner, ihrer",
  rates: {
    "a day": "pro Tag, am Tag, täglich",
    "a week": "pro Woche, in der Woche",
    "a month": "pro Monat, im Monat, monatlich",
    "a year": "pro Jahr, im Jahr, jährlich",
    "an hour": "pro Stunde, in der Stunde",
    "a second": "pro Sekunde, je Sekunde, in der Sekunde",
    "a minute": "pro Minute, je Minute, in der Minute",
    "a head": "pro Kopf, pro Person",
    "a barrel": "pro Barrel, je Barrel",
  },
  stops: `in im an am auf aus bei beim mit nach seit von vom zu zum zur für gegen ohne um durch über unter
    vor zwischen während der die das den dem des ein eine einen einem einer und oder aber wenn weil dass
    ob als wie sind waren ist war haben hat hatten hatte werden wurde wurden wird sein seine ihr ihre sich
    nicht mehr weniger noch nur auch sowie mal`,
  months: `Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jan Feb
    Apr Aug Sept Sep Okt Nov Dez`,
  times: `Uhr Tag Tage Tagen Jahr Jahre Jahren Monat Monate Monaten Woche Wochen Stunde Stunden Minute
    Minuten Sekunde Sekunden Jahrhundert Jahrzehnte Jahrzehnten Nächte jährige jährigen jähriger`,
  names: `Artikel Resolution Seite Nummer Nr Kapitel Gruppe Flug Kanal Phase Abschnitt Paragraf Paragraph
    Absatz Platz Rang`,
  namesBehind: "",
  counted: `Menschen Männer Frauen Kinder Soldaten Kämpfer Zivilisten Söldner Migranten Flüchtlinge
    Gefangene Geiseln Tote Toten Verletzte Verletzten Opfer Personen Polizisten Drohnen Schiffe Flugzeuge
    Raketen Arbeiter Demonstranten Passagiere Studenten Patienten Wähler Fälle Mitarbeiter Einwohner`,
  states: "Tote Verletzte Vermisste",
};

export const GREEK: FigureTable = {
  shape: "greek",
  decimal: ",",
  bounds: {
    "more-than":
      "περισσότεροι από, περισσότερες από, περισσότερα από, πάνω από, άνω των, περισσότερους από",
    "less-than": "λιγότεροι από, λιγότερες από, λιγότερα από, κάτω από, κάτω των",
    about: "περίπου, σχεδόν, γύρω στους, γύρω στις, γύρω στα, κοντά στους",
    "at-least": "τουλάχιστον, όχι λιγότεροι από",
    "at-most": "έως, μέχρι, έως και, μέχρι και, το πολύ",
  },
  boundsBehind: { "at-least": "τουλάχιστον, ή περισσότεροι", about: "περίπου" },
  including: "μεταξύ των οποίων, μεταξύ αυτών, εκ των οποίων, ανάμεσά τους",
  multipliers: {
    χιλιάδες: 1000,
    χίλιοι: 1000,
    χίλιες: 1000,
    χιλ: 1000,
    εκατομμύριο: 1e6,
    εκατομμύρια: 1e6,
    εκατ: 1e6,
    δισεκατομμύριο: 1e9,
    δισεκατομμύρια: 1e9,
    δισ: 1e9,
  },
  numbers: {
    δύο: 2,
    τρεις: 3,
    τρία: 3,
    τέσσερις: 4,
    τέσσερα: 4,
    πέντε: 5,
    έξι: 6,
    επτά: 7,
    εφτά: 7,
    οκτώ: 8,
    οχτώ: 8,
    εννέα: 9,
    εννιά: 9,
    δέκα: 10,
    έντεκα: 11,
    ένδεκα: 11,
    δώδεκα: 12,
    είκοσι: 20,
    τριάντα: 30,
    σαράντα: 40,
    πενήντα: 50,
    εξήντα: 60,
    εβδομήντα: 70,
    ογδόντα: 80,
    ενενήντα: 90,
    εκατό: 100,
    ένα: 1,
  },
  numberLinks: "",
  ranges: { opened: "μεταξύ", links: "και", bare: "έως ή με" },
  percent: "τοις εκατό, ποσοστιαίες μονάδες",
  percentBefore: "",
  of: "του, της, των",
  rates: {
    "a day": "την ημέρα, ημερησίως, τη μέρα",
    "a week": "την εβδομάδα",
    "a month": "τον μήνα, το μήνα",
    "a year": "τον χρόνο, το χρόνο, ετησίως, τον χρόνο",
    "an hour": "την ώρα",
    "a second": "το δευτερόλεπτο, ανά δευτερόλεπτο",
    "a minute": "το λεπτό, ανά λεπτό",
    "a head": "κατά κεφαλήν",
    "a barrel": "το βαρέλι, ανά βαρέλι",
  },
  stops: `σε στο στη στην στον στους στις στα από με για προς ως έως μέχρι κατά μετά πριν χωρίς και ή αλλά
    που όταν αν ότι πως είναι ήταν έχει έχουν είχε είχαν θα να δεν μην ο η το οι τα του της των τον την
    τους τις ένας μια μία ένα αυτό αυτοί φορές`,
  months: `Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου
    Νοεμβρίου Δεκεμβρίου Ιανουάριο Φεβρουάριο Μάρτιο Απρίλιο Μάιο Ιούνιο Ιούλιο Αύγουστο Σεπτέμβριο
    Οκτώβριο Νοέμβριο Δεκέμβριο Ιαν Φεβ Μαρ Απρ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ`,
  times: `ημέρες μέρες ημέρα μέρα ημερών χρόνια έτη ετών χρόνων μήνες μηνών εβδομάδες εβδομάδων ώρες ωρών ώρα
    λεπτά λεπτών δευτερόλεπτα αιώνες`,
  names: "άρθρο ψήφισμα σελίδα αριθμός κεφάλαιο ομάδα πτήση κανάλι φάση",
  namesBehind: "",
  counted: `άνθρωποι άνθρωπους άνδρες γυναίκες παιδιά στρατιώτες μαχητές άμαχοι μισθοφόροι μετανάστες
    πρόσφυγες κρατούμενοι όμηροι νεκροί τραυματίες θύματα αστυνομικοί πλοία αεροσκάφη πύραυλοι εργάτες
    διαδηλωτές επιβάτες φοιτητές ασθενείς ψηφοφόροι κρούσματα άτομα`,
  states: "νεκροί τραυματίες αγνοούμενοι",
};
