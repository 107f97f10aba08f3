/** What every host promises; each implementation runs this suite over a folder of its own. */
import { expect, test } from "vitest";
import { type Host, HostError } from "../../src/host/host.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);
/** A time, or null where the host has none. */
const modified = expect.toSatisfy((time) => time === null || time > 0);

export function hostContract(open: () => Promise<{ host: Host; root: string }>): void {
  test("reads back what it wrote", async () => {
    const { host, root } = await open();
    await host.writeFiles(`${root}/a`, new Map([["deep/x.txt", bytes("şğı")]]));
    expect(text(await host.readFile(`${root}/a/deep/x.txt`))).toBe("şğı");
    expect(await host.exists(`${root}/a/deep`)).toBe(true);
  });

  test("tells the size of a file, and of nothing else", async () => {
    const { host, root } = await open();
    await host.writeFiles(`${root}/a`, new Map([["x.txt", bytes("şğı")]]));
    expect(await host.sizeOf(`${root}/a/x.txt`)).toBe(6);
    expect(await host.sizeOf(`${root}/a`)).toBeNull();
    expect(await host.sizeOf(`${root}/none`)).toBeNull();
  });

  test("gives the real path of what is there, and of nothing else", async () => {
    const { host, root } = await open();
    await host.writeFiles(`${root}/a`, new Map([["x.txt", bytes("x")]]));
    const folder = await host.realPath(`${root}/a`);
    expect(await host.realPath(`${root}/a/x.txt`)).toBe(`${folder}/x.txt`);
    expect(await host.realPath(`${root}/none`)).toBeNull();
  });

  test("replaces a folder whole, so that no file of an earlier run stays behind", async () => {
    const { host, root } = await open();
    await host.writeFiles(`${root}/a`, new Map([["old.txt", bytes("1")]]));
    await host.writeFiles(`${root}/a`, new Map([["new.txt", bytes("2")]]));
    expect(await host.listFiles(root)).toEqual([
      { path: "a/new.txt", size: 1, kind: "file", modified },
    ]);
  });

  test("keeps what it is told to keep of a folder that it replaces", async () => {
    const { host, root } = await open();
    const before = ["mine.txt", "old.txt", "notes/x.txt"].map((n) => [n, bytes(n)] as const);
    await host.writeFiles(`${root}/a`, new Map(before));
    const keeps = (name: string) => name === "mine.txt" || name === "notes";
    await host.writeFiles(`${root}/a`, new Map([["new.txt", bytes("2")]]), keeps);
    const listed = await host.listFiles(`${root}/a`);
    expect(listed.map((entry) => entry.path)).toEqual(["mine.txt", "new.txt", "notes/x.txt"]);
  });

  test("lists files below a folder in code-unit order, without hidden ones", async () => {
    const { host, root } = await open();
    const files = new Map(["b.txt", "a/z.txt", ".DS_Store", "B.txt"].map((n) => [n, bytes(n)]));
    await host.writeFiles(`${root}/c`, files);
    const listed = await host.listFiles(`${root}/c`);
    expect(listed.map((entry) => entry.path)).toEqual(["B.txt", "a/z.txt", "b.txt"]);
  });

  test("says which path is missing, and what to do", async () => {
    const { host, root } = await open();
    const failure = await host.readFile(`${root}/none.txt`).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HostError);
    expect(failure).toMatchObject({ path: `${root}/none.txt` });
    await expect(host.listFiles(`${root}/none`)).rejects.toBeInstanceOf(HostError);
  });

  test("leaves nothing half-written where a file stands in the way", async () => {
    const { host, root } = await open();
    await host.writeFiles(`${root}/a`, new Map([["b", bytes("a file")]]));
    for (const folder of [`${root}/a/b/c`, `${root}/a/b`]) {
      const blocked = host.writeFiles(folder, new Map([["x.txt", bytes("1")]]));
      await expect(blocked).rejects.toBeInstanceOf(HostError);
    }
    expect(await host.listFiles(root)).toEqual([{ path: "a/b", size: 6, kind: "file", modified }]);
  });

  test("writes one file, with its folders, in the place of what stood there", async () => {
    const { host, root } = await open();
    await host.writeFile(`${root}/deep/x.txt`, bytes("old"));
    await host.writeFile(`${root}/deep/x.txt`, bytes("şğı"));
    expect(text(await host.readFile(`${root}/deep/x.txt`))).toBe("şğı");
    expect(await host.listFiles(root)).toEqual([
      { path: "deep/x.txt", size: 6, kind: "file", modified },
    ]);
  });

  test("leaves what stands in the way of one file as it is", async () => {
    const { host, root } = await open();
    await host.writeFile(`${root}/a/b.txt`, bytes("a file"));
    for (const path of [`${root}/a`, `${root}/a/b.txt/c.txt`]) {
      await expect(host.writeFile(path, bytes("1"))).rejects.toBeInstanceOf(HostError);
    }
    expect(await host.listFiles(root)).toEqual([
      { path: "a/b.txt", size: 6, kind: "file", modified },
    ]);
  });

  test("removes files with the folders that are empty then, and nothing beside them", async () => {
    const { host, root } = await open();
    for (const path of ["a/b/x.txt", "a/b/y.txt", "c/d/x.txt"]) {
      await host.writeFile(`${root}/${path}`, bytes("1"));
    }
    await host.removeFiles(root, ["a/b/x.txt", "c/d/x.txt", "none/x.txt"]);
    expect((await host.listFiles(root)).map(({ path }) => path)).toEqual(["a/b/y.txt"]);
    expect(await host.exists(`${root}/c`)).toBe(false);
  });

  test("gives no folder for its own files where a file stands in the way", async () => {
    const { host, root } = await open();
    await host.writeFile(`${root}/a`, bytes("a file"));
    expect(await host.workFolder(`${root}/a`)).toBeNull();
    expect(await host.workFolder(`${root}/a/b`)).toBeNull();
  });

  test("gives a folder whose files can be removed, or none at all", async () => {
    const { host, root } = await open();
    const folder = await host.workFolder(`${root}/.work`);
    if (folder === null) return;
    await host.writeFile(`${folder.path}/x.sqlite`, bytes("1"));
    await folder.remove(["x.sqlite", "none.sqlite"]);
    expect(await host.exists(`${folder.path}/x.sqlite`)).toBe(false);
    expect(text(await host.readFile(`${folder.path}/.gitignore`))).toBe("*\n");
  });
}
