/**
 * An address of a list to the address on an envelope: a dot-atom (RFC 5322, 3.2.3) at a domain whose
 * labels are ASCII (IDNA, RFC 5891). What servers read in more than one way is refused: quoted local
 * parts, comments, groups, routes, address literals.
 */
import { domainToASCII } from "node:url";
import { sha256 } from "../text/sha256.js";

export interface MailAddress {
  /** `r-` and 12 hexadecimal digits: the same however the address is capitalised. */
  readonly id: string;
  /** Canonical: the domain in lower case, as A-labels. */
  readonly address: string;
  /** A name that mixes alphabets, or looks like another one to a reader; null for none. */
  readonly remark: string | null;
}

export type ParsedAddress =
  | { readonly kind: "address"; readonly value: MailAddress }
  | { readonly kind: "fault"; readonly message: string; readonly hint: string };

/** Octets (RFC 5321, 4.5.3.1; 254 by the path of 256). */
const LONGEST = { local: 64, domain: 253, whole: 254 };

const ATEXT = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;

export function parseAddress(text: string): ParsedAddress {
  if (text === "") return fault("there is no address", WRITE_IT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\p{Cf}]/u.test(text)) {
    return fault("holds a character that nobody sees", "type the address anew");
  }
  if (/[\s<>(),;:"[\]\\]/u.test(text)) {
    return fault(`“${shown(text)}” holds more than an address`, WRITE_IT);
  }
  const parts = text.split("@");
  const [local = "", name = ""] = parts;
  if (parts.length !== 2 || name === "") return fault(`“${shown(text)}” is no address`, WRITE_IT);
  return checkLocal(local, text) ?? parseDomain(local, name, text);
}

const WRITE_IT = "write one address, as in name@example.org";

function checkLocal(local: string, text: string): ParsedAddress | null {
  if (!/^[\u0020-\u007e]*$/.test(local)) {
    const hint =
      "few servers take letters other than a to z in front of the @: use another address";
    return fault(`“${shown(text)}” needs SMTPUTF8, which is not spoken`, hint);
  }
  if (!ATEXT.test(local)) return fault(`“${shown(text)}” is no address`, WRITE_IT);
  if (/[%!|]/.test(local)) {
    const hint =
      "% and ! and | in front of the @ make some servers send it elsewhere: use another address";
    return fault(`“${shown(text)}” could lead elsewhere`, hint);
  }
  if (local.length <= LONGEST.local) return null;
  return fault(`has ${local.length} characters in front of the @`, `${LONGEST.local} is the most`);
}

function parseDomain(local: string, name: string, text: string): ParsedAddress {
  if (name.endsWith(".")) return fault(`“${shown(text)}” ends in a dot`, "take the dot away");
  const domain = domainToASCII(name.normalize("NFC")).toLowerCase();
  const labels = domain.split(".");
  const isNamed = labels.length > 1 && labels.every((label) => LABEL.test(label));
  if (!isNamed || /^\d+$/.test(labels.at(-1) ?? "")) {
    return fault(`“${shown(text)}”: “${shown(name)}” is no domain`, WRITE_IT);
  }
  const address = `${local}@${domain}`;
  if (domain.length > LONGEST.domain || address.length > LONGEST.whole) {
    return fault(`has ${address.length} characters`, `${LONGEST.whole} is the most`);
  }
  const id = `r-${sha256(address.toLowerCase()).slice(0, ID_LETTERS)}`;
  return { kind: "address", value: { id, address, remark: remarkOn(name, domain) } };
}

/** Letters, digits and hyphens, none of these at an end (RFC 1123, 2.1). */
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const ID_LETTERS = 12;

/** Alphabets whose letters pass for one another. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

function remarkOn(name: string, domain: string): string | null {
  if (!domain.split(".").some((label) => label.startsWith("xn--"))) return null;
  const isMixed = name
    .split(".")
    .some((label) => ALIKE.filter((alphabet) => alphabet.test(label)).length > 1);
  return isMixed ? `mixes alphabets, and is ${domain}` : `is ${domain}`;
}

/** As much as tells which it is. */
function shown(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

function fault(message: string, hint: string): ParsedAddress {
  return { kind: "fault", message, hint };
}
