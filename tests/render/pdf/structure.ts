/** The structure of a file as a person can read it: one line per element, its words behind it. */
import { openPdf } from "./page.js";

/** What pdf.js gives of a structure element, or of content or a link in one. */
interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Each page's part of the tree, indented, without what the page does not show. */
export async function structureOf(bytes: Uint8Array): Promise<string> {
  const document = await openPdf(bytes);
  const lines: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const words = await wordsById(page);
    const tree: Node | null = await page.getStructTree();
    if (document.numPages > 1) lines.push(`-- page ${number}`);
    for (const child of tree?.children ?? []) print(child, 0, words, lines);
  }
  await document.loadingTask.destroy();
  return lines.join("\n");
}

type OpenPage = Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>["getPage"]>>;

async function wordsById(page: OpenPage): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  const open: string[] = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if ("str" in item) {
      const id = open.at(-1) ?? "";
      words.set(
        id,
        (words.get(id) ?? "") +
          item.str.replace(/[\u061c\u200e\u200f]/g, "") +
          (item.hasEOL ? " " : ""),
      );
    } else if (item.type.startsWith("begin")) open.push(item.id ?? "");
    else open.pop();
  }
  return words;
}

function print(
  node: Node,
  depth: number,
  words: ReadonlyMap<string, string>,
  lines: string[],
): void {
  const inside = (node.children ?? []).flatMap((child) => {
    if (child.role) return [`[${child.role}]`];
    return child.type === "content" ? (words.get(child.id ?? "")?.trim() ?? "") : [];
  });
  const hasWords = node.children?.some(({ type }) => type === "content");
  const links = (node.children ?? []).filter(({ type }) => type === "object").length;
  const named = [
    node.lang ? ` lang=${node.lang}` : "",
    node.alt ? ` alt="${node.alt}"` : "",
    links > 0 ? ` links=${links}` : "",
  ];
  const text = hasWords ? `: ${inside.filter((each) => each !== "").join(" ")}` : "";
  lines.push(`${"  ".repeat(depth)}${node.role}${named.join("")}${text}`);
  for (const child of node.children ?? []) if (child.role) print(child, depth + 1, words, lines);
}
