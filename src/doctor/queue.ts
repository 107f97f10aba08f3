/** The queue: what waits and for how long, what is dead, and who works at it. */
import type { Backlog, Worker } from "../model/job.js";
import { lookAtQueue } from "../queue/index.js";
import { type Examined, type Found, found } from "./check.js";
import { counted } from "./words.js";

export async function look({ host }: Examined): Promise<readonly Found[]> {
  const address = host.engines?.queue ?? null;
  if (address === null) return [];
  const sight = await lookAtQueue(address);
  if (sight === null) return [found("ok", "nothing was queued yet")];
  const { backlog, workers } = sight;
  const busy = backlog.filter(
    ({ waiting, again, running, dead }) => waiting + again + running + dead,
  );
  return [
    ...ofWorkers(workers),
    ...(busy.length === 0 ? [found("ok", "nothing waits")] : busy.flatMap(ofKind)),
  ];
}

function ofWorkers(workers: readonly Worker[]): readonly Found[] {
  const quiet = workers.filter(({ state }) => state === "quiet");
  const alive = workers.length - quiet.length;
  const hint =
    "what a dead one had in hand is given to another; look at its log, and start it anew";
  return [
    found("ok", `${counted(alive, "worker")} alive`),
    ...quiet.map(({ id, seen }) => found("warning", `worker ${id} is quiet since ${seen}`, hint)),
  ];
}

/** Seconds after which whoever waits has reason to ask. */
const LONG = 600;

function ofKind(backlog: Backlog): readonly Found[] {
  const { kind, waiting, again, running, dead, oldest, workers } = backlog;
  const parts = [
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(again > 0 ? [`${again} to be tried again`] : []),
    ...(running > 0 ? [`${running} running`] : []),
    ...(oldest !== null ? [`the oldest for ${Math.round(oldest)} s`] : []),
  ];
  const told = parts.length === 0 ? [] : [found("ok", `${kind}: ${parts.join(", ")}`)];
  const open = waiting + again;
  if (open > 0 && workers === 0) {
    const hint = `brief worker --kinds ${kind}, on any machine`;
    told.push(
      found("warning", `${kind}: ${counted(open, "job")} and no worker that takes it`, hint),
    );
  } else if (oldest !== null && oldest > LONG) {
    const hint = "start more workers; a second one on the same machine needs a core of its own";
    told.push(found("warning", `${kind}: jobs wait longer than ${LONG / 60} minutes`, hint));
  }
  if (dead > 0) {
    const hint = "brief jobs --state dead says why; brief jobs retry <id> tries one once more";
    told.push(found("warning", `${kind}: ${counted(dead, "job")} dead`, hint));
  }
  return told;
}
