/** Recipients who are due in, the size of the message of each and one of every kind to look at out. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Recipient } from "../model/recipient.js";
import type { Edition } from "./edition.js";

export interface Measured {
  /** By id of a recipient; null where the message cannot be made. */
  readonly bytes: ReadonlyMap<string, number | null>;
  /** Messages by the names of their files. */
  readonly previews: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Messages of one kind differ by names and addresses: measuring one tells of all. */
export async function measureMessages(
  edition: Edition,
  recipients: readonly Recipient[],
): Promise<Measured> {
  const bytes = new Map<string, number | null>();
  const previews = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const [kind, alike] of Map.groupBy(recipients, kindOf)) {
    const [first] = alike;
    const made = first === undefined ? [] : await edition.make(first);
    const size = "raw" in made ? made.raw.length : null;
    if ("raw" in made)
      previews.set(`${kind}.${edition.channel === "mail" ? "eml" : "json"}`, made.raw);
    else diagnostics.push(...made);
    for (const { id } of alike) bytes.set(id, size);
  }
  return { bytes, previews, diagnostics };
}

/** What a message depends on beside the name: a name for a file. */
function kindOf({ language, template, format, watermark, encryption }: Recipient): string {
  const parts = [
    language ?? "",
    format,
    template ?? "",
    watermark ? "watermark" : "",
    encryption.kind === "none" ? "" : encryption.kind,
  ];
  return parts
    .filter((part) => part !== "")
    .join("-")
    .replace(/[^\w.-]/g, "_");
}
