/** A database that cannot go on: broken, in use for too long, without room, or not to be written. */
export class DatabaseError extends Error {
  constructor(
    readonly kind: "damaged" | "busy" | "full" | "unusable",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "DatabaseError";
  }
}
