/** What the tests use of packages that bring no types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: unknown, options?: object);
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
  export const plugins: unknown;
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
