/** A command line that cannot be carried out as it stands: exit status 2. */
export class UsageError extends Error {
  /** @param hint says what to write instead */
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
    this.name = "UsageError";
  }
}
