/** Lines of a run as they come in, what a person sees of them out: the plan, a line of progress, what went wrong, the sum. */
import type { SendEnd, SendLine, SendPlan } from "../model/send-result.js";
import { type Progress, progress } from "./progress.js";
import { deliveryWords, planHead, planSum, planTable, statesSum } from "./send-words.js";
import { oneLine, printData, printDiagnostics, printNote } from "./terminal.js";

export interface SendTeller {
  onLine(line: SendLine): void;
  end(): void;
}

/** @param asked the words and flags of the command, to say how to go on */
export function sendTeller(asked: {
  readonly issue: readonly string[];
  readonly list: string | undefined;
  readonly correction: boolean;
  readonly withdrawal: boolean;
}): SendTeller {
  let bar: Progress | null = null;
  const endBar = () => {
    bar?.end();
    bar = null;
  };
  return {
    onLine(line) {
      switch (line.kind) {
        case "plan":
          tellPlan(line);
          if (line.bytes === null) bar = progress("sending", line.totals.due + line.totals.later);
          break;
        case "delivery":
          bar?.advance();
          if (line.state !== "sent") printData(deliveryWords(line));
          break;
        case "end":
          endBar();
          tellEnd(line, `brief send ${againWords(asked)}`);
      }
    },
    end: endBar,
  };
}

function tellPlan(plan: SendPlan): void {
  printNote(oneLine(planHead(plan)));
  // A run that sends tells of each who does not get it, and of the others by their number.
  const { recipients } = plan;
  const isLook = plan.bytes !== null;
  const told = isLook
    ? plan
    : {
        ...plan,
        recipients: recipients.filter(({ verdict }) => !["due", "later", "sent"].includes(verdict)),
      };
  const table = planTable(told);
  if (table !== "") printData(table);
  printNote(planSum(plan));
  for (const path of plan.previews) printNote(`  look at it: ${oneLine(path)}`);
}

function againWords({
  issue,
  list,
  correction,
  withdrawal,
}: Parameters<typeof sendTeller>[0]): string {
  const flags = [
    ...(correction ? ["--correction"] : []),
    ...(withdrawal ? ["--withdrawal"] : []),
    ...(list === undefined ? [] : ["--list", list]),
  ];
  return [...issue, ...flags].map(oneLine).join(" ");
}

function tellEnd({ end, states, diagnostics }: SendEnd, again: string): void {
  printDiagnostics(diagnostics);
  if (end === "dry-run") printNote(`nothing was sent: ${again} --yes sends it`);
  else if (states !== null) printNote(statesSum(states));
}
