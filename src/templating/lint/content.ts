/** The literal text between a template's mustaches: no script in it, and no words of its own. */
import { type HtmlState, scanStep } from "../html-scanner.js";
import { activeContent } from "./active-content.js";
import { type Lint, report } from "./report.js";

/** @returns the HTML state after the text */
export function lintContent(
  lint: Lint,
  node: hbs.AST.ContentStatement,
  start: HtmlState,
): HtmlState {
  // `original` still holds the white space that Handlebars takes off beside blocks.
  const content = String(node.original);
  const textEnd = content.trimEnd().length;
  let line = node.loc.start.line;
  let lastLine = line;
  let state = start;
  let words = "";
  for (let at = 0; at < content.length; ) {
    const [next, length] = scanStep(state, content, at);
    const step = content.slice(at, at + length);
    if (state.kind === "text" && next.kind === "text") words += step;
    else {
      lintWords(lint, node, words, line);
      words = "";
    }
    const fault = activeContent(state, next);
    if (fault !== null) report(lint, node, { ...fault, line });
    state = next;
    at += length;
    line += step.split("\n").length - 1;
    if (at <= textEnd) lastLine = line;
  }
  lintWords(lint, node, words, lastLine);
  return state;
}

function lintWords(lint: Lint, node: hbs.AST.Node, words: string, line: number): void {
  if (!/\p{L}/u.test(words.replaceAll(/&#?\w+;/g, ""))) return;
  report(lint, node, {
    severity: "warning",
    code: "words-in-template",
    message: `"${shortened(words)}" stands in the template`,
    hint: "move it to the labels file and print it with {{label}}",
    line,
  });
}

const LONGEST = 60;

function shortened(words: string): string {
  const line = words
    .slice(0, 10 * LONGEST)
    .trim()
    .replaceAll(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
