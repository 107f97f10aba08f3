/** Every built-in template in every language of its labels, filled from the sample workspaces. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate, nodeHost, parseWeek } from "../../dist/index.js";

const ROOT = join(import.meta.dirname, "../..");

/** Settings and articles that a brief is made from, and the week to make. */
const WORKSPACES = [
  { name: "libya", folder: ROOT, week: "2021-W18" },
  { name: "rivers", folder: join(ROOT, "tests/samples/rivers"), week: "2022-W19" },
];

/** `{ name, html, pdf }` of each page made, or `{ name, failures }` where none could be. */
export async function makeBriefPages(out) {
  const made = [];
  for (const workspace of WORKSPACES) {
    for (const { template, language } of templatesWithLanguages()) {
      made.push(await makeBrief(workspace, template, language, out));
    }
  }
  return made;
}

function templatesWithLanguages() {
  const templates = readdirSync(join(ROOT, "templates"), { withFileTypes: true });
  return templates
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: template }) =>
      readdirSync(join(ROOT, "templates", template)).flatMap((file) => {
        const language = /^labels\.(.+)\.yaml$/.exec(file)?.[1];
        return language === undefined ? [] : [{ template, language }];
      }),
    );
}

async function makeBrief(workspace, template, language, out) {
  const name = `${template}.${language}.${workspace.name}`;
  const folder = mkdtempSync(join(tmpdir(), "briefwright-conformance-"));
  try {
    for (const part of ["briefwright.yaml", "corpus"]) {
      cpSync(join(workspace.folder, part), join(folder, part), { recursive: true });
    }
    const period = parseWeek(workspace.week);
    const formats = new Set(["html", "pdf", "json"]);
    const request = { folder, period, template, language, formats, out: join(out, name) };
    const { made, diagnostics } = await generate(nodeHost, request);
    if (made === null) return { name, failures: diagnostics.map(diagnosticLine) };
    const fileOf = (ending) => made.files.find((file) => file.endsWith(ending));
    return { name, html: fileOf(".html"), pdf: fileOf(".pdf") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `file:line:column message` as the command line prints it. */
export function diagnosticLine({ message, place }) {
  const at = [place?.file, place?.line, place?.column].filter((part) => part !== undefined);
  return [at.join(":"), message].filter((part) => part !== "").join(" ");
}

/** A folder of its own for what is made, emptied first. */
export function emptyFolder(path) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}
