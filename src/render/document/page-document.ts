/** What a filled page says, without its layout: the tree that every written output starts from. */
import type { PhrasingContent, Root } from "mdast";

/**
 * Words in another language or with a mark of their own, as `mdast-util-directive` has them: the one
 * inline node of mdast that takes attributes.
 */
export interface MarkedWords {
  type: "textDirective";
  name: "span";
  attributes: {
    readonly lang?: string;
    readonly dir?: string;
    /** Id of a statement, or nothing for other words of a source. */
    readonly statement?: string;
    /** The desk's own words. */
    readonly desk?: "true";
  };
  children: PhrasingContent[];
}

declare module "mdast" {
  interface PhrasingContentMap {
    textDirective: MarkedWords;
  }
  interface RootContentMap {
    textDirective: MarkedWords;
  }
  interface HeadingData {
    /** Other places of the page lead here. */
    readonly id?: string;
  }
  interface TableRowData {
    /** Other places of the page lead here. */
    readonly id?: string;
  }
}

export interface PageDocument {
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** What stands across every page, such as the word for a draft. */
  readonly watermark: string | null;
  /** Words that are cited stand at its end, each as the definition of a footnote. */
  readonly root: Root;
}
