/**
 * The approved page of a message in, the few words that go to a channel out: headline, bottom line and the
 * way to the brief, as they were approved, and no others.
 */
import { selectAll, selectOne } from "css-select";
import type { AnyNode, Element } from "domhandler";
import { textContent } from "domutils";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import type { Occasion } from "../model/delivery.js";
import type { Issue } from "../model/issue.js";
import { permalinkOf } from "../model/permalink.js";

export interface Announcement {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  readonly occasion: Occasion;
  readonly seal: string;
  /** Label, never translated. */
  readonly marking: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  /** Number, period and desk. */
  readonly edition: string;
  /** What a correction or a withdrawal has to say before all else; null for an issue. */
  readonly notice: string | null;
  /** Each line with its source in words. */
  readonly bottomLine: readonly string[];
  readonly link: { readonly url: string; readonly words: string } | null;
}

export interface AnnouncedEdition {
  readonly issue: Issue;
  /** The approved `mail.html`; null where none was made. */
  readonly page: Uint8Array | null;
  readonly occasion: Occasion;
  readonly notice: string | null;
  /** Of the archive. */
  readonly baseUrl: string | undefined;
}

/** Elements of the page bear `data-part`: `title`, `edition`, `bottom-line`, `full`. */
export function announce({
  issue,
  page,
  occasion,
  notice,
  baseUrl,
}: AnnouncedEdition): Announcement {
  const { brief, id, version, seal, marking } = issue;
  const document = parse(new TextDecoder().decode(page ?? new Uint8Array()), {
    treeAdapter: adapter,
  });
  const wordsOf = (part: string) =>
    selectAll<AnyNode, Element>(`[data-part="${part}"]`, document).map(plainWords).filter(Boolean);
  const root = selectOne<AnyNode, Element>("html", document);
  const url = permalinkOf(baseUrl, { brief: brief.id, issue: id, version });
  return {
    brief: brief.id,
    issue: id,
    version,
    occasion,
    seal,
    marking: marking.label,
    language: root?.attribs.lang ?? brief.language,
    direction: root?.attribs.dir === "rtl" ? "rtl" : "ltr",
    title: wordsOf("title")[0] ?? brief.title,
    edition: wordsOf("edition")[0] ?? `${brief.id} ${id}`,
    notice,
    bottomLine: wordsOf("bottom-line"),
    link: url === null ? null : { url, words: wordsOf("full")[0] ?? url },
  };
}

function plainWords(element: Element): string {
  return textContent(element).replace(/\s+/g, " ").trim();
}
