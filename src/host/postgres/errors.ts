/** What PostgreSQL says, or why it does not, in; what a person can do about it out. */
import { EngineError } from "../engine-error.js";

type Fault = readonly [EngineError["kind"], string, string];

/** SQLSTATE by its beginning, https://www.postgresql.org/docs/current/errcodes-appendix.html; the longest counts. */
const STATES: Readonly<Record<string, Fault>> = {
  "08": ["unreachable", "has ended the connection", "look whether it runs"],
  "25006": [
    "unusable",
    "can only be read",
    "name the server that takes writes in engines.yaml, and no standby",
  ],
  "28": [
    "refused",
    "does not take the user or the password",
    "look at ledgerUserEnv and ledgerPasswordEnv in engines.yaml",
  ],
  "3D000": [
    "unusable",
    "has no such database",
    "make it (createdb), or name another in engines.yaml",
  ],
  "42501": [
    "refused",
    "does not let this user do that",
    "give the user CREATE on the database, or the schema briefwright",
  ],
  "53100": ["full", "has no room on its disk", "free some space, and run again"],
  "53200": ["full", "has no memory for this", "give it more, or let fewer workers run at once"],
  "53300": [
    "unreachable",
    "takes no more connections",
    "raise max_connections, or let fewer workers run at once",
  ],
  "57014": [
    "unusable",
    "took too long over one statement",
    "look what holds it up (pg_stat_activity), and run again",
  ],
  "57P": ["unreachable", "is being stopped or started", "wait until it is back"],
};

const NO_ANSWER: Fault = [
  "unreachable",
  "cannot be reached",
  "look whether it runs, and whether engines.yaml names its address",
];

const REFUSED = "28";

/** Where a password is asked for and none is known, the package itself gives up. */
function isOfPassword({ message }: Error): boolean {
  return /^SASL: .*password must be/.test(message);
}

export function postgresError(error: unknown, engine: string): unknown {
  if (!(error instanceof Error) || error instanceof EngineError) return error;
  const code = "code" in error ? String(error.code) : "";
  const state = isOfPassword(error) ? REFUSED : code;
  const known = [5, 3, 2].map((length) => STATES[state.slice(0, length)]).find(Boolean);
  const fault = known ?? (isOfNetwork(error, code) ? NO_ANSWER : null);
  if (fault === null) return error;
  const [kind, message, hint] = fault;
  const said = `${message} (${error.message.slice(0, 200) || code})`;
  return new EngineError(kind, engine, said, hint, { cause: error });
}

/** What the server itself says has a severity; the rest is said by the client or the system. */
function isOfNetwork(error: Error, code: string): boolean {
  if ("severity" in error) return false;
  const { message } = error;
  return /^E[A-Z]+$/.test(code) || /timeout|terminated|Connection/i.test(message);
}
