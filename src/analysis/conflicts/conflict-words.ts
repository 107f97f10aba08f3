/** English words by which conflicts between reports are told; other languages have none yet. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Cues by which one speaker answers another. */
export const REPLY = /^(?:respond|repl(?:y|ied)|answer|counter|retort|reject|dismiss)/i;

export const DENY = /^(?:den(?:y|ied|ies|ying))\b/i;

/** English: what is denied is a deed or a report, not a thing kept from somebody. */
export const DENIES =
  /\bden(?:y|ied|ies|ying)\s(?:that|any|all|those|these|it(?=[.,;]|$)|having|being|responsib|involvement|wrongdoing|guilt|(?:the\s|such\s)?(?:reports?|allegations?|charges?|accusations?|claims?)|[a-z]+ing\b)/i;

/** What was just told is denied, by a word that points back: "Officials deny that." */
export const DENIES_THAT =
  /(?:\bden(?:y|ied|ies)\s(?:that|this|it|(?:the|this|that|these|those)\s(?:reports?|allegations?|charges?|accusations?|claims?))|\b(?:bestritt(?:en)?|bestreite[nt]|dementier(?:t|te|en|ten))\s(?:das|dies)|\blo\s(?:neg[óo]|negaron|desmint(?:ió|ieron)|niegan?)|\blo\s(?:ha|hanno)\s(?:smentito|negato)|\b(?:l['’](?:a|ont)\sdémenti|dément(?:ent)?\scela)|\bbunu\s(?:yalanladı|yalanlıyor|reddetti)|(?:опроверг|опровергл[аи]|отрица[ею]т)\sэто|это\s(?:опроверг|опровергл[аи]|отрица[ею]т)|نف[ىت]\S*\s(?:\S+\s){0,3}ذلك|το\sδι[έε]ψευσ\p{L}+)[.!]?["”»]?$/iu;

/** Beginnings of folded verbs of denial in other languages. */
export const DENIALS =
  /^(?:yalanla|inkar et|reddet|опроверг|опровер|отрица|отриц|نفي$|نفت$|ينفي$|تنفي$|ونفي$|ونفت$|انكر|dement(?:i|it|ent|ir|is)?$|nie$|nient$|niait$|dementier|bestrit|bestreit|desmint|desmient|nego$|negaron$|niega$|smenti|nego$|negato$|διεψευσ|αρνηθηκ)/;

/** Beginnings of folded words by which something is laid at somebody's door. */
export const CHARGES =
  /^(?:accus|alleg|blam|claim|charg|suspect|report(?:s|ed|edly)?$|suclad|sucla|iddia|обвин|заяв|сообщ|утвержд|اتهم|تتهم|يتهم|اتهام|مزاعم|تقارير|affirm|accuse|imput|beschuld|behaupt|vorwurf|vorwurfe|acus|denunci|accusat|κατηγορ)/;

/** Asking for something and what comes of it, as stems: denied first, then done. */
export const REQUEST = words("request invit accept sought seek receiv grant");

/** Involvement as a noun behind its owner: `X's military presence`. */
export const INVOLVEMENT =
  /^['’]s?\s(?:[\p{L}-]+\s){0,2}(?:presence|role|involvement|troops|forces|fighters|mercenaries|deployment|intervention|support|backing|contractors|warplanes|aid)\b/iu;
/** Involvement as a verb behind its subject, another subject between them. */
export const INVOLVES =
  /^(?:\sand\s[\p{L}]+)?\s(?:has |have |had |also |repeatedly |reportedly )*(?:backed|backs|back|sent|sends|deployed|deploys|supported|supports|armed|arms|trained|trains|intervened|supplied|supplies|hired|recruited|financed|funded)\b/iu;
/** People in arms, told beside a people's name. */
export const FIGHTERS =
  /\b(?:fighters|mercenaries|troops|soldiers|forces|militants|contractors)\b/i;

/** `angering A and B`, `protests from A and B`, `A and B denounced`. */
export const REACTIONS: readonly RegExp[] = [
  /\b(?:angering|infuriating|outraging|alarming|upsetting|irritating|provoking)\s$/i,
  /\b(?:protests?|criticism|condemnation|objections?|anger|outrage|outcry|opposition)\s(?:from|by|in|of|among)\s$/i,
  /\b(?:denounced|condemned|rejected|criticised|criticized|opposed|welcomed)\sby\s$/i,
];
/** Joins the names of a list. */
export const LIST_LINK = /^(?:\s(?:and|or|as well as)\s|,\s(?:and\s)?)(?:the\s)?$/i;

/** What a call appeals to, up to the mark or the clause that ends it. */
export const BASIS =
  /\b(?:implement(?:ation of|ing|s|ed)?|in (?:line|accordance|keeping) with|pursuant to|on the basis of|based on|as required by|compliance with|comply with|honou?r)\s((?:(?:all|the|its|their|provisions|of)\s)*[^,;.“”"]{6,120}?)(?=,|;|\.|[“”"]|\s(?:including|demanding|calling|and to|in order|to (?:cooperate|expel|evacuate|help))\b|$)/iu;
/** Papers and bodies that a call can rest on. */
export const INSTRUMENT =
  /\b(?:agreements?|accords?|deals?|treat(?:y|ies)|resolutions?|outcomes?|conference|roadmap|law|charter|convention|memorandum|ceasefire|truce|pact|mandate|embargo)\b/gi;
