/** An address as somebody wrote it to a URL that may be asked: http or https, no password, a known port. */
import { isIP } from "node:net";
import type { AddressGuard } from "./address-guard.js";
import { MAX_URL_LENGTH, NetworkError } from "./network.js";

/** @param base of a redirect @throws {NetworkError} `refused` */
export function checkedUrl(text: string, guard: AddressGuard, base?: string): URL {
  const shown = text.slice(0, 200);
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text, base)) {
    throw refused("is no address of the web", shown, "write it in full: https://example.org/page");
  }
  // Parsing also gives decimal, octal and hexadecimal hosts their usual form: 0x7f.1 is 127.0.0.1.
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw refused(`is ${url.protocol} and not http or https`, shown, "save it, and add the file");
  }
  if (url.username !== "" || url.password !== "") {
    const hint =
      "leave the password out: it would stand in the corpus; save the page, and add the file";
    throw refused("holds a password", `${url.protocol}//${url.host}${url.pathname}`, hint);
  }
  const port = portOf(url);
  const name = hostOf(url);
  if (!guard.permitsPort(name, port)) throw refusedPort(url.href, port);
  if (isIP(name) !== 0 && !guard.permits(name, port, name)) throw refusedAddress(url.href, name);
  url.hash = "";
  return url;
}

function portOf({ port, protocol }: URL): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

/** Without the brackets of IPv6. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function refused(message: string, url: string, hint: string): NetworkError {
  return new NetworkError("refused", message, url, hint);
}

function refusedPort(url: string, port: number): NetworkError {
  const hint = "where it is a server of your own, name host and port under network.allow";
  return refused(`asks port ${port}, which is none of the web's`, url, hint);
}

export function refusedAddress(url: string, address: string): NetworkError {
  const hint = "where it is a server of your own, name it in the settings under network.allow";
  return refused(`leads to ${address}, which is no address of the public internet`, url, hint);
}
