/** Standard input among the operands: how it is named, and its bytes. */
import process from "node:process";
import { UsageError } from "./usage.js";

/** No file is called that, and no shell can say it. */
export const STANDARD_INPUT = "\0stdin";

/** The argument parser loses a lone `-` among several operands: it goes by another name meanwhile. */
export function nameStandardInput(argv: readonly string[]): string[] {
  const isAdd = argv.includes("add");
  return argv.map((word) => (isAdd && word === "-" ? STANDARD_INPUT : word));
}

/** @throws {UsageError} where nothing is piped, or too much */
export async function readStandardInput(): Promise<Uint8Array> {
  if (process.stdin.isTTY) {
    const hint = "write a command and | in front, or < and a file behind";
    throw new UsageError("“-” reads standard input, and nothing is piped into it", hint);
  }
  // Loaded only here: every command asks how standard input is named.
  const { MAX_FILE_BYTES } = await import("../readers/index.js");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES)
      throw new UsageError("standard input is too long", "add it as files");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
