/** Keeps whom a pronoun of the next sentence may mean: the last speaker, and persons named since. */
import { ENGLISH } from "./attribution-words.js";
import { isIn, isTitle } from "./proper-names.js";
import type { Memory, Speaker } from "./speaker-memory.js";
import type { Token } from "./tokens.js";

/** A sentence with neither speaker nor person leaves the memory as it is. */
export function rememberPersons(
  text: string,
  tokens: readonly Token[],
  speakers: readonly Speaker[],
  memory: Memory,
): void {
  const named = personsIn(text, tokens, memory);
  const speaker = speakers.at(-1);
  const others = named.filter((person) => speaker?.text.includes(person.text) !== true);
  const kept = speaker === undefined ? others : [speaker, ...others];
  if (kept.length > 0) memory.history.splice(0, memory.history.length, ...kept);
}

/** Persons whom a pronoun may mean: names that no preposition or article places or owns. */
export function personsNamed(text: string, tokens: readonly Token[]): Speaker[] {
  const persons: Speaker[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted) continue;
    const to = nameEnd(tokens, at);
    const last = tokens[to - 1];
    const isPerson = to - at > 1 && !isIn(PLACING, tokens[at - 1]) && !isIn(ENGLISH.bodies, last);
    if (isPerson && last !== undefined && !isIn(ENGLISH.media, last) && !isTitle(last)) {
      persons.push({ ...personOf(text.slice(token.start, last.end), null), opens: at === 0 });
    }
    at = Math.max(at, to - 1);
  }
  return persons;
}

const PLACING: ReadonlySet<string> = new Set(
  "in at from to near of the on around across".split(" "),
);

/** Capitalised names of two words or more outside quotation, and known persons. */
function personsIn(text: string, tokens: readonly Token[], memory: Memory): Speaker[] {
  const persons: Speaker[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted) continue;
    const { name } = token;
    if (name !== null) {
      const isPerson = memory.entities.get(name.entity)?.type === "person";
      if (isPerson && persons.at(-1)?.text !== name.text)
        persons.push(personOf(name.text, name.entity));
      continue;
    }
    const to = nameEnd(tokens, at);
    if (to - at > 1)
      persons.push(personOf(text.slice(token.start, tokens[to - 1]?.end ?? 0), null));
    at = Math.max(at, to - 1);
  }
  return persons;
}

function personOf(text: string, entity: string | null): Speaker {
  return { text, entity, sort: "person", isPlural: false, owner: null };
}

/** Where a run of capitalised words ends; an article written with a capital opens none. */
function nameEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (isNameWord(tokens[to])) to += 1;
  return to;
}

function isNameWord(token: Token | undefined): boolean {
  return (
    token?.isWord === true &&
    token.isCapital &&
    !token.isQuoted &&
    token.name === null &&
    token.text.length > 2
  );
}
