/** News of a look in, server-sent events out (HTML Standard, 9.2), for as long as the browser reads them. */
import type { WebReader } from "../host/web.js";
import type { Session } from "./session.js";
import type { News } from "./shapes.js";

/** Milliseconds between two signs of life. */
const HEARTBEAT = 15_000;

/** Milliseconds after which a browser that lost the connection asks again. */
const RETRY = 1_000;

export function streamNews(session: Session, reader: WebReader): void {
  reader.write(`retry: ${RETRY}\n\n`);
  const stop = session.listen((news) => reader.write(eventOf(news)));
  const beat = setInterval(() => reader.write(":\n\n"), HEARTBEAT);
  beat.unref();
  reader.onClose(() => {
    clearInterval(beat);
    stop();
  });
  // What changed while nobody was looking.
  void session.state();
}

/** JSON has no line break outside of its strings, and escapes those inside. */
function eventOf({ kind, ...data }: News): string {
  return `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
}
