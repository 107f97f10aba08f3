/** The words around the names of a byline, in the languages that pages are read in. */

/** Before the names; with or without a colon. */
export const LABELS =
  "by|written by|erstellt von|geschrieben von|veröffentlicht von|verfasst von|gepostet von|publicado por|opublikowany przez|przez|zveřejnil|pubblicato da|geplaatst door|words by|story by|report by|reported by|reporting by|posted by|published by|submitted by|text by|author|authors|von|ein kommentar von|eine analyse von|ein gastbeitrag von|autor|autorin|autoren|text|texte|testo|texto|por|escrito por|publicado por|redactado por|par|propos recueillis par|écrit par|publié par|di|a cura di|scritto da|de|door|geschreven door|af|av|tekst|skriven av|autor tekstu|opracowanie|opracował|oprac|napisał|napisała|od|autorka|автор|авторы|текст|автор текста|ο|του|της|γράφει ο|γράφει η|συντάκτης|yazan|yazar|haber|muhabir|muəllif|بقلم|كتب|كتبت|تقرير|إعداد|نویسنده|מאת";

/** Between two names. */
export const JOINTS = "and|und|y|e|et|og|och|en|i|a|ja|ve|və|и|та|και|with|mit|con|avec|met|و";

/** What people are called beside their names; a part that holds one of them is no name. */
export const ROLES =
  "staff|staff writer|writer|reporter|reporters|correspondent|correspondents|editor|editors|editor-in-chief|editor in chief|desk|newsroom|columnist|contributor|contributors|producer|photographer|analyst|bureau chief|journalist|special to|redaktion|redakteur|redakteurin|korrespondent|korrespondentin|volontär|chefredakteur|autor|autorin|redacción|redaccion|redactor|redactora|corresponsal|periodista|enviado especial|redazione|giornalista|inviato|corrispondente|rédaction|redaction|journaliste|correspondant|correspondante|envoyé spécial|redação|repórter|jornalista|redactie|redacteur|verslaggever|redakcja|redaktor|dziennikarz|redakce|redakcia|redaktör|redaktör|muhabiri|muhabir|editör|editörü|gazetesi|корреспондент|редактор|редакция|журналист|обозреватель|редакція|кореспондент|συντακτική|ομάδα|مراسل|مراسلة|محرر|صحفي|تحرير|هيئة التحرير|editorial|agency|agentur|agence|agencia|agenzia|ajansı|home|team|admin|administrator|webmaster|web desk|news desk|online|guest|anonymous|unknown|author|user|root|gastautor|press release|pressemitteilung";

/** Words of firms in the names of publishers. */
export const FIRMS =
  "ltd|limited|inc|incorporated|llc|corp|corporation|gmbh|ag|se|kg|co|s\\.?a\\.?s?|s\\.?p\\.?a\\.?|s\\.?r\\.?l\\.?|b\\.?v\\.?|oy|ab|a\\/?s|plc|pty|sp\\.? z o\\.?o\\.?|a\\.?ş\\.?|ооо|зао|оао|ао";

/** Names that templates leave where a site did not fill in its own. */
export const NO_OUTLETS =
  "home|homepage|home page|startseite|accueil|inicio|início|ana sayfa|anasayfa|главная|الرئيسية|website|site|web site|blog|my site|wordpress|blogger|news|article|untitled|default|undefined|null|none|index|localhost";

/** Words of dates and buttons that stand beside names. */
export const DATE_WORDS =
  "am|pm|ist|gmt|utc|est|edt|pst|pdt|cet|cest|uhr|hrs|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|kommentare?|kommentieren|comments?|comentarios?|commentaires?|commenti|komentarze?|yorum|yorumlar|комментарии|share|teilen|follow|drucken|print|e-mail|email|facebook|twitter|read|lesezeit|min|minutes?|minuten|new|updated|aktualisiert|ago";
