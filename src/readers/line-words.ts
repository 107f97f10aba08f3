/** The words by which lines that are not prose give themselves away, in nine languages. */

/** Names of news agencies as they sign, by the form that is kept. Folded before comparison. */
export const AGENCIES: readonly string[] = [
  "Reuters",
  "AFP",
  "Agence France-Presse",
  "Agence France Presse",
  "AP",
  "Associated Press",
  "The Associated Press",
  "UPI",
  "dpa",
  "DPA",
  "EFE",
  "ANSA",
  "AKI",
  "Adnkronos",
  "AA",
  "Anadolu",
  "Anadolu Agency",
  "Anadolu Ajansı",
  "DHA",
  "İHA",
  "ANKA",
  "TASS",
  "ТАСС",
  "RIA Novosti",
  "РИА Новости",
  "Interfax",
  "Интерфакс",
  "Sputnik",
  "Спутник",
  "RT",
  "Xinhua",
  "IANS",
  "PTI",
  "ANI",
  "APA",
  "Kyodo",
  "Yonhap",
  "MENA",
  "WAM",
  "SPA",
  "QNA",
  "KUNA",
  "PETRA",
  "SANA",
  "IRNA",
  "LANA",
  "MAP",
  "APS",
  "TAP",
  "رويترز",
  "أ ف ب",
  "فرانس برس",
  "د ب أ",
  "أ ب",
  "الأناضول",
  "سبوتنيك",
  "وام",
  "واس",
  "شينخوا",
];

export const PHOTO_BANKS: readonly string[] = [
  "Getty Images",
  "Getty",
  "Shutterstock",
  "iStock",
  "Alamy",
  "EPA",
  "EPA-EFE",
  "Wikimedia Commons",
  "Unsplash",
  "Pexels",
  "Flickr",
];

/** Labels before the name of a photographer or a picture's owner. */
export const PHOTO_LABELS =
  "photo|photos|photograph|picture|pictures|image|images|image credit|photo credit|picture credit|file photo|file|credit|courtesy|illustration|screengrab|fotoğraf|foto|görsel|arşiv|фото|иллюстрация|crédit|crédit photo|crédits|image d['’]illustration|صورة|الصورة|تصوير|مصدر الصورة";

/** Words that only captions use of people in a picture. */
export const POSITION_WORDS =
  "left|right|l|r|c|centre|center|file|solda|sağda|ortada|слева|справа|в центре|à gauche|à droite|يسار|يمين|أرشيف";

export const EXPORT_DATE_LABELS =
  "date|datum|fecha|data|ημερομηνία|published|pubdate|publication date|tarih|yayın tarihi|дата|التاريخ|date de publication";

/** Labels of header fields, by what the field holds. */
export const HEADER_FIELDS = {
  title: "title|headline|titel|título|titolo|τίτλος|başlık|titre|заголовок|العنوان",
  byline:
    "author|authors|by|byline|writer|autor|autorin|autora|autore|συντάκτης|yazar|auteur|автор|الكاتب",
  outlet:
    "outlet|medium|medio|testata|μέσο|publisher|publication|site|newspaper|yayın|gazete|издание|الصحيفة",
  source: "source|agency|quelle|fuente|fonte|πηγή|kaynak|источник|المصدر",
  date: "date|published|publication date|datum|fecha|data|ημερομηνία|posted|tarih|yayın tarihi|publié le|дата|التاريخ",
  link: "url|link|canonical|bağlantı|lien|ссылка|الرابط|tags|keywords|category|etiketler|section",
} as const;

export const SITE_ICON = "site icon|site logo|logo of";

/** Lines that are buttons; compared whole. */
export const PAGE_CONTROLS: readonly string[] = [
  "exit mobile version",
  "skip to content",
  "skip to main content",
  "advertisement",
  "advertisements",
  "advert",
  "caption",
  "view caption",
  "enlarge this image",
  "iklan",
  "anzeige",
  "werbung",
  "publicidad",
  "pubblicità",
  "διαφήμιση",
  "ad",
  "sponsored",
  "share",
  "share this",
  "share this article",
  "share this post",
  "tweet",
  "print",
  "print this page",
  "email",
  "copy link",
  "comments",
  "leave a comment",
  "leave a reply",
  "listen to this article",
  "listen",
  "save",
  "menu",
  "home",
  "search",
  "close",
  "back to top",
  "loading...",
  "like this:",
  "like loading...",
  "share on facebook",
  "share on twitter",
  "whatsapp",
  "telegram",
  "facebook",
  "twitter",
  "linkedin",
  "reklam",
  "paylaş",
  "haberi paylaş",
  "yazdır",
  "yorumlar",
  "yorum yap",
  "dinle",
  "ana sayfa",
  "publicité",
  "partager",
  "partager cet article",
  "imprimer",
  "commenter",
  "commentaires",
  "écouter",
  "anzeige",
  "werbung",
  "teilen",
  "drucken",
  "kommentare",
  "publicidad",
  "compartir",
  "imprimir",
  "comentarios",
  "pubblicità",
  "condividi",
  "stampa",
  "commenti",
  "διαφήμιση",
  "κοινοποίηση",
  "εκτύπωση",
  "σχόλια",
  "реклама",
  "поделиться",
  "распечатать",
  "комментарии",
  "версия для печати",
  "إعلان",
  "شارك",
  "مشاركة",
  "شارك المقال",
  "طباعة",
  "تعليقات",
  "استمع",
];

/** Pointers to another article, alone on a line or before its headline. */
export const READ_MORE: readonly string[] = [
  "read more",
  "read also",
  "also read",
  "read next",
  "see also",
  "related",
  "related articles",
  "related news",
  "related stories",
  "more on this story",
  "recommended",
  "you may also like",
  "don't miss",
  "continue reading",
  "devamını oku",
  "ilgili haber",
  "ilgili haberler",
  "ayrıca oku",
  "ayrıca okuyun",
  "bunu da oku",
  "lire aussi",
  "à lire aussi",
  "lire la suite",
  "voir aussi",
  "lesen sie auch",
  "mehr zum thema",
  "lea también",
  "lee también",
  "te puede interesar",
  "leggi anche",
  "διαβάστε επίσης",
  "διαβάστε ακόμα",
  "δείτε επίσης",
  "читайте также",
  "читать далее",
  "подробнее",
  "по теме",
  "смотрите также",
  "اقرأ أيضا",
  "اقرأ المزيد",
  "إقرأ أيضا",
  "اقرأ أيضاً",
  "مواضيع ذات صلة",
  "أخبار ذات صلة",
  "شاهد أيضا",
];

/** Beginnings of lines that ask the reader for something. */
export const SIGN_UP: readonly string[] = [
  "subscribe to",
  "sign up for",
  "sign up to",
  "follow us",
  "join our",
  "download our app",
  "click here to",
  "support our journalism",
  "get the latest",
  "for more news",
  "bizi takip edin",
  "abone olun",
  "bültenimize",
  "abonnez-vous",
  "inscrivez-vous",
  "suivez-nous",
  "folgen sie uns",
  "abonnieren sie",
  "síguenos en",
  "suscríbete",
  "seguici su",
  "iscriviti alla",
  "ακολουθήστε μας",
  "ακολουθήστε το",
  "подписывайтесь",
  "подпишитесь",
  "следите за",
  "اشترك في",
  "تابعونا",
  "تابعنا على",
];

export const COPYRIGHT =
  "©|\\(c\\) |copyright|all rights reserved|tüm hakları saklıdır|tous droits réservés|все права защищены|جميع الحقوق محفوظة|حقوق النشر";

export const SOURCE_LABELS =
  "source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|πηγή|kaynak|источник|المصدر|agencies|ajans";

export const REPORTING_CREDITS =
  "reporting by|additional reporting by|editing by|writing by|translated by|written by|(?:edited|compiled) by";

export const BYLINE_LABELS =
  "by|written by|haber|yazan|muhabir|haberi yazan|par|autor|autora|autore|συντάκτης|автор|текст|بقلم|كتب|كتبت|تقرير|إعداد|تحرير";

/** The same where two words or more of a name follow: each alone begins other things too. */
export const NAME_LABELS = "von|por|di|του|της|των";

/** Words around the date of a byline that are no part of a name. */
export const STAMP_WORDS =
  "published on|published at|published|posted on|posted|on|at|last updated|last modified|updated on|updated|modified|date|first published|yayınlanma tarihi|yayınlanma|yayın tarihi|giriş tarihi|giriş|tarih|son güncelleme|güncelleme|güncellendi|veröffentlicht am|veröffentlicht|erschienen am|aktualisiert am|aktualisiert|zuletzt aktualisiert|stand|am|um|uhr|publicado el|publicado|actualizado el|actualizado|a las|el|pubblicato il|pubblicato|aggiornato il|aggiornato|alle ore|alle|ore|il|δημοσιεύθηκε στις|δημοσιεύθηκε|δημοσιεύτηκε στις|δημοσιεύτηκε|τελευταία ενημέρωση|ενημερώθηκε|στις|ώρα|publié le|publié|paru le|paru|mis à jour le|mis à jour|modifié le|modifié|le|à|опубликовано|обновлено|дата|نشر في|نشرت في|تاريخ النشر|آخر تحديث|الساعة|بتاريخ|\\d+ min(?:ute)?s? read|min read";
export const UPDATE_WORDS =
  "updated|modified|aktualisiert|stand|actualizado|aggiornato|ενημέρωση|ενημερώθηκε|güncelleme|güncellendi|mis à jour|modifié|обновлено|آخر تحديث";
export const ZONES = "gmt|utc|est|edt|cet|cest|bst|eet|eest|tsi|tsİ|trt|мск|msk|pst|pdt|ist|pkt";

/** Words that outlets have in their names and people have not. */
export const OUTLET_WORDS = new Set(
  "news times post herald daily tribune gazette journal observer monitor press media agency network channel radio tv television english arabic turkish today weekly monthly review report reporter online world globe mirror guardian telegraph independent express standard chronicle minute watch wire bulletin haber haberleri gazete gazetesi ajansı ajans postası türkçe le la monde figaro info actualités journal агентство новости газета вестник известия известий правда ведомости время телеканал قناة وكالة صحيفة جريدة موقع أخبار الإخبارية الإخباري نيوز اليوم".split(
    " ",
  ),
);

/** Lines by which archives of the press number their articles. */
export const ARCHIVE_MARKS = {
  /** Each stands in such a line. */
  hints: ["Document ", "End of Document"],
  end: "Document [A-Z][A-Z0-9]{3,11}\\d{8}[a-z0-9]{6,14}|End of Document",
  start: "\\d{1,6} of \\d{1,6} DOCUMENTS?",
} as const;

/** `512 words` */
export const WORD_COUNT =
  "\\d[\\d,. ]{0,8} (?:words?|wörter|mots|palabras|parole|palavras|kelime|слов[а]?|كلمة|كلمات|λέξεις)";

/** Labels of what archives note of an article, above and below it. */
export const ARCHIVE_LABELS =
  "byline|section|length|dateline|highlight|body|load-date|language|graphic|publication-type|publication type|journal code|subject|organization|organisation|company|ticker|industry|person|geographic|city|state|country|type|document-type|distribution|series|column|edition|correction|notes|classification|acc-no";

/** Names of languages as archives write them. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  english: "en",
  turkish: "tr",
  türkçe: "tr",
  arabic: "ar",
  العربية: "ar",
  russian: "ru",
  русский: "ru",
  french: "fr",
  français: "fr",
  german: "de",
  deutsch: "de",
  spanish: "es",
  español: "es",
  italian: "it",
  italiano: "it",
  greek: "el",
  ελληνικά: "el",
  portuguese: "pt",
  dutch: "nl",
  persian: "fa",
  hebrew: "he",
  chinese: "zh",
  ukrainian: "uk",
};

/** How long a page takes to read, as pages say above the text. */
export const READING_TIMES =
  "reading time|read time|estimated reading|lesezeit|lesedauer|temps de lecture|durée de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|okuma süresi|время чтения|время на чтение|وقت القراءة|مدة القراءة|χρόνος ανάγνωσης|leestijd|czas czytania";

/** What a page asks of its visitors in its last lines, each as it opens the line. */
export const LAST_REQUESTS =
  "follow|join|listen (?:to|here|live|back)|watch|download|subscribe|sign up|click|tune in|visit|check out|get (?:the|our|more)|send (?:us|your)|e-?mail (?:us|the)|contact|read more|have a (?:tip|story|question)|do you have|got a (?:tip|story)|like us|tell us|share your|for more (?:information|news|stories)|support our|become a|folgen sie|abonnieren|lesen sie|hören sie|jetzt|suivez|abonnez|retrouvez|inscrivez|téléchargez|lisez|síguenos|sigue|síganos|suscr[ií]b(?:ete|ase)|descarga|lea también|lee también|seguici|segui|iscriviti|abbonati|scarica|leggi|takip edin|abone olun|подпи(?:шитесь|сывайтесь)|следите|читайте|скачайте|تابعونا|تابعوا|اشترك|اشتركوا|اقرأ أيضا|ακολουθήστε|διαβάστε|δείτε|κατεβάστε|εγγραφείτε";

/** Headings over what readers wrote, with or without their number before them. */
export const COMMENT_HEADS =
  "(?:reader |latest |all |post a |leave a |add a )?comments?|leave a reply|join the (?:conversation|discussion)|responses?|kommentare?|commentaires?|réactions?|comentarios?|commenti?|yorum(?:lar)?|комментари(?:и|ев|я|й)|تعليقات?|التعليقات|σχόλι(?:α|ο)";

/** What pages say where an article goes on for subscribers alone. */
export const PAYWALLS =
  "(?:to )?(?:continue|keep) reading|subscribe (?:now )?to (?:read|continue|unlock)|already (?:a )?(?:subscriber|member)|(?:this (?:article|content|story) is )?(?:only )?for subscribers|subscribers? only|log in to (?:read|continue)|devamını okumak için|abonelere özel|réservée? aux abonnés|pour lire la suite|nur für abonnenten|jetzt weiterlesen|weiterlesen mit|para seguir leyendo|solo para suscriptores|per continuare a leggere|riservato agli abbonati|чтобы (?:продолжить чтение|читать дальше)|только для подписчиков|للمشتركين فقط|لمتابعة القراءة|για να συνεχίσετε|μόνο για συνδρομητές";
