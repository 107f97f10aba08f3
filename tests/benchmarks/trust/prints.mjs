/**
 * The page and the PDF of the sample articles with one fault in what is printed, to how many of them
 * the check finds. The data that they carry stay as they were: found is any error. A fault of the PDF
 * is put into the page before it is printed, so that the print is as whole as the real one.
 */
import { join } from "node:path";
import { randomFrom } from "../seeded-random.mjs";
import { openBrief } from "./prints/brief-under-test.mjs";
import { PRINT_FAULTS } from "./prints/print-faults.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const COUNTS = { page: 400, pdf: 100 };
const QUICK_COUNTS = { page: 40, pdf: 10 };
const ASKED = { speaker: 0.95, hedge: 0.95 };
/** Draws without a new fault after which a kind has no more of them. */
const PATIENCE = 30;

export async function evaluate(load, { quick, seed, verbose }) {
  const brief = await openBrief(load, ROOT, "2021-W18");
  const rows = [];
  for (const form of ["page", "pdf"]) {
    rows.push(falseAlarms(form, await brief.check(form, null)));
    const count = (quick ? QUICK_COUNTS : COUNTS)[form];
    const results = [];
    for await (const fault of draw(form, brief, count, randomFrom(Number(seed)))) {
      results.push(await judge(fault, form, brief));
    }
    if (verbose) for (const line of missesOf(form, results)) console.error(line);
    rows.push(...rowsOf(form, results));
  }
  return rows;
}

/** Kind after kind in turn, none twice, until there are enough. */
async function* draw(form, brief, count, random) {
  const page = brief.source(form);
  const seen = new Set([page]);
  let open = Object.entries(PRINT_FAULTS).map(([kind, make]) => ({ kind, make, misses: 0 }));
  let drawn = 0;
  while (drawn < count && open.length > 0) {
    for (const turn of open) {
      const made = turn.make(page, random);
      const isNew = made !== null && !seen.has(made.page);
      const bytes = isNew ? await brief.print(form, made.page) : null;
      if (isNew) seen.add(made.page);
      if (bytes === null) turn.misses += 1;
      else {
        turn.misses = 0;
        drawn += 1;
        yield { kind: turn.kind, how: made.how, bytes };
      }
      if (drawn === count) return;
    }
    open = open.filter(({ misses }) => misses < PATIENCE);
  }
}

async function judge({ kind, how, bytes }, form, brief) {
  const errors = errorsOf(await brief.check(form, bytes));
  return { kind, how, codes: [...new Set(errors.map(({ code }) => code))] };
}

function errorsOf(diagnostics) {
  return diagnostics.filter(({ severity }) => severity === "error");
}

function falseAlarms(form, diagnostics) {
  const errors = errorsOf(diagnostics);
  return {
    on: `errors in the untouched ${form}`,
    measured: errors.length,
    asked: "0",
    holds: errors.length === 0,
    detail: errors
      .slice(0, 3)
      .map(({ code, message }) => `${code}: ${message}`)
      .join("; "),
  };
}

function rowsOf(form, results) {
  return [...Map.groupBy(results, ({ kind }) => kind)].map(([kind, own]) => {
    const found = own.filter(({ codes }) => codes.length > 0 && !codes.includes("CRASH"));
    const asked = ASKED[kind] ?? 0.99;
    return {
      on: `corruptions of the ${form}, ${kind}: found`,
      measured: `${((100 * found.length) / own.length).toFixed(1)} %`,
      asked: `>= ${asked * 100} %`,
      holds: found.length >= asked * own.length,
      detail: `${found.length} of ${own.length}; ${codesOf(own)}`,
    };
  });
}

function codesOf(results) {
  const all = results.flatMap(({ codes }) => codes);
  const counts = [...Map.groupBy(all, (code) => code)].map(([code, own]) => [code, own.length]);
  return counts
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");
}

function missesOf(form, results) {
  return results
    .filter(({ codes }) => codes.length === 0 || codes.includes("CRASH"))
    .map(({ kind, how, codes }) => `${form} | ${kind} | ${how} ${codes.join(" ")}`);
}
