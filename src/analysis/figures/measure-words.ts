/** Names of currencies (ISO 4217) and of measures in nine languages, to the unit that a figure gets. */
import { fold } from "../../text/fold.js";

/** Signs beside a number. */
export const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "₺": "TRY",
  "₽": "RUB",
  "₴": "UAH",
  "₹": "INR",
  "₩": "KRW",
  "₪": "ILS",
  "₦": "NGN",
};

/** `A$`, `US$`: letters that stand right before a dollar sign. */
export const DOLLARS: Readonly<Record<string, string>> = {
  us: "USD",
  a: "AUD",
  au: "AUD",
  c: "CAD",
  ca: "CAD",
  nz: "NZD",
  hk: "HKD",
  s: "SGD",
};

/** `*` lets a word run on. Currencies that several states have keep their plain name. */
const CURRENCIES: Readonly<Record<string, string>> = {
  USD: "usd dollar dollars dlrs dlr dolar* доллар* دولار دولارا دولارات dolares dolari dollari dollaro Dollars δολάρι* δολαρίων",
  EUR: "eur euro euros avro* евро يورو ευρώ",
  GBP: "gbp pound pounds sterling sterlin* фунт* إسترليني استرليني livres libras sterline Pfund λίρες",
  TRY: "tl lira* лир турецких",
  RUB: "rub ruble rubles rouble roubles ruble* рубл* روبل rublos rubli Rubel ρούβλι*",
  JPY: "jpy yen иен* ين yenes γιεν",
  CNY: "cny yuan юан* يوان renminbi rmb",
  CHF: "chf",
  UAH: "uah hryvnia hryvnias гривен гривн*",
  INR: "inr",
  dinar: "dinar dinars dinar* динар* دينار دينارا دنانير dinares dinari",
  riyal: "riyal riyals riyal* ريال ريالا ريالات риал*",
  dirham: "dirham dirhams dirhem* درهم درهما дирхам*",
  rupee: "rupee rupees rupi* рупи* روبية",
  peso: "peso pesos pesos песо",
  franc: "franc francs frank* франк* فرنك franchi Franken",
  pound: "جنيه جنيها",
  krona: "krona kronor kroner krone crowns крон",
  shekel: "shekel shekels şekel* шекел* شيكل",
  won: "вон",
  rand: "rand",
  naira: "naira",
  cents: "cents",
};

/** Whose money it is, where the word before says so: `turkish lira`. */
export const WHOSE: Readonly<Record<string, string>> = {
  "us USD": "USD",
  "american USD": "USD",
  "canadian USD": "CAD",
  "australian USD": "AUD",
  "singapore USD": "SGD",
  "hong kong USD": "HKD",
  "swiss franc": "CHF",
  "turkish TRY": "TRY",
  "egyptian GBP": "EGP",
  "syrian GBP": "SYP",
  "lebanese GBP": "LBP",
  "sudanese GBP": "SDG",
  "indian rupee": "INR",
  "pakistani rupee": "PKR",
  "mexican peso": "MXN",
  "argentine peso": "ARS",
  "iraqi dinar": "IQD",
  "kuwaiti dinar": "KWD",
  "jordanian dinar": "JOD",
  "tunisian dinar": "TND",
  "algerian dinar": "DZD",
  "saudi riyal": "SAR",
  "qatari riyal": "QAR",
  "iranian riyal": "IRR",
  "swedish krona": "SEK",
  "norwegian krona": "NOK",
  "danish krona": "DKK",
};

/** Lengths and the like are of nothing; weights and volumes are of what is weighed. */
const LENGTHS: Readonly<Record<string, string>> = {
  km: "km kilometre kilometres kilometer kilometers kilomètre kilomètres kilometre* километр* км كيلومتر كيلومترا كيلومترات كلم كم kilómetro kilómetros chilometri chilometro Kilometer Kilometern χιλιόμετρα χλμ",
  m: "metre metres meter meters mètre mètres metre* метр метра метров متر مترا أمتار metros metri Meter Metern μέτρα",
  cm: "cm centimetre centimetres centimeter centimeters santimetre* сантиметр* سنتيمتر سنتيمترا centimètres centímetros centimetri Zentimeter",
  miles: "mile miles mil миль ميل ميلا أميال milles millas miglia Meilen μίλια",
  feet: "feet foot ft",
  "km/h": "kmh kph",
  "miles an hour": "mph",
  degrees: "degrees градус* درجة درجات degrés grados gradi Grad βαθμούς",
  MW: "mw megawatt megawatts megavat мегаватт* ميغاواط",
  GW: "gw gigawatt gigawatts gigavat гигаватт*",
  "barrels a day": "bpd",
};
const WEIGHTS: Readonly<Record<string, string>> = {
  tonnes:
    "tonne tonnes tonna* ton tons тонн* طن طنا أطنان toneladas tonnellate tonnellata Tonne Tonnen τόνοι τόνους τόνων",
  kg: "kg kilo kilos kilogram kilograms kilogramme kilogrammes килограмм* кг كيلوغرام كيلوغراما kilogramos chili Kilo Kilogramm κιλά",
  g: "grams grammes",
  pounds: "lb lbs",
  litres: "litre litres liter liters litr* литр* لتر لترا litros litri Liter λίτρα",
  gallons: "gallon gallons галлон*",
  barrels:
    "barrel barrels baril barils varil* баррел* برميل برميلا barriles barili Barrel Barrels Fass βαρέλια",
  bushels: "bushel bushels",
  ounces: "ounce ounces oz унци* أونصة onzas",
  hectares:
    "hectare hectares hektar* гектар* هكتار هكتارا hectáreas ettari Hektar εκτάρια στρέμματα",
  acres: "acre acres акр*",
  "cubic metres": "m3 m³ metreküp* кубометр* Kubikmeter Kubikmetern",
  "square metres": "m2 m² metrekare* Quadratmeter Quadratmetern",
  "square kilometres": "km2 km² kilometrekare* Quadratkilometer Quadratkilometern",
};

export interface MeasureWord {
  readonly unit: string;
  readonly kind: "money" | "length" | "weight";
}

const whole = new Map<string, MeasureWord>();
const beginnings = new Map<string, MeasureWord>();
for (const [table, kind] of [
  [CURRENCIES, "money"],
  [LENGTHS, "length"],
  [WEIGHTS, "weight"],
] as const) {
  for (const [unit, words] of Object.entries(table)) {
    for (const word of words.split(" ")) {
      const folded = fold(word.replace("*", ""));
      whole.set(folded, { unit, kind });
      if (word.endsWith("*")) beginnings.set(folded, { unit, kind });
    }
  }
}

const SHORTEST = 3;
const LONGEST = 13;

/** The unit that a folded word names, if any. */
export function measureWord(folded: string): MeasureWord | null {
  const known = whole.get(folded);
  if (known !== undefined) return known;
  if (folded.charCodeAt(0) < 0x80 && !RUNS_ON.test(folded)) return null;
  for (let length = Math.min(LONGEST, folded.length); length >= SHORTEST; length -= 1) {
    const begun = beginnings.get(folded.slice(0, length));
    if (begun !== undefined) return begun;
  }
  return null;
}

/** Endings of Turkish and Greek words in Latin letters that run on: others are other words. */
const RUNS_ON = /(?:[ndlry][aeiu]?|[aeiu]|lik|luk|nin|nun|dan|den|tan|ten|lar|ler)$/;

/** Words beside a length that make an area or a volume of it; they run on. */
const POWERS: readonly (readonly [power: string, words: RegExp])[] = [
  ["square", /^(?:square|квадратн|مربع|carre|cuadrad|quadrat[io]$|τετραγωνικ)/],
  ["cubic", /^(?:cubic$|кубическ|مكعب|cubes?$|cubico|cubi$|κυβικ)/],
];

const LENGTH_NAMES: Readonly<Record<string, string>> = {
  m: "metres",
  km: "kilometres",
  cm: "centimetres",
  feet: "feet",
  miles: "miles",
};

/** "square" and "kilometres" to the unit of both; null where the two make none. */
export function powerUnit(power: string, { kind, unit }: MeasureWord): string | null {
  const name = kind === "length" ? LENGTH_NAMES[unit] : undefined;
  if (name === undefined) return null;
  const found = POWERS.find(([, words]) => words.test(power))?.[0];
  return found === undefined ? null : `${found} ${name}`;
}
