/**
 * Figures of trust, one Markdown table: `npm run eval:trust`, or some of its sections, each named
 * after its file here (`npm run eval:trust -- corruptions reprints`). Exit status 1 where a figure
 * misses what is asked of it. `--quick` takes less of what is large, `--verbose` shows what was
 * missed, `--seed 7` draws other corruptions, `--built <folder>` measures another build than `dist/`.
 */
import { runSections } from "../run-sections.mjs";

await runSections(import.meta.dirname);
