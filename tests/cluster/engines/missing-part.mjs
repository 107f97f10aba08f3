/** What a machine lacks to start an engine, and how to get it. */
export class MissingPart extends Error {
  /** @param hint what to do */
  constructor(message, hint) {
    super(message);
    this.name = "MissingPart";
    this.hint = hint;
  }
}
