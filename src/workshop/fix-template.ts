/** The files of a template in, the same with everything mended that can be without changing what they mean out. */
import type { TemplateFiles } from "../model/template-folder.js";
import { applyFixes, type Fix, loadTemplateFrom } from "../templating/index.js";

export interface FixedTemplate {
  /** The files that are not as they were, by path below the template's own folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly fixes: readonly Fix[];
}

/** A mended place may show a fault behind it; no template has so many in one place. */
const MOST_ROUNDS = 8;

export function fixTemplate(template: TemplateFiles): FixedTemplate {
  const changed = new Map<string, string>();
  const done: Fix[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const files = new Map([...template.files, ...changed]);
    const { fixes } = loadTemplateFrom({ ...template, files });
    const before = done.length;
    for (const [path, text] of files) {
      const own = fixes.filter(({ file }) => file === `${template.folder}/${path}`);
      if (own.length === 0) continue;
      const mended = applyFixes(text, own);
      changed.set(path, mended.text);
      done.push(...mended.taken);
    }
    if (done.length === before) break;
  }
  return { files: changed, fixes: done };
}
