/**
 * A sentence to false ones, by class: what models get wrong when they reword. Each function gives the
 * sentences that one kind of fault makes of it, none where it does not apply. Chance is seeded.
 */

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const NAMES = ["Marik Oden", "Tessaly", "Gorana Pell", "Norvia", "Hadrin Kole", "Westmark"];
const WORDS =
  "two three four five six seven eight nine ten eleven twelve fourteen twenty thirty sixty".split(
    " ",
  );
const VERB =
  "attacked|approved|killed|signed|rejected|accused|sold|supplied|rescued|sentenced|summoned|arrested|found|opened|awarded|seized|damaged|employs|promised|invited|urged|backed|hit|charged|thanked|supports|met|expelled|published|won|denounced|invited|accepted|affected|destroyed";

const pick = (list, random) => list[Math.floor(random() * list.length)];
const other = (list, not, random) =>
  pick(
    list.filter((item) => item !== not),
    random,
  );
const capital = (text) =>
  text.replace(/^(["“]?)(\p{Ll})/u, (_, mark, letter) => mark + letter.toUpperCase());
const lower = (text) =>
  /^(?:The|A|An|Two|Some|Its|His|Her|No|On|In|At|More|All|Three|Police|Officials|After|If)\b/.test(
    text,
  )
    ? text[0].toLowerCase() + text.slice(1)
    : text;
const each = (text, pattern, change) =>
  Array.from(text.matchAll(pattern), (match) => {
    const changed = change(match);
    return changed === null || changed === match[0]
      ? null
      : text.slice(0, match.index) + changed + text.slice(match.index + match[0].length);
  }).filter((made) => made !== null && made !== text);
const replaceOnce = (text, pattern, instead) => {
  const made = text.replace(pattern, instead);
  return made === text ? [] : [made];
};
/** Not inside quotation marks, where every change is a change of a quotation. */
const ATTRIBUTED =
  /^(.{15,}?), ((?:(?!, ).){3,60}? (?:said|says|reported|announced|warned|claimed|believe|estimates|complained|ruled)(?: [^,]{0,50})?)\.$/u;
const ATTRIBUTED_BY = /^(.{15,}?), according to ([^,]+)\.$/u;
const OPENS =
  /^((?:On \w+, )?[^,“"]{3,70}? (?:said|says|reported|announced|warned|claimed|believe|estimates|complained|ruled|denied|reiterated|stressed)(?: on [A-Z]\w+| in a statement| on Monday)?(?: that)?) (.{15,})\.$/u;

export const CORRUPTIONS = {
  number: (text, random) => [
    ...each(text, /(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])/gu, ([written]) => {
      if (/^(?:19|20)\d\d$/.test(written))
        return String(Number(written) + 1 + Math.floor(random() * 3));
      const at = Math.floor(random() * written.replace(/\D/g, "").length);
      let seen = -1;
      return written.replace(/\d/g, (digit) => {
        seen += 1;
        return seen === at ? String((Number(digit) % 9) + 1) : digit;
      });
    }),
    ...each(text, new RegExp(`\\b(?:${WORDS.join("|")})\\b`, "giu"), ([word]) =>
      other(WORDS, word.toLowerCase(), random),
    ),
  ],
  scale: (text) => [
    ...replaceOnce(text, /\bmillion\b/, "billion"),
    ...replaceOnce(text, /\bbillion\b/, "million"),
    ...replaceOnce(text, /(\d),000\b/, "$1,000,000"),
    ...replaceOnce(text, /(\d{2,3}) (soldiers|people|fighters|farms|houses|trucks|jobs)/, "$10 $2"),
  ],
  unit: (text) => [
    ...replaceOnce(text, /\btonnes\b/, "kilograms"),
    ...replaceOnce(text, /\bcubic metres\b/, "litres"),
    ...replaceOnce(text, /\b(?:percent|per cent|%)/, " percentage points"),
    ...replaceOnce(text, /\bkilomet(?:re|er)s\b|\bkm\b/, "miles"),
    ...replaceOnce(text, /\bcentimetres\b/, "metres"),
    ...replaceOnce(text, /\bbarrels\b/, "tonnes"),
    ...replaceOnce(text, /\ba second\b/, "a day"),
    ...replaceOnce(text, /\bdays\b/, "weeks"),
    ...replaceOnce(text, /\bmonths\b/, "years"),
    ...replaceOnce(text, /\byears\b/, "months"),
    ...replaceOnce(text, /\bmegawatts\b/, "gigawatts"),
  ],
  currency: (text) => [
    ...replaceOnce(text, /\$/, "€"),
    ...replaceOnce(text, /€/, "£"),
    ...replaceOnce(text, /\bdollars\b/, "euros"),
    ...replaceOnce(text, /\beuros\b/, "dollars"),
    ...replaceOnce(text, /\$(\d)/, "$1"),
  ],
  bound: (text) => [
    ...replaceOnce(
      text,
      /\b(?:at least|more than|up to|fewer than|nearly|about|around|no earlier than|only) (?=[\d$]|half|ten|one|twelve)/i,
      "",
    ),
    ...replaceOnce(text, /\bat least\b/i, "at most"),
    ...replaceOnce(text, /\bmore than\b/i, "less than"),
    ...replaceOnce(text, /\bup to\b/i, "at least"),
    ...replaceOnce(text, /\bfewer than\b/i, "more than"),
    ...replaceOnce(text, /\bno earlier than\b/i, "no later than"),
    ...replaceOnce(text, /\bkilled (?=\d)/, "killed at least "),
  ],
  name: (text, random) =>
    each(
      text,
      /(?<=\S )(?!(?:May|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)\b)\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}{2,})*/gu,
      () => pick(NAMES, random),
    ).slice(0, 3),
  "name swap": (text) => {
    const names = [
      ...new Set(
        text.match(
          /(?<=[\p{L},] )(?!(?:May|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)\b)\p{Lu}\p{L}{3,}/gu,
        ) ?? [],
      ),
    ];
    const [first, second] = names;
    if (
      second === undefined ||
      new RegExp(`${first} and ${second}|${second} and ${first}|${first}[ ,]+${second}`).test(text)
    )
      return [];
    const swapped = text.replaceAll(first, "\0").replaceAll(second, first).replaceAll("\0", second);
    return swapped === text ? [] : [swapped];
  },
  role: (text) => {
    const found = new RegExp(
      `^(.{4,60}?) (${VERB}) ((?:the |an? |two |three )?[^,.]{3,40}?)(?= (?:on|in|at|of|for|after|from|near|by|to|with|against|that|over)\\b|,|\\.|$)(.*)$`,
      "u",
    ).exec(text);
    if (found === null || /,| (?:said|that|who|which|was|were|be|been|not|to) ?/.test(found[1]))
      return [];
    const [, subject, verb, object, rest] = found;
    return [`${capital(object)} ${verb} ${lower(subject)}${rest}`];
  },
  "passive role": (text) => {
    const found = new RegExp(
      `^(.{4,60}?) (${VERB}) ((?:the |an? |two |three )?[^,.]{3,40}?)(?= (?:on|in|at|of|for|after|from|near|to|with|against|that|over)\\b|,|\\.|$)(.*)$`,
      "u",
    ).exec(text);
    if (found === null || /,| (?:said|that|who|which|was|were|be|been|not|to) ?/.test(found[1]))
      return [];
    const [, subject, verb, object, rest] = found;
    if (!/ed$|hit|found|met|won|sold/.test(verb)) return [];
    return [`${capital(subject)} was ${verb.replace("won", "beaten")} by ${object}${rest}`];
  },
  "passive agent": (text) =>
    each(
      text,
      /^(.+?) ((?:was|were|been|be|are|is) [\p{L} ]{3,30}?) by ((?:the |a )?[^,.]+?)(?= (?:on|in|at|for|after|near|to|of)\b|,|\.)/gu,
      ([, patient, verb, agent]) => `${capital(agent)} ${verb} by ${lower(patient)}`,
    ),
  date: (text, random) =>
    each(
      text,
      new RegExp(
        `\\b(?:${MONTHS.join("|")})\\b(?= \\d| last|,|\\.| and)|(?<=\\d |in |until |since |of )(?:${MONTHS.join("|")})\\b`,
        "gu",
      ),
      ([month]) => other(MONTHS, month, random),
    ),
  day: (text) =>
    each(
      text,
      /(?<=(?:January|February|March|April|May|June|July|August|September|October|November|December) )\d{1,2}\b|\b\d{1,2}(?= (?:January|February|March|April|May|June|July|August|September|October|November|December))/gu,
      ([day]) => String((Number(day) % 28) + 1),
    ),
  weekday: (text, random) =>
    each(text, new RegExp(`\\b(?:${WEEKDAYS.join("|")})\\b`, "gu"), ([day]) =>
      other(WEEKDAYS, day, random),
    ),
  "relative date": (text) => [
    ...replaceOnce(text, /\blast (week|month|year)\b/i, "next $1"),
    ...replaceOnce(text, /\bnext (week|month|year)\b/i, "last $1"),
    ...replaceOnce(text, /\blater this year\b/, "next year"),
    ...replaceOnce(text, /\bin the coming days\b/, "in the coming weeks"),
    ...replaceOnce(text, /\bsince (?=\d{4}|\p{Lu})/u, "in "),
    ...replaceOnce(text, /\buntil (?=\p{Lu}|the)/u, "from "),
  ],
  "date moved": (text) => {
    const found = /^(.+? (?:said|reported|announced|warned)) on (\w+day)(?: that)? (.+?)\.$/u.exec(
      text,
    );
    if (found !== null) return [`${found[1]} ${found[3]} on ${found[2]}.`];
    const behind = /^(.+?), ([^,]+ (?:said|reported|announced)) on (\w+day)\.$/u.exec(text);
    return behind === null || /[”"]/.test(behind[1])
      ? []
      : [`${behind[1]} on ${behind[3]}, ${behind[2]}.`];
  },
  "negation added": (text) => [
    ...replaceOnce(
      text,
      /\b(was|were|is|are|has|have|had|will|would|could|may) (?!not|no\b)/,
      "$1 not ",
    ),
    ...replaceOnce(
      text,
      /\b(approved|signed|killed|rejected|attacked|accepted|opened|met|damaged|hit|agreed|resigned|carries|covers|rose|fell)\b/,
      "did not $1",
    ),
    ...replaceOnce(text, /\b(called on \w+ )to\b/, "$1not to"),
  ],
  "negation dropped": (text) => [
    ...replaceOnce(text, /(?: not|n't)(?= )/, ""),
    ...replaceOnce(text, /\bnever /, ""),
    ...replaceOnce(text, /\b(?:No|no) (?=agreement|evidence|such)/, "an "),
    ...replaceOnce(text, /\bwithout\b/, "with"),
    ...replaceOnce(text, /\bneither side\b/, "one side"),
    ...replaceOnce(text, /\bdenied (?:that |having |its )?/, "confirmed that "),
    ...replaceOnce(text, /\bunable to\b/, "able to"),
  ],
  "hedge dropped": (text) => [
    ...replaceOnce(text, /\b(?:may|might|could) (?=\p{Ll})/u, "will "),
    ...replaceOnce(text, /\breportedly /, ""),
    ...replaceOnce(text, /\b(alleged|suspected) /i, ""),
    ...replaceOnce(text, /\bis suspected of\b/, "is guilty of"),
    ...replaceOnce(text, /\bplans to buy\b/, "buys"),
    ...replaceOnce(text, /\b(?:is|are) expected\b/, "is due"),
    ...replaceOnce(text, /\bhave been reported\b/, "have raged"),
    ...replaceOnce(text, /\bup to\b/, ""),
    ...replaceOnce(text, /\bbelieve\b/, "know"),
    ...replaceOnce(text, /\bclaimed\b/, "said"),
    ...replaceOnce(text, /\bwould\b/, "will"),
  ],
  "hedge added": (text) => [
    ...replaceOnce(text, /\b(was|were|has|have) (?=\p{L}+ed\b)/u, "$1 reportedly "),
    ...replaceOnce(
      text,
      /\b(signed|killed|approved|attacked|rescued|sentenced|opened|seized|exploded|found)\b/,
      "allegedly $1",
    ),
    ...replaceOnce(text, /\bwill\b/, "may"),
    ...replaceOnce(text, /\bwould\b/, "might"),
    ...replaceOnce(
      text,
      /\b(The|the) (minister|smuggler|attack|agreement|offer|fire)\b/,
      "$1 alleged $2",
    ),
  ],
  "attribution dropped": (text) => {
    const found = ATTRIBUTED.exec(text) ?? ATTRIBUTED_BY.exec(text);
    if (found !== null) return [`${found[1].replace(/[“”"]/g, "")}.`, `${found[1]}.`];
    const opening = OPENS.exec(text);
    return opening === null ? [] : [`${capital(opening[2])}.`];
  },
  "attribution changed": (text) => {
    const found = ATTRIBUTED.exec(text);
    if (found !== null) return [`${found[1]}, officials said.`, `${found[1]}, experts believe.`];
    const by = ATTRIBUTED_BY.exec(text);
    if (by !== null) return [`${by[1]}, according to experts.`];
    const opening = OPENS.exec(text);
    return opening === null ? [] : [`Officials said ${lower(opening[2])}.`];
  },
  "attribution moved": (text) => {
    const found = /^(.+?)(, but |; | while |, while |, and )(.+)\.$/u.exec(text);
    const said = / (?:said|says|argue|claimed) /u;
    if (found === null || !said.test(` ${text} `)) return [];
    const [, first, link, second] = found;
    const opening = /^(.+? (?:said|say|says)(?: that)?(?: on \w+day)?(?: that)?) (.+)$/u.exec(
      first,
    );
    return opening === null ? [] : [`${capital(opening[2])}${link}${lower(opening[1])} ${second}.`];
  },
  "agent made speaker": (text) => {
    const found =
      /^((?:The |A |Two )?[\p{L} -]{4,40}?) ((?:attacked|killed|signed|approved|rejected|sold|cancelled|rescued|arrested|carried|closed|banned|supplied|won|opened|hit) .+)\.$/u.exec(
        text,
      );
    return found === null ? [] : [`${found[1]} said it ${found[2]}.`];
  },
  antonym: (text) =>
    Object.entries(ANTONYMS).flatMap(([word, opposite]) =>
      replaceOnce(text, new RegExp(`\\b${word}\\b`, "i"), opposite),
    ),
  "added clause": (text, random) => [
    text.replace(
      /\.?([”"]?)$/u,
      `${pick([", raising fears of a wider conflict", ", a move welcomed by many residents", ", the largest such case in years", " amid growing tension", " in a major setback for the government", " as pressure mounted"], random)}.$1`,
    ),
    text.replace(
      /^(\S+ \S+)/u,
      `$1${pick([", who is widely criticised,", " again", ", under pressure from abroad,"], random)}`,
    ),
  ],
  "cause invented": (text) => [
    ...replaceOnce(text, /, (?:and|but) /, " because "),
    ...replaceOnce(text, / after /, " because "),
    ...replaceOnce(
      text,
      / and (?=(?:later |then )?(?:called|praised|demanded|seized|freed|removed|discussed|cut|exports|produces|used)\b)/,
      " because it ",
    ),
    ...replaceOnce(text, / (?:while|as) /, " so that "),
    ...replaceOnce(text, /, (?=killing|angering|triggering|helping)/, ", deliberately "),
    ...replaceOnce(
      text,
      / on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/,
      " due to public anger",
    ),
  ],
  scope: (text) => [
    ...replaceOnce(text, /\bsome of\b/i, "all of"),
    ...replaceOnce(text, /\bsome\b(?= \p{L})/iu, "all"),
    ...replaceOnce(text, /\bmost of\b/i, "all of"),
    ...replaceOnce(text, /\bseveral\b/i, "most"),
    ...replaceOnce(text, /\ball\b/i, "some"),
    ...replaceOnce(text, /\bonly /i, ""),
    ...replaceOnce(text, /\bnearly half\b/i, "half"),
    ...replaceOnce(text, /\b(?:mainly|usually|repeatedly|largely) /i, ""),
    ...replaceOnce(text, /\bboth countries\b/i, "all countries"),
    ...replaceOnce(text, /\ba third\b/, "half"),
    ...replaceOnce(
      text,
      /\b(The|the) (rebels|ministers|farmers|prisoners|soldiers|voters|residents|traders)\b/,
      "all $2",
    ),
    ...replaceOnce(
      text,
      /^(Officials|Residents|Witnesses|Traders|Critics|Farmers|Investigators)\b/,
      "All $1",
    ),
  ],
  comparative: (text) => [
    ...replaceOnce(text, /\blargest\b/, "only"),
    ...replaceOnce(text, /\bfewer\b/, "more"),
    ...replaceOnce(text, /\bless than half\b/, "more than half"),
    ...replaceOnce(text, /\bdoubled\b/, "tripled"),
    ...replaceOnce(text, /\bclosely\b/, "most closely"),
    ...replaceOnce(text, /\blarge\b/, "larger"),
    ...replaceOnce(text, /\brose by\b/, "rose to"),
    ...replaceOnce(text, /\b(fallen|fell) by\b/, "$1 to"),
    ...replaceOnce(text, /\b(rose|fell|risen|fallen) to\b/, "$1 by"),
  ],
  tense: (text) => [
    ...replaceOnce(text, /\bwill (?:be )?(\p{L}+)\b/u, (_, verb) =>
      verb.endsWith("ed") || verb === "held" ? `was ${verb}` : `${verb}ed`.replace("eed", "ed"),
    ),
    ...replaceOnce(text, /\bwould (\p{L}+)\b/u, "had $1ed"),
    ...replaceOnce(text, /\bwill\b/, "has to"),
    ...replaceOnce(text, /\b(?:is|are) (planned|expected|to)\b/, "was $1"),
    ...replaceOnce(text, /\bhas been\b/, "will be"),
    ...replaceOnce(text, /\bwas (?=\p{L}+ed\b)/u, "will be "),
    ...replaceOnce(text, /\bwere (?=\p{L}+ed\b)/u, "are being "),
    ...replaceOnce(text, /\bagreed to (\p{L}+)/u, "$1ed"),
  ],
  plural: (text) => [
    ...replaceOnce(
      text,
      /\b(?:a|an|one) (soldier|dam|ship|court|minister|boat|mine|drone|treaty|spokesman|statement|delegation|school|bridge|contract|call|offer|pact|deal)\b/i,
      "$1s",
    ),
    ...replaceOnce(
      text,
      /\b(drone|offer|bridge|militia|pipeline|vaccine|missile|refinery|alleged smuggler|agreement|ship|pact|deal|contract|stadium|attack|explosion)\b(?! (?:of|with|was|were|is))/,
      "$1s",
    ),
    ...replaceOnce(
      text,
      /\b(soldiers|farms|ministers|drones|villages|bridges|countries|diplomats|embassies|hostages|sources)\b/,
      (word) => word.replace(/ies$/, "y").replace(/s$/, ""),
    ),
  ],
  "order of events": (text) => [
    ...replaceOnce(text, /\bafter\b/, "before"),
    ...replaceOnce(text, /\bbefore\b/, "after"),
    ...replaceOnce(text, /\bfollowing\b/, "ahead of"),
    ...replaceOnce(text, /^(.+?) after (.+?)\.$/u, (_, first, second) =>
      /,|said/.test(first + second)
        ? `${first} before ${second}.`
        : `${capital(second)} after ${lower(first)}.`,
    ),
    ...replaceOnce(text, /^(.+?) before (.+?)\.$/u, (_, first, second) =>
      /,|said|end of/.test(first + second)
        ? `${first} after ${second}.`
        : `${capital(second)} before ${lower(first)}.`,
    ),
    ...replaceOnce(text, /\bfirst to (\w+) and then to (\w+)/, "first to $2 and then to $1"),
    ...replaceOnce(text, /(\p{L}+ed [^,.]+?) and later (\p{L}+ed [^,.]+)/u, "$2 and later $1"),
    ...replaceOnce(text, /(\p{L}+ed [^,.]+?) and then (\p{L}+ed [^,.]+)/u, "$2 and then $1"),
  ],
  "place swapped": (text) => [
    ...replaceOnce(
      text,
      /\bfrom (\p{Lu}\p{L}+|8\.1 percent|[\d.]+ percent)((?: in \w+)?) to (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?|[\d.]+ percent)/u,
      "from $3$2 to $1",
    ),
    ...replaceOnce(
      text,
      /\b(?<=\p{L} )(from|to|in|at|near|against|under|with|for|by|of)\b(?= (?:the |a |an )?\p{L})/u,
      (word) =>
        ({
          from: "to",
          to: "from",
          in: "outside",
          at: "against",
          near: "in",
          against: "for",
          under: "outside",
          with: "against",
          for: "against",
          by: "for",
          of: "against",
        })[word],
    ),
    ...replaceOnce(text, /\bsouth\b/, "north"),
    ...replaceOnce(text, /\beast\b/, "west"),
  ],
  quotation: (text) => {
    const found = /[“"]([^“”"]{12,})[”"]/u.exec(text);
    if (found === null) return [];
    const words = found[1].split(" ");
    const middle = Math.floor(words.length / 2);
    const put = (changed) => text.replace(found[1], () => changed);
    return [
      put(words.toSpliced(middle, 1).join(" ")),
      put(words.toSpliced(middle, 0, "really").join(" ")),
      put(words.toSpliced(middle - 1, 2, words[middle], words[middle - 1]).join(" ")),
      text.replace(found[0], found[1]),
    ].filter((made) => made !== text && (words.length > 2 || !made.includes(words.join(" "))));
  },
  "quotation made": (text) => {
    const found = ATTRIBUTED.exec(text);
    return found === null || /[“”"]/.test(text) ? [] : [`“${found[1]},” ${found[2]}.`];
  },
  splice: (text) => {
    const words = text.replace(/\.$/, "").split(" ");
    if (words.length < 10 || /[“”"]/.test(text)) return [];
    const verbs = words.findIndex(
      (word, at) =>
        at > 1 &&
        /^(?:called|denied|accused|agreed|refused|rejected|asked|promised|demanded|plans|failed|ordered|urged|wants|warned|believe|expected|suspected|seeks)$/.test(
          word,
        ),
    );
    if (verbs < 0) return [];
    return [
      `${[...words.slice(0, verbs), ...words.slice(verbs + 1 + (/^(?:to|on|of|that|for)$/.test(words[verbs + 1] ?? "") ? 1 : 0))].join(" ")}.`,
    ];
  },
  "condition dropped": (text) => [
    ...replaceOnce(text, /,? (?:if|unless|whether) [^,.]+/, ""),
    ...replaceOnce(text, /^(?:If|Unless) [^,]+, (\p{Ll})/u, (_, letter) => letter.toUpperCase()),
    ...replaceOnce(text, /, but not [^,.]+/, ", and small ones"),
    ...replaceOnce(text, /\bplans to\b|\bpromised to\b|\bagreed to\b/, "went on to"),
  ],
};

const ANTONYMS = {
  rose: "fell",
  fell: "rose",
  risen: "fallen",
  fallen: "risen",
  slowed: "quickened",
  doubled: "halved",
  approved: "rejected",
  rejected: "approved",
  accepted: "refused",
  denied: "admitted",
  supports: "opposes",
  support: "opposition",
  backed: "opposed",
  reopen: "close",
  close: "open",
  closed: "opened",
  opened: "closed",
  won: "lost",
  lost: "gained",
  killed: "saved",
  attacked: "defended",
  freed: "jailed",
  arrested: "released",
  exports: "imports",
  import: "export",
  export: "import",
  bans: "allows",
  praised: "criticised",
  denounced: "praised",
  lifted: "extended",
  northern: "southern",
  southern: "northern",
  eastern: "western",
  western: "eastern",
  north: "south",
  increase: "cut",
  cut: "add",
  sold: "bought",
  bought: "sold",
  up: "down",
  down: "up",
  legitimate: "illegitimate",
  lawfully: "unlawfully",
  withdrawn: "advanced",
  signed: "cancelled",
  implement: "ignore",
  foreign: "domestic",
  against: "in favour of",
  first: "last",
  fewer: "more",
  before: "after",
  began: "ended",
  begin: "end",
  prioritizes: "neglects",
  protecting: "ignoring",
  evacuate: "keep",
  expel: "keep",
  ready: "unwilling",
};

/** The words of another sentence behind this one's, or in it. */
export function fuse(text, other) {
  const [body, rest] = [text.replace(/\.$/, ""), other.replace(/\.$/, "")];
  const half = Math.max(rest.lastIndexOf(" ", Math.floor(rest.length / 2)), 0);
  return [`${body}, and ${lower(rest)}.`, `${body}${rest.slice(half)}.`];
}
