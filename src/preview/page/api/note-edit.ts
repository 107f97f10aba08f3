/** What can be changed in the desk's notes from the page. */

export type Target =
  | { readonly article: string }
  | { readonly statement: string }
  | { readonly article: string; readonly words: string };

export type Cite =
  | { readonly statement: string }
  | { readonly article: string; readonly words: string };

export interface Line {
  readonly text: string;
  readonly by?: string;
  /** None: a judgement of the desk, printed as such. */
  readonly cites: readonly Cite[];
}

export type NoteEdit =
  | { readonly kind: "pin" | "unpin"; readonly target: Target }
  | { readonly kind: "exclude" | "include"; readonly target: Target; readonly reason?: string }
  | {
      readonly kind: "move";
      readonly target: Target;
      readonly from: string;
      readonly to: string;
      readonly reason?: string;
    }
  | {
      readonly kind: "assessment";
      readonly theme: string;
      readonly text: string;
      readonly by?: string;
    }
  | {
      readonly kind: "status";
      readonly theme: string;
      readonly status: string;
      readonly reason?: string;
    }
  | { readonly kind: "bottom-line" | "key-messages"; readonly lines: readonly Line[] };
