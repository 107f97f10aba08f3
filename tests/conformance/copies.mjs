/** The sample brief as a reader's own copy: marked for names of several scripts, and locked by a password. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encryptPdf, openStamper } from "../../dist/copies/index.js";

const NAMES = { latin: "Çağrı Şimşek", arabic: "أحمد المنقوش", cyrillic: "Иван Петров" };

/** Of a locked copy only its syntax can be looked at: an archive takes none. */
export const PASSWORD = "reader";

/** @param brief a document of the brief in English */
export async function makeCopies(brief, out) {
  const stamper = openStamper(readFileSync(brief.pdf));
  const made = [];
  for (const [script, name] of Object.entries(NAMES)) {
    const pdf = join(out, `copy.marked.${script}.pdf`);
    writeFileSync(pdf, await stamper.stamp({ name, number: made.length + 1 }));
    made.push({ name: `copy.marked.${script}`, pdf });
  }
  const locked = join(out, "copy.locked.pdf");
  const marked = readFileSync(made[0].pdf);
  let next = 0;
  const bytes = (count) =>
    Uint8Array.from({ length: count }, () => (next = (next * 167 + 13) % 251));
  writeFileSync(locked, encryptPdf(marked, { user: PASSWORD, owner: "desk" }, bytes));
  return [...made, { name: "copy.locked", locked }];
}
