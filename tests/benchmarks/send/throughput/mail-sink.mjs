/** A process of its own: a real SMTP server that asks for TLS, counts what it takes, and keeps every so-manieth message. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

const CERTIFICATES = join(import.meta.dirname, "../../../samples/relay");
const KEPT = 250;

const taken = new Map();
const kept = [];
const server = new SMTPServer({
  key: readFileSync(join(CERTIFICATES, "key.pem")),
  cert: readFileSync(join(CERTIFICATES, "certificate.pem")),
  authOptional: true,
  disableReverseLookup: true,
  onMailFrom: (_, { secure }, done) => done(secure ? null : new Error("not in the clear")),
  onData(stream, { envelope }, done) {
    const [{ address }] = envelope.rcptTo;
    const chunks = [];
    const isKept = taken.size % KEPT === 0;
    stream.on("data", (chunk) => isKept && chunks.push(chunk));
    stream.on("end", () => {
      taken.set(address, (taken.get(address) ?? 0) + 1);
      if (isKept) kept.push(Buffer.concat(chunks).toString("base64"));
      done();
    });
  },
});
server.on("error", () => undefined);
server.listen(0, "localhost", () => process.send({ port: server.server.address().port }));
process.on("message", () => {
  const twice = [...taken.values()].filter((times) => times > 1).length;
  process.send({ recipients: taken.size, twice, kept }, () => process.exit(0));
});
process.on("disconnect", () => process.exit(0));
