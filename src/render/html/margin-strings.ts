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
  const strings = readStrings(style, page);
  return style.replaceAll(
    /content\s*:\s*([^;{}]*string\([^;{}]*)/g,
    (declaration, value: string) => {
      const isKnown = [...value.matchAll(STRING)].every(([, name]) => strings.get(name) !== null);
      if (!isKnown) return declaration;
      const words = value.replaceAll(STRING, (_, name) => cssString(strings.get(name) ?? ""));
      return `content: ${words}; ${declaration}`;
    },
  );
}

const STRING = /string\(\s*([\w-]+)\s*\)/g;

/** The words of each named string; null where a selector is beyond us, such as one of `::before`. */
function readStrings(style: string, page: string): ReadonlyMap<unknown, string | null> {
  const strings = new Map<string, string | null>();
  const document = parse(page, { treeAdapter: adapter });
  for (const [, selector = "", body = ""] of style.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const name = /string-set\s*:\s*([\w-]+)\s+content\(\)/.exec(body)?.[1];
    if (name === undefined || strings.get(name) === null) continue;
    const plain = selector.replaceAll(/\/\*[\s\S]*?\*\//g, "").trim();
    try {
      const element = selectOne(plain, document);
      if (element === null) continue;
      strings.set(name, textContent(element).replaceAll(/\s+/g, " ").trim());
    } catch {
      strings.set(name, null);
    }
  }
  return strings;
}

function textContent(node: AnyNode): string {
  if (node.type === "text") return node.data;
  return "children" in node ? node.children.map(textContent).join("") : "";
}

function cssString(text: string): string {
  return `"${text.replaceAll(/["\\<\n]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
}
