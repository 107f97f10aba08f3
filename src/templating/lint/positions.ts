/** Where a `{{…}}` stands in the HTML: refuses places where escaped text is read as more than text. */
import { HELPER_SHAPES } from "../helper-table.js";
import type { HtmlState } from "../html-scanner.js";
import { ADDRESSES } from "./active-content.js";
import { isPath } from "./nodes.js";
import { type Fault, type Lint, report } from "./report.js";

export function lintPosition(lint: Lint, node: hbs.AST.MustacheStatement, state: HtmlState): void {
  const fault = faultOf(isPath(node.path) ? node.path.original : "", state);
  if (fault !== null) report(lint, node, fault);
}

/** @param name of the helper or field that is printed */
function faultOf(name: string, state: HtmlState): Fault | null {
  switch (state.kind) {
    case "text":
    case "comment":
      return null;
    case "value":
      return state.quote === null ? unquoted(state.name) : faultInValue(name, state);
    case "before-value":
      return {
        ...unquoted(state.name),
        mend: (words, after) => (/^[\s>]$/.test(after) ? `"${words}"` : null),
      };
    case "raw":
      return inTag(`<${state.element}>`);
    case "tag":
    case "attribute-name":
      return inTag("a tag");
  }
}

/** In a quoted attribute. */
function faultInValue(
  name: string,
  { element, name: attribute, value }: Extract<HtmlState, { kind: "value" }>,
): Fault | null {
  if (HELPER_SHAPES.get(name)?.markup) {
    return {
      code: "markup-in-attribute",
      message: `helper "${name}" gives HTML and stands in an attribute`,
      hint: "print it between tags",
    };
  }
  const message = `attribute "${attribute}" is made from data`;
  if (attribute === "style" || attribute === "srcdoc") {
    return { code: "unsafe-attribute", message, hint: "choose between classes instead" };
  }
  if (!ADDRESSES.has(attribute) || /^(#|mailto:)/.test(value)) return null;
  if (name === "href" && value === "") return null;
  // A picture that the settings name rides in the page; whatever else stood there would not be loaded.
  if (element === "img" && value === "" && PARAMETER.test(name)) return null;
  return {
    code: "unsafe-address",
    message,
    hint: 'write "#{{…}}" for a place in the page, or {{href …}} for an address',
  };
}

const PARAMETER = /^(?:\.\.\/)*parameters\.[\w-]+$/;

function unquoted(attribute: string): Fault {
  return {
    code: "unquoted-attribute",
    message: `attribute "${attribute}" has {{ }} without quotation marks`,
    hint: `write ${attribute}="{{…}}"`,
  };
}

function inTag(place: string): Fault {
  return {
    code: "mustache-in-tag",
    message: `{{ }} stands in ${place}`,
    hint: "put it between tags or into a quoted attribute",
  };
}
