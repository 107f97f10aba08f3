/** A name as an article writes it to the outlet of the lexicon that it names. */
import type { Lexicon, Outlet } from "../model/lexicon.js";
import { fold } from "./fold.js";

export function findOutlet(name: string, { outlets }: Pick<Lexicon, "outlets">): Outlet | null {
  const known = byName.get(outlets.outlets) ?? indexNames(outlets.outlets);
  return known.get(fold(name)) ?? null;
}

const byName = new WeakMap<readonly Outlet[], ReadonlyMap<string, Outlet>>();

/** The first of two outlets that go by one name has it. */
function indexNames(outlets: readonly Outlet[]): ReadonlyMap<string, Outlet> {
  const index = new Map<string, Outlet>();
  for (const outlet of outlets) {
    for (const name of outlet.names.map(fold)) if (!index.has(name)) index.set(name, outlet);
  }
  byName.set(outlets, index);
  return index;
}
