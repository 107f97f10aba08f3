/** A small edition, its settings and its readers, for the tests of what is sent. */
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { MailEdition, MailForm, MailKeys } from "../../src/mail/index.js";
import { type MailSettings, MailSettingsSchema } from "../../src/model/distribution.js";
import { type Recipient, RecipientSchema } from "../../src/model/recipient.js";

export const EDITION: MailEdition = {
  brief: "weekly",
  issue: "2026-W03",
  version: "1.0",
  occasion: "issue",
  title: "Harbour Weekly",
  marking: "TLP:GREEN",
  permalink: "https://briefs.example.org/weekly/2026-W03/v1.0/",
};

export const SECRET = "a secret that is long enough";
export const AT = new Date("2026-01-19T08:30:00Z");

export function settingsWith(changes: Record<string, unknown> = {}): MailSettings {
  return MailSettingsSchema.parse({
    relay: { host: "relay.example.org" },
    from: { name: "Harbour Desk", address: "desk@example.org" },
    unsubscribe: { url: "https://briefs.example.org/unsubscribe", secretEnv: "SECRET" },
    ...changes,
  });
}

export const KEYS: MailKeys = { dkim: null, unsubscribeSecret: SECRET };

export function reader(changes: Partial<Recipient> = {}): Recipient {
  return RecipientSchema.parse({
    id: "r-0123456789ab",
    number: 1,
    name: "Ada Reader",
    address: "ada@example.net",
    language: null,
    template: null,
    format: "pdf",
    markings: ["TLP:GREEN"],
    watermark: false,
    encryption: { kind: "none" },
    lists: ["desk"],
    ...changes,
  });
}

const WAY_OUT = '<p><a href="https://unsubscribe.invalid/">Leave the list</a></p>';

/** @param words of the page, as HTML */
export function formOf(
  words: string,
  title = "Harbour Weekly, issue 3",
  language = "en",
): MailForm {
  const page = `<!DOCTYPE html><html lang="${language}"><head><title>${title}</title></head><body data-form="mail">
<div style="display:none">Preheader</div><table role="presentation"><tbody><tr><td><h1>Harbour Weekly</h1>${words}
<p><a href="${EDITION.permalink}">Read all</a></p><p data-when="attached">It comes with this message.</p>${WAY_OUT}</td></tr></tbody></table></body></html>`;
  const bytes = Buffer.from(`%PDF-1.7\n${"not quite a PDF\n".repeat(40)}`);
  return { page: Buffer.from(page), pdf: { fileName: "weekly-2026-W03-v1.0.pdf", bytes } };
}

export const FORM = formOf("<p>Two cranes stand still.</p>");

export interface TestKey {
  readonly key: KeyObject;
  /** As it stands in the DNS. */
  readonly record: string;
}

export function dkimKey(kind: "rsa" | "ed25519"): TestKey {
  if (kind === "rsa") {
    const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const der = publicKey.export({ type: "spki", format: "der" }).toString("base64");
    return { key: privateKey, record: `v=DKIM1; k=rsa; p=${der}` };
  }
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
  return { key: privateKey, record: `v=DKIM1; k=ed25519; p=${raw}` };
}
