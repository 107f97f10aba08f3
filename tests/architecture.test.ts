/** The import rules of src/README.md, read from the imports themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { EntitiesFileSchema } from "../src/model/lexicon.js";

const SRC = new URL("../src/", import.meta.url).pathname;

const STAGES = [
  "readers",
  "corpus",
  "collect",
  "analysis",
  "summary",
  "rewrite",
  "issue",
  "desk",
  "evidence",
  "citing",
  "templating",
  "render",
  "record",
  "recipients",
  "ledger",
  "mail",
  "pdf",
  "copies",
  "site",
  "channels",
];
/** Rooms that wire the stages. */
const WIRING = [
  "check",
  "cli",
  "config",
  "doctor",
  "explain",
  "inbound",
  "inspect",
  "preview",
  "queue",
  "release",
  "send",
  "serve",
  "study",
  "transfer",
  "unattended",
];
/** What every stage may import besides itself. */
const COMMON = ["model", "text", "host"];

/** The examples of the usage are of the sample brief. */
const NAMES_THE_SAMPLE = ["cli/run.ts"];
/** Of shorter names and sides some are words: `un`. */
const SHORTEST = 4;

interface Import {
  readonly from: string;
  /** A path below src, or the name of a package. */
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ts"),
);
const imports = files.flatMap((file): Import[] => {
  const source = readFileSync(join(SRC, file), "utf8");
  const found = source.matchAll(
    /^(?:import|export)\b[^;"]*?\bfrom "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm,
  );
  return Array.from(
    found,
    ([, static_ = "", dynamic = "", bare = ""]) => static_ || dynamic || bare,
  ).map((name) => ({
    from: file,
    to: name.startsWith(".") ? relative(SRC, join(SRC, dirname(file), name)) : name,
  }));
});

const roomOf = (path: string) => (path.includes("/") ? (path.split("/")[0] ?? "") : path);
const isInside = (path: string) => files.includes(path.replace(/\.js$/, ".ts"));
const show = (list: readonly Import[]) => list.map(({ from, to }) => `${from} -> ${to}`);

describe("who may import whom", () => {
  test("reads the imports of the whole house", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  test("model imports nothing but zod", () => {
    const wrong = imports.filter(
      ({ from, to }) => roomOf(from) === "model" && to !== "zod" && roomOf(to) !== "model",
    );
    expect(show(wrong)).toEqual([]);
  });

  test.each(["text", "host"])("%s imports model and itself", (room) => {
    const wrong = imports.filter(
      ({ from, to }) =>
        roomOf(from) === room && isInside(to) && !["model", room].includes(roomOf(to)),
    );
    expect(show(wrong)).toEqual([]);
  });

  test.each(STAGES)("%s imports model, text, host and the front door of other stages", (stage) => {
    const wrong = imports.filter(({ from, to }) => {
      if (roomOf(from) !== stage || !isInside(to)) return false;
      const room = roomOf(to);
      if (room === stage || COMMON.includes(room)) return false;
      return !(STAGES.includes(room) && to === `${room}/index.js`);
    });
    expect(show(wrong)).toEqual([]);
  });

  test("the wiring, the settings and the command line enter a stage by its front door", () => {
    const wrong = imports.filter(({ from, to }) => {
      const isOutside = !from.includes("/") || WIRING.includes(roomOf(from));
      return isOutside && STAGES.includes(roomOf(to)) && to !== `${roomOf(to)}/index.js`;
    });
    expect(show(wrong)).toEqual([]);
  });

  test("no stage imports the pipeline or the command line", () => {
    const top = [...WIRING.filter((room) => room !== "config"), "pipeline.js", "index.js"];
    const wrong = imports.filter(
      ({ from, to }) => STAGES.includes(roomOf(from)) && top.includes(roomOf(to)),
    );
    expect(show(wrong)).toEqual([]);
  });

  test("clock, randomness, network and files are touched by hosts and the command line alone", () => {
    // The stopwatch is part of no output; the fonts that come with the program are part of it.
    const exempt = ["stopwatch.ts", "render/pdf/fonts/shipped-files.ts"];
    const wrong = files.filter((file) => {
      if (["host", "cli"].includes(roomOf(file)) || exempt.includes(file)) return false;
      // It runs in a browser.
      if (/^(?:preview|site)\/page\//.test(file)) return false;
      const source = readFileSync(join(SRC, file), "utf8");
      return /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|"node:(fs|http|https|net|child_process)|\bperformance\.now\b/.test(
        source,
      );
    });
    expect(wrong).toEqual([]);
  });

  test("SQLite is imported by its host and the locks alone", () => {
    const wrong = imports.filter(
      ({ from, to }) => to === "node:sqlite" && !from.startsWith("host/"),
    );
    expect(show(wrong)).toEqual([]);
  });

  test("pdfkit is imported by the PDF renderer alone", () => {
    const wrong = imports.filter(
      ({ from, to }) => to === "pdfkit" && !from.startsWith("render/pdf/"),
    );
    expect(show(wrong)).toEqual([]);
  });
});

describe("what the code is about", () => {
  const { entities } = EntitiesFileSchema.parse(
    parse(readFileSync(new URL("../corpus/lexicon/entities.yaml", import.meta.url), "utf8")),
  );
  const forms = entities
    .flatMap(({ name, names, short, side = "" }) => [
      ...[name, side, ...short],
      ...Object.values(names).flat(),
    ])
    .map((form) => form.replace(/\*$/, ""))
    .filter((form) => form.length >= SHORTEST);
  const escaped = [...new Set(forms)].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const subject = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "iu");

  test("reads the names of the lexicon", () => {
    expect(forms.length).toBeGreaterThan(500);
    expect("the port of Libya").toMatch(subject);
  });

  test("no name and no side of the lexicon stands in the code, comments aside", () => {
    const wrong = files.flatMap((file) => {
      const source = readFileSync(join(SRC, file), "utf8")
        .replace(/^\s*\/\*[\s\S]*?\*\//gm, "")
        .replace(/(?:^|\s)\/\/.*$/gm, "");
      const found = NAMES_THE_SAMPLE.includes(file) ? null : subject.exec(source);
      return found === null ? [] : [`${file}: ${found[0]}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("the map", () => {
  test("names every room of the house", () => {
    const map = readFileSync(join(SRC, "README.md"), "utf8");
    const rooms = new Set(files.filter((file) => file.includes("/")).map(roomOf));
    const missing = [...rooms].filter((room) => !map.includes(`\n  ${room}/`));
    expect(missing).toEqual([]);
  });

  test("names no room that is not there", () => {
    const map = readFileSync(join(SRC, "README.md"), "utf8");
    const named = Array.from(map.matchAll(/\n {2}(\w+)\//g), ([, room = ""]) => room);
    const rooms = new Set(files.filter((file) => file.includes("/")).map(roomOf));
    expect(named.filter((room) => !rooms.has(room))).toEqual([]);
  });
});
