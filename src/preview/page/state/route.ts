/** The part of the address after `#` to what is shown, and back: `#/<brief>/<issue>?view=…`. */

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

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}
