/** The name of a file that comes with the program in, its bytes out: fonts, and what shapes them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** @param name as a package exports it */
export function readShippedFile(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(require.resolve(name)));
}
