import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { parseIssue } from "../src/issue/index.js";
import { CONTRACTS, jsonSchemas } from "../src/json-schemas.js";
import { IssueSchema } from "../src/model/issue.js";
import { openTestWorkspace, REPOSITORY, readRepository } from "./workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FOLDER = join(REPOSITORY, "schemas");

/** A validator that is not ours. */
const ajv = new Ajv2020({ strict: true, formats: { "date-time": true } });
const validators = new Map<string, ValidateFunction>();

function validate(name: string, value: unknown): string[] {
  const file = join(FOLDER, `${name}.schema.json`);
  const known = validators.get(name) ?? ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  validators.set(name, known);
  known(value);
  return (known.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let root: string;
const MAIN = join(REPOSITORY, "dist/cli/main.js");
const ISSUE = "out/libya-weekly/2021-W18/issue.json";

function brief(...args: readonly string[]): unknown[] {
  const { stdout } = spawnSync(process.execPath, [MAIN, ...args], { cwd: root, encoding: "utf8" });
  return stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

const readOut = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

beforeAll(() => {
  root = openTestWorkspace();
  brief("generate", "--format", "json", "--json");
});

describe("the schemas that are shipped", () => {
  test("are those of the program's own shapes (npm run schemas writes them anew)", () => {
    const shipped = readdirSync(FOLDER).filter((name) => name.endsWith(".schema.json"));
    const made = jsonSchemas();
    expect(shipped.sort()).toEqual([...made.keys()].sort());
    for (const [name, text] of made) expect(readRepository(`schemas/${name}`)).toBe(text);
  });

  test("are in the package", () => {
    const { files, exports } = JSON.parse(readRepository("package.json"));
    expect(files).toContain("schemas");
    expect(exports).toHaveProperty(["./schemas/*.json"]);
  });

  test("stand in their README, each with what it is of", () => {
    const readme = readRepository("schemas/README.md");
    for (const name of Object.keys(CONTRACTS).filter((name) => !name.startsWith("inspect-"))) {
      expect(readme).toContain(`\`${name}.schema.json\``);
    }
  });
});

describe("another validator takes", () => {
  test.each([
    ["issue", ISSUE],
    ["coverage", ISSUE.replace("issue.json", "coverage.json")],
    ["manifest", ISSUE.replace("issue.json", "manifest.json")],
  ])("the %s that generate wrote", (name, file) => {
    expect(validate(name, readOut(file))).toEqual([]);
  });

  test("the data that a template sees", () => {
    const [view] = brief("template", "data", "2021-W18", "--json");
    expect(validate("view", view)).toEqual([]);
  });

  test("what is kept of every cited article", () => {
    const folder = ISSUE.replace("issue.json", "evidence");
    const articles = readdirSync(join(root, folder)).filter((name) => name.startsWith("a-"));
    expect(articles.length).toBeGreaterThan(0);
    for (const article of articles) {
      expect(validate("evidence", readOut(`${folder}/${article}/article.json`))).toEqual([]);
    }
  });

  test("an issue of version 1, brought to today's shape", () => {
    const bytes = readFileSync(join(REPOSITORY, "tests/samples/issue-1/issue.json"));
    const { value } = parseIssue(bytes, "issue.json");
    expect(validate("issue", value?.issue)).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ["generate-result", ["generate", "--json", "--format", "json"]],
    ["check-result", ["check", ISSUE, "--json"]],
    ["release-result", ["release", ISSUE, "--json"]],
    ["release-result", ["release", "nothing/issue.json", "--json"]],
    ["record-check", ["check", "--all", "--json"]],
    ["add-line", ["add", "corpus/articles", "--dry-run", "--json"]],
    ["search-line", ["search", "forces", "--json"]],
    ["inspect-reading", ["inspect", "reading", "--json"]],
    ["inspect-themes", ["inspect", "themes", "--json"]],
    ["inspect-conflicts", ["inspect", "conflicts", "--json"]],
  ])("%s of brief %j", (name, args) => {
    const lines = brief(...args);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(validate(name, line)).toEqual([]);
  });

  test("a record that a withdrawn article touched", () => {
    const note = "withdrawn: [{ article: 001_5709e4275fb3b6b0.txt, reason: taken back }]\n";
    mkdirSync(join(root, "corpus/desk"), { recursive: true });
    writeFileSync(join(root, "corpus/desk/withdrawn.yaml"), note);
    const [result] = brief("check", "--all", "--json");
    expect(result).toMatchObject({ touched: [{ articles: [{ what: "withdrawn" }] }] });
    expect(validate("record-check", result)).toEqual([]);
  });
});

test("another validator and the program refuse the same issues", () => {
  const issue = readOut(ISSUE) as Record<string, unknown>;
  const places = placesOf(issue);
  const change = fc.record({
    place: fc.constantFrom(...places),
    value: fc.constantFrom<unknown>(undefined, null, 1, -1, 0.5, "", "x", "2021-05-03", [], {}),
  });
  fc.assert(
    fc.property(change, ({ place, value }) => {
      const changed = withChange(issue, place, value);
      expect(validate("issue", changed).length === 0).toBe(IssueSchema.safeParse(changed).success);
    }),
    { numRuns: 300 },
  );
});

type Place = readonly (string | number)[];

/** Paths of all that an issue holds; of long lists the first entries. */
function placesOf(value: unknown, path: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).slice(0, Array.isArray(value) ? 2 : undefined);
  const places = inner.flatMap(([key, item]) =>
    placesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? places : [path, ...places];
}

/** A copy with another value at a place; without it where the value is undefined. */
function withChange(whole: unknown, place: Place, value: unknown): unknown {
  const copy: unknown = structuredClone(whole);
  const last = place.at(-1) ?? "";
  const holder = place
    .slice(0, -1)
    .reduce<unknown>((at, step) => Reflect.get(at as object, step), copy);
  if (value !== undefined) Reflect.set(holder as object, last, value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder as object, last);
  return copy;
}

test("a schema is imported as its README says", () => {
  const [, program = ""] = /```js\n([\s\S]*?)```/.exec(readRepository("schemas/README.md")) ?? [];
  const args = ["--input-type=module", "--eval", `${program}\nconsole.log(schema.title);`];
  const run = spawnSync(process.execPath, args, { cwd: REPOSITORY, encoding: "utf8" });
  expect(run.stdout, run.stderr).toBe("issue.json\n");
});
