/** What can be changed in the desk's notes from the page. */

export type Target =
  | { readonly article: string }
  | { readonly statement: string }
  | { readonly article: string; readonly words: string };

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
  | { readonly kind: "bottom-line" | "key-messages"; readonly lines: readonly string[] };
