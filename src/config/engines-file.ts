/** The folder of a workspace and the environment in, which engines it shares with other machines out. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import {
  type EngineAddress,
  type Engines,
  type EnginesFile,
  EnginesSchema,
} from "../model/engines.js";
import { parseYaml } from "../text/yaml.js";

export const ENGINES_FILE = "engines.yaml";

/** Addresses in the environment stand above those of the file. */
const OVERRIDES = { corpus: "BRIEF_CORPUS", ledger: "BRIEF_LEDGER", queue: "BRIEF_QUEUE" } as const;

export const NAMED_BY: readonly string[] = Object.values(OVERRIDES);

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Beside the settings and no part of them: where articles are kept says nothing about an issue.
 * @returns a value of null, without diagnostics, where nothing is shared
 */
export async function loadEngines(
  host: Host,
  root: string,
  environment: Environment,
): Promise<Outcome<Engines>> {
  const path = join(root, ENGINES_FILE);
  const text = (await host.exists(path)) ? new TextDecoder().decode(await host.readFile(path)) : "";
  const given = ASKS_NOTHING.test(text)
    ? { value: {}, diagnostics: [] }
    : parseYaml(EnginesSchema, ENGINES_FILE, text);
  if (given.value === null) return { value: null, diagnostics: given.diagnostics };
  const named = { ...given.value, ...overridesOf(environment) };
  const parsed = EnginesSchema.safeParse(named);
  if (!parsed.success) return { value: null, diagnostics: parsed.error.issues.map(wrongVariable) };
  return resolveEngines(parsed.data, environment);
}

/** Empty lines and comments. */
const ASKS_NOTHING = /^\uFEFF?(?:[ \t]*(?:#[^\n]*)?(?:\r?\n|$))*$/;

function overridesOf(environment: Environment): Partial<EnginesFile> {
  const set = Object.entries(OVERRIDES).filter(([, name]) => (environment[name] ?? "") !== "");
  return Object.fromEntries(set.map(([field, name]) => [field, environment[name]]));
}

function wrongVariable({ path, message }: { path: PropertyKey[]; message: string }): Diagnostic {
  const [field] = path;
  const name = Object.entries(OVERRIDES).find(([key]) => key === field)?.[1] ?? ENGINES_FILE;
  return { code: "invalid-engines", severity: "error", message: `${name}: ${message}` };
}

function resolveEngines(file: EnginesFile, environment: Environment): Outcome<Engines> {
  const { corpus, ledger, queue = ledger, outputs = null } = file;
  if (corpus === undefined && ledger === undefined && queue === undefined) {
    return { value: null, diagnostics: [] };
  }
  const names = [
    file.corpusUserEnv,
    file.corpusPasswordEnv,
    file.ledgerUserEnv,
    file.ledgerPasswordEnv,
  ];
  const unset = names.filter((name) => name !== undefined && environment[name] === undefined);
  const secretOf = (name: string | undefined) =>
    name === undefined ? null : (environment[name] ?? null);
  const at = (url: string | undefined, user?: string, password?: string): EngineAddress | null =>
    url === undefined ? null : { url, user: secretOf(user), password: secretOf(password) };
  return {
    value: {
      corpus: at(corpus, file.corpusUserEnv, file.corpusPasswordEnv),
      ledger: at(ledger, file.ledgerUserEnv, file.ledgerPasswordEnv),
      queue: at(queue, file.ledgerUserEnv, file.ledgerPasswordEnv),
      outputs,
    },
    diagnostics: unset.map((name) => unsetVariable(name ?? "")),
  };
}

function unsetVariable(name: string): Diagnostic {
  return {
    code: "variable-not-set",
    severity: "warning",
    message: `the environment variable ${name} is not set`,
    place: { file: ENGINES_FILE },
    hint: "set it where the command runs; without it the engine is asked without it",
  };
}
