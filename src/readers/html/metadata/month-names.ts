/** A word to the month that it names, in the languages that pages are dated in. */
import { fold } from "../../../text/fold.js";

/** Names and short forms of each month, January first, a column per language. Folded when looked up. */
const MONTHS: readonly (readonly string[])[] = [
  [
    "january jan januar jänner jaenner jän janvier janv enero ene gennaio gen janeiro januari",
    "styczeń stycznia sty leden ledna led január siječanj siječnja jan ianuarie ian",
    "января январь янв січня січень січ януари јануар sausio sausis janvāris janvāra jaanuar tammikuu tammikuuta tammi",
    "ιανουαρίου ιανουάριος ιαν γενάρη ocak oca yanvar يناير جانفي كانون_الثاني ژانویه ינואר janar gener urtarrila",
  ],
  [
    "february feb februar feber février fevrier févr fév febrero febbraio febb fevereiro fev februari",
    "luty lutego lut únor února úno február veljača veljače februarie",
    "февраля февраль фев февр лютого лютий лют февруари фебруар vasario vasaris februāris februāra veebruar helmikuu helmikuuta helmi",
    "φεβρουαρίου φεβρουάριος φεβ şubat şub fevral فبراير فيفري شباط فوریه פברואר shkurt febrer otsaila",
  ],
  [
    "march mar märz maerz mär mrz mars marzo março marco maart mrt",
    "marzec marca března březen bře marec ožujak ožujka martie mart",
    "марта март мар березня березень бер kovo kovas marts martā märts maaliskuu maaliskuuta maalis",
    "μαρτίου μάρτιος μαρ μάρτη март مارس آذار اذار מרץ מרס marsi març martxoa márc március",
  ],
  [
    "april apr avril avr abril abr aprile",
    "kwiecień kwietnia kwi dubna duben dub apríl apríla travanj travnja aprilie aprilis ápr április",
    "апреля апрель апр квітня квітень кві април balandžio balandis aprīlis aprīļa aprill huhtikuu huhtikuuta huhti",
    "απριλίου απρίλιος απρ απρίλη nisan nis aprel أبريل إبريل ابريل أفريل نيسان آوریل אפריל prill apirila",
  ],
  [
    "may mai mayo maggio mag maio mei mayo maj",
    "maja maj května květen kvě máj mája svibanj svibnja mai máj május",
    "мая май травня травень тра maj мај gegužės gegužė maijs maija toukokuu toukokuuta touko",
    "μαΐου μάιος μαι μάη mayıs مايو ماي أيار ايار مه מאי maig maiatza",
  ],
  [
    "june jun juni juin junio jun giugno giu junho",
    "czerwiec czerwca cze června červen čvn jún júna lipanj lipnja iunie iun jún június",
    "июня июнь июн червня червень чер юни јун birželio birželis jūnijs jūnija juuni kesäkuu kesäkuuta kesä",
    "ιουνίου ιούνιος ιουν ιούνη haziran haz iyun يونيو جوان حزيران ژوئن יוני qershor juny ekaina",
  ],
  [
    "july jul juli juillet juil julio luglio lug julho",
    "lipiec lipca lip července červenec čvc júl júla srpanj srpnja iulie iul júl július",
    "июля июль июл липня липень лип юли јул liepos liepa jūlijs jūlija juuli heinäkuu heinäkuuta heinä",
    "ιουλίου ιούλιος ιουλ ιούλη temmuz tem iyul يوليو يوليوز جويلية تموز ژوئیه יולי korrik juliol uztaila",
  ],
  [
    "august aug août aout agosto ago agosto augustus",
    "sierpień sierpnia sie srpna srpen srp august augusta kolovoz kolovoza aug augusztus augusti",
    "августа август авг серпня серпень сер rugpjūčio rugpjūtis augusts augustā elokuu elokuuta elo",
    "αυγούστου αύγουστος αυγ αύγουστο ağustos ağu avqust أغسطس اغسطس غشت أوت آب اوت אוגוסט gusht agost abuztua",
  ],
  [
    "september sept sep septembre septiembre setiembre settembre set setembro",
    "wrzesień września wrz září zář september septembra rujan rujna septembrie szept szeptember",
    "сентября сентябрь сен сент вересня вересень вер септември септембар rugsėjo rugsėjis septembris septembrī syyskuu syyskuuta syys",
    "σεπτεμβρίου σεπτέμβριος σεπ σεπτ eylül eyl sentyabr سبتمبر شتنبر أيلول ايلول سپتامبر ספטמבר shtator setembre iraila",
  ],
  [
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "październik października paź října říjen říj október októbra oktober octombrie október",
    "октября октябрь окт жовтня жовтень жов октомври октобар spalio spalis oktobris oktobra oktoober lokakuu lokakuuta loka",
    "οκτωβρίου οκτώβριος οκτ ekim eki oktyabr أكتوبر اكتوبر تشرين_الأول اکتبر אוקטובר tetor urria",
  ],
  [
    "november nov novembre noviembre novembro",
    "listopad listopada lis listopadu november novembra studeni studenoga studenog noiembrie noi",
    "ноября ноябрь ноя нояб листопада листопад лис ноември новембар lapkričio lapkritis novembris novembra marraskuu marraskuuta marras",
    "νοεμβρίου νοέμβριος νοε kasım kas noyabr نوفمبر نونبر تشرين_الثاني نوامبر נובמבר nëntor azaroa",
  ],
  [
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
    "grudzień grudnia gru prosince prosinec pro december decembra prosinac prosinca decembrie",
    "декабря декабрь дек грудня грудень гру декември децембар gruodžio gruodis decembris decembra detsember joulukuu joulukuuta joulu",
    "δεκεμβρίου δεκέμβριος δεκ aralık ara dekabr ديسمبر دجنبر كانون_الأول كانون_الاول دسامبر דצמבר dhjetor desembre abendua",
  ],
];

/** Words that another Slavic language uses of another month. */
const CROATIAN: Readonly<Record<string, number>> = {
  listopad: 10,
  listopada: 10,
};

const known = new Map<string, number>(
  MONTHS.flatMap((columns, index) =>
    columns.flatMap((words) =>
      words.split(" ").map((word) => [fold(word.replace("_", " ")), index + 1] as const),
    ),
  ),
);

/**
 * The month, 1 to 12; null for other words.
 * @param language BCP 47 primary tag
 */
export function monthOf(word: string, language: string): number | null {
  const folded = fold(word);
  if (language === "hr") return CROATIAN[folded] ?? known.get(folded) ?? null;
  return known.get(folded) ?? null;
}
