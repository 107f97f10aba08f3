/** What a name means to the entity meant on the article's day, or to why it is left open. */
import type { OpenName, Span } from "../../model/analysis.js";
import type { Entity, Lexicon } from "../../model/lexicon.js";
import { spansIn } from "../spans.js";
import type { NameMeaning } from "./name-matcher.js";
import type { NamedText } from "./names.js";

type Left = Pick<OpenName, "candidates" | "reason">;

/** @returns null for what is no name of an entity */
export function resolveName(
  meaning: NameMeaning,
  span: Span,
  article: NamedText,
  lexicon: Lexicon,
): string | Left | null {
  if (meaning.kind === "full" || meaning.kind === "short") {
    const { entity } = meaning;
    if (isThere(entity, span, article, lexicon)) return entity;
    return { candidates: [entity], reason: "outside-validity" };
  }
  return meaning.kind === "contested" ? resolveContested(meaning, article, lexicon) : null;
}

/** By what the outlet means, else by the article's day; never by the spelling. */
function resolveContested(
  { term, index }: Extract<NameMeaning, { kind: "contested" }>,
  { day, outlet: id }: NamedText,
  { outlets, entities }: Lexicon,
): string | Left {
  const outlet = id == null ? undefined : outlets.outlets.find((known) => known.id === id);
  const meant = outlet?.readsAs?.[term];
  if (meant !== undefined) return meant;
  const readings = entities.contested[index]?.readings ?? [];
  const candidates = [...new Set(readings.map(({ entity }) => entity))];
  if (readings.length === 0) return { candidates, reason: "no-reading" };
  if (day === null) return { candidates, reason: "undated" };
  const held = readings.filter((reading) => touches(reading, day, day));
  return held.length === 1 && held[0] !== undefined
    ? held[0].entity
    : { candidates, reason: "no-reading" };
}

interface Bounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function touches({ from = "", to = "9999" }: Bounds, first: string, last: string): boolean {
  return from <= last && first <= to;
}

/** How far from a date the names stand that it puts into its time, UTF-16 code units. */
const REACH = 150;

/**
 * Whether the entity was there on the article's day, or at a time that is told beside its name. An
 * article without a day is believed: the name is the entity's own.
 */
function isThere(
  entity: string,
  { start, end }: Span,
  { day, dates = [] }: NamedText,
  lexicon: Lexicon,
): boolean {
  const valid = boundsOf(lexicon).get(entity);
  if (valid === undefined || day === null || touches(valid, day, day)) return true;
  const beside = spansIn(dates, { start: start - REACH, end: end + REACH });
  return beside.some(({ from, to }) => touches(valid, from, to));
}

const bounds = new WeakMap<readonly Entity[], ReadonlyMap<string, Bounds>>();

function boundsOf({ entities: { entities } }: Lexicon): ReadonlyMap<string, Bounds> {
  const known = bounds.get(entities);
  if (known !== undefined) return known;
  const read = new Map(entities.flatMap(({ id, valid }) => (valid ? [[id, valid] as const] : [])));
  bounds.set(entities, read);
  return read;
}
