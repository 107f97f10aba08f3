/** The server that takes messages, behind one interface (RFC 5321). */

export interface Envelope {
  /** Where bounces go; canonical address. */
  readonly from: string;
  /** One recipient, canonical address. */
  readonly to: string;
}

export interface RawMessage {
  readonly envelope: Envelope;
  /** The whole message as it travels (RFC 5322), lines ended by CR LF, dots not yet doubled. */
  readonly raw: Uint8Array;
}

/**
 * What became of a hand-over. `temporary`: nothing was taken, and it may be tried again; `permanent`:
 * nothing was taken, and it never will be; `unknown`: the connection was lost after the message had
 * begun to travel, so that it may have been taken.
 */
export type HandOver =
  | { readonly kind: "accepted"; readonly response: string }
  | {
      readonly kind: "temporary" | "permanent";
      /** Reply code; null where the other side said nothing. */
      readonly code: number | null;
      readonly response: string;
      /** Whether it is about this recipient and message, or about the relay: then all others fare alike. */
      readonly about: "recipient" | "relay";
    }
  | { readonly kind: "unknown"; readonly response: string };

/** What lets us in at a relay, and whom we trust there: no settings file holds it. */
export interface RelayAccess {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Certificates to trust besides those of the system, PEM. */
  readonly ca?: string | undefined;
}

export interface Relay {
  /** Never rejects for what the other side does. */
  hand(message: RawMessage): Promise<HandOver>;
  /** Ends its connections once what is in hand is done. */
  close(): Promise<void>;
}

/** A relay in memory. @param answer what becomes of each message; all are accepted by default */
export function memoryRelay(
  answer: (message: RawMessage, times: number) => HandOver | Promise<HandOver> = () => ({
    kind: "accepted",
    response: "250 kept in memory",
  }),
): Relay & { readonly taken: readonly RawMessage[] } {
  const taken: RawMessage[] = [];
  const times = new Map<string, number>();
  return {
    taken,
    async hand(message) {
      const { to } = message.envelope;
      const count = (times.get(to) ?? 0) + 1;
      times.set(to, count);
      const result = await answer(message, count);
      if (result.kind === "accepted") taken.push(message);
      return result;
    },
    close: async () => undefined,
  };
}
