/**
 * A message in, what it reports of one of ours out: a delivery status notification (RFC 3464), a complaint
 * (RFC 5965), an automatic reply (RFC 3834), or words of a server that follow no standard.
 */
import PostalMime from "postal-mime";

/** What a server says of one recipient. */
export interface ReportedRecipient {
  /** Addresses as they stand there, the one that was sent to first. */
  readonly addresses: readonly string[];
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded" | "other";
  /** RFC 3463, such as `5.1.1`; null where it is none. */
  readonly status: string | null;
  readonly diagnostic: string | null;
}

export interface Report {
  readonly kind: "status" | "complaint" | "auto-reply" | "server-words" | "other";
  readonly recipients: readonly ReportedRecipient[];
  /** Addresses that the message came to: one of them may name a delivery. */
  readonly cameTo: readonly string[];
  /** Message-IDs of what came back. */
  readonly returned: readonly string[];
}

/** Letters of a part that are looked at: what came back may have a PDF on it. */
const MOST = 256 * 1024;

/** @param bytes of a message, or of its beginning @returns null where the bytes are no message */
export async function readReport(bytes: Uint8Array): Promise<Report | null> {
  const message = await parse(bytes);
  if (message === null || message.headers.length === 0) return null;
  const parts = message.attachments.map(({ mimeType, content }) => ({
    type: mimeType.toLowerCase(),
    text: String(content).slice(0, MOST),
  }));
  const headers = new Headers(message.headers);
  const status = parts.find(({ type }) => STATUS.has(type));
  const complaint = parts.find(({ type }) => type === "message/feedback-report");
  const text = `${message.text ?? ""}`.slice(0, MOST);
  const inner = parts.filter(({ type }) => RETURNED.has(type)).map((part) => part.text);
  const facts = {
    cameTo: headers.addresses(),
    returned: messageIds([...inner.map(headOf), ...(inner.length === 0 ? [text] : [])]),
  };
  if (status !== undefined) {
    return { kind: "status", recipients: recipientsOf(status.text), ...facts };
  }
  if (complaint !== undefined) return { kind: "complaint", recipients: [], ...facts };
  if (headers.isAutomaticReply()) return { kind: "auto-reply", recipients: [], ...facts };
  if (!headers.isFromServer()) return { kind: "other", recipients: [], ...facts };
  return { kind: "server-words", recipients: [wordsOf(text)], ...facts };
}

async function parse(bytes: Uint8Array) {
  try {
    const options = { attachmentEncoding: "utf8", forceRfc822Attachments: true } as const;
    return await PostalMime.parse(bytes, { ...options, maxNestingDepth: 8 });
  } catch {
    // Whatever is wrong with it, it is no message that a server wrote.
    return null;
  }
}

const STATUS: ReadonlySet<string> = new Set([
  "message/delivery-status",
  "message/global-delivery-status",
]);
const RETURNED: ReadonlySet<string> = new Set([
  "message/rfc822",
  "text/rfc822-headers",
  "message/global",
  "message/global-headers",
]);

class Headers {
  constructor(
    private readonly fields: readonly { readonly key: string; readonly value: string }[],
  ) {}

  private all(key: string): string[] {
    return this.fields.filter((field) => field.key === key).map(({ value }) => value);
  }

  /** Where servers write down to whom a message came. */
  addresses(): string[] {
    const keys = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"];
    return keys
      .flatMap((key) => this.all(key))
      .slice(0, 50)
      .flatMap((value) => value.slice(0, 2000).match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? [])
      .slice(0, 50);
  }

  isAutomaticReply(): boolean {
    const [submitted = "no"] = this.all("auto-submitted");
    const isReplied = /^\s*auto-replied/i.test(submitted);
    const precedence = this.all("precedence").some((value) => /auto[_-]?reply/i.test(value));
    return (
      isReplied ||
      precedence ||
      this.all("x-autoreply").length + this.all("x-autorespond").length > 0
    );
  }

  isFromServer(): boolean {
    const nobody = this.all("return-path").some((value) => value.trim() === "<>");
    const from = this.all("from").join(" ");
    return nobody || /mailer-daemon|postmaster/i.test(from);
  }
}

/** Groups of fields, parted by empty lines: the first is about the message, each other one about a recipient. */
function recipientsOf(text: string): readonly ReportedRecipient[] {
  const groups = text
    .replaceAll("\r\n", "\n")
    .replace(/\n[ \t]+/g, " ")
    .split(/\n{2,}/)
    .map(fieldsOf)
    .filter((fields) => fields.has("final-recipient") || fields.has("original-recipient"));
  return groups.slice(0, 1000).map((fields) => {
    const action = fields.get("action")?.toLowerCase() ?? "";
    return {
      addresses: ["original-recipient", "final-recipient"].flatMap(
        (key) => addressIn(fields.get(key)) ?? [],
      ),
      action: ACTIONS.find((known) => known === action) ?? "other",
      status: /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0] ?? null,
      diagnostic: fields.get("diagnostic-code")?.slice(0, 500) ?? null,
    };
  });
}

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/** Of a field that comes twice the first counts. */
function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.split("\n")) {
    const colon = line.indexOf(":");
    const key = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (colon > 0 && !fields.has(key)) fields.set(key, line.slice(colon + 1).trim());
  }
  return fields;
}

/** `rfc822; ada@example.org`, also in the form for other letters (RFC 6533). */
function addressIn(value: string | undefined): string | null {
  const address = /^(?:rfc822|utf-8)\s*;\s*<?([^\s<>]{3,320})>?/i.exec(value ?? "")?.[1];
  return address ?? null;
}

function headOf(text: string): string {
  return text.split(/\r?\n\r?\n/, 1)[0] ?? "";
}

/** Own lines of a header, or quoted ones of a text. */
function messageIds(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => [
    ...text.matchAll(/^[> \t]{0,8}Message-ID:\s{0,20}(<[^<>\s]{1,250}>)/gim),
  ]);
  return [...new Set(found.map(([, id = ""]) => id))].slice(0, 20);
}

/** Codes of SMTP or RFC 3463 in the words of a server that follows no standard. */
function wordsOf(text: string): ReportedRecipient {
  const [line = ""] = /^.*\b(?:5\.\d{1,3}\.\d{1,3}|55[0-4])\b.*$/m.exec(text) ?? [];
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(line)?.[0] ?? null;
  const isFailed = line !== "";
  return {
    addresses: [],
    action: isFailed ? "failed" : "other",
    status,
    diagnostic: isFailed ? line.trim().slice(0, 500) : null,
  };
}
