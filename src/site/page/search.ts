/** The words that somebody types in, the lines of the archive that have them out: in the browser, with no server. */
import MiniSearch from "minisearch";
import { askedTerm, wordsOf } from "../search/search-terms.js";
import { INDEX_OPTIONS, type IndexedLine, RECEIVER, type Shard } from "../search/shard.js";
import { resultItem } from "./result-item.js";

interface OpenShard extends Shard {
  readonly mini: MiniSearch<IndexedLine>;
}

interface Hit {
  readonly shard: OpenShard;
  readonly line: Shard["lines"][number];
  readonly score: number;
}

const STEP = 30;
/** Of a line that is searched for while it is typed. */
const PATIENCE_MS = 150;

const form = element("search", HTMLFormElement);
const field = element("q", HTMLInputElement);
const said = element("said", HTMLElement);
const found = element("found", HTMLElement);
const more = element("more", HTMLButtonElement);
const choice = document.getElementById("in");
const words: Record<string, Record<string, string>> = JSON.parse(form.dataset.words ?? "{}");
const shards: [string, string][] = JSON.parse(form.dataset.shards ?? "[]");
const plural = new Intl.PluralRules(document.documentElement.lang);
const open = new Map<string, OpenShard>();
const failed = new Set<string>();

let shown = STEP;
let isLoading = false;
let waiting = 0;

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const known = document.getElementById(id);
  if (!(known instanceof kind)) throw new Error(`the page has no #${id}`);
  return known;
}

function say(key: string, parameters: Record<string, string | number> = {}): string {
  const forms = words[key] ?? {};
  const form = typeof parameters.n === "number" ? plural.select(parameters.n) : "other";
  return (forms[form] ?? forms.other ?? "").replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters[name] ?? ""),
  );
}

/** The newest first, one after the other: what was found so far is shown meanwhile. */
async function loadAll(): Promise<void> {
  if (isLoading) return;
  isLoading = true;
  for (const [year, source] of shards) {
    if (open.has(year) || failed.has(year)) continue;
    await loadScript(source).catch(() => failed.add(year));
    if (!open.has(year)) failed.add(year);
    show();
  }
  isLoading = false;
  show();
}

function loadScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(source)));
    document.head.append(script);
  });
}

Object.assign(globalThis, {
  [RECEIVER](year: string, json: string) {
    const shard: Shard & { index: object } = JSON.parse(json);
    const mini = MiniSearch.loadJS<IndexedLine>(
      shard.index as Parameters<typeof MiniSearch.loadJS>[0],
      INDEX_OPTIONS,
    );
    open.set(year, { ...shard, mini });
  },
});

function find(query: string): Hit[] {
  const brief = choice instanceof HTMLSelectElement ? choice.value : "";
  const hits = [...open.values()].flatMap((shard) =>
    shard.mini
      .search(query, {
        combineWith: "AND",
        prefix: true,
        boost: { themes: 0.5, outlets: 0.5, brief: 0.2 },
        processTerm: askedTerm,
      })
      .flatMap(({ id, score }) => {
        const line = shard.lines[id];
        const issue = shard.issues[line?.issue ?? -1];
        if (line === undefined || issue === undefined) return [];
        return brief === "" || issue.brief === brief ? [{ shard, line, score }] : [];
      }),
  );
  return hits.sort((a, b) => b.score - a.score || (dayOf(a) > dayOf(b) ? -1 : 1));
}

function dayOf({ shard, line }: Hit): string {
  return shard.issues[line.issue]?.day ?? "";
}

function show(): void {
  const query = field.value.trim();
  const terms = wordsOf(query).map(askedTerm);
  if (terms.length === 0) {
    found.replaceChildren();
    more.hidden = true;
    said.textContent = say("ask");
    return;
  }
  const hits = find(query);
  found.replaceChildren(
    ...hits.slice(0, shown).flatMap(({ shard, line }) => {
      const issue = shard.issues[line.issue];
      return issue === undefined ? [] : [resultItem(line, issue, terms)];
    }),
  );
  more.hidden = hits.length <= shown;
  said.textContent = statusOf(hits.length);
}

function statusOf(n: number): string {
  const faults = [...failed].map((year) => say("failed", { year }));
  if (n === 0 && isLoading) return say("loading");
  return [n === 0 ? say("none") : say("found", { n }), ...faults].join(" ");
}

function searchAnew(): void {
  shown = STEP;
  if (field.value.trim() !== "") void loadAll();
  show();
}

/** So that the address leads here again; a browser may not allow it for a page on a disk. */
function remember(): void {
  const address = new URL(location.href);
  address.searchParams.set("q", field.value);
  if (choice instanceof HTMLSelectElement) address.searchParams.set("in", choice.value);
  try {
    history.replaceState(null, "", address);
  } catch {
    // Then it stays as it is.
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  remember();
  searchAnew();
});
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(searchAnew, PATIENCE_MS);
});
choice?.addEventListener("change", searchAnew);
more.addEventListener("click", () => {
  const next = shown;
  shown += STEP;
  show();
  const item = found.children[next]?.querySelector("a");
  item?.focus();
});

more.textContent = say("more");
const asked = new URL(location.href).searchParams;
field.value = asked.get("q")?.slice(0, 200) ?? "";
if (choice instanceof HTMLSelectElement) choice.value = asked.get("in") ?? "";
searchAnew();
