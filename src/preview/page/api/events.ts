/** The stream of server-sent events (WHATWG HTML, 9.2) to calls, opened again with patience where it breaks. */
import type { News } from "../../shapes.js";

const KINDS = ["making", "html", "pdf", "issue", "failed", "notes"] as const;

export interface EventHandlers {
  readonly onEvent: (event: News) => void;
  /** Called on every change, with `true` also for the first time. */
  readonly onConnection: (isOpen: boolean) => void;
}

/** Milliseconds until the next try, in turn; the last one stays. */
const PATIENCE = [500, 1000, 2000, 4000];

/** @returns what closes it */
export function openEvents(address: string, { onEvent, onConnection }: EventHandlers): () => void {
  let source: EventSource | null = null;
  let timer: number | undefined;
  let tries = 0;

  const open = () => {
    source = new EventSource(address);
    source.addEventListener("open", () => {
      tries = 0;
      onConnection(true);
    });
    source.addEventListener("error", () => {
      onConnection(false);
      source?.close();
      timer = window.setTimeout(open, PATIENCE[Math.min(tries, PATIENCE.length - 1)]);
      tries += 1;
    });
    for (const kind of KINDS) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        onEvent({ ...JSON.parse(data), kind });
      });
    }
  };
  open();
  return () => {
    window.clearTimeout(timer);
    source?.close();
  };
}
