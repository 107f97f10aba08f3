/**
 * Follows the HTML tokenizer's states (WHATWG HTML, 13.2.5) through the literal text of a template,
 * far enough to know where a `{{…}}` would land.
 */

export type HtmlState =
  | { readonly kind: "text" }
  /** Text of an element that is not parsed as HTML: `script`, `style`. */
  | { readonly kind: "raw"; readonly element: string }
  | { readonly kind: "comment" }
  | { readonly kind: "tag"; readonly element: string }
  | { readonly kind: "attribute-name"; readonly element: string; readonly name: string }
  /** After `=`, before the value's first character. */
  | { readonly kind: "before-value"; readonly element: string; readonly name: string }
  | {
      readonly kind: "value";
      readonly element: string;
      readonly name: string;
      readonly quote: '"' | "'" | null;
      /** What the value holds so far; `\0` stands for a mustache. */
      readonly value: string;
    };

/** The state after `text`. Stands in for a mustache: pass `\0`. */
export function scanHtml(state: HtmlState, text: string): HtmlState {
  let current = state;
  for (let at = 0; at < text.length; ) {
    const [next, length] = scanStep(current, text, at);
    current = next;
    at += length;
  }
  return current;
}

const TEXT: HtmlState = { kind: "text" };
const RAW_ELEMENTS = new Set(["script", "style"]);

/** The state after what begins at `at`, and how many characters that is. */
export function scanStep(state: HtmlState, text: string, at: number): [HtmlState, number] {
  const char = text.charAt(at);
  switch (state.kind) {
    case "text": {
      if (text.startsWith("<!--", at)) return [{ kind: "comment" }, 4];
      const tag = /^<\/?[a-zA-Z][^\s/>\0]*|^<!/.exec(text.slice(at, at + 64));
      if (tag === null) return [state, 1];
      return [{ kind: "tag", element: tag[0].slice(1).toLowerCase() }, tag[0].length];
    }
    case "raw":
      return text.slice(at, at + state.element.length + 2).toLowerCase() === `</${state.element}`
        ? [{ kind: "tag", element: `/${state.element}` }, state.element.length + 2]
        : [state, 1];
    case "comment":
      return text.startsWith("-->", at) ? [TEXT, 3] : [state, 1];
    case "tag":
    case "attribute-name": {
      const { element } = state;
      if (char === ">") return [endOfTag(element), 1];
      if (/[\s/]/.test(char)) return [{ kind: "tag", element }, 1];
      const name = state.kind === "attribute-name" ? state.name : "";
      if (char === "=") return [{ kind: "before-value", element, name }, 1];
      return [{ kind: "attribute-name", element, name: name + char.toLowerCase() }, 1];
    }
    case "before-value": {
      const { element, name } = state;
      if (/\s/.test(char)) return [state, 1];
      if (char === ">") return [endOfTag(element), 1];
      if (char === '"' || char === "'") {
        return [{ kind: "value", element, name, quote: char, value: "" }, 1];
      }
      return [{ kind: "value", element, name, quote: null, value: char }, 1];
    }
    case "value": {
      const { element, quote } = state;
      if (char === quote) return [{ kind: "tag", element }, 1];
      if (quote === null && char === ">") return [endOfTag(element), 1];
      if (quote === null && /\s/.test(char)) return [{ kind: "tag", element }, 1];
      return [{ ...state, value: state.value + char }, 1];
    }
  }
}

function endOfTag(element: string): HtmlState {
  return RAW_ELEMENTS.has(element) ? { kind: "raw", element } : TEXT;
}
