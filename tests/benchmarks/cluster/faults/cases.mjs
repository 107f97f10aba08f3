/** Engines in every state that a command can meet: each case gives the address that is named, and how to undo it. */
import { fakePostgres, fakeSearchEngine, rootOf, silentServer } from "./fake-engines.mjs";

const SECRET = "open sesame";
const CORPUS = ["search", "generate", "add"];
const LEDGER = ["generate", "jobs"];

/**
 * @typedef {{ name: string, says: RegExp, commands: readonly string[],
 *   arrange: (engines: object, prepare: Function) => Promise<{ env: object, undo?: Function }> }} Case
 */

const corpus = (at, more = {}) => ({ BRIEF_CORPUS: `opensearch://${at}/faults`, ...more });
const ledger = (url, more = {}) => ({ BRIEF_LEDGER: url, ...more });

const faking = (makes, env) => async () => {
  const server = await makes();
  return { env: env(server.at), undo: server.stop };
};

/** Of the search engine. */
const SEARCH = [
  {
    name: "OpenSearch is not there",
    says: /cannot be reached/,
    commands: CORPUS,
    arrange: async () => ({ env: corpus("127.0.0.1:1") }),
  },
  {
    name: "OpenSearch takes the connection and never answers",
    says: /cannot be reached/,
    commands: ["search"],
    arrange: faking(silentServer, corpus),
  },
  {
    name: "OpenSearch refuses the password",
    says: /does not take the user or the password/,
    commands: CORPUS,
    arrange: faking(
      () => fakeSearchEngine(() => ({ status: 401, body: "Unauthorized" })),
      (at) => corpus(`brief@${at}`, { CORPUS_SECRET: SECRET }),
    ),
  },
  {
    name: "OpenSearch 1.3",
    says: /version that is not supported/,
    commands: CORPUS,
    arrange: faking(() => fakeSearchEngine(() => rootOf("1.3.20", "opensearch")), corpus),
  },
  {
    name: "Elasticsearch 7.17",
    says: /version that is not supported/,
    commands: CORPUS,
    arrange: faking(() => fakeSearchEngine(() => rootOf("7.17.0")), corpus),
  },
  {
    name: "a web page where OpenSearch should be",
    says: /version that is not supported/,
    commands: CORPUS,
    arrange: faking(() => fakeSearchEngine(() => ({ body: "<h1>Welcome</h1>" })), corpus),
  },
  {
    name: "an index of the archive is closed (real engine)",
    says: /an index is closed/,
    commands: ["search", "generate"],
    arrange: (engines, prepare) =>
      blocked(
        engines,
        prepare,
        { method: "POST", path: "_close" },
        { method: "POST", path: "_open" },
      ),
  },
  {
    name: "flood stage: indices can only be read (real engine)",
    says: /can only be read/,
    commands: ["add"],
    arrange: (engines, prepare) =>
      blocked(engines, prepare, settings({ [FLOODED]: true }), settings({ [FLOODED]: null })),
  },
];

const FLOODED = "index.blocks.read_only_allow_delete";
const settings = (body) => ({ method: "PUT", path: "_settings", body });

/** An archive that was in order, and is not any more. */
async function blocked({ opensearch }, prepare, wrong, right) {
  const at = new URL(opensearch.address).host;
  await prepare(corpus(at));
  const ask = async ({ method, path, body }) => {
    const headers = { "content-type": "application/json" };
    const options = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${opensearch.address}/faults-*/${path}`, options);
    if (!response.ok) throw new Error(await response.text());
  };
  await ask(wrong);
  return { env: corpus(at), undo: () => ask(right) };
}

/** Of the database. */
const DATABASE = [
  {
    name: "PostgreSQL is not there",
    says: /ECONNREFUSED|cannot be reached/,
    commands: LEDGER,
    arrange: async () => ({ env: ledger("postgres://127.0.0.1:1/brief") }),
  },
  {
    name: "PostgreSQL takes the connection and never answers",
    says: /time|cannot be reached/i,
    commands: ["jobs"],
    arrange: faking(silentServer, (at) => ledger(`postgres://${at}/brief`)),
  },
  {
    name: "PostgreSQL refuses the password (real engine)",
    says: /password/,
    commands: LEDGER,
    arrange: async ({ postgres }) => ({ env: ledger(postgres.locked) }),
  },
  {
    name: "no such database (real engine)",
    says: /does not exist/,
    commands: LEDGER,
    arrange: async ({ postgres }) => ({
      env: ledger(postgres.address.replace(/brief$/, "nowhere")),
    }),
  },
  {
    name: "PostgreSQL 9.6",
    says: /version/,
    commands: LEDGER,
    arrange: faking(
      () => fakePostgres("9.6.24"),
      (at) => ledger(`postgres://${at}/brief`),
    ),
  },
];

/** @type {readonly Case[]} */
export const CASES = [...SEARCH, ...DATABASE];
export { SECRET };
