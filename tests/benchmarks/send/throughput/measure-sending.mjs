/** The seeds' brief sent to so many recipients over STARTTLS, sender and server in processes of their own. */
import { fork } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";

const ROOT = join(import.meta.dirname, "../../../..");

/** @returns the folder of the issue */
export async function makeBrief(load, root) {
  for (const part of ["briefwright.yaml", "corpus", "templates"])
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  const { generate } = await load("pipeline.js");
  const { parseWeek } = await load("issue/index.js");
  const { nodeHost } = await load("host/node.js");
  const formats = new Set(["pdf", "mail"]);
  await generate(nodeHost, { folder: root, period: parseWeek("2021-W18"), formats });
  return join(root, "out/libya-weekly/2021-W18");
}

/** @param watermark whether each recipient gets a copy of their own */
export async function sendTo({ count, folder, built, watermark = false }) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const sink = fork(join(import.meta.dirname, "mail-sink.mjs"));
  try {
    const { port } = await answerOf(sink);
    const sender = fork(join(import.meta.dirname, "sending-process.mjs"));
    sender.send({
      ...{ built, folder, count, port, watermark },
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }),
      certificate: readFileSync(join(ROOT, "tests/samples/relay/certificate.pem"), "utf8"),
    });
    const sent = await answerOf(sender);
    sink.send("count");
    const taken = await answerOf(sink);
    const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;
    return { count, ...sent, ...taken, signed: await countSigned(taken.kept, record) };
  } finally {
    sink.kill();
  }
}

function answerOf(child) {
  return new Promise((done, fail) => {
    child.once("message", done);
    child.once("exit", (code) => fail(new Error(`a process ended with ${code}`)));
  });
}

async function countSigned(messages, record) {
  const resolver = async () => [[record]];
  const results = await Promise.all(
    messages.map((message) => dkimVerify(Buffer.from(message, "base64"), { resolver })),
  );
  return results.filter(({ results: [first] }) => first?.status.result === "pass").length;
}
