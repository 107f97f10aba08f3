/** What hangs on a mail to the articles in it; what is no text is named. */
import { safeName } from "../archive/safe-name.js";
import { MAX_ARCHIVE_DEPTH } from "../limits.js";
import { containerOf, type RawFile, type ReadContext, type ReadResult } from "../reader.js";
import type { Attachment } from "./parse-mail.js";

/** Kinds that hold articles, by the extension that the reader of the kind knows. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "text/plain": ".txt",
  "text/markdown": ".md",
  "application/pdf": ".pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "message/rfc822": ".eml",
  "multipart/related": ".mhtml",
  "application/zip": ".zip",
};
const READ = /\.(?:html?|xhtml|mht|mhtml|txt|text|md|markdown|pdf|docx|eml|zip)$/i;

/** Kept short: a name is shown in every citation. */
const MAX_NAME = 100;

export async function readAttachments(
  attachments: readonly Attachment[],
  source: RawFile,
  context: ReadContext,
): Promise<ReadResult> {
  const { named, left } = nameAll(attachments.filter(({ isInline }) => !isInline));
  const results: ReadResult[] = [];
  for (const { name, bytes } of named) {
    context.budget.left -= bytes.length;
    if (context.depth >= MAX_ARCHIVE_DEPTH || context.budget.left < 0) {
      left.push(name);
      continue;
    }
    const inner = { bytes, file: `${source.file}/${name}`, container: containerOf(source) };
    results.push(await context.readInside(inner));
  }
  return {
    articles: results.flatMap(({ articles }) => articles),
    diagnostics: [
      ...results.flatMap(({ diagnostics }) => diagnostics),
      ...left.map((name) => leftOut(source.file, name)),
    ],
  };
}

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names that can be shown, each once. */
function nameAll(attachments: readonly Attachment[]): { named: Named[]; left: string[] } {
  const named: Named[] = [];
  const left: string[] = [];
  const taken = new Set<string>();
  for (const [position, { name, type, bytes }] of attachments.entries()) {
    const plain = fileName(name, position);
    const extension = READ.test(plain) ? "" : (EXTENSIONS[type] ?? null);
    if (extension === null) {
      left.push(plain);
      continue;
    }
    const whole = `${plain}${extension}`;
    const own = taken.has(whole) ? `${position + 1}-${whole}` : whole;
    taken.add(own);
    named.push({ name: own, bytes });
  }
  return { named, left };
}

/** Mails have no folders: of a path its end is the name. */
function fileName(name: string | null, position: number): string {
  const last = (name ?? "").split(/[/\\]/).at(-1) ?? "";
  const safe = safeName(last.replaceAll("#", "_"), position);
  const shown = safe === `entry-${position + 1}` ? `attachment-${position + 1}` : safe;
  return shown.length <= MAX_NAME ? shown : `${shown.slice(0, 60)}…${shown.slice(-30)}`;
}

function leftOut(file: string, name: string) {
  return {
    code: "attachment-left-out",
    severity: "info",
    message: `the attachment ${name} was not read`,
    place: { file },
    hint: "if it holds an article, save it and add it by itself",
  } as const;
}
