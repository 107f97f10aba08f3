/** The bytes of an `issue.json` in, whichever version of the program wrote it; the issue in today's shape out. */
import { type Fault, faultOf } from "../model/fault.js";
import { type Issue, IssueSchema } from "../model/issue.js";
import { readJson } from "../text/read-json.js";
import { pathText } from "./check/places.js";
import { ISSUE_VERSION, migrateIssue, writtenVersion } from "./migrations/index.js";
import { isJsonObject } from "./migrations/json-object.js";
import { sealOf } from "./seal.js";

export interface ParsedIssue {
  /** Its seal is the one that it was written with. */
  readonly issue: Issue;
  /** Version of the schema that it was written in. */
  readonly written: number;
  /** Whether the seal fits what was written, before anything was migrated. */
  readonly sealHolds: boolean;
}

export interface IssueRead {
  /** Null where there is no issue in it; the faults say why. */
  readonly value: ParsedIssue | null;
  readonly diagnostics: readonly Fault[];
}

/** An issue larger than this was not made by this program, bytes. */
export const MAX_ISSUE_BYTES = 64 * 1024 * 1024;

/** @param file names it in diagnostics */
export function parseIssue(bytes: Uint8Array, file: string): IssueRead {
  if (bytes.length > MAX_ISSUE_BYTES) return refuse(file, "this is too large to be an issue");
  const json = readJson(bytes);
  return json === undefined ? refuse(file, "this is not JSON in UTF-8") : readIssue(json, file);
}

/** @param value what the JSON of an issue says */
export function readIssue(value: unknown, file: string): IssueRead {
  const written = isJsonObject(value) ? writtenVersion(value) : null;
  if (!isJsonObject(value) || written === null) return refuse(file, "this JSON is no issue");
  if (written > ISSUE_VERSION) return { value: null, diagnostics: [tooNew(file, written)] };
  const { data, error } = IssueSchema.safeParse(migrateIssue(value, written));
  if (data === undefined) {
    const faults = error.issues.slice(0, SHOWN).map(({ code, path, message }) => {
      const at = pathText(path.map((step) => (typeof step === "number" ? step : String(step))));
      const id = nameAlong(value, path);
      const uncited = code === "too_small" && path.at(-1) === "citations" ? UNCITED : null;
      const place = { file, ...(at === "" ? {} : { path: at }), ...(id === null ? {} : { id }) };
      return faultOf("issue-malformed", `${at || "the issue"}: ${uncited ?? message}`, place);
    });
    return { value: null, diagnostics: faults };
  }
  const sealHolds = sealOf(value) === value.seal;
  return { value: { issue: data, written, sealHolds }, diagnostics: [] };
}

/** The first promise of an issue deserves its own words. */
const UNCITED = "nothing is cited, and every statement cites the words that it rests on";

/** The innermost statement, finding, name or article that a path leads through. */
function nameAlong(value: unknown, path: readonly PropertyKey[]): string | null {
  let name: string | null = null;
  let inner: unknown = value;
  for (const step of path) {
    if (typeof inner !== "object" || inner === null) break;
    const named = inner as Readonly<Record<PropertyKey, unknown>>;
    const own = [named.id, named.entity, named.article].find((one) => typeof one === "string");
    if (inner !== value && typeof own === "string") name = own;
    inner = named[step];
  }
  return name;
}

/** Of a file that is no issue at all, a few faults tell as much as all of them. */
const SHOWN = 5;

function refuse(file: string, message: string): IssueRead {
  return { value: null, diagnostics: [malformed(file, message)] };
}

function malformed(file: string, message: string): Fault {
  const hint = "name an issue.json that brief generate wrote";
  return faultOf("issue-malformed", message, { file }, hint);
}

function tooNew(file: string, version: number): Fault {
  const message = `made by a newer program: version ${version}; this one reads up to ${ISSUE_VERSION}`;
  return faultOf("issue-too-new", message, { file });
}
