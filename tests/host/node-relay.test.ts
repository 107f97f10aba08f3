/** The relay over real sockets: what each behaviour of a server is told as, and that nothing is handed over twice. */
import { afterEach, describe, expect, test } from "vitest";
import { nodeRelay } from "../../src/host/node-relay.js";
import type { HandOver, RawMessage, Relay, RelayAccess } from "../../src/host/relay.js";
import { type RelaySettings, RelaySettingsSchema } from "../../src/model/distribution.js";
import { openScriptedServer, openSmtpServer, TEST_CERTIFICATE } from "../smtp-relay.js";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

function keep<T extends { close(): Promise<void> }>(each: T): T {
  open.push(each);
  return each;
}

function relayAt(
  port: number,
  settings: Partial<RelaySettings> = {},
  access: RelayAccess = { ca: TEST_CERTIFICATE },
): Relay {
  const all = RelaySettingsSchema.parse({ host: "localhost", port, timeoutMs: 3000, ...settings });
  return keep(nodeRelay(all, access));
}

const plain = { security: "none", timeoutMs: 400 } as const;

function message(
  to = "reader@example.org",
  raw = "Subject: brief\r\n\r\n.hidden\r\nend\r\n",
): RawMessage {
  return { envelope: { from: "desk@example.org", to }, raw: Buffer.from(raw) };
}

const briefly = (outcome: HandOver) =>
  outcome.kind === "accepted" || outcome.kind === "unknown"
    ? outcome.kind
    : `${outcome.kind} ${outcome.code} ${outcome.about}`;

function refusal(code: number): Error {
  return Object.assign(new Error("not now"), { responseCode: code });
}

describe("what is handed over", () => {
  test("arrives byte for byte over STARTTLS, on its own envelope", async () => {
    const server = keep(await openSmtpServer());
    const outcome = await relayAt(server.port).hand(message());
    expect(outcome.kind).toBe("accepted");
    expect(server.taken.map(({ from, to, raw }) => [from, to, raw.toString()])).toEqual([
      ["desk@example.org", ["reader@example.org"], "Subject: brief\r\n\r\n.hidden\r\nend\r\n"],
    ]);
  });

  test("arrives over TLS from the first byte, signed in", async () => {
    const asked: string[] = [];
    const server = keep(
      await openSmtpServer({
        secure: true,
        authOptional: false,
        onAuth: ({ username = "", password = "" }, _, done) => {
          asked.push(`${username}:${password}`);
          done(null, { user: username });
        },
      }),
    );
    const access = { ca: TEST_CERTIFICATE, user: "desk", password: "pass" };
    const outcome = await relayAt(server.port, { security: "tls" }, access).hand(message());
    expect([outcome.kind, asked]).toEqual(["accepted", ["desk:pass"]]);
  });

  test("shares connections, as many as the settings allow", async () => {
    const server = keep(await openSmtpServer());
    const relay = relayAt(server.port, { connections: 2 });
    const all = Array.from({ length: 12 }, (_, index) =>
      relay.hand(message(`r${index}@example.org`)),
    );
    expect((await Promise.all(all)).every(({ kind }) => kind === "accepted")).toBe(true);
    expect([server.taken.length, server.connections()]).toEqual([12, 2]);
  });

  test("goes over a new connection where the server ended an idle one", async () => {
    const server = keep(await openSmtpServer({ socketTimeout: 250 }));
    const relay = relayAt(server.port);
    await relay.hand(message("one@example.org"));
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect((await relay.hand(message("two@example.org"))).kind).toBe("accepted");
    expect([server.taken.length, server.connections()]).toEqual([2, 2]);
  });

  test("of two who are refused and one who is not, one gets it, over one connection", async () => {
    const server = keep(
      await openSmtpServer({
        onRcptTo: ({ address }, _, done) => done(address.startsWith("no") ? refusal(550) : null),
      }),
    );
    const relay = relayAt(server.port, { connections: 1 });
    const outcomes = [];
    for (const to of ["no-one@example.org", "no@example.org", "yes@example.org"])
      outcomes.push(briefly(await relay.hand(message(to))));
    expect(outcomes).toEqual(["permanent 550 recipient", "permanent 550 recipient", "accepted"]);
    expect([server.taken.length, server.connections()]).toEqual([1, 1]);
  });
});

describe("who refuses", () => {
  test.each([
    ["greylisting", { onRcptTo: refuse(451) }, "temporary 451 recipient"],
    ["an unknown mailbox", { onRcptTo: refuse(550) }, "permanent 550 recipient"],
    ["sign-in asked for at the recipient", { onRcptTo: refuse(530) }, "permanent 530 relay"],
    ["a sender that is not taken", { onMailFrom: refuse(553) }, "permanent 553 relay"],
    [
      "a message that is too large at the sender",
      { onMailFrom: refuse(552) },
      "permanent 552 recipient",
    ],
    ["a full disk", { onMailFrom: refuse(452) }, "temporary 452 relay"],
    ["a goodbye at the sender", { onMailFrom: refuse(421) }, "temporary 421 relay"],
    ["a content that is put off", { onData: refuseData(451) }, "temporary 451 recipient"],
    ["a content that is refused", { onData: refuseData(554) }, "permanent 554 recipient"],
    ["a server that is closed", { onConnect: refuseFirst(554) }, "permanent 554 relay"],
    ["a server that is busy", { onConnect: refuseFirst(421) }, "temporary 421 relay"],
    ["a size that the server says it does not take", { size: 10 }, "permanent null recipient"],
  ])("%s is told as it is", async (_, options, told) => {
    const server = keep(await openSmtpServer(options));
    expect(briefly(await relayAt(server.port).hand(message()))).toBe(told);
    expect(server.taken).toEqual([]);
  });

  test("a wrong password is the relay's matter, and for good", async () => {
    const server = keep(
      await openSmtpServer({ authOptional: false, onAuth: (_, __, done) => done(refusal(535)) }),
    );
    const access = { ca: TEST_CERTIFICATE, user: "desk", password: "wrong" };
    expect(briefly(await relayAt(server.port, {}, access).hand(message()))).toBe(
      "permanent 535 relay",
    );
  });

  test("nobody there is the relay's matter, and passes", async () => {
    const server = await openSmtpServer();
    await server.close();
    expect(briefly(await relayAt(server.port).hand(message()))).toBe("temporary null relay");
  });

  test("what a server says stays one line without control characters", async () => {
    const server = keep(
      await openScriptedServer((line) =>
        line === "" ? `554-no\r\n554 \u001b[31m${"x".repeat(9000)}` : null,
      ),
    );
    const outcome = await relayAt(server.port, plain).hand(message());
    expect(outcome.response).toMatch(/^554-no 554 \[31mx+$/);
    expect(outcome.response.length).toBe(500);
  });
});

describe("encryption", () => {
  test("a certificate that nobody vouches for is refused before a word is said", async () => {
    const server = keep(await openSmtpServer());
    const outcome = await relayAt(server.port, {}, {}).hand(message());
    expect(briefly(outcome)).toBe("permanent null relay");
    expect(outcome.response).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  test("a certificate of another name is refused", async () => {
    const server = keep(await openSmtpServer());
    const outcome = await relayAt(server.port, { host: "127.0.0.1" }).hand(message());
    expect(briefly(outcome)).toBe("permanent null relay");
    expect(outcome.response).toContain("ERR_TLS_CERT_ALTNAME_INVALID");
  });

  test.each(["500 what is that", "502 not here"])(
    "a server without it gets nothing: %s",
    async (no) => {
      const server = keep(
        await openScriptedServer((line) =>
          line === "STARTTLS" ? no : line === "" ? "220 hi" : "250 ok",
        ),
      );
      const outcome = await relayAt(server.port).hand(message());
      expect(briefly(outcome)).toBe(`permanent ${no.slice(0, 3)} relay`);
    },
  );

  test("a server that cannot just now is asked again later", async () => {
    const server = keep(
      await openScriptedServer((line) =>
        line === "STARTTLS" ? "454 TLS not available" : line === "" ? "220 hi" : "250 ok",
      ),
    );
    expect(briefly(await relayAt(server.port).hand(message()))).toBe("temporary 454 relay");
  });

  test.each([
    ["speaks something else", "garbage that is no handshake", "permanent null relay"],
    ["says nothing more", null, "temporary null relay"],
  ])("a server that begins it and %s gets nothing", async (_, then, told) => {
    const server = keep(
      await openScriptedServer((line, socket) => {
        if (line === "") return "220 hi";
        if (line === "STARTTLS") {
          if (then !== null) setTimeout(() => socket.write(`${then}\r\n`), 20);
          return "220 go on";
        }
        return line.startsWith("EHLO") ? "250 STARTTLS" : null;
      }),
    );
    const outcome = await relayAt(server.port, { timeoutMs: 400 }).hand(message());
    expect(briefly(outcome)).toBe(told);
  });

  test("goes without where the settings say so", async () => {
    const server = keep(await openSmtpServer({ hideSTARTTLS: true }));
    expect((await relayAt(server.port, { security: "none" }).hand(message())).kind).toBe(
      "accepted",
    );
  });
});

describe("a connection that is lost, or says nothing more", () => {
  const upTo =
    (stop: (line: string) => boolean, then: "hang" | "drop") => async (): Promise<string> => {
      const server = keep(
        await openScriptedServer((line, socket) => {
          if (stop(line)) {
            if (then === "drop") socket.destroy();
            return null;
          }
          if (line === "") return "220 hi";
          return line === "DATA" ? "354 go on" : "250 ok";
        }),
      );
      return briefly(await relayAt(server.port, plain).hand(message()));
    };

  test.each([
    ["before the greeting", (line: string) => line === ""],
    ["at the hello", (line: string) => line.startsWith("EHLO")],
    ["at the sender", (line: string) => line.startsWith("MAIL")],
    ["at the recipient", (line: string) => line.startsWith("RCPT")],
    ["when asked to take the message", (line: string) => line === "DATA"],
  ])("%s has left nothing, and may be tried again", async (_, stop) => {
    expect([await upTo(stop, "drop")(), await upTo(stop, "hang")()]).toEqual([
      "temporary null relay",
      "temporary null relay",
    ]);
  });

  test.each(["drop", "hang"])("before any answer to commands sent at once: %s", async (then) => {
    const lines: string[] = [];
    const server = keep(
      await openScriptedServer((line, socket) => {
        lines.push(line);
        if (line === "") return "220 hi";
        if (line.startsWith("EHLO")) return "250-hi\r\n250 PIPELINING";
        if (line === "DATA" && then === "drop") socket.destroy();
        return null;
      }),
    );
    const outcome = await relayAt(server.port, plain).hand(message());
    expect(briefly(outcome)).toBe("temporary null relay");
    expect(lines.slice(2, 5).map((line) => line.slice(0, 4))).toEqual(["MAIL", "RCPT", "DATA"]);
  });

  test("after the message had begun to travel is not known", async () => {
    const stop = (line: string) => line === ".";
    expect([await upTo(stop, "drop")(), await upTo(stop, "hang")()]).toEqual([
      "unknown",
      "unknown",
    ]);
  });

  test("in the midst of a large message is not known", async () => {
    const server = keep(
      await openScriptedServer((line, socket) => {
        if (line === "DATA") setTimeout(() => socket.destroy(), 20);
        return line === "" ? "220 hi" : line === "DATA" ? "354 go on" : "250 ok";
      }),
    );
    const large = message(
      "reader@example.org",
      `Subject: x\r\n\r\n${"word\r\n".repeat(3_000_000)}`,
    );
    expect(briefly(await relayAt(server.port, plain).hand(large))).toBe("unknown");
  });

  test("after a refusal was said is a refusal", async () => {
    const server = keep(
      await openScriptedServer((line, socket) => {
        if (line === ".") {
          socket.end("452 no room\r\n");
          return null;
        }
        return line === "" ? "220 hi" : line === "DATA" ? "354 go on" : "250 ok";
      }),
    );
    expect(briefly(await relayAt(server.port, plain).hand(message()))).toBe(
      "temporary 452 recipient",
    );
  });

  test("with half an answer is not known", async () => {
    const server = keep(
      await openScriptedServer((line, socket) => {
        if (line === ".") {
          socket.end("25");
          return null;
        }
        return line === "" ? "220 hi" : line === "DATA" ? "354 go on" : "250 ok";
      }),
    );
    expect(briefly(await relayAt(server.port, plain).hand(message()))).toBe("unknown");
  });

  test("a server that drips its greeting for ever is left", async () => {
    const server = keep(
      await openScriptedServer((line, socket) => {
        const timer = setInterval(() => socket.write("220-still\r\n"), 20);
        socket.on("close", () => clearInterval(timer));
        return line === "" ? "220-hi" : null;
      }),
    );
    expect(briefly(await relayAt(server.port, plain).hand(message()))).toBe("temporary null relay");
  });
});

describe("addresses beyond ASCII", () => {
  const utf8 = message(
    "\u00f6zg\u00fcr@example.org",
    "To: \u00f6zg\u00fcr@example.org\r\n\r\nhi\r\n",
  );

  test("go where the server offers it", async () => {
    const server = keep(await openSmtpServer());
    expect((await relayAt(server.port).hand(utf8)).kind).toBe("accepted");
    expect(server.taken[0]?.to).toEqual(["\u00f6zg\u00fcr@example.org"]);
  });

  test("are refused where it does not, as they would be garbled", async () => {
    const server = keep(await openSmtpServer({ hideSMTPUTF8: true }));
    const outcome = await relayAt(server.port).hand(utf8);
    expect([briefly(outcome), outcome.response]).toEqual([
      "permanent null recipient",
      "the relay does not offer SMTPUTF8",
    ]);
  });
});

test("an address cannot add a command", async () => {
  const server = keep(await openSmtpServer());
  const outcome = await relayAt(server.port).hand(
    message("a@example.org>\r\nRCPT TO:<evil@example.org"),
  );
  expect(briefly(outcome)).toBe("permanent null recipient");
  expect(server.taken).toEqual([]);
});

test("closing waits for what is in hand", async () => {
  const server = keep(await openSmtpServer());
  const relay = relayAt(server.port);
  const outcome = relay.hand(message());
  await relay.close();
  expect((await outcome).kind).toBe("accepted");
  expect(server.taken.length).toBe(1);
});

function refuse(code: number) {
  return (_: unknown, __: unknown, done: (error: Error) => void) => done(refusal(code));
}

function refuseFirst(code: number) {
  return (_: unknown, done: (error: Error) => void) => done(refusal(code));
}

function refuseData(code: number) {
  return (stream: NodeJS.ReadableStream, _: unknown, done: (error: Error) => void) => {
    stream.resume();
    stream.on("end", () => done(refusal(code)));
  };
}
