/** How many plain text articles a second one core reads: the repository's own, of 2 to 3 kB. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ARTICLES = join(import.meta.dirname, "../../../corpus/articles");
const ASKED = 3000;
const ROUNDS = 7;
/** Times that a round reads each article. */
const TIMES = 100;

export async function evaluate(_folder, load) {
  const { readArticles } = await load("readers/index.js");
  const files = readdirSync(ARTICLES).map((file) => ({
    file,
    bytes: readFileSync(join(ARTICLES, file)),
  }));
  const rates = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (let time = 0; time < TIMES; time += 1) for (const file of files) await readArticles(file);
    const rate = (TIMES * files.length * 1000) / (performance.now() - start);
    if (round > 0) rates.push(rate);
  }
  rates.sort((a, b) => a - b);
  const median = rates[Math.floor(rates.length / 2)];
  return [
    {
      on: "plain text articles a second on one core",
      measured: Math.round(median),
      asked: ASKED,
      detail: `median of ${ROUNDS} rounds, ${Math.round(rates[0])} to ${Math.round(rates.at(-1))}`,
    },
  ];
}
