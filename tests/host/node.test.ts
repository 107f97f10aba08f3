import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { hostContract } from "../contracts/host.js";

const opened: string[] = [];

afterEach(async () => {
  for (const folder of opened.splice(0)) await rm(folder, { recursive: true });
});

test("names links and follows none", async () => {
  const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
  opened.push(root);
  await symlink("/etc", join(root, "folder"));
  await symlink("/etc/hostname", join(root, "file.txt"));
  expect(await nodeHost.listFiles(root)).toEqual([
    { path: "file.txt", size: 0, isLink: true, modified: null },
    { path: "folder", size: 0, isLink: true, modified: null },
  ]);
});

describe("the host on Node", () => {
  hostContract(async () => {
    const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
    opened.push(root);
    return { host: nodeHost, root };
  });
});
