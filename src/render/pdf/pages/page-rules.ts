/** `@page` rules and a kind of page in, the rules that speak of it out, the strongest last (CSS Paged Media 3, 3). */
import { byWord } from "../by-word.js";
import type { PageRule, StyleDeclaration } from "../css/read-rule.js";
import type { Report } from "../report.js";

/** What a page selector can ask of a page. */
export interface PageKind {
  /** Of the `page` property; empty for pages without a name. */
  readonly name: string;
  readonly isFirst: boolean;
  readonly side: "left" | "right";
  /** Left empty so that what follows begins on the side it asks for. */
  readonly isBlank: boolean;
}

export interface PageRules {
  /** Of pages that have one. */
  readonly names: readonly string[];
  declarationsFor(kind: PageKind): readonly StyleDeclaration[];
  /** Of the boxes in the margin and of `footnote`, by name. */
  boxesFor(kind: PageKind): ReadonlyMap<string, readonly StyleDeclaration[]>;
}

export function indexPageRules(rules: readonly PageRule[], report: Report): PageRules {
  const indexed = rules.flatMap((rule) => {
    const selectors = rule.selectors.length === 0 ? [""] : rule.selectors;
    return selectors.flatMap((text) => readSelector(text, rule, report) ?? []);
  });
  const ordered = indexed.toSorted((a, b) => a.specificity - b.specificity);
  const matching = (kind: PageKind) => ordered.filter((each) => each.matches(kind));
  return {
    names: [...new Set(indexed.map(({ name }) => name).filter((name) => name !== ""))],
    declarationsFor: (kind) => matching(kind).flatMap(({ rule }) => rule.declarations),
    boxesFor: (kind) => {
      const boxes = new Map<string, readonly StyleDeclaration[]>();
      for (const [name, declarations] of matching(kind).flatMap(({ rule }) => [
        ...rule.marginBoxes,
      ])) {
        boxes.set(name, [...(boxes.get(name) ?? []), ...declarations]);
      }
      return boxes;
    },
  };
}

interface IndexedRule {
  readonly name: string;
  readonly rule: PageRule;
  readonly specificity: number;
  matches(kind: PageKind): boolean;
}

const PSEUDO_CLASSES: Readonly<
  Record<string, { specificity: number; matches: (kind: PageKind) => boolean }>
> = byWord({
  first: { specificity: 100, matches: (kind) => kind.isFirst },
  blank: { specificity: 100, matches: (kind) => kind.isBlank },
  left: { specificity: 1, matches: (kind) => kind.side === "left" },
  right: { specificity: 1, matches: (kind) => kind.side === "right" },
});

const NAMED = 10_000;

/** `chapter:first` */
function readSelector(text: string, rule: PageRule, report: Report): IndexedRule | undefined {
  const [name = "", ...classes] = text.split(":").map((part) => part.trim());
  const pseudo = classes.map((each) => PSEUDO_CLASSES[each]);
  if (!/^[\w-]*$/.test(name) || pseudo.some((each) => each === undefined)) {
    report(
      "unsupported-page-selector",
      `the PDF knows no page "${text}"`,
      rule.place,
      "@page takes a name, :first, :left, :right and :blank",
    );
    return undefined;
  }
  return {
    name,
    rule,
    specificity: pseudo.reduce((sum, each) => sum + (each?.specificity ?? 0), name ? NAMED : 0),
    matches: (kind) =>
      (name === "" || name === kind.name) && pseudo.every((each) => each?.matches(kind)),
  };
}
