/** A host in, the same with one file read as if other bytes stood in it, out. */
import type { Host } from "./host.js";

/** @param path absolute */
export function overlayHost(host: Host, path: string, bytes: Uint8Array): Host {
  return {
    ...host,
    readFile: async (asked) => (asked === path ? bytes : host.readFile(asked)),
    exists: async (asked) => asked === path || host.exists(asked),
    sizeOf: async (asked) => (asked === path ? bytes.length : host.sizeOf(asked)),
  };
}
