/** What befell those whom a figure counts, and the words for people at large, in nine languages. */
import { fold } from "../../text/fold.js";

/** What is counted until the last is found: such figures change from day to day. */
export type Outcome = "killed" | "injured" | "missing" | "arrested" | "displaced" | "rescued";

/** `*` lets a word run on. */
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  killed: `killed kills kill killing dead died die dies death deaths fatalities fatality toll slain perished
    claimed öldü öldürüldü ölü hayatını ölenlerin ölen ölüm قتل قتلوا مقتل قتيل قتيلا قتلى القتلى لقي لقوا مصرع
    وفاة توفي ضحايا погиб* умер* убит* жертв* скончал* tués tué tuées tuée morts mort mortes décès décédés
    bilan getötet tote toten tot todesopfer starben gestorben muertos muerto muertas murieron fallecieron
    fallecidos morti morto uccisi uccise decedute vittime νεκροί νεκρούς σκοτώθηκαν νεκρός`,
  injured: `injured wounded hurt injuries injuring wounding yaralandı yaralı yaraladı yaralanan جريح جريحا جرحى
    أصيب أصيبوا إصابة بجروح مصابا ранен* пострада* травм* blessés blessé blessées blessée verletzt verletzte
    verletzten heridos herido heridas feriti feriti ferite τραυματίες τραυματίστηκαν`,
  missing: `missing kayıp مفقود مفقودا مفقودين مفقودون пропал* disparus disparu vermisst vermisste desaparecidos
    dispersi αγνοούμενοι`,
  arrested: `arrested arrests detained detentions detainees gözaltına tutuklandı tutuklu اعتقل اعتقلت اعتقال احتجاز
    задерж* арестов* arrêtés arrêtées arrêté interpellés festgenommen verhaftet detenidos arrestados
    arrestati fermati συνελήφθησαν`,
  displaced: `displaced homeless evacuated fled evsiz yerinden tahliye نزح نازح نازحا تشريد эвакуирован* переселен*
    déplacés déplacées évacués évacuées vertrieben obdachlos evakuiert desplazados evacuados sfollati
    evacuati εκτοπισμένοι`,
  rescued: `rescued kurtarıldı إنقاذ спасен* secourus secourues gerettet rescatados salvati διασώθηκαν`,
};

const PEOPLE = new Set(
  `people persons person human humans lives life victims fatalities deaths killed dead injured wounded missing
   arrested detained displaced injuries bodies toll
   kişi kişinin kişiyi kişiye insan insanın ölü yaralı شخص شخصا أشخاص قتيل قتيلا قتلى جريح جريحا جرحى ضحية
   человек человека людей погибших раненых пострадавших убитых пропавших задержанных
   personnes personne morts mort blessés blessé tués tué disparus
   Menschen Personen Tote Toten Verletzte Verletzten Vermisste Opfer personas persona muertos heridos
   desaparecidos persone morti feriti dispersi vittime άνθρωποι άνθρωπος άτομα νεκροί τραυματίες`
    .split(/\s+/)
    .map(fold),
);

const whole = new Map<string, Outcome>();
const beginnings: (readonly [string, Outcome])[] = [];
for (const outcome of Object.keys(OUTCOMES) as Outcome[]) {
  for (const word of OUTCOMES[outcome].split(/\s+/)) {
    if (word.endsWith("*")) beginnings.push([fold(word.slice(0, -1)), outcome]);
    else whole.set(fold(word), outcome);
  }
}

/** @param folded a folded word */
export function outcomeOf(folded: string): Outcome | null {
  const known = whole.get(folded);
  if (known !== undefined) return known;
  if (!CYRILLIC.test(folded)) return null;
  return beginnings.find(([beginning]) => folded.startsWith(beginning))?.[1] ?? null;
}

const CYRILLIC = /^[а-я]/;

/** Whether a folded word counts people without saying which. */
export const isPeople = (folded: string): boolean => PEOPLE.has(folded);

/** Another count, an earlier one, part of one, or one that need not come: compared with nothing. */
export const APART: ReadonlySet<string> = new Set(
  `another more additional further other others earlier previous previously ago record average expected could
   might may would if feared potentially possibly probably estimated including among separate separately
   since total past annual daily each every both half remaining least-wounded planned plans target
   capacity up anniversary historically nationwide worldwide so
   diğer daha önceki ayrıca beklenen olası ilave toplam أخرى آخرين إضافية سابق متوقع إجمالي
   еще другие других ранее ожидается возможно всего autres autre précédent supplémentaires prévu environ
   weitere andere früher erwartet otros otras altri altre precedente previsto`
    .split(/\s+/)
    .map(fold),
);
