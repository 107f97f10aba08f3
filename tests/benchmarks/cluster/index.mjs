/**
 * Figures of large archives and of engines that machines share, one Markdown table: `npm run
 * eval:cluster`, or some of its sections, each named after its file here (`npm run eval:cluster --
 * embedded faults`). Exit status 1 where a figure misses what is asked of it. `--quick` takes less of
 * what is large (20,000 articles for a million), `--data <folder>` keeps the workspace of the articles
 * there and uses it again, `--built <folder>` measures another build than `dist/`.
 */
import { runSections } from "../run-sections.mjs";

await runSections(import.meta.dirname);
