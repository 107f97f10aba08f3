/** What is said of a feed beside what it gave. */
import type { Diagnostic } from "../model/diagnostic.js";

/** What is said of each item alike is told once, of the new ones. */
export function isOfFeed({ code }: Diagnostic): boolean {
  return code !== "empty-article" && code !== "summary-only";
}

export function leftOver(name: string, left: number): Diagnostic[] {
  if (left === 0) return [];
  return [
    {
      code: "feed-too-long",
      severity: "warning",
      message: `has ${left} items more than are taken at a time`,
      place: { file: name },
      hint: "save the feed, and add the file",
    },
  ];
}

export function thinItems(
  name: string,
  isFull: boolean,
  { empty, summaries }: { readonly empty: number; readonly summaries: number },
): Diagnostic[] {
  const hint = isFull
    ? "look at their pages in a browser"
    : "set full: true for this feed in the settings, to fetch the pages";
  const said = (code: string, count: number, what: string): Diagnostic[] => {
    if (count === 0) return [];
    const message = `${count} new ${count === 1 ? "item" : "items"} ${what}`;
    return [{ code, severity: "info", message, place: { file: name }, hint }];
  };
  return [
    ...said("items-without-text", empty, "without text"),
    ...said("items-in-summary", summaries, "in summary alone"),
  ];
}

export function noFeed(url: string): Diagnostic {
  return {
    code: "no-feed",
    severity: "error",
    message: "is neither RSS nor Atom nor JSON Feed",
    place: { file: url },
    hint: "look for the address of the feed on the site; a page is added by brief add",
  };
}

export function notBefore(url: string, when: string): Diagnostic {
  return {
    code: "feed-asks-to-wait",
    severity: "error",
    message: `wants to be left alone until ${when.slice(0, 16).replace("T", " ")} UTC`,
    place: { file: url },
    hint: "fetch it later, and less often",
  };
}
