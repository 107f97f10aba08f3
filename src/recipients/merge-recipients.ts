/** Rows of several lists in, each recipient once out: where rows say different things, the stricter one holds. */
import type { Diagnostic, Place } from "../model/diagnostic.js";
import { isMarking, type MarkingScheme, maySee } from "../model/marking.js";
import type { Recipient } from "../model/recipient.js";
import { closest } from "../text/suggest.js";
import type { ListEntry, PlacedEntry } from "./list-entry.js";
import { type MailAddress, parseAddress } from "./parse-address.js";

export interface NamedList {
  readonly name: string;
  readonly entries: readonly PlacedEntry[];
}

export interface Merged {
  /** Numbered in the order of the lists. */
  readonly recipients: readonly Recipient[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Those to whom no list gives a marking may see what everybody may. */
const PUBLIC = ["TLP:CLEAR"];

export function mergeRecipients(
  lists: readonly NamedList[],
  schemes: readonly MarkingScheme[],
): Merged {
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, { readonly recipient: Recipient; readonly place: Place }>();
  for (const { name, entries } of lists) {
    for (const placed of entries) {
      const address = addressOf(placed, diagnostics);
      const markings = markingsOf(placed, schemes, diagnostics);
      if (address === null || markings === null) continue;
      const place = placed.placeOf("address");
      const fresh = recipientOf(placed.entry, address, markings, name);
      const before = known.get(address.id);
      if (before === undefined) {
        known.set(address.id, { recipient: { ...fresh, number: known.size + 1 }, place });
        continue;
      }
      const { recipient, differing, clash } = join(before.recipient, fresh, schemes);
      known.set(address.id, { recipient, place: before.place });
      diagnostics.push(...tellJoined(before, fresh, { place, differing, clash, list: name }));
    }
  }
  return { recipients: [...known.values()].map(({ recipient }) => recipient), diagnostics };
}

function addressOf({ entry, placeOf }: PlacedEntry, diagnostics: Diagnostic[]): MailAddress | null {
  const parsed = parseAddress(entry.address.trim());
  const place = placeOf("address");
  if (parsed.kind === "fault") {
    const { message, hint } = parsed;
    diagnostics.push({ code: "recipient-address", severity: "error", message, place, hint });
    return null;
  }
  const { remark } = parsed.value;
  if (remark !== null) {
    const message = `the domain ${remark}`;
    const hint = "make sure that it is who you think it is";
    const severity = remark.startsWith("mixes") ? "warning" : "info";
    diagnostics.push({ code: "recipient-domain", severity, message, place, hint });
  }
  return parsed.value;
}

/** A label that nobody knows would be one that they may see nothing by. */
function markingsOf(
  { entry, placeOf }: PlacedEntry,
  schemes: readonly MarkingScheme[],
  diagnostics: Diagnostic[],
): readonly string[] | null {
  const given = entry.markings ?? PUBLIC;
  const labels = schemes.flatMap((scheme) => scheme.labels.map(({ label }) => label));
  const unknown = given.filter((label) => !isMarking(label, schemes));
  for (const label of unknown) {
    const near = label === "TLP:WHITE" ? "TLP:CLEAR" : closest(label, labels);
    diagnostics.push({
      code: "unknown-marking",
      severity: "error",
      message: `there is no marking “${label}”`,
      place: placeOf("markings"),
      hint: near === null ? `there are ${labels.join(", ")}` : `did you mean “${near}”?`,
    });
  }
  return unknown.length === 0 ? given : null;
}

function recipientOf(
  { name, language, template, format, watermark, passwordEnv, openpgp }: ListEntry,
  { id, address }: MailAddress,
  markings: readonly string[],
  list: string,
): Recipient {
  const encryption: Recipient["encryption"] =
    openpgp !== undefined
      ? { kind: "openpgp", keyFile: openpgp }
      : passwordEnv !== undefined
        ? { kind: "password", passwordEnv }
        : { kind: "none" };
  return {
    id,
    number: 1,
    name: name.normalize("NFC").trim(),
    address,
    language: language ?? null,
    template: template ?? null,
    format: format ?? "pdf",
    markings: [...markings],
    watermark: watermark ?? false,
    encryption,
    lists: [list],
  };
}

interface Joined {
  readonly recipient: Recipient;
  /** What the rows say differently. */
  readonly differing: readonly string[];
  /** Two ways to encrypt: neither may be dropped. */
  readonly clash: boolean;
}

function join(first: Recipient, second: Recipient, schemes: readonly MarkingScheme[]): Joined {
  const markings = common(first.markings, second.markings, schemes);
  const [one, two] = [first.encryption, second.encryption];
  const isSame = JSON.stringify(one) === JSON.stringify(two);
  const differing = [
    ...(["address", "name", "language", "template", "format", "watermark"] as const).filter(
      (field) => first[field] !== second[field] && isSaid(first[field]) && isSaid(second[field]),
    ),
    ...(sameSet(first.markings, second.markings) ? [] : ["markings"]),
    ...(isSame ? [] : ["encryption"]),
  ];
  const recipient: Recipient = {
    ...first,
    name: first.name || second.name,
    language: first.language ?? second.language,
    template: first.template ?? second.template,
    // Where a row says that no file goes to them, none does.
    format: first.format === "pdf" ? second.format : first.format,
    watermark: first.watermark || second.watermark,
    encryption: one.kind === "none" ? two : one,
    markings,
    lists: [...new Set([...first.lists, ...second.lists])],
  };
  return { recipient, differing, clash: !isSame && one.kind !== "none" && two.kind !== "none" };
}

/** Empty fields say nothing. */
function isSaid(value: string | boolean | null): boolean {
  return value !== null && value !== "";
}

/** The labels of either row that the other one covers as well. */
function common(
  one: readonly string[],
  two: readonly string[],
  schemes: readonly MarkingScheme[],
): string[] {
  const both = [...one.filter((label) => maySee(two, label, schemes))];
  return [...new Set([...both, ...two.filter((label) => maySee(one, label, schemes))])];
}

function sameSet(one: readonly string[], two: readonly string[]): boolean {
  return new Set([...one, ...two]).size === new Set(one).size && one.length === two.length;
}

interface Meeting {
  readonly place: Place;
  readonly differing: readonly string[];
  readonly clash: boolean;
  readonly list: string;
}

/** To stand in two lists is usual; to stand in one twice, or to stand there differently, is told. */
function tellJoined(
  before: { readonly recipient: Recipient; readonly place: Place },
  { address }: Recipient,
  { place, differing, clash, list }: Meeting,
): Diagnostic[] {
  const { file, line } = before.place;
  const there = line === undefined ? file : `${file}:${line}`;
  if (clash) {
    return [
      {
        code: "recipient-encryption",
        severity: "error",
        message: `${address} is to be encrypted to in another way than at ${there}`,
        place,
        hint: "take one of the two away",
      },
    ];
  }
  const isTwice = before.recipient.lists.includes(list);
  if (!isTwice && differing.length === 0) return [];
  const also = differing.length === 0 ? "" : `, with other ${differing.join(", ")}`;
  return [
    {
      code: "recipient-twice",
      severity:
        differing.includes("markings") || differing.includes("encryption") ? "warning" : "info",
      message: `${address} stands at ${there} already${also}`,
      place,
      hint: "they get one message: by the stricter markings, without a PDF, encrypted and watermarked where either row says so, all else as in the first row",
    },
  ];
}
