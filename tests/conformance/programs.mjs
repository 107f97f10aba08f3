/** The system programs that conformance looks through, each with how to get it. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const PROGRAMS = {
  java: "apt-get install default-jre-headless",
  mvn: "apt-get install maven",
  qpdf: "apt-get install qpdf",
  pdftotext: "apt-get install poppler-utils",
  pdftoppm: "apt-get install poppler-utils",
  chromium: "apt-get install chromium",
};

/** What Chromium needs to run unseen, as root too, without asking anything of the network. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A program's path on this machine, or null. */
export function findProgram(name) {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return places.find((path) => existsSync(path)) ?? null;
}

/** One sentence for each program that is missing: which, and how to get it. */
export function missingPrograms() {
  return Object.entries(PROGRAMS)
    .filter(([name]) => findProgram(name) === null)
    .map(([name, how]) => `${name} is not on this machine: ${how}`);
}

/** What a program printed and how it ended. @throws where it cannot be started */
export function run(name, args) {
  const { error, status, stdout, stderr } = spawnSync(name, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw new Error(`${name}: ${error.message} (${PROGRAMS[name]})`);
  return { status, stdout, stderr };
}
