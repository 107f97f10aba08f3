/**
 * Hostile addresses, names and subjects, drawn by a seeded grammar, on three ways to a real SMTP server:
 * through a list, past the list into the message, and past the message into the relay. What the server
 * took is read by two parsers that are not ours: nobody but the reader may get it, and no field may be
 * there that the message does not have by itself. Addresses that are odd and right must arrive.
 */
import { domainToASCII } from "node:url";
import addressparser from "nodemailer/lib/addressparser/index.js";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { HOME, hostileCases, ODD_ADDRESSES, THEM } from "./hostile/grammar.mjs";

const COUNT = 300;
const FIELDS = new Set(
  `date from reply-to to message-id subject content-language list-id list-unsubscribe list-unsubscribe-post
  auto-submitted precedence mime-version content-type content-transfer-encoding`.split(/\s+/),
);

export async function evaluate(load, { seed = "1", verbose = false } = {}) {
  const post = await openServer();
  try {
    const way = await openWay(load, post.port);
    const begun = performance.now();
    const cases = hostileCases(COUNT, Number(seed));
    const account = { refused: 0, arrived: 0, injected: [], unread: [] };
    for (const one of cases) await runCase(way, post, one, account);
    const seconds = (performance.now() - begun) / 1000;
    const odd = await deliverOdd(way, post);
    await way.relay.close();
    if (verbose) for (const line of [...account.injected, ...odd.lost]) console.error(line);
    return rowsOf(cases.length, account, odd, seconds);
  } finally {
    await post.close();
  }
}

function rowsOf(count, { refused, arrived, injected }, odd, seconds) {
  return [
    {
      on: `${count} hostile addresses, names and subjects`,
      measured: `${injected.length} injected headers or recipients`,
      asked: 0,
      holds: injected.length === 0 && arrived > 0,
      detail: `each by list, by message and by relay: ${refused} refused, ${arrived} arrived as one message to one reader, ${seconds.toFixed(1)} s`,
    },
    {
      on: `${odd.count} odd addresses that are right`,
      measured: `${odd.count - odd.lost.length} arrived`,
      asked: odd.count,
      holds: odd.lost.length === 0,
    },
  ];
}

async function openWay(load, port) {
  const [{ readList, mergeRecipients }, { openMailing }, { nodeRelay }, { schemesWith }, settings] =
    await Promise.all([
      load("recipients/index.js"),
      load("mail/index.js"),
      load("host/node-relay.js"),
      load("model/marking.js"),
      load("model/distribution.js"),
    ]);
  const mail = settings.MailSettingsSchema.parse({
    relay: { host: "127.0.0.1", port, security: "none", timeoutMs: 5000 },
    from: { name: "The desk", address: "desk@briefs.example" },
    unsubscribe: { url: "https://briefs.example/unsubscribe", secretEnv: "SECRET" },
  });
  const schemes = schemesWith([]);
  return {
    relay: nodeRelay(mail.relay),
    recipientsOf(text, file) {
      const list = { name: "desk", ...readList(text, file) };
      return mergeRecipients([list], schemes).recipients;
    },
    async message(recipient, subject) {
      const edition = {
        ...{ brief: "weekly", issue: "2026-W03", version: "1.0", occasion: "issue" },
        ...{ title: subject, marking: "TLP:CLEAR", permalink: null },
      };
      const keys = { dkim: null, unsubscribeSecret: "a secret that is long enough" };
      const form = { page: Buffer.from(pageOf(subject)), pdf: null };
      const mailing = openMailing(edition, mail, keys);
      return (await mailing.messageTo(recipient, form, { date: new Date(0) })).value;
    },
  };
}

function pageOf(subject) {
  const title = subject.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><p>${title}</p><p><a href="https://unsubscribe.invalid/">Leave</a></p></body></html>`;
}

async function runCase(way, post, { address, name, subject }, account) {
  const listed = [
    ["list.yaml", yamlOf(address, name)],
    ["list.csv", csvOf(address, name)],
  ].flatMap(([file, text]) => way.recipientsOf(text, file));
  const forced = { ...BASE, address, name };
  for (const recipient of [...listed, forced]) {
    const message = await way.message(recipient, subject);
    if (message === null) account.refused += 1;
    else await hand(way, post, { ...message, to: recipient.address, subject }, account);
  }
  if (listed.length === 0) account.refused += 1;
  const plain = await way.message({ ...BASE, address: `ada@${HOME}` }, "Plain");
  const raw = { envelope: { ...plain.envelope, to: address }, raw: plain.raw };
  await hand(way, post, { ...raw, to: address, isRaw: true }, account);
}

const BASE = {
  ...{ id: "r-0123456789ab", number: 1, language: null, template: null, format: "html" },
  ...{ markings: ["TLP:CLEAR"], watermark: false, encryption: { kind: "none" }, lists: ["desk"] },
  name: "",
};

function yamlOf(address, name) {
  return `recipients:\n  - { address: ${JSON.stringify(address)}, name: ${JSON.stringify(name)}, format: html }\n`;
}

function csvOf(address, name) {
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  return `address;name;format\n${cell(address)};${cell(name)};html\n`;
}

async function hand(way, post, message, account) {
  post.taken.length = 0;
  const { kind } = await way.relay.hand(message);
  if (kind !== "accepted") {
    account.refused += 1;
    if (post.taken.length > 0) account.injected.push(`${kind}, and taken: ${message.to}`);
    return;
  }
  const faults = await faultsOf(post.taken, message);
  if (faults.length === 0) account.arrived += 1;
  else account.injected.push(`${JSON.stringify(message.to).slice(0, 200)}: ${faults.join("; ")}`);
}

/** What a server would do other than hand this message to this reader. */
async function faultsOf(taken, { to, isRaw = false }) {
  const [one] = taken;
  if (taken.length !== 1) return [`${taken.length} messages`];
  const faults = [];
  if (one.to.length !== 1 || one.to[0] !== canonical(to))
    faults.push(`goes to ${one.to.join(" and ")}`);
  if (one.to.some((address) => address.endsWith(`@${THEM}`))) faults.push("goes to them");
  const text = one.raw.toString("latin1");
  const head = text.slice(0, text.indexOf("\r\n\r\n"));
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) faults.push("a bare CR or LF");
  const names = head
    .split(/\r\n(?![ \t])/)
    .map((field) => field.slice(0, field.indexOf(":")).toLowerCase());
  const strange = names.filter((name, at) => !FIELDS.has(name) || names.indexOf(name) !== at);
  if (strange.length > 0) faults.push(`field ${strange.join(", ")}`);
  if (!["to", "subject", "mime-version"].every((name) => names.includes(name))) {
    faults.push("a header that ends early");
  }
  return isRaw ? faults : [...faults, ...(await faultsOfTo(one.raw, head, to))];
}

async function faultsOfTo(raw, head, to) {
  const parsed = await PostalMime.parse(raw);
  const field = /^To: ((?:.|\r\n[ \t])*)/im.exec(head)?.[1]?.replaceAll("\r\n", "") ?? "";
  const readers = [
    ["one parser", (parsed.to ?? []).map(({ address }) => address)],
    ["another parser", addressparser(field, { flatten: true }).map(({ address }) => address)],
  ];
  const wrong = readers.filter(([, found]) => found.length !== 1 || found[0] !== to);
  return [
    ...wrong.map(([who, found]) => `To of ${found.join(" and ")} to ${who}`),
    ...((parsed.cc ?? parsed.bcc) ? ["Cc or Bcc"] : []),
    ...(/[\r\n]/.test(parsed.subject ?? "") ? ["a subject of two lines"] : []),
  ];
}

async function deliverOdd(way, post) {
  const lost = [];
  for (const [written, arrives] of ODD_ADDRESSES) {
    post.taken.length = 0;
    const [recipient] = way.recipientsOf(yamlOf(written, "A. Reader"), "list.yaml");
    const message = recipient && (await way.message(recipient, "Plain"));
    if (message) await way.relay.hand(message);
    const [one] = post.taken;
    if (one?.to.join() !== arrives || (await faultsOf(post.taken, { to: arrives })).length > 0) {
      lost.push(`${written}: ${one?.to.join() ?? "nothing arrived"}`);
    }
  }
  return { count: ODD_ADDRESSES.length, lost };
}

/** The server reads A-labels as what they stand for. */
function canonical(address) {
  const at = address.lastIndexOf("@") + 1;
  return `${address.slice(0, at)}${domainToASCII(address.slice(at))}`;
}

/** Takes all that it can read, as lenient servers do. */
async function openServer() {
  const taken = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disableReverseLookup: true, logger: false, closeTimeout: 100 },
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push({
          to: envelope.rcptTo.map(({ address }) => canonical(address)),
          raw: Buffer.concat(chunks),
        });
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.server.address().port,
    taken,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
