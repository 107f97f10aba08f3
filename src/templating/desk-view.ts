/** The desk's own lines of an issue in, what a template sees of them out. */
import type { DeskLine, Issue } from "../model/issue.js";
import type { DeskLineView, DeskView } from "./view/index.js";

export function viewDesk({ bottomLine, keyMessages, watch, standing }: Issue["desk"]): DeskView {
  return {
    bottomLine: bottomLine.map(viewDeskLine),
    keyMessages: keyMessages.map(viewDeskLine),
    watch: watch.map(({ date, line }) => ({ date, line: viewDeskLine(line) })),
    standing,
  };
}

function viewDeskLine({ text, by, citations }: DeskLine): DeskLineView {
  return { text, by: by ?? null, citations };
}
