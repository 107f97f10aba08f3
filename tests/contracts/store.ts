/** What every corpus store promises; each implementation runs this suite. */
import { expect, test } from "vitest";
import {
  type CorpusStore,
  type FileReading,
  parseTextQuery,
  type StoreSearch,
} from "../../src/corpus/index.js";
import type { Article } from "../../src/model/article.js";
import { articleWith } from "../article.js";

const EVIDENCE = [{ article: "a-000000000001", quote: "x" }];

function dated(date: string): Pick<Article, "published"> {
  return { published: { date, precision: "day", evidence: EVIDENCE } };
}

/** A file with the articles that a test says are in it. */
function reading(file: string, ...parts: readonly Partial<Article>[]): FileReading {
  const articles = parts.map((part) => articleWith({ file, container: file, ...part }));
  const result = { articles, diagnostics: [] };
  return { file, size: 3, stamp: "1", sha256: "b".repeat(64), readBy: "1 x", result };
}

const id = (number: number) => `a-${String(number).padStart(12, "0")}`;

async function put(store: CorpusStore, ...files: readonly FileReading[]): Promise<void> {
  await store.change({ put: files, touched: [], removed: [] });
}

export function storeContract(open: () => CorpusStore | Promise<CorpusStore>): void {
  async function search(
    store: CorpusStore,
    text: string,
    more: Partial<StoreSearch> = {},
  ): Promise<string[]> {
    const query = parseTextQuery(text);
    if (query === null) throw new Error(`"${text}" asks for nothing`);
    return (await store.search({ query, limit: 10, ...more })).map(({ article }) => article.file);
  }
  const found = async (store: CorpusStore, text: string) => (await search(store, text)).sort();

  test("is empty at first", async () => {
    const store = await open();
    expect([await store.files(), await store.count(), await store.all()]).toEqual([[], 0, []]);
    expect([await store.unread(), await store.diagnostics()]).toEqual([[], []]);
    expect([await store.latestDay("9999-12-31"), await store.find(id(1))]).toEqual([null, null]);
    expect(await search(store, "port")).toEqual([]);
    await store.close();
  });

  test("gives back whole articles as they were read", async () => {
    const store = await open();
    const parts = {
      ...dated("2021-05-03"),
      paragraphs: ["Şişli’de 😀 \ud800 gün", "Said twice.", "Said twice."],
      raw: "junk\nŞişli’de 😀 \ud800 gün\nSaid twice.\nSaid  twice.\n",
      removed: [{ rule: "source-line", text: "junk" }] as Article["removed"],
    };
    await put(store, reading("a.txt", parts));
    const [article] = await store.load(await store.all());
    expect(article).toEqual(articleWith({ file: "a.txt", container: "a.txt", ...parts }));
    await store.close();
  });

  test("lists articles in the order of their files, by code unit, and of their parts", async () => {
    const store = await open();
    await put(
      store,
      reading("b.xml", { id: id(1), file: "b.xml#1" }, { id: id(2), file: "b.xml#2" }),
      reading("\u{1f600}.txt", { id: id(3) }),
      reading("\uff5e.txt", { id: id(4) }),
      reading("B.txt", { id: id(5) }),
    );
    const files = (await store.all()).map(({ file }) => file);
    expect(files).toEqual(["B.txt", "b.xml#1", "b.xml#2", "\u{1f600}.txt", "\uff5e.txt"]);
    await store.close();
  });

  test("finds the articles of a range of days, ends included, and those without one", async () => {
    const store = await open();
    const days = ["2021-05-02", "2021-05-03", "2021-05-09", "2021-05-10", "1969-12-31"];
    await put(
      store,
      reading("none.txt", { id: id(9) }),
      reading("month.txt", {
        id: id(8),
        published: { date: "2021-05", precision: "month", evidence: EVIDENCE },
      }),
      ...days.map((day, index) => reading(`${day}.txt`, { id: id(index), ...dated(day) })),
    );
    const between = async (from: string, to: string) =>
      (await store.between({ from, to })).map((a) => a.day);
    expect(await between("2021-05-03", "2021-05-09")).toEqual(["2021-05-03", "2021-05-09"]);
    expect(await between("1000-01-01", "1970-01-01")).toEqual(["1969-12-31"]);
    expect(await store.countBetween({ from: "2021-05-01", to: "2021-05-31" })).toBe(4);
    expect((await store.undated()).map(({ file }) => file)).toEqual(["month.txt", "none.txt"]);
    expect(await store.latestDay("2021-05-09")).toBe("2021-05-09");
    expect(await store.latestDay("1960-01-01")).toBeNull();
    expect(await store.count()).toBe(7);
    await store.close();
  });

  test("finds an article by its id and by its file, inside archives too", async () => {
    const store = await open();
    await put(store, reading("in/b.zip", { id: id(1), file: "in/b.zip/x/a.xml#2" }));
    const file = "in/b.zip/x/a.xml#2";
    expect((await store.find(id(1)))?.file).toBe(file);
    expect((await store.find(file))?.id).toBe(id(1));
    expect(await store.find("in/b.zip")).toBeNull();
    await store.close();
  });

  test("puts a new reading of a file in the place of the old one", async () => {
    const store = await open();
    await put(
      store,
      reading("a.txt", { id: id(1), ...dated("2021-05-03"), paragraphs: ["old words"] }),
    );
    await put(
      store,
      reading("a.txt", { id: id(2), ...dated("2021-06-03"), paragraphs: ["new words"] }),
    );
    expect((await store.all()).map((article) => [article.id, article.day])).toEqual([
      [id(2), "2021-06-03"],
    ]);
    expect([await found(store, "old"), await found(store, "new")]).toEqual([[], ["a.txt"]]);
    expect(await store.files()).toHaveLength(1);
    await store.close();
  });

  test("puts a new reading under another id in the place of one of the same month", async () => {
    const store = await open();
    await put(store, reading("a.txt", { id: id(1), ...dated("2021-05-03") }));
    await put(store, reading("a.txt", { id: id(2), ...dated("2021-05-04") }));
    expect((await store.all()).map((article) => article.id)).toEqual([id(2)]);
    await store.close();
  });

  test("forgets removed files, and keeps what is known of touched ones", async () => {
    const store = await open();
    const [a, b] = [reading("a.txt", { id: id(1) }), reading("b.txt", { id: id(2) })];
    await put(store, a, b);
    const { result: _result, ...known } = b;
    await store.change({
      put: [],
      touched: [{ ...known, stamp: "2" }],
      removed: ["a.txt", "no.txt"],
    });
    expect(await store.files()).toEqual([{ ...known, stamp: "2" }]);
    expect((await store.all()).map(({ file }) => file)).toEqual(["b.txt"]);
    await store.close();
  });

  test("keeps the first of two articles with one id, and the second when the first goes", async () => {
    const store = await open();
    await put(store, reading("b.txt", { id: id(1), paragraphs: ["a port"] }));
    await put(store, reading("a.txt", { id: id(1), paragraphs: ["a port"] }));
    expect((await store.all()).map(({ file }) => file)).toEqual(["a.txt"]);
    expect(await found(store, "port")).toEqual(["a.txt"]);
    expect(await store.unread()).toEqual([
      { file: "b.txt", reason: "the same bytes as a.txt", of: id(1) },
    ]);
    expect(await store.diagnostics()).toMatchObject([{ code: "duplicate-article" }]);
    expect(await store.count()).toBe(1);
    await store.change({ put: [], touched: [], removed: ["a.txt"] });
    expect(await found(store, "port")).toEqual(["b.txt"]);
    expect([await store.unread(), await store.diagnostics()]).toEqual([[], []]);
    await store.close();
  });

  test("gives back what was said of files, in the order of files", async () => {
    const store = await open();
    const said = (file: string) => ({
      code: "unknown-format",
      severity: "warning" as const,
      message: "is in no format that can be read",
      place: { file },
    });
    const silent = (file: string) => ({
      ...reading(file),
      result: { articles: [], diagnostics: [said(file)] },
    });
    await put(store, silent("b.bin"), silent("a.bin"), reading("c.txt", {}));
    expect(await store.diagnostics()).toEqual([said("a.bin"), said("b.bin")]);
    expect(await store.unread()).toEqual(
      ["a.bin", "b.bin"].map((file) => ({ file, reason: said(file).message })),
    );
    await store.close();
  });

  test("counts what it lists, and lists no more than is asked for", async () => {
    const store = await open();
    const silent = (file: string): FileReading => ({
      ...reading(file),
      result: {
        articles: [],
        diagnostics: [{ code: "empty", severity: "warning", message: "is empty", place: { file } }],
      },
    });
    await put(
      store,
      reading("1.txt", { id: id(1), ...dated("2021-05-03") }),
      reading("2.txt", { id: id(2), ...dated("2021-05-03") }),
      reading("3.txt", { id: id(3) }),
      reading("4.txt", { id: id(4) }),
      reading("5.txt", { id: id(4) }),
      silent("6.bin"),
      silent("7.bin"),
    );
    expect([...(await store.countByDay())]).toEqual([["2021-05-03", 2]]);
    expect([await store.countUndated(), await store.countUnread()]).toEqual([2, 3]);
    expect((await store.undated(1)).map(({ file }) => file)).toEqual(["3.txt"]);
    expect((await store.unread(2)).map(({ file }) => file)).toEqual(["5.txt", "6.bin"]);
    expect(await store.unread()).toHaveLength(3);
    await store.close();
  });

  test("shortens what was said of thousands of files", async () => {
    const store = await open();
    const said = (code: string, file: string) => ({
      ...{ code, severity: "warning" as const, message: "is so", place: { file }, hint: "do so" },
    });
    const files = Array.from({ length: 1200 }, (_, n) => `${String(n).padStart(4, "0")}.bin`);
    const silent = (file: string, index: number): FileReading => ({
      ...reading(file),
      result: { articles: [], diagnostics: [said(index % 400 === 399 ? "rare" : "often", file)] },
    });
    await put(store, ...files.map(silent));
    const told = await store.diagnostics();
    expect(told.filter(({ code, place }) => code === "rare" && place)).toHaveLength(3);
    const often = told.filter(({ code, place }) => code === "often" && place);
    expect(often.map(({ place }) => place?.file)).toEqual(files.slice(0, 100));
    expect(told.filter(({ place }) => place === undefined)).toEqual([
      {
        code: "often",
        severity: "warning",
        message: "the same of 1097 more files (often)",
        hint: "do so",
      },
    ]);
    await store.close();
  });

  test("sums its files whatever way they came there", async () => {
    const [store, other] = [await open(), await open()];
    const hash = (letter: string) => letter.repeat(64);
    const [a, b, c] = ["a", "b", "c"].map((name, index) => ({
      ...reading(`${name}.txt`, { id: id(index) }),
      sha256: hash(name),
    })) as [FileReading, FileReading, FileReading];
    await put(store, a, b);
    await put(other, c, { ...b, sha256: hash("d") });
    await put(other, b);
    await put(other, a, { ...reading("unread.bin"), sha256: "" });
    await other.change({ put: [], touched: [], removed: ["c.txt"] });
    expect((await store.fileSum()).files).toBe(2);
    expect(await other.fileSum()).toEqual(await store.fileSum());
    expect((await other.filesNamed(["no.txt", "b.txt"])).map(({ sha256 }) => sha256)).toEqual([
      hash("b"),
    ]);
    await Promise.all([store.close(), other.close()]);
  });

  test("finds words whatever their case, accents and marks", async () => {
    const store = await open();
    await put(
      store,
      reading("tr.txt", { id: id(1), paragraphs: ["İSTANBUL’da Işık, DIŞİŞLERİ"] }),
      reading("ar.txt", { id: id(2), paragraphs: ["وَقَالَ الوزير في إسطنبول وبالقوات"] }),
      reading("ru.txt", { id: id(3), paragraphs: ["Ещё войска в Ливии"] }),
      reading("en.txt", { id: id(4), paragraphs: ["the U.N. says 20,000 co\u00adoperate"] }),
    );
    for (const query of ["istanbul", "ışık", "isik", "dışişleri"]) {
      expect(await found(store, query)).toEqual(["tr.txt"]);
    }
    for (const query of ["وزير", "اسطنبول", "قوات", "قال"]) {
      expect(await found(store, query)).toEqual(["ar.txt"]);
    }
    for (const query of ["ЕЩЕ", "ВОЙСКА"]) expect(await found(store, query)).toEqual(["ru.txt"]);
    for (const query of ["un", "U.N.", "20,000", "cooperate"]) {
      expect(await found(store, query)).toEqual(["en.txt"]);
    }
    await store.close();
  });

  test("wants every word, phrases in order, beginnings by a star, and none behind a minus", async () => {
    const store = await open();
    await put(
      store,
      reading("1.txt", { id: id(1), paragraphs: ["foreign forces left the port"] }),
      reading("2.txt", { id: id(2), paragraphs: ["forces of foreign states"] }),
      reading("3.txt", { id: id(3), paragraphs: ["mercenaries in ports"] }),
    );
    expect(await found(store, "foreign forces")).toEqual(["1.txt", "2.txt"]);
    expect(await found(store, '"foreign forces"')).toEqual(["1.txt"]);
    expect(await found(store, "port")).toEqual(["1.txt"]);
    expect(await found(store, "port*")).toEqual(["1.txt", "3.txt"]);
    expect(await found(store, "“foreign for”*")).toEqual(["1.txt"]);
    expect(await found(store, "forces -states")).toEqual(["1.txt"]);
    await store.close();
  });

  test("takes the words of a query language for words", async () => {
    const store = await open();
    await put(store, reading("1.txt", { paragraphs: ["near or and not title text words"] }));
    for (const query of [
      "NEAR OR AND NOT",
      "title:text",
      "near(or and, 2)",
      "^near",
      "a' OR 1=1",
    ]) {
      await expect(search(store, query)).resolves.toBeDefined();
    }
    expect(await found(store, "NEAR OR AND NOT")).toEqual(["1.txt"]);
    expect(await found(store, "title:text")).toEqual(["1.txt"]);
    await store.close();
  });

  test("ranks a title above a text, and of equals the newest first", async () => {
    const store = await open();
    const same = { title: "News", paragraphs: ["the harbour was closed"] };
    await put(
      store,
      reading("old.txt", { id: id(1), ...dated("2021-05-03"), ...same }),
      reading("new.txt", { id: id(2), ...dated("2021-05-04"), ...same }),
      reading("title.txt", { id: id(3), title: "The harbour", paragraphs: ["it was closed down"] }),
    );
    expect(await search(store, "harbour")).toEqual(["title.txt", "new.txt", "old.txt"]);
    expect(await search(store, "harbour", { limit: 1 })).toEqual(["title.txt"]);
    await store.close();
  });

  test("searches inside days, outlets and terms", async () => {
    const store = await open();
    await put(
      store,
      reading("1.txt", {
        id: id(1),
        ...dated("2021-05-03"),
        outlet: "Örnek Ajansı",
        paragraphs: ["a port for mercenaries"],
      }),
      reading("2.txt", { id: id(2), ...dated("2021-05-10"), paragraphs: ["a port"] }),
      reading("3.txt", { id: id(3), paragraphs: ["a port"] }),
    );
    const days = { from: "2021-05-03", to: "2021-05-09" };
    expect(await search(store, "port", { days })).toEqual(["1.txt"]);
    expect(await search(store, "port", { outlets: ["ornek ajansi"] })).toEqual(["1.txt"]);
    expect(await search(store, "port", { among: ["ships", "mercenar*"] })).toEqual(["1.txt"]);
    await store.close();
  });

  test("tells which articles hold the most of some terms", async () => {
    const store = await open();
    const text = (words: string) => ({ paragraphs: [words] });
    await put(
      store,
      reading("1.txt", { id: id(1), ...dated("2021-05-03"), ...text("a port and a port") }),
      reading("2.txt", { id: id(2), ...dated("2021-05-04"), ...text("foreign fighters, a port") }),
      reading("4.txt", { id: id(3), ...dated("2021-05-05"), ...text("the port") }),
      reading("3.txt", { id: id(4), ...dated("2021-05-05"), ...text("the port") }),
      reading("5.txt", { id: id(5), ...dated("2021-05-06"), ...text("nothing") }),
      reading("6.txt", { id: id(6), ...dated("2021-06-06"), ...text("port foreign fighters") }),
    );
    const richest = async (limit: number) =>
      (
        await store.richest(
          ["port", "foreign fighter*", "***"],
          { from: "2021-05-01", to: "2021-05-31" },
          limit,
        )
      ).map(({ file }) => file);
    expect(await richest(10)).toEqual(["2.txt", "3.txt", "4.txt", "1.txt"]);
    expect(await richest(2)).toEqual(["2.txt", "3.txt"]);
    await store.close();
  });

  test("keeps a change as a whole or not at all", async () => {
    const store = await open();
    await put(store, reading("a.txt", { id: id(1) }));
    const broken = reading("c.txt", { id: id(3) });
    Object.defineProperty(broken, "result", {
      get: () => {
        throw new RangeError("no result");
      },
    });
    const change = {
      put: [reading("b.txt", { id: id(2) }), broken],
      touched: [],
      removed: ["a.txt"],
    };
    await expect(store.change(change)).rejects.toThrow(RangeError);
    expect((await store.files()).map(({ file }) => file)).toEqual(["a.txt"]);
    expect((await store.all()).map(({ file }) => file)).toEqual(["a.txt"]);
    await store.close();
  });
}
