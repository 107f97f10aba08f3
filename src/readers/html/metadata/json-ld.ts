/** Scripts of linked data (JSON-LD, schema.org) to what they say about the article of the page. */

export interface LinkedField {
  readonly value: string;
  /** The script's words that say so. */
  readonly quote: string;
}

export interface LinkedArticle {
  readonly headline: string | null;
  readonly published: LinkedField | null;
  readonly created: LinkedField | null;
  readonly modified: LinkedField | null;
  /** People, as far as the script tells people from organizations. */
  readonly authors: readonly string[];
  readonly senders: readonly string[];
  readonly publisher: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The script's words that give a property a value. */
  readonly quote: (property: string, value: string) => string | null;
}

/** The scripts' article: the one of the page's address or title, otherwise the first of the best kind. */
export function readLinkedData(
  scripts: readonly string[],
  page: { readonly url: string | null; readonly title: string | null },
): LinkedArticle | null {
  const found = scripts.flatMap((script) => articlesIn(script));
  const best = found.sort((a, b) => score(b, page) - score(a, page))[0];
  return best ?? tolerantArticle(scripts);
}

type Json = Readonly<Record<string, unknown>>;

interface Candidate extends LinkedArticle {
  readonly kind: number;
}

function score(article: Candidate, page: { url: string | null; title: string | null }): number {
  const isOfPage =
    (article.url !== null && page.url !== null && sameAddress(article.url, page.url)) ||
    (article.headline !== null && page.title?.includes(article.headline) === true);
  return article.kind + (isOfPage ? 10 : 0) + (article.published === null ? 0 : 2);
}

function sameAddress(first: string, second: string): boolean {
  const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/g, "");
  return bare(first) === bare(second);
}

const MAX_NODES = 3000;
const MAX_DEPTH = 12;

function articlesIn(script: string): Candidate[] {
  const nodes = nodesOf(parse(script));
  const byId = new Map<string, Json>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id === "string" && node.name !== undefined) byId.set(id, node);
  }
  return nodes.flatMap((node) => {
    const kind = kindOf(node);
    return kind === 0 ? [] : [articleOf(node, kind, script, byId)];
  });
}

/** The records in the data, the outer before the inner, but for those of other articles. */
function nodesOf(data: unknown): Json[] {
  const nodes: Json[] = [];
  const queue: { readonly value: unknown; readonly depth: number }[] = [{ value: data, depth: 0 }];
  for (let next = 0; next < queue.length && next < MAX_NODES; next += 1) {
    const { value, depth } = queue[next] ?? { value: null, depth: 0 };
    if (depth > MAX_DEPTH || value === null || typeof value !== "object") continue;
    if (!Array.isArray(value)) nodes.push(value as Json);
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === "object" && inner !== null && !FOREIGN.has(key)) {
        queue.push({ value: inner, depth: depth + 1 });
      }
    }
  }
  return nodes;
}

/** Properties whose articles are others than the page's. */
const FOREIGN = new Set(
  "comment comments review reviews hasPart isRelatedTo relatedLink mentions citation itemListElement isPartOf image video associatedMedia breadcrumb potentialAction".split(
    " ",
  ),
);

function parse(script: string): unknown {
  const bare = withoutShell(script.trim());
  try {
    return JSON.parse(bare);
  } catch {
    try {
      // Line breaks inside strings are the commonest fault.
      return JSON.parse(bare.replace(/[\n\r\t]+/g, " "));
    } catch {
      return undefined;
    }
  }
}

/** Without the comment or CDATA section that old pages put around their scripts. */
function withoutShell(script: string): string {
  const start = SHELL_START.exec(script)?.[0].length ?? 0;
  const front = script.slice(0, Math.max(0, script.length - 30));
  const tail = script.slice(front.length).replace(SHELL_END, "");
  return (front + tail).slice(start);
}

const SHELL_START = /^(?:<!--|(?:\/\/\s?|\/\*\s?)?<!\[CDATA\[(?:\s?\*\/)?)/;
const SHELL_END = /(?:\s?;|\s{0,3}-->|\s{0,3}(?:\/\/\s?|\/\*\s?)?\]\]>(?:\s?\*\/)?)$/;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/(?:Article|BlogPosting|Reportage|Report|Review|Recipe|SocialMediaPosting)$/i, 4],
  [/Article|Posting|CreativeWork$|ScholarlyWork|Event$/i, 3],
  [/WebPage$/i, 2],
  [/VideoObject|AudioObject|PodcastEpisode|ImageGallery|MediaGallery/i, 1],
];

function kindOf(node: Json): number {
  const types = [node["@type"]].flat().filter((type) => typeof type === "string");
  const kind = types.map((type) => KINDS.find(([regex]) => regex.test(type))?.[1] ?? 0);
  return Math.max(0, ...kind);
}

function articleOf(
  node: Json,
  kind: number,
  script: string,
  byId: ReadonlyMap<string, Json>,
): Candidate {
  const authors = namesOf(node.author ?? node.creator, byId);
  return {
    kind,
    headline: text(node.headline) ?? text(node.name),
    published: dated(node, "datePublished", script),
    created: dated(node, "dateCreated", script) ?? dated(node, "uploadDate", script),
    modified: dated(node, "dateModified", script),
    authors: authors.flatMap(({ name, isOrganization }) => (isOrganization ? [] : [name])),
    senders: authors.flatMap(({ name, isOrganization }) => (isOrganization ? [name] : [])),
    publisher: namesOf(node.publisher ?? node.sourceOrganization, byId)[0]?.name ?? null,
    url: text(node.url) ?? addressOf(node.mainEntityOfPage) ?? text(node["@id"]),
    language: text(node.inLanguage) ?? text(nodeOf(node.inLanguage)?.alternateName),
    quote: (property, value) => quoteOf(script, property, value),
  };
}

function addressOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  const node = nodeOf(value);
  return text(node?.["@id"]) ?? text(node?.url);
}

function nodeOf(value: unknown): Json | null {
  const isNode = value !== null && typeof value === "object" && !Array.isArray(value);
  return isNode ? (value as Json) : null;
}

function dated(node: Json, key: string, script: string): LinkedField | null {
  const value = [node[key]].flat()[0];
  if (typeof value !== "string" && typeof value !== "number") return null;
  const words = String(value);
  if (words.trim() === "") return null;
  return {
    value: words,
    quote: quoteOf(script, key, words) ?? `"${key}":${JSON.stringify(value)}`,
  };
}

/** `"datePublished": "2020-05-21"` as the script has it. */
function quoteOf(script: string, key: string, value: string): string | null {
  const label = `"${key}"`;
  for (let at = script.indexOf(label); at !== -1; at = script.indexOf(label, at + 1)) {
    const place = script.slice(at, at + label.length + 20 + value.length + 10);
    const end = place.indexOf(value);
    if (end === -1) continue;
    const closed = place.charAt(end + value.length) === '"' ? 1 : 0;
    return place.slice(0, end + value.length + closed);
  }
  return null;
}

/** Authors or publishers in a list; more of them are no authors. */
const MAX_NAMES = 20;

interface Named {
  readonly name: string;
  readonly isOrganization: boolean;
}

/** The names in a property: plain, of records, or of records that stand elsewhere in the data. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): Named[] {
  return [value]
    .flat()
    .slice(0, MAX_NAMES)
    .flatMap((entry) => {
      if (typeof entry === "string") return [{ name: entry, isOrganization: false }];
      const node = nodeOf(entry);
      if (node === null) return [];
      const whole = node.name === undefined ? byId.get(String(node["@id"])) : node;
      const isOrganization = [whole?.["@type"]]
        .flat()
        .some((type) => ORGANIZATION.test(String(type)));
      return [whole?.name]
        .flat()
        .flatMap((name) => (typeof name === "string" ? [{ name, isOrganization }] : []));
    });
}

const ORGANIZATION = /Organization|Corporation|NewsMediaOrganization/;

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" && first.trim() !== "" ? first.trim() : null;
}

/** Scripts that are no JSON: their dates by their labels alone, where each says one thing. */
function tolerantArticle(scripts: readonly string[]): LinkedArticle | null {
  const all = scripts.join("\n");
  const published = labelled(all, "datePublished");
  const modified = labelled(all, "dateModified");
  const headline = labelled(all, "headline");
  if (published === null && modified === null && headline === null) return null;
  return {
    headline: headline?.value ?? null,
    published,
    created: labelled(all, "dateCreated"),
    modified,
    authors: [],
    senders: [],
    publisher: null,
    url: null,
    language: null,
    quote: (property, value) => quoteOf(all, property, value),
  };
}

function labelled(script: string, key: string): LinkedField | null {
  const match = new RegExp(`["']${key}["']\\s{0,5}:\\s{0,5}["']([^"'\\n]{4,300})["']`).exec(script);
  return match?.[1] === undefined ? null : { value: match[1], quote: match[0] };
}
