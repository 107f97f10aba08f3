/** The words of a print, each with what it belongs to: an issue's statement, finding, source, or a label. */

/** What a word of the page belongs to. */
export interface Unit {
  readonly kind: "statement" | "finding" | "desk" | "citation" | "source" | "label";
  /** The section that it stands in, e.g. `key messages`, or the source. */
  readonly name: string;
  /** Of the statement or finding. */
  readonly id?: string;
}

/** Where a word stands: a line of a page, or a page of a PDF. */
export interface Where {
  readonly line?: number;
  readonly page?: number;
  /** Points from the foot of the page. */
  readonly y?: number;
}

export interface Word {
  /** As it is compared. */
  readonly text: string;
  /** As a message shows it, where that is not the same. */
  readonly shown?: string;
  readonly unit: Unit;
  /** Where it leads, of the words of a link. */
  readonly href: string | null;
  readonly where: Where;
  /** Of the elements whose first word it is. */
  readonly ids?: readonly string[];
}

/** An element around a word, innermost first. */
export interface Around {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

/** @param around the elements that a word stands in, innermost first */
export function unitOf(around: readonly Around[]): Unit {
  const section = sectionOf(around);
  for (const { name, attribs } of around) {
    const { id = "", class: classes = "" } = attribs;
    const statement = attribs["data-statement"];
    const finding = attribs["data-finding"];
    if (statement) return { kind: "statement", name: section, id: statement };
    if ((name === "a" || name === "span") && attribs["data-article"])
      return { kind: "citation", name: section };
    if (finding) return { kind: "finding", name: section, id: finding };
    if (/\bstatement\b/.test(classes)) return { kind: "statement", name: section };
    if (/\bdesk\b/.test(classes)) return { kind: "desk", name: section };
    if (/^source-\d+$/.test(id)) return { kind: "source", name: id.replace("-", " ") };
  }
  return { kind: "label", name: section };
}

/** A section goes by the id of its heading. */
function sectionOf(around: readonly Around[]): string {
  for (const { name, attribs } of around) {
    const id =
      attribs["aria-labelledby"] ?? (attribs.popover === undefined ? undefined : attribs.id);
    if (id) return id.replaceAll(/[-_]/g, " ");
    if (name === "header") return "masthead";
  }
  return "page";
}

/**
 * Words apart, in composed letters. Soft hyphens, marks of direction and joiners have no look of
 * their own.
 */
export function wordsIn(text: string): readonly string[] {
  return text
    .normalize("NFC")
    .replace(UNSEEN, "")
    .split(SPACES)
    .filter((word) => word !== "");
}

const UNSEEN = /[\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\s\u200b]+/;
