/** English words around counted quantities. */
import type { FigureTable } from "./figure-words.js";

export const ENGLISH: FigureTable = {
  shape: "english",
  decimal: ".",
  bounds: {
    "more-than": `more than, over, above, in excess of, upwards of, well over, better than, exceeding,
      surpassing, just over, greater than`,
    "less-than": "less than, fewer than, under, below, just under",
    about: `about, around, some, roughly, approximately, an estimated, estimated, close to, nearly,
      almost, circa, just about, more or less`,
    "at-least":
      "at least, no fewer than, no less than, not less than, not fewer than, a minimum of",
    "at-most": "at most, up to, as many as, as much as, no more than, not more than, a maximum of",
  },
  boundsBehind: {
    "at-least": "or more, and more, and above, at least",
    "at-most": "or fewer, or less, at most",
    about: "or so, or thereabouts",
    "more-than": "plus",
  },
  including: `including, among them, of whom, of which, of them, of these, of those, comprising,
    made up of, consisting of`,
  multipliers: {
    hundred: 100,
    thousand: 1000,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    dozen: 12,
    mln: 1e6,
    bln: 1e9,
    bn: 1e9,
    tn: 1e12,
    trln: 1e12,
    mn: 1e6,
  },
  numbers: {
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    one: 1,
    a: 1,
    half: 0.5,
  },
  numberLinks: "and a",
  ranges: { opened: "between", links: "and to", bare: "to or" },
  percent: "percent, per cent, pct, percentage points, percentage point",
  percentBefore: "",
  of: `of the, of its, of their, of his, of her, of all, of, worth of`,
  rates: {
    "a day": "a day, per day, each day, every day, daily, an day, per diem",
    "a week": "a week, per week, each week, every week, weekly",
    "a month": "a month, per month, each month, every month, monthly",
    "a year": "a year, per year, each year, every year, annually, yearly, per annum",
    "an hour": "an hour, per hour, each hour",
    "a second": "a second, per second",
    "a minute": "a minute, per minute",
    "a barrel": "a barrel, per barrel",
    "a tonne": "a tonne, per tonne, a ton, per ton",
    "a head": "a head, per capita, per person",
    "a litre": "a litre, per litre, a liter, per liter",
    "a share": "a share, per share",
  },
  stops: `in from at on to with for by as near along including since during between over into onto
    under after before against through across among around outside inside within without until amid
    who that which whom whose where when while if because although though but or nor than per via
    are were is was be been being have has had having will would can could may might must shall
    should do does did not the a an this these those its his her their our it they he she we you i
    ago later earlier left right up down out away back off more less each every now then still
    also only just both either so yet too very died dead killed said says told came went took got
    began became fled made gave held led lost won sent saw fell rose stood lay met put cut hit
    kept fought left according took today yesterday tomorrow south north east west and of worth
    times percent injured wounded arrested detained displaced apart aged remain remained stay voted
    per-cent arrive arrived marched gathered protested called want wanted need needed`,
  months: `january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec`,
  times: `second seconds minute minutes hour hours day days week weeks month months year years decade
    decades century centuries am pm gmt utc o'clock quarter quarters est pst bst cet hrs p a nights
    night weekend weekends fortnight seasons semester semesters`,
  names: `age aged article articles resolution chapter page pages paragraph group no number flight
    route channel phase section item division room gate highway interstate level grade type part
    volume act title league brigade battalion regiment size ranked rank figure table nos season
    episode class psalm building terminal unit platform bus line apollo category`,
  namesBehind: "",
  counted: `people men women children troops soldiers fighters civilians mercenaries migrants refugees
    prisoners detainees hostages deaths casualties victims injuries wounded dead militants rebels
    policemen officers drones ships vessels warships aircraft planes helicopters jets tanks missiles
    rockets boats bodies workers protesters demonstrators passengers students patients residents
    voters cases protestors inmates police personnel servicemen firefighters rescuers guards villagers
    pilgrims tourists employees staff jobs homes houses buildings families households doctors nurses
    journalists teachers miners sailors crew pupils girls boys gunmen suspects insurgents immigrants`,
  states:
    "killed dead injured wounded missing arrested detained displaced homeless hospitalised hospitalized",
};

/** Plurals without `s`. */
export const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  `people men women children troops personnel police staff servicemen servicewomen fishermen policemen
   crew aircraft dead wounded missing cattle fish sheep feet teeth species series gunmen firemen crewmen
   militiamen spokesmen congressmen businessmen media data craft youth offspring criteria phenomena
   clergy military poultry livestock hovercraft spacecraft`.split(/\s+/),
);
