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

function put(store: CorpusStore, ...files: readonly FileReading[]): void {
  store.change({ put: files, touched: [], removed: [] });
}

export function storeContract(open: () => CorpusStore): void {
  function search(store: CorpusStore, text: string, more: Partial<StoreSearch> = {}): string[] {
    const query = parseTextQuery(text);
    if (query === null) throw new Error(`"${text}" asks for nothing`);
    return store.search({ query, limit: 10, ...more }).map(({ article }) => article.file);
  }
  const found = (store: CorpusStore, text: string) => search(store, text).sort();

  test("is empty at first", () => {
    const store = open();
    expect([store.files(), store.count(), store.all()]).toEqual([[], 0, []]);
    expect([store.unread(), store.diagnostics()]).toEqual([[], []]);
    expect([store.latestDay("9999-12-31"), store.find(id(1))]).toEqual([null, null]);
    expect(search(store, "port")).toEqual([]);
    store.close();
  });

  test("gives back whole articles as they were read", () => {
    const store = open();
    const parts = {
      ...dated("2021-05-03"),
      paragraphs: ["Şişli’de 😀 \ud800 gün", "Said twice.", "Said twice."],
      raw: "junk\nŞişli’de 😀 \ud800 gün\nSaid twice.\nSaid  twice.\n",
      removed: [{ rule: "source-line", text: "junk" }] as Article["removed"],
    };
    put(store, reading("a.txt", parts));
    const [article] = store.load(store.all());
    expect(article).toEqual(articleWith({ file: "a.txt", container: "a.txt", ...parts }));
    store.close();
  });

  test("lists articles in the order of their files, by code unit, and of their parts", () => {
    const store = open();
    put(
      store,
      reading("b.xml", { id: id(1), file: "b.xml#1" }, { id: id(2), file: "b.xml#2" }),
      reading("\u{1f600}.txt", { id: id(3) }),
      reading("\uff5e.txt", { id: id(4) }),
      reading("B.txt", { id: id(5) }),
    );
    const files = store.all().map(({ file }) => file);
    expect(files).toEqual(["B.txt", "b.xml#1", "b.xml#2", "\u{1f600}.txt", "\uff5e.txt"]);
    store.close();
  });

  test("finds the articles of a range of days, ends included, and those without one", () => {
    const store = open();
    const days = ["2021-05-02", "2021-05-03", "2021-05-09", "2021-05-10", "1969-12-31"];
    put(
      store,
      reading("none.txt", { id: id(9) }),
      reading("month.txt", {
        id: id(8),
        published: { date: "2021-05", precision: "month", evidence: EVIDENCE },
      }),
      ...days.map((day, index) => reading(`${day}.txt`, { id: id(index), ...dated(day) })),
    );
    const between = (from: string, to: string) => store.between({ from, to }).map((a) => a.day);
    expect(between("2021-05-03", "2021-05-09")).toEqual(["2021-05-03", "2021-05-09"]);
    expect(between("1000-01-01", "1970-01-01")).toEqual(["1969-12-31"]);
    expect(store.countBetween({ from: "2021-05-01", to: "2021-05-31" })).toBe(4);
    expect(store.undated().map(({ file }) => file)).toEqual(["month.txt", "none.txt"]);
    expect(store.latestDay("2021-05-09")).toBe("2021-05-09");
    expect(store.latestDay("1960-01-01")).toBeNull();
    expect(store.count()).toBe(7);
    store.close();
  });

  test("finds an article by its id and by its file, inside archives too", () => {
    const store = open();
    put(store, reading("in/b.zip", { id: id(1), file: "in/b.zip/x/a.xml#2" }));
    const file = "in/b.zip/x/a.xml#2";
    expect(store.find(id(1))?.file).toBe(file);
    expect(store.find(file)?.id).toBe(id(1));
    expect(store.find("in/b.zip")).toBeNull();
    store.close();
  });

  test("puts a new reading of a file in the place of the old one", () => {
    const store = open();
    put(store, reading("a.txt", { id: id(1), ...dated("2021-05-03"), paragraphs: ["old words"] }));
    put(store, reading("a.txt", { id: id(2), ...dated("2021-06-03"), paragraphs: ["new words"] }));
    expect(store.all().map((article) => [article.id, article.day])).toEqual([
      [id(2), "2021-06-03"],
    ]);
    expect([found(store, "old"), found(store, "new")]).toEqual([[], ["a.txt"]]);
    expect(store.files()).toHaveLength(1);
    store.close();
  });

  test("forgets removed files, and keeps what is known of touched ones", () => {
    const store = open();
    const [a, b] = [reading("a.txt", { id: id(1) }), reading("b.txt", { id: id(2) })];
    put(store, a, b);
    const { result: _result, ...known } = b;
    store.change({ put: [], touched: [{ ...known, stamp: "2" }], removed: ["a.txt", "no.txt"] });
    expect(store.files()).toEqual([{ ...known, stamp: "2" }]);
    expect(store.all().map(({ file }) => file)).toEqual(["b.txt"]);
    store.close();
  });

  test("keeps the first of two articles with one id, and the second when the first goes", () => {
    const store = open();
    put(store, reading("b.txt", { id: id(1), paragraphs: ["a port"] }));
    put(store, reading("a.txt", { id: id(1), paragraphs: ["a port"] }));
    expect(store.all().map(({ file }) => file)).toEqual(["a.txt"]);
    expect(found(store, "port")).toEqual(["a.txt"]);
    expect(store.unread()).toEqual([
      { file: "b.txt", reason: "the same bytes as a.txt", of: id(1) },
    ]);
    expect(store.diagnostics()).toMatchObject([{ code: "duplicate-article" }]);
    expect(store.count()).toBe(1);
    store.change({ put: [], touched: [], removed: ["a.txt"] });
    expect(found(store, "port")).toEqual(["b.txt"]);
    expect([store.unread(), store.diagnostics()]).toEqual([[], []]);
    store.close();
  });

  test("gives back what was said of files, in the order of files", () => {
    const store = open();
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
    put(store, silent("b.bin"), silent("a.bin"), reading("c.txt", {}));
    expect(store.diagnostics()).toEqual([said("a.bin"), said("b.bin")]);
    expect(store.unread()).toEqual(
      ["a.bin", "b.bin"].map((file) => ({ file, reason: said(file).message })),
    );
    store.close();
  });

  test("finds words whatever their case, accents and marks", () => {
    const store = open();
    put(
      store,
      reading("tr.txt", { id: id(1), paragraphs: ["İSTANBUL’da Işık, DIŞİŞLERİ"] }),
      reading("ar.txt", { id: id(2), paragraphs: ["وَقَالَ الوزير في إسطنبول وبالقوات"] }),
      reading("ru.txt", { id: id(3), paragraphs: ["Ещё войска в Ливии"] }),
      reading("en.txt", { id: id(4), paragraphs: ["the U.N. says 20,000 co\u00adoperate"] }),
    );
    for (const query of ["istanbul", "ışık", "isik", "dışişleri"]) {
      expect(found(store, query)).toEqual(["tr.txt"]);
    }
    for (const query of ["وزير", "اسطنبول", "قوات", "قال"]) {
      expect(found(store, query)).toEqual(["ar.txt"]);
    }
    for (const query of ["ЕЩЕ", "ВОЙСКА"]) expect(found(store, query)).toEqual(["ru.txt"]);
    for (const query of ["un", "U.N.", "20,000", "cooperate"]) {
      expect(found(store, query)).toEqual(["en.txt"]);
    }
    store.close();
  });

  test("wants every word, phrases in order, beginnings by a star, and none behind a minus", () => {
    const store = open();
    put(
      store,
      reading("1.txt", { id: id(1), paragraphs: ["foreign forces left the port"] }),
      reading("2.txt", { id: id(2), paragraphs: ["forces of foreign states"] }),
      reading("3.txt", { id: id(3), paragraphs: ["mercenaries in ports"] }),
    );
    expect(found(store, "foreign forces")).toEqual(["1.txt", "2.txt"]);
    expect(found(store, '"foreign forces"')).toEqual(["1.txt"]);
    expect(found(store, "port")).toEqual(["1.txt"]);
    expect(found(store, "port*")).toEqual(["1.txt", "3.txt"]);
    expect(found(store, "“foreign for”*")).toEqual(["1.txt"]);
    expect(found(store, "forces -states")).toEqual(["1.txt"]);
    store.close();
  });

  test("takes the words of a query language for words", () => {
    const store = open();
    put(store, reading("1.txt", { paragraphs: ["near or and not title text words"] }));
    for (const query of [
      "NEAR OR AND NOT",
      "title:text",
      "near(or and, 2)",
      "^near",
      "a' OR 1=1",
    ]) {
      expect(() => search(store, query)).not.toThrow();
    }
    expect(found(store, "NEAR OR AND NOT")).toEqual(["1.txt"]);
    expect(found(store, "title:text")).toEqual(["1.txt"]);
    store.close();
  });

  test("ranks a title above a text, and of equals the newest first", () => {
    const store = open();
    const same = { title: "News", paragraphs: ["the harbour was closed"] };
    put(
      store,
      reading("old.txt", { id: id(1), ...dated("2021-05-03"), ...same }),
      reading("new.txt", { id: id(2), ...dated("2021-05-04"), ...same }),
      reading("title.txt", { id: id(3), title: "The harbour", paragraphs: ["it was closed down"] }),
    );
    expect(search(store, "harbour")).toEqual(["title.txt", "new.txt", "old.txt"]);
    expect(search(store, "harbour", { limit: 1 })).toEqual(["title.txt"]);
    store.close();
  });

  test("searches inside days, outlets and terms", () => {
    const store = open();
    put(
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
    expect(search(store, "port", { days })).toEqual(["1.txt"]);
    expect(search(store, "port", { outlets: ["ornek ajansi"] })).toEqual(["1.txt"]);
    expect(search(store, "port", { among: ["ships", "mercenar*"] })).toEqual(["1.txt"]);
    store.close();
  });

  test("tells which articles hold the most of some terms", () => {
    const store = open();
    const text = (words: string) => ({ paragraphs: [words] });
    put(
      store,
      reading("1.txt", { id: id(1), ...dated("2021-05-03"), ...text("a port and a port") }),
      reading("2.txt", { id: id(2), ...dated("2021-05-04"), ...text("foreign fighters, a port") }),
      reading("4.txt", { id: id(3), ...dated("2021-05-05"), ...text("the port") }),
      reading("3.txt", { id: id(4), ...dated("2021-05-05"), ...text("the port") }),
      reading("5.txt", { id: id(5), ...dated("2021-05-06"), ...text("nothing") }),
      reading("6.txt", { id: id(6), ...dated("2021-06-06"), ...text("port foreign fighters") }),
    );
    const richest = (limit: number) =>
      store
        .richest(
          ["port", "foreign fighter*", "***"],
          { from: "2021-05-01", to: "2021-05-31" },
          limit,
        )
        .map(({ file }) => file);
    expect(richest(10)).toEqual(["2.txt", "3.txt", "4.txt", "1.txt"]);
    expect(richest(2)).toEqual(["2.txt", "3.txt"]);
    store.close();
  });

  test("keeps a change as a whole or not at all", () => {
    const store = open();
    put(store, reading("a.txt", { id: id(1) }));
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
    expect(() => store.change(change)).toThrow(RangeError);
    expect(store.files().map(({ file }) => file)).toEqual(["a.txt"]);
    expect(store.all().map(({ file }) => file)).toEqual(["a.txt"]);
    store.close();
  });
}
