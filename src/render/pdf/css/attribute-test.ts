/** `[name~="value" i]` in, a test for elements out (Selectors 4, 6). */
import type { AttributeSelector } from "css-tree";
import type { Fault, Matches } from "./match-selector.js";

export function attributeTest(selector: AttributeSelector): Matches | Fault {
  const name = selector.name.name.toLowerCase();
  const { matcher, value, flags } = selector;
  if (matcher === null || value === null) return ({ attribs }) => attribs[name] !== undefined;
  const written = value.type === "String" ? value.value : value.name;
  const ignoresCase = flags?.toLowerCase() === "i" || (!flags && CASE_FREE.has(name));
  const fold = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  const compare = COMPARISONS[matcher];
  const wanted = fold(written);
  if (!compare) return { fault: `the comparison "${matcher}"` };
  return ({ attribs: { [name]: found } }) => found !== undefined && compare(fold(found), wanted);
}

/** A few of the attributes of HTML whose values are compared without case. */
const CASE_FREE: ReadonlySet<string> = new Set(["type", "lang", "dir", "rel", "align", "scope"]);

const COMPARISONS: Readonly<Record<string, (found: string, wanted: string) => boolean>> = {
  "=": (found, wanted) => found === wanted,
  "~=": (found, wanted) => wanted !== "" && found.split(/\s+/).includes(wanted),
  "|=": (found, wanted) => found === wanted || found.startsWith(`${wanted}-`),
  "^=": (found, wanted) => wanted !== "" && found.startsWith(wanted),
  "$=": (found, wanted) => wanted !== "" && found.endsWith(wanted),
  "*=": (found, wanted) => wanted !== "" && found.includes(wanted),
};
