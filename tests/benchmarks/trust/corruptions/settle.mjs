/**
 * A corrupted issue to one that agrees with itself, as a consistent forger or a faulty generator
 * would leave it: ids, accounts and seal are worked out again from what it now says.
 */
import { createHash } from "node:crypto";
import { encode } from "./issue-under-test.mjs";
import { findingsIn, objectsIn, statementsIn } from "./walk.mjs";

/** @param accounts whether the counts of statements are worked out again as well */
export async function settle(issue, load, { accounts = true } = {}) {
  const { sealOf } = await load("issue/seal.js");
  await renameParts(issue, load);
  if (accounts) await recount(issue, load);
  issue.seal = sealOf(issue);
}

async function renameParts(issue, load) {
  const { findingId, statementId } = await load("issue/seal.js");
  const renamed = new Map();
  const rename = (part, id) => {
    renamed.set(part.id, id);
    part.id = id;
  };
  for (const statement of statementsIn(issue)) {
    const [first] = statement.citations;
    if (first !== undefined) rename(statement, statementId(first));
  }
  for (const finding of findingsIn(issue)) rename(finding, findingId(finding));
  for (const { value } of objectsIn(issue)) {
    for (const [key, inner] of Object.entries(value)) {
      if (key !== "id" && typeof inner === "string" && renamed.has(inner))
        value[key] = renamed.get(inner);
    }
  }
}

async function recount(issue, load) {
  const { countTellings } = await load("issue/walk.js");
  const tellings = countTellings(issue);
  for (const entry of issue.coverage) entry.statements = tellings.get(entry.article) ?? 0;
}

/** The files that carry the issue, a manifest among them brought into line. */
export function filesOf(issue, beside, changes = new Map()) {
  const made = new Map([["issue.json", encode(`${JSON.stringify(issue, null, 2)}\n`)], ...changes]);
  const manifest = beside.get("manifest.json");
  if (manifest === undefined) return made;
  const former = JSON.parse(new TextDecoder().decode(beside.get("issue.json"))).seal;
  let text = new TextDecoder().decode(manifest).replaceAll(former, issue.seal);
  for (const [path, bytes] of made) {
    const before = beside.get(path);
    if (before !== undefined) text = text.replaceAll(sha256(before), sha256(bytes));
  }
  return made.set("manifest.json", encode(text));
}

export function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
