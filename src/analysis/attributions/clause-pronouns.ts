/** A pronoun, or a subject left out, to the person that it means where only one can be meant. */
import { fold } from "../../text/fold.js";
import type { Clause } from "./clause-phrases.js";
import { type Memory, plainSpeaker, type Speaker } from "./speaker-memory.js";

/** A speaker whom the article leaves open. */
export function openSpeaker(pronoun: string): Speaker {
  return plainSpeaker(pronoun, "open");
}

/** The person that a singular pronoun means. */
export function resolveOpen(clause: Clause, pronoun: string): Speaker | null {
  const gender = GENDERS.get(fold(pronoun));
  if (gender === undefined) return null;
  const person = lastPerson(clause.memory);
  if (person === null || person.entity === null) return person;
  const known = clause.memory.entities.get(person.entity)?.gender;
  return known === undefined || known === gender ? person : null;
}

const GENDERS: ReadonlyMap<string, "f" | "m"> = new Map([
  ["il", "m"],
  ["elle", "f"],
  ["он", "m"],
  ["она", "f"],
  ["er", "m"],
  ["sie", "f"],
  ["ella", "f"],
  ["lui", "m"],
  ["lei", "f"],
  ["αυτοσ", "m"],
  ["αυτη", "f"],
]);

/** The only person since the last speaker, that speaker included. */
export function lastPerson(memory: Memory): Speaker | null {
  const persons = new Map(memory.history.map((speaker) => [fold(speaker.text), speaker]));
  if (persons.size !== 1) return null;
  const [person] = persons.values();
  return person?.sort === "person" ? inFull(person, memory) : null;
}

function inFull(speaker: Speaker, memory: Memory): Speaker {
  const last = fold(speaker.text).split(" ").at(-1) ?? "";
  const full =
    speaker.entity === null ? memory.surnames.get(last) : memory.fullNames.get(speaker.entity);
  return full === undefined ? speaker : { ...speaker, text: full };
}
