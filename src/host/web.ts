/** Requests of a browser on this machine to answers, behind one interface. */

export interface WebRequest {
  readonly method: string;
  /** As it came, from the first slash on, without the query; not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case; of a header that came several times the values joined. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body. @throws {BodyTooLarge} where it has more bytes than that */
  readonly body: (maxBytes: number) => Promise<Uint8Array>;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is written to until one of both ends leaves. */
  readonly body: string | Uint8Array | WebStream;
}

/** Called once, when the head of the answer is sent. */
export type WebStream = (reader: WebReader) => void;

/** Whoever reads a stream. */
export interface WebReader {
  /** One that does not read what is written is left behind: its connection is closed. */
  readonly write: (text: string) => void;
  /** Called once, when the reader has left or was left behind. */
  readonly onClose: (left: () => void) => void;
  readonly close: () => void;
}

export type WebHandler = (request: WebRequest) => Promise<WebAnswer>;

export interface WebServer {
  readonly port: number;
  /** Connections that are open. */
  readonly connections: () => number;
  /** Ends every connection. */
  readonly close: () => Promise<void>;
}

/**
 * Answers on 127.0.0.1 where no other address is named.
 * @param port 0 for any free one
 * @throws {HostError} where the port is taken, or the address is none of this machine
 */
export type Serve = (port: number, handle: WebHandler, address?: string) => Promise<WebServer>;

/** What was sent is more than is taken. */
export class BodyTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`more than ${maxBytes} bytes`);
    this.name = "BodyTooLarge";
  }
}
