/** A process of its own: sends one edition to so many recipients, and says how long it took and how much memory. */
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

process.on("message", async (given) => process.send(await send(given), () => process.exit(0)));

async function send({ built, folder, count, port, watermark, privateKey, certificate }) {
  const load = (path) => import(pathToFileURL(resolve(built, path)).href);
  const { openMailing } = await load("mail/index.js");
  const { MailSettingsSchema } = await load("model/distribution.js");
  const { nodeRelay } = await load("host/node-relay.js");
  const { nodeClock } = await load("host/clock.js");
  const { takeLock } = await load("host/node-lock.js");
  const { openLedger, readLedger } = await load("ledger/index.js");
  const { sendEdition } = await load("send/send-edition.js");
  const { openCopies } = await load("send/own-copies.js");
  const mail = MailSettingsSchema.parse({
    relay: { host: "localhost", port },
    from: { name: "North Africa Desk", address: "desk@example.org" },
    unsubscribe: { url: "https://briefs.example.org/unsubscribe", secretEnv: "SECRET" },
    verp: true,
  });
  const about = {
    ...{ brief: "libya-weekly", issue: "2021-W18", version: "1.0", occasion: "issue" },
    marking: "TLP:GREEN",
  };
  const named = { ...about, title: "Libya-Türkiye Weekly", permalink: null };
  const key = createPrivateKey(privateKey);
  const keys = {
    dkim: { domain: "example.org", selector: "bench", key },
    unsubscribeSecret: "0123456789abcdef",
  };
  const mailing = openMailing(named, mail, keys);
  const form = {
    page: readFileSync(join(folder, "mail.html")),
    pdf: {
      fileName: "libya-weekly-2021-W18-v1.0.pdf",
      bytes: readFileSync(join(folder, "brief.pdf")),
    },
  };
  let bytes = 0;
  const copies = openCopies({ clock: nodeClock, root: folder, secret: () => undefined });
  const make = async (recipient) => {
    const { pdf: copy } = await copies.of(recipient, form.pdf.bytes);
    const options = { date: new Date(), copy };
    const { value, diagnostics } = await mailing.messageTo(recipient, form, options);
    if (value === null) return diagnostics;
    bytes = value.bytes;
    return { envelope: value.envelope, raw: value.raw, messageId: value.messageId, copy: null };
  };
  const edition = {
    ...about,
    channel: "mail",
    recipients: Array.from({ length: count }, (_, index) => recipientAt(index, watermark)),
    ...{ embargo: null, sendBy: null, sentByRecord: 0 },
    maySee: () => true,
    make,
    recordRun: async () => [],
  };
  const means = {
    ...{ clock: nodeClock, takeLock, openLedger, readLedger, mail },
    openRelay: () => nodeRelay(mail.relay, { ca: certificate }),
    isShared: false,
    ledgerPath: join(folder, `deliveries-${count}-${watermark}.sqlite`),
    keepPreviews: async () => [],
    stop: new AbortController().signal,
    onLine: () => undefined,
  };
  const began = performance.now();
  const end = await sendEdition(edition, { lists: [], isDryRun: false, again: false }, means);
  const seconds = (performance.now() - began) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1000 / count;
  return { seconds, bytes, cpu, end: end.end, peak: maxRSS * 1024 };
}

function recipientAt(index, watermark) {
  return {
    id: `r-${index.toString(16).padStart(12, "0")}`,
    number: index + 1,
    name: `Reader Çağrı ${index + 1}`,
    address: `reader-${index + 1}@example.net`,
    ...{ language: null, template: null, format: "pdf", markings: ["TLP:GREEN"] },
    ...{ watermark, encryption: { kind: "none" }, lists: ["readers"] },
  };
}
