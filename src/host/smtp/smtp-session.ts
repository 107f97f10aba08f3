/** One connection to a relay: messages in, answers out, and whether the last had begun to travel (RFC 5321, 3207, 4954). */
import { isAscii } from "node:buffer";
import { Readable } from "node:stream";
import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { RelaySettings } from "../../model/distribution.js";
import type { HandOver, RawMessage, RelayAccess } from "../relay.js";
import { handOverOf, NotHandedOver } from "./hand-over-of.js";

/** Of one step each, milliseconds; the whole hand-over has a limit of its own. */
const CONNECT_MS = 30_000;
/** Bytes of one answer. */
const MOST_ANSWER = 64 * 1024;
/** Messages of a connection: many relays end one that brings more. */
const MOST_MESSAGES = 100;
/** Milliseconds that a server has to take its leave. */
const QUIT_MS = 2_000;

export class SmtpSession {
  readonly #connection: SMTPConnection;
  /** Fails the step that is being waited for. */
  #fail: (error: unknown) => void = () => undefined;
  #isOpen = true;
  /** The last message was refused half-way: its envelope has to be forgotten first. */
  #isDirty = false;
  #messages = 0;

  constructor(
    settings: RelaySettings,
    private readonly access: RelayAccess,
    trust: SecureContext,
  ) {
    this.#connection = new SMTPConnection(optionsOf(settings, trust));
    this.#connection.on("error", (error) => this.#end(error));
    // A goodbye (421) is told to the step right after the end.
    this.#connection.on("end", () =>
      setImmediate(() => this.#end(new NotHandedOver("the connection was closed", "temporary"))),
    );
  }

  /** Whether another message may go over it. */
  get isUsable(): boolean {
    return this.#isOpen && this.#messages < MOST_MESSAGES;
  }

  /** Connected, encrypted and let in. @throws what `handOverOf` words */
  async open(patience: number): Promise<void> {
    const { user, password } = this.access;
    await this.#within(patience, async () => {
      await this.#step<void>((done) => this.#connection.connect(done));
      if (user === undefined) return;
      if (!this.#connection.allowsAuth)
        throw new NotHandedOver("the relay asks for no password, and one is set", "permanent");
      const auth = { user, pass: password ?? "" };
      await this.#step<boolean>((done) => this.#connection.login(auth, done));
    });
  }

  /** @param patience milliseconds for the whole of it */
  async send(message: RawMessage, patience: number): Promise<HandOver> {
    const { envelope, raw } = message;
    let hasBegun = false;
    try {
      return await this.#within(patience, async () => {
        this.#refuseWhatItCannotCarry(message);
        if (this.#isDirty) await this.#step<boolean>((done) => this.#connection.reset(done));
        this.#messages += 1;
        this.#isDirty = true;
        const size = raw.length;
        const use8BitMime = !isAscii(raw);
        // It is read once the relay has asked for the message, and not before.
        const stream = new Readable({
          read() {
            hasBegun = true;
            this.push(raw);
            this.push(null);
          },
        });
        const info = await this.#step<{ readonly response: string }>((done) =>
          this.#connection.send({ ...envelope, size, use8BitMime }, stream, done),
        );
        this.#isDirty = false;
        return { kind: "accepted", response: info?.response ?? "" };
      });
    } catch (error) {
      const outcome = handOverOf(error, hasBegun);
      const isOfMessage =
        outcome.kind !== "accepted" && outcome.kind !== "unknown" && outcome.about === "recipient";
      if (hasBegun || !isOfMessage) this.close();
      return outcome;
    }
  }

  close(): void {
    this.#isOpen = false;
    this.#connection.close();
  }

  /** Takes its leave, as the standard wants it. */
  quit(): Promise<void> {
    if (!this.#isOpen) return Promise.resolve();
    this.#isOpen = false;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#connection.close(), QUIT_MS);
      this.#connection.once("end", () => {
        clearTimeout(timer);
        resolve();
      });
      this.#connection.quit();
    });
  }

  /** Addresses beyond ASCII need RFC 6531, bytes beyond it RFC 6152: without them they would be garbled. */
  #refuseWhatItCannotCarry({ envelope, raw }: RawMessage): void {
    const needs = [
      ...(/[^\p{ASCII}]/u.test(envelope.from + envelope.to) ? ["SMTPUTF8"] : []),
      ...(isAscii(raw) ? [] : ["8BITMIME"]),
    ];
    const offered: unknown = Reflect.get(this.#connection, "_supportedExtensions");
    const missing = needs.find((name) => !Array.isArray(offered) || !offered.includes(name));
    if (missing !== undefined)
      throw new NotHandedOver(`the relay does not offer ${missing}`, "permanent", "recipient");
  }

  #end(error: unknown): void {
    this.#isOpen = false;
    this.#fail(error);
  }

  /** A step ends with its answer, or with its connection. */
  #step<T>(run: (done: (error?: Error | null, value?: T) => void) => void): Promise<T | undefined> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      run((error, value) => (error ? reject(error) : resolve(value)));
    });
  }

  async #within<T>(patience: number, work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.#end(new NotHandedOver(`no end within ${patience} ms`, "temporary"));
      this.#connection.close();
    }, patience);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Whom all connections trust: of one megabyte, which a collector of garbage does not see. */
export function trustOf({ ca }: RelayAccess): SecureContext {
  const own = ca === undefined ? {} : { ca: [...getCACertificates("default"), ca] };
  return createSecureContext({ minVersion: "TLSv1.2", ...own });
}

function optionsOf(
  { host, port, security, timeoutMs }: RelaySettings,
  secureContext: SecureContext,
): ConstructorParameters<typeof SMTPConnection>[0] {
  const connectMs = Math.min(CONNECT_MS, timeoutMs);
  return {
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    tls: { secureContext, rejectUnauthorized: true },
    dnsTimeout: connectMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: timeoutMs,
    socketCloseTimeout: QUIT_MS,
    maxResponseSize: MOST_ANSWER,
    // Relays in the house may stand on the machine itself.
    allowInternalNetworkInterfaces: true,
  };
}
