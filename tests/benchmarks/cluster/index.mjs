/**
 * Figures of several machines over one archive, one Markdown table: `npm run eval:cluster`, or some of its
 * sections, each named after its file here (`npm run eval:cluster -- kills workers`). It starts the engines
 * that it needs and stops them. Exit status 1 where a figure misses what is asked of it. `--quick` takes
 * less of what is large, `--verbose` shows what was missed, `--built <folder>` measures another build.
 */
import { runSections } from "../run-sections.mjs";

await runSections(import.meta.dirname);
