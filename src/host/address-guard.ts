/**
 * Which addresses may be connected to: public ones at the usual ports of the web, and what the
 * settings allow. After the IANA special-purpose address registries (RFC 6890).
 */
import { BlockList, isIP, isIPv4 } from "node:net";
import { HostError } from "./host.js";

export interface AddressGuard {
  /** Whether a connection to this address is allowed, the name that led to it known. */
  readonly permits: (address: string, port: number, name: string) => boolean;
  /** Whether a port of a host may be asked at all, before its name is looked up. */
  readonly permitsPort: (name: string, port: number) => boolean;
}

/** @param allow `host:port` exactly, or ranges such as `10.1.0.0/16` @throws {HostError} for anything else */
export function addressGuard(allow: readonly string[] = []): AddressGuard {
  const { ranges, ends } = readAllowed(allow);
  const isAllowed = (name: string, port: number) => ends.has(`${plainName(name)}:${port}`);
  return {
    permitsPort: (name, port) =>
      WEB_PORTS.has(port) || isAllowed(name, port) || isPortOfAddress(port),
    permits(address, port, name) {
      if (isAllowed(name, port) || isAllowed(address, port)) return true;
      return WEB_PORTS.has(port) && (contains(ranges, address) || isPublic(address));
    },
  };

  /** `localhost:8000` reaches what `127.0.0.1:8000` allows: its address is looked at again. */
  function isPortOfAddress(port: number): boolean {
    return [...ends].some((end) => end.endsWith(`:${port}`));
  }
}

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** Without the brackets of an IPv6 address and the dot at the end of a full domain name. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}

function readAllowed(allow: readonly string[]): { ranges: BlockList; ends: ReadonlySet<string> } {
  const ranges = new BlockList();
  const ends = new Set<string>();
  for (const entry of allow) {
    const [, address = "", prefix = ""] = /^([\da-fA-F:.]+)\/(\d{1,3})$/.exec(entry) ?? [];
    const [, name = "", port = ""] = /^(\[[\da-fA-F:.]+\]|[\w.-]+):(\d{1,5})$/.exec(entry) ?? [];
    if (isIP(address) !== 0 && Number(prefix) <= (isIPv4(address) ? 32 : 128)) {
      ranges.addSubnet(address, Number(prefix), isIPv4(address) ? "ipv4" : "ipv6");
    } else if (name !== "") ends.add(`${plainName(name)}:${port}`);
    else throw notAllowable(entry);
  }
  return { ranges, ends };
}

function notAllowable(entry: string): HostError {
  const hint = "write a host and port such as 10.1.2.3:8000, or a range such as 10.1.0.0/16";
  return new HostError("is no address that network.allow can name", entry, hint);
}

/** IPv4 that is not of the public internet. */
const RESERVED_4 = blockList("ipv4", [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]);

/** All that IPv6 has given to the public internet so far, and what is special in it. */
const GLOBAL_6 = blockList("ipv6", ["2000::/3"]);
const RESERVED_6 = blockList("ipv6", ["2001::/23", "2001:db8::/32", "3fff::/20"]);

function blockList(family: "ipv4" | "ipv6", ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix = ""] = range.split("/");
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

function contains(list: BlockList, address: string): boolean {
  const inner = embeddedIpv4(address);
  const asIpv4 = isIPv4(address) ? address : inner;
  if (asIpv4 !== null && list.check(asIpv4, "ipv4")) return true;
  return isIP(address) === 6 && list.check(withoutZone(address), "ipv6");
}

/** Whether a host, as a URL has it without brackets, is this machine itself. */
export function isLoopback(host: string): boolean {
  if (host === "localhost" || host === "::1") return true;
  return isIPv4(host) && host.startsWith("127.");
}

export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !RESERVED_4.check(address, "ipv4");
  if (isIP(address) !== 6) return false;
  const inner = embeddedIpv4(address);
  if (inner !== null) return !RESERVED_4.check(inner, "ipv4");
  const plain = withoutZone(address);
  return GLOBAL_6.check(plain, "ipv6") && !RESERVED_6.check(plain, "ipv6");
}

function withoutZone(address: string): string {
  return address.split("%", 1)[0] ?? address;
}

/**
 * The IPv4 address that an IPv6 address only wraps: mapped (RFC 4291), by NAT64 (RFC 6052) or by
 * 6to4 (RFC 3056).
 */
function embeddedIpv4(address: string): string | null {
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(withoutZone(address));
  const front = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(":");
  if (front === "0:0:0:0:0:ffff" || front === "64:ff9b:0:0:0:0") return dotted(groups.slice(6));
  return groups[0] === 0x2002 ? dotted(groups.slice(1, 3)) : null;
}

function dotted(groups: readonly number[]): string {
  return groups.flatMap((group) => [group >> 8, group & 0xff]).join(".");
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const written = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
    [Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)]
      .map((group) => group.toString(16))
      .join(":"),
  );
  const [front = [], back = []] = written
    .split("::")
    .map((part) => part.split(":").filter((group) => group !== ""))
    .map((part) => part.map((group) => Number.parseInt(group, 16)));
  return [...front, ...new Array<number>(8 - front.length - back.length).fill(0), ...back];
}
