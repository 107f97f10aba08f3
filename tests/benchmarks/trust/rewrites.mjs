/**
 * Reworded sentences: how many faithful paraphrases are accepted and how many corrupted ones are
 * stopped, in all and in the class where fewest are; `--verbose` shows those judged wrongly.
 */
import { evaluateRewrites } from "./rewrites/evaluate.mjs";

const ASKED = 0.98;

export async function evaluate(load, { verbose, seed }) {
  const { verifyRewrite } = await load("summary/index.js");
  const { faithful, corrupted } = evaluateRewrites(verifyRewrite, Number(seed));
  if (verbose) show(faithful, corrupted);
  const { open, heldOut, identity, passages } = faithful;
  const both = { of: open.of + heldOut.of, accepted: open.accepted + heldOut.accepted };
  const classes = Object.entries(corrupted.classes)
    .map(([name, { of, rejected }]) => ({ name, of, rate: rejected / of }))
    .sort((a, b) => a.rate - b.rate);
  const [worst] = classes;
  const detail = classes
    .map(({ name, of, rate }) => `${name} ${percent(rate)} of ${of}`)
    .join(", ");
  return [
    {
      on: `faithful paraphrases of ${passages} passages accepted`,
      measured: percent(both.accepted / both.of),
      asked: "reported",
      detail: `${both.accepted} of ${both.of}; held out: ${heldOut.accepted} of ${heldOut.of}; the passage itself: ${identity.accepted} of ${identity.of}`,
    },
    {
      on: `${corrupted.of} corrupted rewrites rejected`,
      measured: percent(corrupted.rejected / corrupted.of),
      asked: ">= 98 %",
      holds: corrupted.rejected / corrupted.of >= ASKED,
      detail,
    },
    {
      on: `the same in the class where fewest are (${worst.name})`,
      measured: percent(worst.rate),
      asked: ">= 98 %",
      holds: worst.rate >= ASKED,
    },
  ];
}

const percent = (share) => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

function show({ refused }, { accepted }) {
  for (const { passage, rewrite, faults } of refused) {
    const why = faults.map(({ rule, words }) => `${rule}: ${words}`).join("; ");
    console.error(`refused though faithful\n  ${passage}\n  ${rewrite}\n  ${why}`);
  }
  for (const { class: name, passage, rewrite } of accepted) {
    console.error(`accepted though corrupted (${name})\n  ${passage}\n  ${rewrite}`);
  }
}
