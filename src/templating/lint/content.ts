/** The literal text between a template's mustaches: no script in it, and no words of its own. */
import { type HtmlState, scanStep } from "../html-scanner.js";
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
    lintScript(lint, node, state, next, line);
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
    message: `"${words.trim()}" stands in the template`,
    hint: "move it to the labels file and print it with {{label}}",
    line,
  });
}

function lintScript(
  lint: Lint,
  node: hbs.AST.Node,
  before: HtmlState,
  after: HtmlState,
  line: number,
): void {
  if (before.kind === "tag" && after.kind === "raw" && after.element === "script") {
    report(lint, node, {
      code: "script",
      message: "a page has no script",
      hint: "take the script element out",
      line,
    });
  }
  if (after.kind === "before-value" && before.kind !== after.kind && /^on/.test(after.name)) {
    report(lint, node, {
      code: "script",
      message: `attribute "${after.name}" would run a script`,
      hint: "take it out",
      line,
    });
  }
}
