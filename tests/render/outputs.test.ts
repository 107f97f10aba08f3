/** The outputs of one issue, each read back by a reader of another house, held to what all of them promise. */

import { strToU8, zipSync } from "fflate";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { statementsOf } from "../../src/issue/walk.js";
import { type Issue, IssueSchema } from "../../src/model/issue.js";
import { settleArchive } from "../../src/render/docx/settle-archive.js";
import { type PrintedOutput, rendererContract } from "../contracts/renderer.js";
import { generateIn, openTestWorkspace, readOut } from "../workspace.js";
import { copiedText, openPdf } from "./pdf/page.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let issue: Issue;

beforeAll(async () => {
  root = openTestWorkspace();
  const formats = new Set(["html", "pdf", "json", "docx", "md", "txt"] as const);
  const { made, diagnostics } = await generateIn(root, { formats, template: "long" });
  expect(made, JSON.stringify(diagnostics)).not.toBeNull();
  issue = IssueSchema.parse(JSON.parse(readOut(root, "issue.json").toString()));
});

const READERS: Readonly<Record<string, (bytes: Buffer) => Promise<PrintedOutput>>> = {
  "brief.html": async (bytes) => {
    const { document } = parseHTML(bytes.toString());
    const notes = [...document.querySelectorAll("[popover]")].map((note) => {
      note.remove();
      return note.textContent ?? "";
    });
    for (const button of document.querySelectorAll("button, style, script")) button.remove();
    return { text: marked(document.body.textContent ?? ""), notes: notes.join("\n") };
  },
  "brief.pdf": async (bytes) => {
    const pages = await copiedText(new Uint8Array(bytes));
    // On paper a number leads to its source: the words that it stands for ride in the file.
    const attached = await attachedFile(bytes, "issue.json");
    const riding = IssueSchema.parse(JSON.parse(new TextDecoder().decode(attached)));
    const quotes = statementsOf(riding).flatMap(({ citations }) => citations);
    const notes = quotes.map(({ quote }) => quote).join("\n");
    return { text: marked(pages.join("\n")), notes };
  },
  "brief.md": async (bytes) => {
    const tree = fromMarkdown(bytes.toString(), {
      extensions: [gfmFootnote(), gfmTable()],
      mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
    });
    const notes = notesOf(tree);
    const text = wordsOf(tree, (id) => numberIn(notes.get(id) ?? ""));
    return { text, notes: [...notes.values()].join("\n") };
  },
  "brief.docx": async (bytes) => {
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    const { document } = parseHTML(`<html><body>${value}</body></html>`);
    const notes = new Map<string, string>();
    for (const note of document.querySelectorAll("li[id^=footnote]")) {
      notes.set(note.id.replace("footnote-", ""), note.textContent ?? "");
      note.remove();
    }
    for (const mark of document.querySelectorAll("sup")) {
      const numbers: string[] = mark.textContent?.match(/\d+/g) ?? [];
      mark.textContent = numbers.map((number) => numberIn(notes.get(number) ?? "")).join("");
    }
    return { text: document.body.textContent ?? "", notes: [...notes.values()].join("\n") };
  },
  "brief.txt": async (bytes) => {
    const [text = "", notes = ""] = bytes.toString().split(/\n-{76}\n/);
    return { text: text.replace(/\[(\d+)[a-z]+\]/g, "⟦$1⟧"), notes };
  },
};

describe.each(Object.entries(READERS))("%s", (file, read) => {
  rendererContract(async () => ({ issue, output: await read(readOut(root, file)) }));
});

test("links of a Word file have the same names each time, whatever letter chance ends them with", () => {
  const linked = (name: string) =>
    zipSync({ "word/document.xml": strToU8(`<w:hyperlink r:id="${name}"/>`) });
  const names = ["rIdabcdefghijklmnopqrst-", "rId_bcdefghijklmnopqrst9"];
  const [first, second] = names.map((name) => settleArchive(linked(name), new Date(0)));
  expect(first).toEqual(second);
});

test("an output in words is the same, byte for byte, when it is made again", async () => {
  const formats = new Set(["docx", "md", "txt"] as const);
  const before = ["brief.docx", "brief.md", "brief.txt"].map((file) => readOut(root, file));
  await generateIn(root, { formats, template: "long" });
  const after = ["brief.docx", "brief.md", "brief.txt"].map((file) => readOut(root, file));
  expect(after.map((bytes, index) => bytes.equals(before[index] ?? Buffer.of()))).toEqual([
    true,
    true,
    true,
  ]);
});

async function attachedFile(bytes: Buffer, name: string): Promise<Uint8Array> {
  const file = await openPdf(new Uint8Array(bytes));
  const attachments: ReadonlyMap<string, { readonly filename: string }> =
    (await file.getAttachments()) ?? new Map();
  const [id = ""] = [...attachments].find(([, { filename }]) => filename === name) ?? [];
  return (await file.getAttachmentContent(id)) ?? new Uint8Array();
}

function marked(text: string): string {
  return text.replace(/\[(\d+)\]/g, "⟦$1⟧");
}

/** A note begins with the number of its source. */
function numberIn(note: string): string {
  return `⟦${/\[(\d+)\]/.exec(note)?.[1] ?? "?"}⟧`;
}

function notesOf(tree: Root): ReadonlyMap<string, string> {
  return new Map(
    tree.children
      .filter((node) => node.type === "footnoteDefinition")
      .map((note) => [
        note.identifier,
        note.children.map((child) => wordsOf(child, String)).join(" "),
      ]),
  );
}

function wordsOf(node: Nodes, cite: (identifier: string) => string): string {
  if (node.type === "footnoteReference") return cite(node.identifier);
  if (node.type === "footnoteDefinition") return "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => wordsOf(child, cite)).join("") : "";
}
