import * as openpgp from "openpgp";
import { generateKey } from "openpgp";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  encryptPdf,
  openPublicKey,
  openStamper,
  type RandomBytes,
  readMark,
} from "../../src/copies/index.js";
import { PdfFile } from "../../src/pdf/index.js";
import { renderPdf } from "../../src/render/index.js";
import { craftPdf } from "../check/craft-pdf.js";

const PAGE = `<!doctype html><html lang="en"><head><title>Brief</title><style>
@page { size: A4; margin: 20mm; @bottom-right { content: "TLP:GREEN" } }
.next { break-before: page }
</style></head><body><h1>One page</h1><p>Words of the first.</p><p class="next">Words of the second.</p></body></html>`;

let brief: Uint8Array;
beforeAll(async () => {
  const attachments = [
    {
      name: "issue.json",
      bytes: Buffer.from("{}"),
      mediaType: "application/json",
      description: "Issue",
      relationship: "Data" as const,
      modifiedAt: new Date(0),
    },
  ];
  brief = (await renderPdf(PAGE, { attachments })).bytes;
});

async function wordsOf(bytes: Uint8Array, password?: string): Promise<string[]> {
  const data = new Uint8Array(bytes);
  const document = await getDocument({
    data,
    verbosity: 0,
    ...(password === undefined ? {} : { password }),
  }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  await document.loadingTask.destroy();
  return pages;
}

/** Always the same, and never twice the same piece. */
function counting(): RandomBytes {
  let next = 0;
  return (count) => Uint8Array.from({ length: count }, () => (next = (next * 167 + 13) % 251));
}

describe("a marked copy", () => {
  test.each([
    ["Ada Lovelace", 17],
    ["Çağrı Şimşek", 3],
    ["Иван Петров", 4],
    ["Ελένη", 5],
    ['<b>"Eve"</b> & \\Co (x) %', 6],
    ["", 7],
  ])(
    "bears %j and its number on every page, beside the words as they were",
    async (name, number) => {
      const copy = await openStamper(brief).stamp({ name, number });
      const pages = await wordsOf(copy);
      expect(pages).toHaveLength(2);
      for (const [at, page] of pages.entries()) {
        expect(page).toContain(at === 0 ? "Words of the first." : "Words of the second.");
        expect(page).toContain("TLP:GREEN");
        expect(page).toContain(name === "" ? `№ ${number}` : `№ ${number} · ${name}`);
      }
    },
  );

  test("has the bytes of the brief in front, and the same mark gives the same bytes", async () => {
    const mark = { name: "Ada", number: 1 };
    const copy = await openStamper(brief).stamp(mark);
    expect(Buffer.compare(copy.subarray(0, brief.length), brief)).toBe(0);
    expect(Buffer.compare(copy, await openStamper(brief).stamp(mark))).toBe(0);
    expect(new PdfFile(Buffer.from(copy)).pages()).toHaveLength(2);
  });

  test("keeps the tree that readers of a screen follow: the mark is no part of it", async () => {
    const copy = await openStamper(brief).stamp({ name: "Ada", number: 1 });
    const [before, after] = [brief, copy].map((bytes) => {
      const file = new PdfFile(Buffer.from(bytes));
      return JSON.stringify(file.get(file.catalog, "StructTreeRoot", "K"));
    });
    expect(after).toBe(before);
  });

  test("says whose it is, and what the brief is", async () => {
    const copy = await openStamper(brief).stamp({ name: "أحمد", number: 9 });
    const read = await readMark(copy);
    expect(read?.mark).toEqual({ name: "أحمد", number: 9 });
    expect(Buffer.compare(read?.brief ?? new Uint8Array(), brief)).toBe(0);
  });

  test("is not believed when it was changed besides, nor is a file without a mark", async () => {
    const copy = Buffer.from(await openStamper(brief).stamp({ name: "Ada", number: 1 }));
    expect(await readMark(brief)).toBeNull();
    expect(await readMark(Buffer.from("no PDF"))).toBeNull();
    expect(await readMark(Buffer.concat([copy, Buffer.from("\n")]))).toBeNull();
    for (let at = brief.length + 7; at < copy.length; at += 211) {
      const changed = Buffer.from(copy);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(await readMark(changed)).toBeNull();
    }
  });

  const claim = (length: number | string) =>
    `/Root 1 0 R /BWRT_Copy <</Name <45> /Number 7 /Brief ${length}>>`;
  const CATALOG = { text: "<</Type/Catalog/Pages 2 0 R>>" };

  test.each([1, 10, 1000, 93_600, -1, 1.5, "null", "<<>>"])(
    "is not believed where it says that the brief is %s bytes of it",
    async (length) => {
      const objects = [CATALOG, { text: "<</Type/Pages/Kids[]>>" }];
      expect(await readMark(craftPdf(objects, claim(length)))).toBeNull();
      const copy = Buffer.from(await openStamper(brief).stamp({ name: "Ada", number: 1 }));
      const said = copy.toString("latin1").replace(/(?<=\/Brief )\d+/, String(length));
      expect(await readMark(Buffer.from(said, "latin1"))).toBeNull();
    },
  );

  test("is not believed, and takes no time, where the brief has objects or sizes beyond number", async () => {
    const many = craftPdf([
      CATALOG,
      { text: "<</Type/Pages/Kids[]>>" },
      ...Array.from({ length: 150_000 }, () => ({ text: "0" })),
    ]);
    const kids = Array.from({ length: 2000 }, (_, at) => `${at + 3} 0 R`).join(" ");
    const sizes = craftPdf([
      CATALOG,
      { text: `<</Type/Pages/Kids[${kids}]>>` },
      ...Array.from({ length: 2000 }, (_, at) => ({
        text: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${500 + at} 800]>>`,
      })),
    ]);
    for (const front of [many, sizes]) {
      const behind = craftPdf([], claim(front.length));
      const start = Number(/startxref\n(\d+)/.exec(behind.toString("latin1"))?.[1]);
      const end = behind
        .toString("latin1")
        .replace(/(?<=startxref\n)\d+/, `${front.length + start}`);
      expect(await readMark(Buffer.concat([front, Buffer.from(end, "latin1")]))).toBeNull();
    }
  });
});

describe("a locked copy", () => {
  const passwords = { user: "şifre ١", owner: "the desk's own" };

  test("opens with either password, and with no other", async () => {
    const locked = encryptPdf(brief, passwords, counting());
    for (const password of [passwords.user, passwords.owner]) {
      expect((await wordsOf(locked, password))[0]).toContain("Words of the first.");
    }
    await expect(wordsOf(locked, "guess")).rejects.toThrow(/password/i);
    await expect(wordsOf(locked)).rejects.toThrow(/password/i);
  });

  test("shows none of its words to whoever only looks at the bytes", async () => {
    const locked = Buffer.from(encryptPdf(brief, passwords, counting())).toString("latin1");
    expect(locked).not.toContain("Brief");
    expect(locked).toContain("/AESV3");
  });

  test("may be marked before", async () => {
    const marked = await openStamper(brief).stamp({ name: "Ada", number: 2 });
    const locked = encryptPdf(marked, passwords, counting());
    expect((await wordsOf(locked, passwords.user))[1]).toContain("№ 2 · Ada");
  });

  test("lets words be taken out for accessibility and be printed, and nothing else", async () => {
    const locked = new PdfFile(Buffer.from(encryptPdf(brief, passwords, counting())));
    const rights = Number(locked.get(locked.trailer.entries.get("Encrypt"), "P"));
    const isAllowed = (bit: number) => (rights & (1 << (bit - 1))) !== 0;
    expect([3, 10, 12].every(isAllowed)).toBe(true);
    expect([4, 5, 6, 9, 11].some(isAllowed)).toBe(false);
  });

  test("does not say that it is for an archive", async () => {
    const { metadata } = await getDocument({
      data: new Uint8Array(encryptPdf(brief, passwords, counting())),
      password: passwords.user,
      verbosity: 0,
    }).promise.then(async (document) => ({ metadata: (await document.getMetadata()).metadata }));
    expect(metadata?.get("pdfaid:part") ?? null).toBeNull();
    expect(metadata?.get("dc:title")).toBe("Brief");
  });
});

describe("an encrypted message", () => {
  const NOW = Date.parse("2026-11-30T12:00:00Z");
  const keyFor = (more: object = {}) =>
    generateKey({
      userIDs: [{ name: "Ada", email: "ada@example.org" }],
      date: new Date("2026-01-01"),
      format: "armored",
      ...more,
    });

  test("can be read by the owner of the key alone", async () => {
    const { publicKey, privateKey } = await keyFor();
    const { value, diagnostics } = await openPublicKey(publicKey, "keys/ada.asc", NOW);
    expect(diagnostics).toEqual([]);
    const armored = (await value?.(Buffer.from("Content-Type: text/plain\r\n\r\nwords\r\n"))) ?? "";
    expect(armored).toMatch(/^-----BEGIN PGP MESSAGE-----/);
    const { data } = await openpgp.decrypt({
      message: await openpgp.readMessage({ armoredMessage: armored }),
      decryptionKeys: await openpgp.readPrivateKey({ armoredKey: privateKey }),
    });
    expect(data).toContain("words");
  });

  test("is refused for a key that has run out, for a private one and for what is none", async () => {
    const expired = await keyFor({ keyExpirationTime: 3600 });
    const { privateKey } = await keyFor();
    for (const armored of [expired.publicKey, privateKey, "no key"]) {
      const { value, diagnostics } = await openPublicKey(armored, "keys/ada.asc", NOW);
      expect(value).toBeNull();
      expect(diagnostics).toMatchObject([{ code: "openpgp-key", place: { file: "keys/ada.asc" } }]);
    }
  });
});
