/** From an issue to every statement, finding and citation in it, each with the place where it stands. */
import type { Citation, Finding, Issue, Statement } from "../../model/issue.js";
import type { Spot } from "./fault.js";

export interface Placed<T> {
  readonly value: T;
  readonly spot: Spot;
}

export interface Places {
  readonly statements: readonly Placed<Statement>[];
  readonly findings: readonly Placed<Finding>[];
  readonly citations: readonly Placed<Citation>[];
}

const known = new WeakMap<Issue, Places>();

/** Whatever a later version of the issue adds is found as well: what counts is its shape. */
export function placesOf(issue: Issue): Places {
  const found = known.get(issue) ?? findPlaces(issue);
  known.set(issue, found);
  return found;
}

type Path = readonly (string | number)[];

function findPlaces(issue: Issue): Places {
  const statements: Placed<Statement>[] = [];
  const findings: Placed<Finding>[] = [];
  const citations: Placed<Citation>[] = [];
  const walk = (value: unknown, path: Path, id: string | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    const own = idOf(value) ?? id;
    const spot = spotAt(path, issue, own);
    if (isCitation(value)) {
      const { article, start, end } = value;
      citations.push({ value, spot: { ...spot, article: { id: article, start, end } } });
      return;
    }
    if (own?.startsWith("s-") && own !== id) statements.push({ value: value as Statement, spot });
    if (own?.startsWith("f-") && own !== id) findings.push({ value: value as Finding, spot });
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, [...path, Array.isArray(value) ? Number(key) : key], own);
    }
  };
  for (const [key, value] of Object.entries(issue)) {
    if (!APART.has(key)) walk(value, [key], undefined);
  }
  return { statements, findings, citations };
}

/** Long lists of an issue in which nothing is said or cited. */
const APART: ReadonlySet<string> = new Set(["inputs", "coverage", "sources"]);

function idOf(value: object): string | undefined {
  return "id" in value && "citations" in value && typeof value.id === "string"
    ? value.id
    : undefined;
}

function isCitation(value: object): value is Citation {
  return "quote" in value && "textSha256" in value;
}

/** The spot of a value of an issue. */
export function spotAt(path: Path, issue: Issue, id?: string): Spot {
  const slot = slotAt(path, issue);
  return {
    ...(slot === null ? {} : { slot }),
    ...(id === undefined ? {} : { id }),
    path: pathText(path),
  };
}

export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}

/** Parts of the issue by the words that a reader finds above them. */
const PARTS: Readonly<Record<string, string>> = {
  bottomLine: "bottom line",
  keyMessages: "key message",
  watch: "what to watch",
  timeline: "timeline",
  names: "name",
  gaps: "gap",
  sources: "source",
  corrections: "correction",
  coverage: "coverage",
  inputs: "input",
  disagreements: "disagreement",
};

/** Parts in the desk's words. */
const DESK_PARTS: Readonly<Record<string, string>> = {
  bottomLine: "bottom line",
  keyMessages: "key message",
  watch: "what to watch",
  standing: "standing paragraph",
  decisions: "decision of the desk",
};

const THEME_PARTS: Readonly<Record<string, string>> = {
  happened: "what happened",
  says: "who says what",
  differ: "where reports differ",
  background: "background",
  since: "since the last issue",
  assessment: "assessment",
  reason: "reason",
  reports: "reports",
  origins: "origins",
  backgroundReports: "earlier reports",
};

function slotAt(path: Path, issue: Issue): string | null {
  const [part, first, inner, second] = path;
  if (part === "themes" && typeof first === "number") {
    const theme = issue.themes[first]?.id ?? "theme";
    return inner === undefined
      ? theme
      : `${theme}: ${numbered(THEME_PARTS[inner] ?? String(inner), second)}`;
  }
  if (part === "glance") {
    return numbered(first === "flags" ? "at a glance: flag" : "at a glance", inner);
  }
  if (part === "desk") return numbered(DESK_PARTS[String(first)] ?? "desk", inner);
  if (part === "revision") return inner === "changes" ? "change" : "revision";
  const side = inner === "sides" ? `, side ${Number(second) + 1}` : "";
  const name = PARTS[String(part)];
  return name === undefined ? null : `${numbered(name, first)}${side}`;
}

/** Counted from 1, as a reader does. */
function numbered(name: string, index: string | number | undefined): string {
  return typeof index === "number" ? `${name} ${index + 1}` : name;
}
