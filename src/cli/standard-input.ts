/** Standard input among the operands: how it is named, and its bytes. */
import process from "node:process";
import { UsageError } from "./usage.js";

/** No file is called that, and no shell can say it. */
export const STANDARD_INPUT = "\0stdin";

/** Commands that read it. */
const READING = ["add", "inspect", "themes"];

/** The argument parser loses a lone `-` among several operands: it goes by another name meanwhile. */
export function nameStandardInput(argv: readonly string[]): string[] {
  const reads = READING.some((command) => argv.includes(command));
  const isInput = (word: string, at: number) => word === "-" && argv[at - 1] !== "--html";
  return argv.map((word, at) => (reads && isInput(word, at) ? STANDARD_INPUT : word));
}

/** @throws {UsageError} where nothing is piped, or too much */
export async function readStandardInput(): Promise<Uint8Array> {
  refuseTerminal();
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

/**
 * The lines of standard input, decoded as UTF-8, without their ends.
 * @throws {UsageError} where nothing is piped, or a line is longer than a file may be
 */
export async function* readStandardLines(): AsyncGenerator<string> {
  refuseTerminal();
  const { MAX_FILE_BYTES } = await import("../readers/index.js");
  process.stdin.setEncoding("utf8");
  let rest = "";
  for await (const chunk of process.stdin) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > MAX_FILE_BYTES) throw new UsageError("a line of standard input is too long");
  }
  if (rest !== "") yield rest;
}

function refuseTerminal(): void {
  if (!process.stdin.isTTY) return;
  const hint = "write a command and | in front, or < and a file behind";
  throw new UsageError("“-” reads standard input, and nothing is piped into it", hint);
}
