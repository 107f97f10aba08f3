/** Things of the archive in, where each stands below the site out. */
import { fold } from "../text/fold.js";
import { sha256 } from "../text/sha256.js";
import { INDEX } from "./link.js";

export const HOME = INDEX;
export const SEARCH = "search.html";
export const SITEMAP = "sitemap.xml";
export const ROBOTS = "robots.txt";
export const ASSETS = "assets";
export const STYLE = `${ASSETS}/site.css`;
export const MARKINGS_STYLE = `${ASSETS}/markings.css`;
export const CLIENT = `${ASSETS}/search.js`;

/** Names that the archive needs for itself. */
export const RESERVED_BRIEFS: ReadonlySet<string> = new Set([ASSETS]);
export const RESERVED_ISSUES: ReadonlySet<string> = new Set(["themes", "outlets", "years"]);

export function shardPlace(year: string): string {
  return `${ASSETS}/index/${year}.js`;
}

/** @param year null for the newest */
export function briefPlace(brief: string, year: string | null = null): string {
  return year === null ? `${brief}/${INDEX}` : `${brief}/years/${year}/${INDEX}`;
}

export function issuePlace({ brief, issue }: { brief: string; issue: string }): string {
  return `${brief}/${issue}/${INDEX}`;
}

interface Version {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
}

/** @param file below the folder of the version */
export function editionPlace({ brief, issue, version }: Version, file = INDEX): string {
  return `${brief}/${issue}/v${version}/${file}`;
}

export function themesPlace(brief: string): string {
  return `${brief}/themes/${INDEX}`;
}

/** @param year null for the newest */
export function themePlace(brief: string, theme: string, year: string | null = null): string {
  return `${brief}/themes/${slugOf(theme)}/${year === null ? "" : `${year}/`}${INDEX}`;
}

export function outletsPlace(brief: string): string {
  return `${brief}/outlets/${INDEX}`;
}

export function outletPlace(brief: string, key: string): string {
  return `${brief}/outlets/${slugOf(key)}/${INDEX}`;
}

/** @param brief null for that of the whole site */
export function feedPlace(brief: string | null, form: "xml" | "json"): string {
  return `${brief === null ? "" : `${brief}/`}feed.${form}`;
}

/** An id that any disk and any address takes stays itself; of another one the letters, and a part of its hash. */
export function slugOf(id: string): string {
  if (PLAIN.test(id)) return id;
  const letters = fold(id)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${letters === "" ? "x" : letters}-${sha256(id).slice(0, 8)}`;
}

const PLAIN = /^[a-z0-9][a-z0-9_]{0,59}$/;
