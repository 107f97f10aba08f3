/** The articles: how many the index holds, of which days, and what it lacks of the folder. */
import { join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import {
  type CorpusStore,
  type Lag,
  openFolder,
  readIndex,
  readSharedArchive,
  StoreError,
  viewImports,
} from "../corpus/index.js";
import type { Host } from "../host/host.js";
import type { EngineAddress } from "../model/engines.js";
import { type Found, found, ofWorkspace } from "./check.js";
import { counted } from "./words.js";

export const corpusCheck = ofWorkspace("index", async ({ host, machine, workspace }) => {
  const address = host.engines?.corpus ?? null;
  if (address !== null) return inArchive(address, machine.now());
  try {
    const store = await readIndex(host, workspace.root);
    if (store === null) return [found("ok", NONE_YET)];
    try {
      return [...(await inStore(store, machine.now())), ...(await behind(host, workspace, store))];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const hint = "nothing is lost: the next command makes it anew from the articles";
    return [found("warning", `the index cannot be used: ${error.message}`, hint)];
  }
});

/** What waits there is read by the next command or worker that comes. */
async function inArchive(address: EngineAddress, now: number): Promise<readonly Found[]> {
  const archive = await readSharedArchive(address);
  if (archive === null) return [found("ok", "there is no archive yet: the first article makes it")];
  try {
    const waiting = await archive.raw.countWaiting();
    const lag =
      waiting === 0
        ? found("ok", "nothing waits to be read")
        : found("ok", `${counted(waiting, "file")} to read: the next command or worker does`);
    return [...(await inStore(archive.store, now)), lag];
  } finally {
    await archive.close();
  }
}

const NONE_YET = "there is no index yet: the next command that reads articles makes it";

const DAY_MS = 86_400_000;

async function inStore(store: CorpusStore, now: number): Promise<readonly Found[]> {
  const [articles, undated, unread, days] = await Promise.all([
    store.count(),
    store.countUndated(),
    store.countUnread(),
    store.countByDay(),
  ]);
  const [first, last] = [[...days.keys()].at(0), [...days.keys()].at(-1)];
  const parts = [
    counted(articles, "article"),
    ...(first === undefined || last === undefined ? [] : [`${first} to ${last}`]),
    ...(undated > 0 ? [`${undated.toLocaleString("en")} without a stated day`] : []),
    ...(unread > 0 ? [`${unread.toLocaleString("en")} unread or there twice`] : []),
  ];
  const told = [found("ok", parts.join(", "))];
  if (last !== undefined) told.push(...ahead(last, now), ...age(last, now));
  return told;
}

/** A day more than there is: articles are dated where they are written. */
function ahead(last: string, now: number): readonly Found[] {
  if (Date.parse(last) <= now + DAY_MS) return [];
  const hint = "look at the article (brief inspect dates), and at the clock of this machine";
  return [found("warning", `the newest article is of ${last}, which is to come`, hint)];
}

function age(last: string, now: number): readonly Found[] {
  const days = Math.floor((now - Date.parse(last)) / DAY_MS);
  return days < 1 ? [] : [found("ok", `the newest article is ${counted(days, "day")} old`)];
}

async function behind(
  host: Host,
  { root, settings }: Workspace,
  store: CorpusStore,
): Promise<readonly Found[]> {
  const folder = join(root, settings.corpus, "articles");
  const view = await viewImports(host, root, folder);
  try {
    const options = { fields: settings.fields };
    const files = await openFolder({ host, folder, view, options });
    return lagFound(await files.lag(store));
  } finally {
    view.close();
  }
}

function lagFound({ toRead, readOtherwise, gone }: Lag): readonly Found[] {
  const words = [
    ...(toRead > 0 ? [`${counted(toRead, "file")} to read`] : []),
    ...(readOtherwise > 0 ? [`${counted(readOtherwise, "file")} read by another version`] : []),
    ...(gone > 0 ? [`${counted(gone, "file")} gone from the folder`] : []),
  ];
  if (words.length === 0) return [found("ok", "holds all that the folder holds")];
  return [found("ok", `the next command brings it up: ${words.join(", ")}`)];
}
