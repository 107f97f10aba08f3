/** Articles into a workspace: where each is kept. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { addArticles } from "../src/collect-articles.js";
import { manualClock } from "../src/host/clock.js";
import { memoryNetwork } from "../src/host/memory-network.js";
import { nodeHost } from "../src/host/node.js";
import { openTestWorkspace } from "./workspace.js";

const story = (name: string) =>
  `The port of ${name} reopened on Monday\n\nShips that had waited for a week came in first, the harbour master said.\n`;

async function placesIn(
  root: string,
  file: string,
  how: { readonly isStoreOnly?: boolean; readonly isRehearsal?: boolean } = {},
): Promise<string[]> {
  const collector = {
    host: nodeHost,
    clock: manualClock(0),
    openNetwork: () => memoryNetwork(() => null),
  };
  const { results, placeOf } = await addArticles(collector, {
    folder: root,
    inputs: [{ kind: "path", path: join(root, file) }],
    isRehearsal: false,
    isStoreOnly: false,
    ...how,
  });
  const places: string[] = [];
  for await (const { status, file: kept } of results) {
    if (kept !== null) places.push(`${status} ${await placeOf(kept)}`);
  }
  return places;
}

test("names the store for what is kept there alone, and the folder for the rest", async () => {
  const root = openTestWorkspace({ "in/a.txt": story("Alba"), "in/b.txt": story("Brac") });
  const stored = ".briefwright/imports.sqlite: a.txt";
  const rehearsal = { isStoreOnly: true, isRehearsal: true };
  expect(await placesIn(root, "in/a.txt", rehearsal)).toEqual([`added ${stored}`]);
  expect(await placesIn(root, "in/a.txt", { isStoreOnly: true })).toEqual([`added ${stored}`]);
  expect(await placesIn(root, "in/a.txt")).toEqual([`known ${stored}`]);
  const inFolder = "corpus/articles/b.txt";
  expect(await placesIn(root, "in/b.txt", { isRehearsal: true })).toEqual([`added ${inFolder}`]);
  expect(await placesIn(root, "in/b.txt")).toEqual([`added ${inFolder}`]);
  expect(await placesIn(root, "in/b.txt", { isStoreOnly: true })).toEqual([`known ${inFolder}`]);
});
