/** Spanish: verb and speaker in either order, the subject often left out, "según". */
import { type Grammar, phrases, stems, words } from "./grammar.js";

const AR = words(
  `afirm asegur declar señal sen explic agreg subray destac inform indic manifest coment relat advirt
   apunt recalc precis not cont contest sostuv insist reiter`,
);
const regular = (list: ReadonlySet<string>): string[] =>
  [...list].flatMap((stem) => [`${stem}o`, `${stem}a`, `${stem}an`, `${stem}aron`, `${stem}ado`]);

export const SPANISH: Grammar = {
  say: new Set([
    ...regular(AR),
    ...words(
      `dijo dijeron dice dicen dicho anadio anadieron añadio anade escribio escribe expreso respondio
       respondieron advirtio advierte advertido sostuvo sostiene sostienen insistio insiste senalo
       senalaron senala explico explicaron agrego aseguraron destaco indico comunico replico conto
       informaron insistieron concluyo`,
    ),
  ]),
  act: words(
    `anuncio anunciaron anuncia anunciado confirmo confirmaron confirma denuncio denunciaron denuncia
     acuso acusaron acusa acusado nego negaron niega negado pidio pidieron pide pedido exigio exigieron
     exige rechazo rechazaron condeno condenaron desmintio critico criticaron admitio reconocio revelo
     llamo insto instaron`,
  ),
  that: words(
    "cree creen considera consideran considero estima opina opino piensa espera sugirio concluye",
  ),
  participles: words(
    `afirmado asegurado declarado senalado explicado agregado subrayado destacado informado indicado
     manifestado comentado relatado apuntado recalcado precisado insistido reiterado dicho advertido
     anunciado acusado negado pedido anadido`,
  ),
  auxiliaries: words("ha han habia habian"),
  negations: words("no nunca jamas nada tampoco"),
  conditions: words("si"),
  adverbs: words("tambien ademas ya aun luego asimismo hoy se lo la los las le les me nos"),
  times: words(
    `lunes martes miercoles jueves viernes sabado domingo ayer hoy manana enero febrero marzo abril mayo
     junio julio agosto septiembre octubre noviembre diciembre`,
  ),
  determiners: words(
    "el la los las un una unos unas su sus este esta estos varios varias algunos algunas dos tres muchos",
  ),
  links: words("de del"),
  prepositions: words(
    "a al en con por para sin sobre desde hasta entre contra ante tras durante segun bajo mediante antes despues",
  ),
  openers: words("que quien quienes donde cuando y e o pero mientras aunque porque si como cual"),
  as: words("como segun"),
  opensContent: words("que"),
  pronouns: words("ella ellos ellas"),
  nobody: words("esto eso nadie quien todo"),
  according: phrases("según, segun, de acuerdo con, a juicio de, en palabras de"),
  asides: phrases("por su parte, a su vez, de su lado"),
  accordingBehind: words(""),
  citing: phrases("citando a, que cita a, que citó a, que cito a, citando"),
  titles: stems(
    `ministr president primer secretari portavoz vocero directora? director jefe jefa diputad senador
     alcalde alcaldesa gobernador general coronel juez jueza fiscal abogad profesor doctor rey reina
     embajador lider canciller mandatario economist agricultor comisari sr sra dr\\.?$ dra\\.?$ expresident`,
  ),
  people: stems(
    `fuente expert analist testig habitant vecin observador diplomat economist activist critic opositor
     manifestant medic docent abogad autoridad funcionari portavoz vocero ministr president director
     jefe alcalde fiscal investigador especialist periodist victima responsable sobrevivient mandatario
     gobernador secretari`,
  ),
  bodies: stems(
    `gobierno ministerio ejercito policia fiscalia presidencia parlamento partido oposicion sindicato
     organizacion asociacion comision consejo tribunal corte banco union movimiento grupo empresa compania
     ong comite federacion ayuntamiento alcaldia coalicion estado embajada instituto observatorio
     administracion guardia`,
  ),
  documents: stems("comunicado informe declaracion carta estudio texto documento encuesta nota"),
  outlets: stems(
    "agencia diario periodico canal cadena radio revista semanario television medio portal prensa",
  ),
  dropsSubject: true,
  capitalNouns: false,
  capitalTimes: false,
  keepsAccents: false,
};
