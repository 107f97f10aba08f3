/** A mail (RFC 5322) to its article, or to an article per item where it is a digest. */
import { hostOf } from "../canonical-url.js";
import type { Item } from "../item.js";
import { readItems } from "../item.js";
import { MAX_FILE_BYTES } from "../limits.js";
import { endsStatement } from "../line-shape.js";
import type { RawFile, ReadContext, Reader, ReadResult } from "../reader.js";
import { readWrittenDate } from "../written-date.js";
import { readAttachments } from "./attachments.js";
import { splitDigest } from "./digest.js";
import { readForwarded } from "./forwarded.js";
import { htmlBlocks, isProse, type MailBlock, textBlocks } from "./mail-blocks.js";
import { SUBJECT_PREFIX } from "./mail-words.js";
import { type ParsedMail, parseMail } from "./parse-mail.js";

export const mail: Reader = {
  name: "mail",
  format: "mail",
  extensions: [".eml"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ text }) => {
    const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? "";
    if (!/^(?:Message-ID|MIME-Version|Received|Delivered-To):/im.test(headers)) return false;
    const said = headers.match(/^(?:From|To|Subject|Date):/gim) ?? [];
    return new Set(said.map((name) => name.toLowerCase())).size >= 2;
  },
  read: readMail,
};

async function readMail(source: RawFile, context: ReadContext): Promise<ReadResult> {
  const parsed = parseMail(source.bytes, source.file);
  const blocks = bodyOf(parsed);
  const attached = await readAttachments(parsed.attachments, source, context);
  const isCover =
    attached.articles.length > 0 &&
    !blocks.some((block) => isProse(block) && endsStatement(block.text));
  const body = isCover
    ? { articles: [], diagnostics: [] }
    : readItems(itemsOf(parsed, blocks), source);
  return {
    articles: [...body.articles, ...attached.articles],
    diagnostics: [...parsed.diagnostics, ...body.diagnostics, ...attached.diagnostics],
  };
}

/** HTML says more, where it says anything. */
function bodyOf({ html, text }: ParsedMail): readonly MailBlock[] {
  const rich = htmlBlocks(html);
  if (rich.some(({ rule }) => rule === null)) return rich;
  const plain = textBlocks(text);
  return plain.some(({ rule }) => rule === null) || rich.length === 0 ? plain : rich;
}

function itemsOf(parsed: ParsedMail, all: readonly MailBlock[]): Item[] {
  const forwarded = readForwarded(all);
  const metadata = metadataOf(parsed, forwarded);
  const blocks = forwarded?.blocks ?? all;
  const digest = splitDigest(blocks);
  if (digest === null) return [itemOf(metadata, blocks)];
  const hasIntro = digest.intro.some((block) => isProse(block) && endsStatement(block.text));
  const items = digest.items.map(({ title, url, blocks: below }, index) => {
    // What stands above the first item and is no text of its own goes with it.
    const above = index === 0 && !hasIntro ? digest.intro.map(asRemoved) : [];
    return itemOf({ ...metadata, title, url, head: [...metadata.head, title] }, [
      ...above,
      ...below,
    ]);
  });
  return hasIntro ? [itemOf(metadata, digest.intro), ...items] : items;
}

function asRemoved(block: MailBlock): MailBlock {
  return { ...block, rule: block.rule ?? "section-label" };
}

type Metadata = Omit<Item, "format" | "body">;

function itemOf(metadata: Metadata, blocks: readonly MailBlock[]): Item {
  return {
    format: "mail",
    ...metadata,
    body: { paragraphs: blocks.map(({ text }) => text) },
    furniture: (_, index) => blocks[index]?.rule ?? null,
  };
}

/** A mail that was passed on is the inner mail: its sender, its day, its subject. */
function metadataOf(parsed: ParsedMail, forwarded: ReturnType<typeof readForwarded>): Metadata {
  const subject = forwarded?.subject ?? parsed.subject;
  const sender = forwarded?.from ?? null;
  const date = forwarded === null ? parsed.date : forwarded.date;
  const title = withoutPrefixes(subject ?? "");
  const lines = [
    ["Subject", subject],
    ["From", sender ?? senderLine(parsed)],
    ["Date", date],
    ["List-Id", parsed.list],
  ] as const;
  return {
    head: lines.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])),
    title: title === "" ? null : title,
    outlet: sender === null ? outletOf(parsed) : nameOf(sender),
    published: date === null ? null : readWrittenDate(date, `Date: ${date}`),
  };
}

function senderLine({ from: { name, address } }: ParsedMail): string | null {
  return (
    [name, address === null ? null : `<${address}>`].filter((part) => part !== null).join(" ") ||
    null
  );
}

function withoutPrefixes(subject: string): string {
  let title = subject.trim();
  for (let times = 0; times < 10 && SUBJECT_PREFIX.test(title); times += 1)
    title = title.replace(SUBJECT_PREFIX, "");
  return title;
}

/** Who is named, otherwise the list, otherwise the domain. */
function outletOf({ from: { name, address }, list }: ParsedMail): string | null {
  const domain = address?.split("@")[1] ?? null;
  const named = name !== null && !name.includes("@") ? name : list;
  return (
    named ??
    (domain === null
      ? null
      : hostOf(`https://${domain.replace(/^(?:e?mail|news|newsletters?|info)\./, "")}`))
  );
}

/** `Harbour Courier <news@courier.example>` to the name; to the domain where there is none. */
function nameOf(sender: string): string | null {
  const name = sender
    .replace(/[<[(]\S*@\S*[>\])]/g, "")
    .replace(/["*<>]/g, "")
    .trim();
  if (name !== "" && !name.includes("@")) return name;
  const domain = /@([\w.-]+)/.exec(sender)?.[1];
  return domain === undefined ? null : hostOf(`https://${domain}`);
}
