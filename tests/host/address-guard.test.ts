import { describe, expect, test } from "vitest";
import { addressGuard, isPublic } from "../../src/host/address-guard.js";
import { HostError } from "../../src/host/host.js";

describe("what is an address of the public internet", () => {
  test.each([
    "1.1.1.1",
    "93.184.216.34",
    "172.15.0.1",
    "172.32.0.1",
    "100.63.255.255",
    "2606:4700::1111",
    "2a00:1450:4001::200e",
    "64:ff9b::101:101",
    "2002:101:101::",
    "::ffff:1.1.1.1",
  ])("%s is", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "0:0:0:0:0:ffff:c0a8:101",
    "64:ff9b::10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:c0a8:101::1",
    "2001::1",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "",
  ])("%s is not", (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

describe("what the settings allow", () => {
  test("opens one port of one host, and no other", () => {
    const guard = addressGuard(["10.1.2.3:8000", "Intranet.example:3000", "[::1]:9000"]);
    expect(guard.permits("10.1.2.3", 8000, "10.1.2.3")).toBe(true);
    expect(guard.permits("10.1.2.3", 80, "10.1.2.3")).toBe(false);
    expect(guard.permits("10.1.2.4", 8000, "10.1.2.4")).toBe(false);
    expect(guard.permits("10.9.9.9", 3000, "intranet.example")).toBe(true);
    expect(guard.permits("::1", 9000, "[::1]")).toBe(true);
  });

  test("opens a range at the ports of the web", () => {
    const guard = addressGuard(["10.1.0.0/16", "fd00::/8"]);
    expect(guard.permits("10.1.200.3", 443, "a")).toBe(true);
    expect(guard.permits("::ffff:10.1.200.3", 443, "a")).toBe(true);
    expect(guard.permits("10.2.0.1", 443, "a")).toBe(false);
    expect(guard.permits("10.1.200.3", 22, "a")).toBe(false);
    expect(guard.permits("fd12::1", 80, "a")).toBe(true);
  });

  test.each(["10.1.0.0/33", "10.1.0.0", "*", "http://a:80", "a:port", ""])(
    "refuses the entry %j",
    (entry) => {
      expect(() => addressGuard([entry])).toThrow(HostError);
    },
  );
});
