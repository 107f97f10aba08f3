/** Documents and checks in; one table, then every failure with the documents that have it, out. */

/**
 * @param checks by title of the column: a document to its failures, or undefined where the check
 * does not concern it. A failure is `{ what, where? }` or only what is wrong
 * @returns whether anything failed
 */
export async function printTable(documents, checks) {
  const titles = Object.keys(checks);
  const rows = [];
  const failures = new Map();
  for (const document of documents) {
    const cells = [];
    for (const title of titles) {
      const found = await checks[title](document);
      cells.push(found === undefined ? "" : found.length === 0 ? "ok" : `${found.length} failed`);
      for (const failure of found ?? []) note(failures, title, document.name, failure);
    }
    rows.push([document.name, ...cells]);
  }
  console.log(alignRows([["document", ...titles], ...rows]));
  for (const [what, places] of failures) console.log(`\n${what}\n  ${places.join("\n  ")}`);
  return failures.size > 0;
}

function note(failures, title, name, failure) {
  const { what, where = "" } = typeof failure === "string" ? { what: failure } : failure;
  const key = `${title}: ${what}`;
  failures.set(key, [...(failures.get(key) ?? []), `${name} ${where}`.trimEnd()]);
}

export function alignRows(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column])).join("  "),
  );
  return lines.map((line) => line.trimEnd()).join("\n");
}
