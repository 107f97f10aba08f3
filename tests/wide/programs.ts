/** System programs that the wide suites look through, each with how to get it. */
import { spawnSync } from "node:child_process";

const PACKAGES = {
  pdftotext: "poppler-utils",
  pdftoppm: "poppler-utils",
  pdffonts: "poppler-utils",
  pdfinfo: "poppler-utils",
  qpdf: "qpdf",
  chromium: "chromium",
} as const;

/** Runs a system program and gives what it printed. @throws where it is missing or fails */
export function runProgram(name: keyof typeof PACKAGES, args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(name, args, { encoding: "utf8" });
  if (error !== undefined) {
    throw new Error(`${name} is not on this machine: apt-get install ${PACKAGES[name]}`);
  }
  if (status !== 0) throw new Error(`${name} ${args.join(" ")}: ${stderr}`);
  return stdout;
}
