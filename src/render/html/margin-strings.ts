/**
 * Browsers print margin boxes but know no `string()` yet (CSS GCPM 3). A style and its page in; the
 * same style with the words themselves before each `string()` out: a browser takes the first it can
 * read, an engine that knows `string()` the last.
 */
import { selectOne } from "css-select";
import type { AnyNode } from "domhandler";
import { parse } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";

export function spellOutStrings(style: string, page: string): string {
  const strings = new Map<string, string>();
  const document = parse(page, { treeAdapter: adapter });
  for (const [, selector = "", body = ""] of style.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const name = /string-set\s*:\s*([\w-]+)\s+content\(\)/.exec(body)?.[1];
    if (name === undefined) continue;
    const plain = selector.replaceAll(/\/\*[\s\S]*?\*\//g, "").trim();
    const element = selectOne(plain, document);
    if (element === null) continue;
    strings.set(name, textContent(element).replaceAll(/\s+/g, " ").trim());
  }
  return style.replaceAll(
    /content\s*:\s*([^;{}]*string\([^;{}]*)/g,
    (declaration, value: string) => {
      const words = value.replaceAll(/string\(\s*([\w-]+)\s*\)/g, (_, name: string) =>
        cssString(strings.get(name) ?? ""),
      );
      return `content: ${words}; ${declaration}`;
    },
  );
}

function textContent(node: AnyNode): string {
  if (node.type === "text") return node.data;
  return "children" in node ? node.children.map(textContent).join("") : "";
}

function cssString(text: string): string {
  return `"${text.replaceAll(/["\\<\n]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
}
