/** The stream of server-sent events (WHATWG HTML, 9.2) to calls, opened again with patience where it breaks. */
import type { Diagnostic } from "../../../model/diagnostic.js";

export type PreviewEvent =
  | { readonly kind: "making"; readonly files: readonly string[] }
  | { readonly kind: "html"; readonly revision: number; readonly ms: number }
  | { readonly kind: "pdf"; readonly revision: number; readonly ms: number }
  | {
      readonly kind: "issue";
      readonly revision: number;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly kind: "failed";
      readonly diagnostics: readonly Diagnostic[];
      readonly lastGood: number | null;
    }
  | { readonly kind: "notes"; readonly sha256: string };

const KINDS = ["making", "html", "pdf", "issue", "failed", "notes"] as const;

export interface EventHandlers {
  readonly onEvent: (event: PreviewEvent) => void;
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
