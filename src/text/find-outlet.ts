/** A name as an article writes it to the outlet of the lexicon that it names. */
import type { Lexicon, Outlet } from "../model/lexicon.js";
import { fold } from "./fold.js";

export function findOutlet(name: string, { outlets }: Pick<Lexicon, "outlets">): Outlet | null {
  const wanted = fold(name);
  return outlets.outlets.find(({ names }) => names.some((known) => fold(known) === wanted)) ?? null;
}
