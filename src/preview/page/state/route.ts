/** The part of the address after `#` to what is shown, and back: `#/<brief>/<issue>?view=…`. */
import type { Catalogue } from "../../shapes.js";

export const VIEWS = ["page", "coverage"] as const;
export type View = (typeof VIEWS)[number];

export interface IssueRoute {
  readonly kind: "issue";
  readonly brief: string;
  readonly issue: string;
  readonly view: View;
  readonly template: string | null;
  readonly language: string | null;
}

export type Route = { readonly kind: "list" } | IssueRoute;

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [brief = "", issue = ""] = path.split("/").map(decodePart);
  if (brief === "" || issue === "") return { kind: "list" };
  const params = new URLSearchParams(query);
  return {
    kind: "issue",
    brief,
    issue,
    view: VIEWS.find((view) => view === params.get("view")) ?? "page",
    template: params.get("template"),
    language: params.get("language"),
  };
}

export function formatRoute(route: Route): string {
  if (route.kind === "list") return "#/";
  const query = new URLSearchParams();
  if (route.view !== "page") query.set("view", route.view);
  if (route.template !== null) query.set("template", route.template);
  if (route.language !== null) query.set("language", route.language);
  const path = [route.brief, route.issue].map(encodeURIComponent).join("/");
  return `#/${path}${query.size === 0 ? "" : `?${query}`}`;
}

/**
 * What `brief preview --brief … --week …` asks for, as `#brief=…&issue=…`, each part of which may be
 * missing: the first brief, its latest issue with articles.
 * @returns null where the address asks for nothing so
 */
export function routeAskedFor(hash: string, { briefs }: Catalogue): IssueRoute | null {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  if (!["brief", "issue", "template", "language"].some((name) => asked.has(name))) return null;
  const brief = briefs.find(({ id }) => id === asked.get("brief")) ?? briefs[0];
  const latest = brief?.issues.find(({ articles }) => articles > 0) ?? brief?.issues[0];
  const issue = asked.get("issue") ?? latest?.id;
  if (brief === undefined || issue === undefined) return null;
  const [template, language] = [asked.get("template"), asked.get("language")];
  return { kind: "issue", brief: brief.id, issue, view: "page", template, language };
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
