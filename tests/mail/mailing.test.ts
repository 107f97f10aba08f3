/** The message of a recipient: what a mail program reads in it, field by field and part by part. */
import { isAscii } from "node:buffer";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import PostalMime, { type Email } from "postal-mime";
import { describe, expect, test } from "vitest";
import {
  type MailEdition,
  type MailForm,
  type MailMessage,
  type MessageOptions,
  openMailing,
  unsubscribeToken,
} from "../../src/mail/index.js";
import type { Recipient } from "../../src/model/recipient.js";
import {
  AT,
  dkimKey,
  EDITION,
  FORM,
  formOf,
  KEYS,
  reader,
  SECRET,
  settingsWith,
} from "./sample-mailing.js";

const TOKEN = unsubscribeToken(SECRET, { brief: "weekly", recipientId: "r-0123456789ab" });

interface Given {
  readonly form?: MailForm;
  readonly to?: Partial<Recipient>;
  readonly edition?: Partial<MailEdition>;
  readonly settings?: Record<string, unknown>;
  readonly keys?: Partial<typeof KEYS>;
  readonly options?: Partial<MessageOptions>;
}

async function outcomeOf({ form = FORM, to, edition, settings, keys, options }: Given = {}) {
  const mailing = openMailing({ ...EDITION, ...edition }, settingsWith(settings), {
    ...KEYS,
    ...keys,
  });
  return mailing.messageTo(reader(to), form, { date: AT, ...options });
}

async function make(given: Given = {}): Promise<MailMessage> {
  const { value, diagnostics } = await outcomeOf(given);
  if (value === null) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const read = async (given: Given = {}): Promise<Email> => PostalMime.parse((await make(given)).raw);
const textOf = ({ raw }: MailMessage) => Buffer.from(raw).toString();
const headOf = (message: MailMessage) => textOf(message).split("\r\n\r\n")[0] ?? "";
const fieldsOf = (message: MailMessage) =>
  headOf(message)
    .replaceAll(/\r\n[ \t]+/g, " ")
    .split("\r\n");
const codeOf = async (given: Given) => (await outcomeOf(given)).diagnostics.map(({ code }) => code);

describe("the header", () => {
  test("says who, what, when, and how to leave, each once", async () => {
    expect(fieldsOf(await make())).toEqual([
      "Date: Mon, 19 Jan 2026 08:30:00 +0000",
      "From: Harbour Desk <desk@example.org>",
      "To: Ada Reader <ada@example.net>",
      "Message-ID: <77c1738ae99636d88f3441320c386792@example.org>",
      "Subject: [TLP:GREEN] Harbour Weekly, issue 3",
      "Content-Language: en",
      "List-Id: Harbour Weekly <weekly.example.org>",
      `List-Unsubscribe: <https://briefs.example.org/unsubscribe?t=${TOKEN}>, <mailto:desk@example.org?subject=unsubscribe%20weekly>`,
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      "Auto-Submitted: auto-generated",
      "Precedence: list",
      "MIME-Version: 1.0",
      expect.stringMatching(/^Content-Type: multipart\/mixed; boundary="=_mixed_[0-9a-f]{32}"$/),
    ]);
  });

  test("names a reply address, a correction's original and a domain beyond ASCII", async () => {
    const message = await make({
      settings: { from: { address: "masa@örnek.example" }, replyTo: "reply@örnek.example" },
      options: { inReplyTo: "<earlier@example.org>" },
    });
    const fields = fieldsOf(message);
    expect(fields).toContain("From: Harbour Weekly <masa@xn--rnek-4qa.example>");
    expect(fields).toContain("Reply-To: reply@xn--rnek-4qa.example");
    expect(fields).toContain("In-Reply-To: <earlier@example.org>");
    expect(fields).toContain("References: <earlier@example.org>");
    expect(message.envelope.from).toBe("masa@xn--rnek-4qa.example");
  });

  test("offers no click where there is none over HTTPS, and a letter where nothing answers", async () => {
    const plain = { url: "http://127.0.0.1:8080/unsubscribe", secretEnv: "SECRET" };
    const http = fieldsOf(await make({ settings: { unsubscribe: plain } }));
    expect(http.filter((field) => field.startsWith("List-Unsubscribe"))).toHaveLength(1);
    const letter = await make({ settings: { unsubscribe: undefined } });
    expect(fieldsOf(letter)).toContain(
      "List-Unsubscribe: <mailto:desk@example.org?subject=unsubscribe%20weekly>",
    );
    const { html = "" } = await PostalMime.parse(letter.raw);
    expect(html).toContain('href="mailto:desk@example.org?subject=unsubscribe%20weekly"');
  });

  test("keeps words of every script whole in lines of at most 76 octets", async () => {
    const title = `Освещение ${"ölçü ".repeat(12)}${"تقرير ".repeat(12)}👩‍👩‍👧‍👦 end`;
    const message = await make({ form: formOf("<p>x</p>", title), to: { name: "Özgür Çalışkan" } });
    const email = await PostalMime.parse(message.raw);
    expect(email.subject).toBe(`[TLP:GREEN] ${title.trim()}`);
    expect(email.to?.[0]).toMatchObject({ name: "Özgür Çalışkan", address: "ada@example.net" });
    const lines = headOf(message)
      .split("\r\n")
      .filter((line) => !line.includes("unsubscribe?t="));
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(78);
    expect(isAscii(message.raw)).toBe(true);
  });
});

describe("the parts", () => {
  test("are text, HTML and the PDF, byte for byte", async () => {
    const email = await read();
    expect(email.text).toContain("Two cranes stand still.");
    expect(email.html).toContain("<p>Two cranes stand still.</p>");
    const [pdf] = email.attachments;
    expect([pdf?.filename, pdf?.mimeType]).toEqual(["weekly-2026-W03-v1.0.pdf", "application/pdf"]);
    expect(Buffer.from(pdf?.content as ArrayBuffer)).toEqual(FORM.pdf?.bytes);
  });

  test("the text has no table of the layout, no preheader, and the way out", async () => {
    const { text = "" } = await read();
    expect(text.trim().split("\n")[0]).toBe("HARBOUR WEEKLY");
    expect(text).not.toContain("Preheader");
    expect(text.replaceAll("\n", "")).toContain(`?t=${TOKEN}>`);
  });

  test("both say that the PDF comes along only where it does", async () => {
    const said = "It comes with this message.";
    for (const format of ["pdf", "link", "html"] as const) {
      const { text, html, attachments } = await read({ to: { format } });
      const isThere = format === "pdf";
      expect([text?.includes(said), html?.includes(said), attachments.length]).toEqual([
        isThere,
        isThere,
        isThere ? 1 : 0,
      ]);
    }
  });

  test.each([
    [
      "Turkish",
      "tr",
      `<p>${"Öğle üzeri çağrı yapıldı, görüşme sürüyor; ışık söndü. ".repeat(40)}</p>`,
    ],
    ["Russian", "ru", `<p>${"Переговоры продолжаются, порт закрыт. ".repeat(40)}</p>`],
    ["Arabic", "ar", `<p dir="rtl">${"المحادثات مستمرة والميناء مغلق. ".repeat(40)}</p>`],
    [
      "dots, dashes and blanks",
      "en",
      `<pre>.\n..\n--=_mixed\nFrom here  \n-- \n\ttab\t\n=20</pre>`,
    ],
    ["one very long word", "en", `<p>${"x".repeat(5000)}</p>`],
  ])("%s comes through as it was, in short lines of ASCII", async (_, language, words) => {
    const form = formOf(words, "Title", language);
    const message = await make({ form });
    const email = await PostalMime.parse(message.raw);
    expect(email.html).toContain(words);
    expect(isAscii(message.raw)).toBe(true);
    const lines = textOf(message)
      .split("\r\n")
      .filter((line) => !line.includes("unsubscribe?t="));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
    expect(textOf(message)).not.toMatch(/[^\r]\n|\r[^\n]|[ \t]\r\n/);
  });

  test("a file name keeps its letters where the reader can read them", async () => {
    const name = 'bülten "3"; تقرير.pdf';
    const email = await read({
      form: { ...FORM, pdf: { fileName: name, bytes: Buffer.from("x") } },
    });
    expect(email.attachments[0]?.filename).toBe(name);
  });
});

describe("the PDF", () => {
  const large = { ...FORM, pdf: { fileName: "a.pdf", bytes: Buffer.alloc(120_000) } };

  test("goes as a link where it makes the message too large", async () => {
    const message = await make({ form: large, settings: { maxBytes: 100_000 } });
    expect(message.enclosure).toBe("link");
    expect((await PostalMime.parse(message.raw)).attachments).toEqual([]);
  });

  test("may not go where it is too large and there is nothing to link to", async () => {
    const settings = { maxBytes: 100_000 };
    expect(await codeOf({ form: large, settings, edition: { permalink: null } })).toEqual([
      "mail-too-large",
    ]);
  });

  test("may not be left out where a link is wanted and the page has none", async () => {
    const form = { ...FORM, page: Buffer.from("<title>T</title><p>No link.</p>") };
    expect(await codeOf({ form, to: { format: "link" } })).toEqual(["mail-no-link"]);
    expect(await codeOf({ to: { format: "link" }, edition: { permalink: null } })).toEqual([
      "mail-no-link",
    ]);
  });

  test("never goes without the copy or the encryption that a recipient is to have", async () => {
    expect(await codeOf({ to: { watermark: true } })).toEqual(["mail-unprotected"]);
    const password = { kind: "password", passwordEnv: "P" } as const;
    expect(await codeOf({ to: { encryption: password } })).toEqual(["mail-unprotected"]);
    const openpgp = { kind: "openpgp", keyFile: "k.asc" } as const;
    expect(await codeOf({ to: { encryption: openpgp, format: "html" } })).toEqual([
      "mail-unprotected",
    ]);
    const copy = Buffer.from("stamped");
    const email = await read({ to: { watermark: true }, options: { copy } });
    expect(Buffer.from(email.attachments[0]?.content as ArrayBuffer).toString()).toBe("stamped");
  });
});

test("an encrypted message shows nothing but its header", async () => {
  const entities: string[] = [];
  const message = await make({
    to: { encryption: { kind: "openpgp", keyFile: "k.asc" } },
    options: {
      encrypt: async (entity) => {
        entities.push(Buffer.from(entity).toString());
        return "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n";
      },
    },
  });
  expect(textOf(message)).not.toContain("cranes");
  expect(textOf(message)).toContain(
    'multipart/encrypted;\r\n protocol="application/pgp-encrypted";\r\n boundary=',
  );
  const inner = await PostalMime.parse(entities[0] ?? "");
  expect([inner.text?.includes("cranes"), inner.attachments.length]).toEqual([true, 1]);
});

describe("a withdrawal", () => {
  const rows = `<p data-when="issue">Two cranes stand still.</p><div data-when="withdrawal" hidden><h2 data-part="withdrawn">Withdrawn</h2><p>Do not use it.</p><p data-part="notice"></p></div>`;
  const edition = {
    occasion: "withdrawal",
    notice: "The figure of <b>cranes</b> was wrong.",
  } as const;

  test("says so in place of the issue, and brings nothing along", async () => {
    const message = await make({ form: formOf(rows), edition });
    expect(message.subject).toBe("[TLP:GREEN] Withdrawn · Harbour Weekly, issue 3");
    const { text = "", html = "", attachments } = await PostalMime.parse(message.raw);
    for (const words of [text, html]) {
      expect(words).toContain("Do not use it.");
      expect(words).not.toContain("Two cranes");
      expect(words).not.toContain("comes with this message");
    }
    expect(text).toContain("The figure of <b>cranes</b> was wrong.");
    expect(html).toContain("The figure of &lt;b&gt;cranes&lt;/b&gt; was wrong.");
    expect([attachments, html.includes("hidden")]).toEqual([[], false]);
  });

  test("is not in the message of an issue", async () => {
    const { text = "", html = "" } = await read({ form: formOf(rows) });
    expect([text.includes("Do not use"), html.includes("Do not use")]).toEqual([false, false]);
    expect(text).toContain("Two cranes");
  });

  test("is not made of a page that has no words for one", async () => {
    expect(await codeOf({ edition })).toEqual(["mail-no-withdrawal"]);
  });
});

describe("one recipient at one time", () => {
  test("gets the same bytes, and another recipient, issue or occasion another Message-ID", async () => {
    const one = await make();
    expect(textOf(await make())).toBe(textOf(one));
    const others = await Promise.all([
      make({ to: { id: "r-ba9876543210" } }),
      make({ edition: { version: "1.1" } }),
      make({ edition: { occasion: "correction" } }),
    ]);
    const ids = new Set([one, ...others].map(({ messageId }) => messageId));
    expect(ids.size).toBe(4);
    const later = await make({ options: { date: new Date("2026-01-20T00:00:00Z") } });
    expect(later.messageId).toBe(one.messageId);
  });

  test("gets a test as such, which no mail program takes for the message itself", async () => {
    const test = await make({ options: { isTest: true } });
    expect(test.subject).toBe("[TLP:GREEN] [TEST] Harbour Weekly, issue 3");
    expect(test.messageId).not.toBe((await make()).messageId);
  });

  test("has bounces come back to an address of their own where the settings say so", async () => {
    const bounces = "bounces@example.org";
    expect((await make({ settings: { bounces } })).envelope).toEqual({
      from: bounces,
      to: "ada@example.net",
    });
    const { envelope } = await make({ settings: { bounces, verp: true } });
    expect(envelope.from).toMatch(/^bounces\+0123456789ab-[0-9a-f]{16}@example\.org$/);
  });
});

describe("the signature", () => {
  test.each(["rsa", "ed25519"] as const)(
    "holds with %s, over all that a reader goes by",
    async (kind) => {
      const { key, record } = dkimKey(kind);
      const dkim = { domain: "example.org", selector: "s1", key };
      const { raw } = await make({
        keys: { dkim },
        to: { name: "Özgür  Ç" },
        form: formOf("<pre>a  b \n\n\n</pre>"),
      });
      const verify = (message: Uint8Array) =>
        dkimVerify(Buffer.from(message), {
          resolver: async (name: string) =>
            name === "s1._domainkey.example.org" ? [[record]] : [],
        });
      const [result] = (await verify(raw)).results;
      expect(result?.status.result).toBe("pass");
      const signed = result?.signingHeaders?.keys?.toLowerCase() ?? "";
      for (const name of [
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "list-unsubscribe",
        "list-unsubscribe-post",
      ])
        expect(signed.split(/:\s*/)).toContain(name);
      const text = Buffer.from(raw).toString();
      for (const forged of [
        text.replace("unsubscribe?t=", "unsubscribe?u="),
        text.replace("One-Click", "No-Click"),
        text.replace("\r\nSubject:", "\r\nSubject: Another\r\nSubject:"),
        text.replace("application/pdf", "application/zip"),
      ])
        expect((await verify(Buffer.from(forged))).results[0]?.status.result).not.toBe("pass");
    },
  );
});

describe("what a list or a page may hold", () => {
  const HOSTILE = [
    "a\r\nBcc: evil@example.org",
    "a\nBcc: evil@example.org\n\nbody",
    "a\r\n\r\n<script>",
    "\u2028Bcc: evil@example.org",
    "=?UTF-8?B?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=",
    'x" <evil@example.org>, "y',
    "a\u0000b\u0085c\u202Etxt.exe",
    "\\",
    `${"long ".repeat(2000)}`,
    "\ud800 half",
  ];

  test.each(HOSTILE)(
    "a name, a title and a marking cannot add to the header: %j",
    async (words) => {
      const message = await make({
        to: { name: words },
        form: formOf("<p>x</p>", words.replaceAll("<", "&lt;")),
        edition: { title: words, marking: words },
        settings: { from: { address: "desk@example.org" } },
      });
      const names = fieldsOf(message).map((field) => field.split(":")[0]);
      expect(names).toEqual([
        ...["Date", "From", "To", "Message-ID", "Subject", "Content-Language", "List-Id"],
        ...["List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted", "Precedence"],
        ...["MIME-Version", "Content-Type"],
      ]);
      const email = await PostalMime.parse(message.raw);
      expect(email.to?.map(({ address }) => address)).toEqual(["ada@example.net"]);
      expect(email.from?.address).toBe("desk@example.org");
      expect(message.envelope.to).toBe("ada@example.net");
    },
  );

  test.each([
    "a@example.org\r\nBcc: evil@x.example",
    "a@example.org,b@example.org",
    "<a@example.org>",
    "a b@example.org",
    "@example.org",
    "a@",
    "a@exam_ple\u0000.org",
    `${"x".repeat(65)}@example.org`,
  ])("an address that is none gets no message: %j", async (address) => {
    expect(await codeOf({ to: { address } })).toEqual(["mail-address"]);
  });
});

test("a page without a line to leave by is told", async () => {
  const mailing = openMailing(EDITION, settingsWith(), KEYS);
  expect(await mailing.faultsOf(FORM)).toEqual([]);
  const form = { ...FORM, page: Buffer.from("<title>T</title><p>x</p>") };
  expect((await mailing.faultsOf(form)).map(({ code }) => code)).toEqual(["mail-no-way-out"]);
});
