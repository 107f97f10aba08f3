/** The address of a page to the name that its bytes are kept under: `example.org/port-of-call-1a2b3c4d.html`. */
import { foldName } from "./fold-name.js";

/** @param extension with its dot */
export function pageName(url: string, hash: string, extension: string): string {
  const { hostname, pathname } = new URL(url);
  const host = foldName(hostname.replace(/^www\./, ""), MAX_HOST_BYTES) || "page";
  const last =
    pathname
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "";
  const slug = foldName(decoded(last).replace(/\.\w{1,5}$/, ""), MAX_SLUG_BYTES) || "index";
  return `${host}/${slug}-${hash.slice(0, 8)}${extension}`;
}

const MAX_HOST_BYTES = 120;
const MAX_SLUG_BYTES = 80;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Types of which the content alone would not tell the format. */
const EXTENSIONS = new Map([
  ["text/html", ".html"],
  ["text/plain", ".txt"],
  ["text/markdown", ".md"],
  ["text/csv", ".csv"],
  ["application/json", ".json"],
]);

/** A name that tells the format as the server does: by the type, otherwise by the address. */
export function nameByType(contentType: string | undefined, url: string): string {
  const type = contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const written = /\.[a-z0-9]{1,5}$/i.exec(new URL(url).pathname)?.[0].toLowerCase();
  return `page${EXTENSIONS.get(type) ?? written ?? ""}`;
}
