/** Keeps the page from being written over an article that was meant to be read. */
import type { Host } from "../../host/host.js";
import { UsageError } from "../usage.js";
import { PAGE_MARK } from "./reading-page.js";

/** What `--html` may be given for standard output. */
export const STANDARD_OUTPUT: ReadonlySet<string> = new Set(["", "-"]);

/** In which our mark stands. */
const FRONT = 2000;

/** @throws {UsageError} where the name is no page's, or another file stands there */
export async function checkPageFile(host: Host, file: string): Promise<void> {
  if (STANDARD_OUTPUT.has(file)) return;
  if (!/\.html?$/i.test(file)) {
    throw new UsageError(
      `--html names the page to write, and “${file}” is no .html`,
      "write the articles in front of --html, and a name such as page.html behind it",
    );
  }
  if ((await host.sizeOf(file)) === null) return;
  const front = new TextDecoder("latin1").decode((await host.readFile(file)).subarray(0, FRONT));
  if (front.includes(PAGE_MARK)) return;
  throw new UsageError(
    `“${file}” is there already, and is no page of this command`,
    "name another file for the page, or move that one away",
  );
}
