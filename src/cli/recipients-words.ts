/** Lists of recipients as lines for a person: a row for each, and the sum. */
import type { ListedRecipient, RecipientsResult } from "../model/recipients-result.js";
import { tableOf } from "./send-words.js";
import { oneLine } from "./terminal.js";

export function recipientsTable({ recipients }: RecipientsResult): string {
  return tableOf(recipients.map(rowOf));
}

function rowOf(one: ListedRecipient): string[] {
  const { number, address, name, format, language, markings, lists } = one;
  const form = [FORMATS[format], ...protectionOf(one)].join(", ");
  const said = [...one.refused.map(refusalWords), ...one.suppressed.map(suppressionWords)];
  const may = markings.join(", ") || "nothing";
  const cells = [String(number), address, name, form, language ?? "", may, lists.join(", ")];
  return [...cells, said.join("; ")].map(oneLine);
}

const FORMATS = { pdf: "PDF", link: "link", html: "message" } as const;

function protectionOf({ watermark, encryption }: ListedRecipient): string[] {
  return [
    ...(watermark ? ["watermark"] : []),
    ...(encryption.kind === "password" ? ["password"] : []),
    ...(encryption.kind === "openpgp" ? ["OpenPGP"] : []),
  ];
}

function refusalWords({ brief, marking }: ListedRecipient["refused"][number]): string {
  return `no ${brief}: ${marking}`;
}

function suppressionWords({ reason, brief, at }: ListedRecipient["suppressed"][number]): string {
  return `${reason} from ${brief ?? "all briefs"}, ${at.slice(0, 10)}`;
}

/** `3 recipients on desk, partners; 1 suppressed; 1 may not see what they are listed for`. */
export function recipientsSum({ lists, recipients }: RecipientsResult): string {
  const count = (those: readonly unknown[], words: string) =>
    those.length === 0 ? [] : [`${those.length} ${words}`];
  const suppressed = recipients.filter((one) => one.suppressed.length > 0);
  const refused = recipients.filter((one) => one.refused.length > 0);
  const who = `${recipients.length} ${recipients.length === 1 ? "recipient" : "recipients"}`;
  return [
    `${who} on ${lists.map(oneLine).join(", ")}`,
    ...count(suppressed, "suppressed"),
    ...count(refused, "may not see what they are listed for"),
  ].join("; ");
}
