/** What stands in the corpus for a page to whether it is a feed's summary of it, which is no page. */
import { join } from "node:path";
import { readGuardedFile } from "../corpus/index.js";
import { HostError } from "../host/host.js";
import type { Standing } from "./archive.js";
import type { Desk } from "./desk.js";

export async function isKnownSummary(
  { host, folder, options }: Desk,
  { file, isItem }: Standing,
): Promise<boolean> {
  if (!isItem) return false;
  try {
    const bytes = await host.readFile(join(folder, file));
    const { diagnostics } = await readGuardedFile({ bytes, file }, options);
    return diagnostics.some(({ code }) => code === "summary-only");
  } catch (error) {
    // What cannot be read stays what it is.
    if (error instanceof HostError) return false;
    throw error;
  }
}
