import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
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
    { path: "file.txt", size: 0, kind: "link", modified: null },
    { path: "folder", size: 0, kind: "link", modified: null },
  ]);
});

test("tells where a link leads", async () => {
  const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
  opened.push(root);
  await symlink("/etc", join(root, "folder"));
  expect(await nodeHost.realPath(join(root, "folder"))).toBe("/etc");
});

test("names what is no file, and what has a name that cannot be told", async () => {
  const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
  opened.push(root);
  execFileSync("mkfifo", [join(root, "pipe.txt")]);
  for (const last of [0xfe, 0xff]) {
    await writeFile(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([last])]), "x");
  }
  await mkdir(Buffer.concat([Buffer.from(`${root}/folder`), Buffer.from([0xff])]));
  await writeFile(join(root, "kept\ufffd"), "x");
  const rest = { size: 0, modified: null };
  expect(await nodeHost.listFiles(root)).toEqual([
    { path: "bad\ufffd", kind: "unnamed", ...rest },
    { path: "bad\ufffd\ufffd", kind: "unnamed", ...rest },
    { path: "folder\ufffd", kind: "unnamed", ...rest },
    { path: "kept\ufffd", kind: "file", size: 1, modified: expect.any(Number) },
    { path: "pipe.txt", kind: "special", ...rest },
  ]);
});

test("says of a device that it is no file", async () => {
  await expect(nodeHost.listFiles("/dev/zero")).rejects.toThrow("is a pipe, a socket or a device");
});

test("reads no device, which may never end", async () => {
  await expect(nodeHost.readFile("/dev/zero")).rejects.toThrow("is a pipe, a socket or a device");
});

test.runIf(process.platform === "linux")("ends where no folder can be made", async () => {
  const files = new Map([["a.txt", new Uint8Array()]]);
  await expect(nodeHost.writeFiles("/proc/briefwright/out", files)).rejects.toThrow("ENOENT");
  await expect(nodeHost.writeFile("/proc/briefwright/a.txt", new Uint8Array())).rejects.toThrow();
  expect(await nodeHost.workFolder("/proc/briefwright/work")).toBeNull();
});

test("writes into a pipe and leaves it one", async () => {
  const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
  opened.push(root);
  const pipe = join(root, "pipe");
  execFileSync("mkfifo", [pipe]);
  const [read] = await Promise.all([
    nodeHost.readFile(pipe),
    nodeHost.writeFile(pipe, new TextEncoder().encode("words")),
  ]);
  expect(new TextDecoder().decode(read)).toBe("words");
  expect((await stat(pipe)).isFIFO()).toBe(true);
});

describe("the host on Node", () => {
  hostContract(async () => {
    const root = await mkdtemp(join(tmpdir(), "briefwright-host-"));
    opened.push(root);
    return { host: nodeHost, root };
  });
});
