/** An approved issue in, handed over to everybody who is due out: what `brief send --yes` does; the ledger is the gate. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { OrderOf } from "../../model/job.js";
import type { SendEnd } from "../../model/send-result.js";
import { sendIssue } from "../../send/send-issue.js";
import { done, failed, type JobEnd } from "../job-end.js";
import type { JobMeans } from "./job-means.js";

export async function sendJob(order: OrderOf<"send">, means: JobMeans): Promise<JobEnd> {
  const end = await sendIssue(
    { ...means.sender, host: means.host, stop: means.stop, onLine: () => undefined },
    {
      folder: means.root,
      words: [order.brief, order.issue],
      lists: order.lists,
      isDryRun: false,
      // What is unknown is the desk's to decide, and only once: another attempt must not ask again.
      again: order.again,
      limit: undefined,
      to: undefined,
      occasion: order.occasion,
      by: order.by,
    },
  );
  return endOf(order, end);
}

function endOf({ brief, issue }: OrderOf<"send">, end: SendEnd): JobEnd {
  const counts = Object.fromEntries(Object.entries(end.states ?? {}).filter(([, n]) => n > 0));
  const work = {
    issue: `${brief}/${issue}`,
    counts,
    unknown: end.unknown,
    diagnostics: end.diagnostics,
  };
  const { deferred = 0, unknown = 0, failed: refused = 0 } = counts;
  switch (end.end) {
    case "stopped":
      return { kind: "stopped" };
    case "relay":
    case "ledger":
      return { kind: "again", reason: end.diagnostics[0] ?? stoppedBy(end.end) };
    case "done":
      if (deferred > 0) return { kind: "again", reason: putOff(deferred) };
      return unknown + refused > 0 ? failed(work) : done(work);
    case "dry-run":
    case "refused":
    case "too-early":
    case "too-late":
      return failed(work);
  }
}

function stoppedBy(what: "relay" | "ledger"): Diagnostic {
  return {
    code: `${what}-refuses`,
    severity: "error",
    message: `the ${what} took nothing more`,
    hint: "nothing to do: what is left goes with the next attempt",
  };
}

function putOff(count: number): Diagnostic {
  return {
    code: "deliveries-deferred",
    severity: "warning",
    message: `${count} put off by the servers of their recipients`,
    hint: "nothing to do: they are tried again",
  };
}
