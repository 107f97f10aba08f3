/** The words by which lines that are not prose give themselves away, in five languages. */

/** Names of news agencies as they sign, by the form that is kept. Folded before comparison. */
export const AGENCIES: readonly string[] = [
  "Reuters",
  "AFP",
  "Agence France-Presse",
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
  "date|published|pubdate|publication date|tarih|yayın tarihi|дата|التاريخ|date de publication";

/** Labels of header fields, by what the field holds. */
export const HEADER_FIELDS = {
  title: "title|headline|başlık|titre|заголовок|العنوان",
  byline: "author|authors|by|byline|writer|yazar|auteur|автор|الكاتب",
  outlet: "outlet|publisher|publication|site|newspaper|yayın|gazete|издание|الصحيفة",
  source: "source|agency|kaynak|источник|المصدر",
  date: "date|published|publication date|posted|tarih|yayın tarihi|publié le|дата|التاريخ",
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
  "подписывайтесь",
  "подпишитесь",
  "следите за",
  "اشترك في",
  "تابعونا",
  "تابعنا على",
];

export const COPYRIGHT =
  "©|\\(c\\) |copyright|all rights reserved|tüm hakları saklıdır|tous droits réservés|все права защищены|جميع الحقوق محفوظة|حقوق النشر";

export const SOURCE_LABELS = "source|sources|kaynak|источник|المصدر|agencies|ajans";

export const REPORTING_CREDITS =
  "reporting by|additional reporting by|editing by|writing by|translated by|written by|(?:edited|compiled) by";

export const BYLINE_LABELS =
  "by|written by|haber|yazan|muhabir|haberi yazan|par|автор|текст|بقلم|كتب|كتبت|تقرير|إعداد|تحرير";

/** Words around the date of a byline that are no part of a name. */
export const STAMP_WORDS =
  "published on|published at|published|posted on|posted|on|at|last updated|last modified|updated on|updated|modified|date|first published|yayınlanma tarihi|yayınlanma|yayın tarihi|giriş tarihi|giriş|tarih|son güncelleme|güncelleme|güncellendi|publié le|mis à jour le|modifié le|le|à|опубликовано|обновлено|дата|نشر في|نشرت في|تاريخ النشر|آخر تحديث|الساعة|بتاريخ|\\d+ min(?:ute)?s? read|min read";
export const UPDATE_WORDS =
  "updated|modified|güncelleme|güncellendi|mis à jour|modifié|обновлено|آخر تحديث";
export const ZONES = "gmt|utc|est|edt|cet|cest|bst|eet|eest|tsi|tsİ|trt|мск|msk|pst|pdt|ist|pkt";

/** Words that outlets have in their names and people have not. */
export const OUTLET_WORDS = new Set(
  "news times post herald daily tribune gazette journal observer monitor press media agency network channel radio tv television english arabic turkish today weekly monthly review report reporter online world globe mirror guardian telegraph independent express standard chronicle minute watch wire bulletin haber haberleri gazete gazetesi ajansı ajans postası türkçe le la monde figaro info actualités journal агентство новости газета вестник известия известий правда ведомости время телеканал قناة وكالة صحيفة جريدة موقع أخبار الإخبارية الإخباري نيوز اليوم".split(
    " ",
  ),
);
