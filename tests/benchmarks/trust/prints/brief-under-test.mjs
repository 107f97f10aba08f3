/** A workspace, made in memory, to its page and PDF, and to what the check says where another page was printed. */
import { decode, encode, filesBelow } from "../corruptions/issue-under-test.mjs";

const PARTS = ["briefwright.yaml", "corpus", "templates"];
const ROOT = "/workspace";
const NAMES = { page: "brief.html", pdf: "brief.pdf" };

/**
 * @param folder of the workspace on disk
 * @param week such as `2021-W18`
 */
export async function openBrief(load, folder, week) {
  const { generate, memoryHost, nodeHost, parseWeek, checkFile } = await load("index.js");
  const files = new Map(PARTS.flatMap((part) => filesBelow(folder, part)));
  const host = withFonts(memoryHost(files), nodeHost);
  const formats = new Set(["json", "html", "pdf"]);
  const request = { folder: ROOT, period: parseWeek(week), formats };
  const { made, diagnostics } = await generate(host, request);
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  const out = made.files
    .find((name) => name.endsWith("/issue.json"))
    .slice(0, -"issue.json".length);
  const html = decode(files.get(`${out}brief.html`));
  const print = await printerOf(load, host, files, out);
  return {
    source: (form) => (form === "page" ? html : print.page),
    /** @returns null where that page gives the same print: some of it is for the screen alone */
    print: async (form, page) => {
      const bytes = form === "page" ? encode(page) : await print.pdf(page);
      const real = files.get(`${out}${NAMES[form]}`);
      return Buffer.compare(bytes, real) === 0 ? null : bytes;
    },
    /** @param bytes in the place of the real ones; null for those */
    check: async (form, bytes) => {
      const changed = new Map(files);
      if (bytes !== null) changed.set(`${out}${NAMES[form]}`, bytes);
      const found = withFonts(memoryHost(changed), nodeHost);
      return told(checkFile, found, `${out}${NAMES[form]}`);
    },
  };
}

/** Fonts lie in packages, outside of the workspace. */
function withFonts(host, nodeHost) {
  const isOwn = (path) => path.startsWith(ROOT);
  return { ...host, readFile: (path) => (isOwn(path) ? host : nodeHost).readFile(path) };
}

/** The filled page before it is printed, and its printer, with the files that ride in the real PDF. */
async function printerOf(load, host, files, out) {
  const [{ fillTemplate, loadTemplate }, { loadTemplateFiles, openWorkspace }] = await Promise.all([
    load("templating/index.js"),
    load("config/workspace.js"),
  ]);
  const { markingSheet } = await load("templating/parameter-sheets.js");
  const { renderPdf } = await load("render/index.js");
  const { attachmentsOf } = await load("attachments.js");
  const { value: workspace } = await openWorkspace(host, ROOT);
  const { value: found } = await loadTemplateFiles(host, workspace, "weekly");
  const { template } = loadTemplate(found.files, found.folder);
  const issue = JSON.parse(decode(files.get(`${out}issue.json`)));
  const { html: page } = fillTemplate(template, issue, { language: issue.brief.language });
  const records = new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(out) ? [[path.slice(out.length), bytes]] : [],
    ),
  );
  const options = {
    createdAt: new Date(issue.cutOff),
    file: "brief.html",
    attachments: attachmentsOf(issue, records, "records"),
    styleSheets: [
      markingSheet(issue),
      { file: `${found.folder}/${template.manifest.style}`, css: template.style },
    ],
    files: (path) => found.assets.get(path.replace(`${found.folder}/`, "")),
  };
  return { page, pdf: async (text) => (await renderPdf(text, options)).bytes };
}

async function told(checkFile, host, file) {
  try {
    return (await checkFile(host, file, ROOT)).diagnostics;
  } catch (error) {
    return [{ code: "CRASH", severity: "error", message: String(error?.stack ?? error) }];
  }
}
