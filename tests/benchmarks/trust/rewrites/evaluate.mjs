/** How many faithful paraphrases the rules let through, and how many corrupted ones they stop, class by class. */
import { randomFrom } from "../../seeded-random.mjs";
import { CORRUPTIONS, fuse } from "./corruptions.mjs";
import { ALIASES, readPassages } from "./passages.mjs";

/**
 * @param verify `verifyRewrite` of a build
 * @returns rates, and every faithful rewrite refused and every corrupted one accepted
 */
export function evaluateRewrites(verify, seed = 1) {
  const passages = readPassages();
  const judge = ({ text, before }, rewrite) =>
    verify(rewrite, [text], { language: "en", before, aliases: ALIASES });
  return {
    faithful: judgeFaithful(passages, judge),
    corrupted: judgeCorrupted(passages, judge, verify, seed),
  };
}

function judgeFaithful(passages, judge) {
  const judged = passages.flatMap((passage) =>
    passage.paraphrases.map((rewrite) => ({
      passage: passage.text,
      rewrite,
      isHeldOut: passage.isHeldOut,
      ...judge(passage, rewrite),
    })),
  );
  const same = passages.map((passage) => ({
    passage: passage.text,
    rewrite: passage.text,
    ...judge(passage, passage.text),
  }));
  const share = (list) => ({
    of: list.length,
    accepted: list.filter(({ accepted }) => accepted).length,
  });
  return {
    passages: passages.length,
    identity: share(same),
    open: share(judged.filter(({ isHeldOut }) => !isHeldOut)),
    heldOut: share(judged.filter(({ isHeldOut }) => isHeldOut)),
    refused: [...judged, ...same].filter(({ accepted }) => !accepted),
  };
}

function judgeCorrupted(passages, judge, verify, seed) {
  const random = randomFrom(seed);
  const classes = new Map();
  const accepted = [];
  const count = (name, passage, rewrite, verdict) => {
    const tally = classes.get(name) ?? { of: 0, rejected: 0 };
    tally.of += 1;
    if (verdict.accepted) accepted.push({ class: name, passage, rewrite });
    else tally.rejected += 1;
    classes.set(name, tally);
  };
  for (const [at, passage] of passages.entries()) {
    const known = new Set([passage.text, ...passage.paraphrases]);
    for (const base of known) {
      for (const [name, corrupt] of Object.entries(CORRUPTIONS)) {
        for (const rewrite of corrupt(base, random)) {
          if (!known.has(rewrite)) count(name, passage.text, rewrite, judge(passage, rewrite));
        }
      }
    }
    const other = passages[(at + 7) % passages.length];
    for (const rewrite of fuse(passage.text, other.text)) {
      const context = { language: "en", before: passage.before, aliases: ALIASES };
      count("fusion", passage.text, rewrite, verify(rewrite, [passage.text, other.text], context));
    }
  }
  const totals = [...classes.values()];
  return {
    classes: Object.fromEntries(classes),
    of: totals.reduce((sum, { of }) => sum + of, 0),
    rejected: totals.reduce((sum, { rejected }) => sum + rejected, 0),
    accepted,
  };
}
