/** An engine that cannot do its work: not there, not willing, of a version that nobody knows, or full. */
export class EngineError extends Error {
  constructor(
    readonly kind:
      | "unreachable"
      | "refused"
      | "version"
      | "missing"
      | "closed"
      | "full"
      | "unusable",
    /** As a person calls it: `OpenSearch at 127.0.0.1:9200`. */
    readonly engine: string,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "EngineError";
  }
}

/** Whether the same may be answered a little later. */
export function isPassing(error: unknown): boolean {
  return error instanceof EngineError && error.kind === "unreachable";
}
