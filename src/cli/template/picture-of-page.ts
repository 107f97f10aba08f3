/** The bytes of a PDF in, its first page as PNG out: drawn by a program of the system, as we ship none. */
import { spawn } from "node:child_process";

/** Dots per inch: a page of A4 is 600 pixels wide. */
const DPI = "72";

/** Each reads the PDF from standard input and writes a PNG to standard output. */
const PROGRAMS = [
  { name: "pdftoppm", flags: ["-png", "-r", DPI, "-f", "1", "-l", "1", "-singlefile", "-"] },
  { name: "mutool", flags: ["draw", "-q", "-F", "png", "-r", DPI, "-o", "-", "/dev/stdin", "1"] },
] as const;

/** @returns null where there is no such program */
export async function pictureOfPage(pdf: Uint8Array): Promise<Uint8Array | null> {
  for (const program of PROGRAMS) {
    const png = await run(program.name, program.flags, pdf);
    if (png !== null) return png;
  }
  return null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Milliseconds for a page. */
const PATIENCE = 60_000;

async function run(
  name: string,
  flags: readonly string[],
  input: Uint8Array,
): Promise<Uint8Array | null> {
  const child = spawn(name, flags, { stdio: ["pipe", "pipe", "ignore"], timeout: PATIENCE });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  // A program that has seen enough closes its end; what it wrote tells whether it was enough.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const isDone = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
  const png = Buffer.concat(chunks);
  return isDone && png.subarray(0, PNG.length).equals(PNG) ? png : null;
}
