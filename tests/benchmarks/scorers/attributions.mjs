/**
 * Hand-made cases against found attributions: precision and recall of sentence and speaker together,
 * and how often the carrier, depth and kind are right where a case asks for them.
 */

/** @returns the case's speakers as `{ sentence, speaker, carrier?, depth?, kind? }` */
export function askedOf(says) {
  return says.map((entry) =>
    typeof entry === "string" ? { sentence: 1, speaker: entry } : { sentence: 1, ...entry },
  );
}

/**
 * @param cases `{ text, says }`
 * @param find text to its sentences and attributions
 */
export function scoreAttributions(cases, find) {
  const score = { asked: 0, given: 0, right: 0, details: 0, detailsRight: 0, notes: [] };
  for (const { text, says } of cases) {
    const { sentences, attributions } = find(text);
    const given = attributions.map((attribution) => ({
      sentence: sentences.findIndex(({ start }) => start === attribution.start) + 1,
      attribution,
    }));
    const used = new Set();
    for (const wanted of askedOf(says)) {
      score.asked += 1;
      const match = given.find((other) => !used.has(other) && isMatch(wanted, other));
      if (match === undefined) {
        score.notes.push(`missed: ${wanted.speaker} | ${text}`);
        continue;
      }
      used.add(match);
      score.right += 1;
      scoreDetails(wanted, match.attribution, score, text);
    }
    score.given += given.length;
    for (const other of given.filter((one) => !used.has(one))) {
      score.notes.push(`wrong: ${other.attribution.speaker} (${other.attribution.cue}) | ${text}`);
    }
  }
  return score;
}

/** Whole words of the asked speaker in the found one; a found pronoun never stands for a name. */
function isMatch(wanted, { sentence, attribution }) {
  if (wanted.sentence !== sentence) return false;
  const found = attribution.speaker.toLowerCase();
  const asked = wanted.speaker.toLowerCase();
  return found === asked || (asked.length > 3 && found.includes(asked));
}

function scoreDetails(wanted, attribution, score, text) {
  const checks = [
    ["carrier", (value) => attribution.via.join(" < ").toLowerCase().includes(value.toLowerCase())],
    ["depth", (value) => attribution.depth === value],
    ["kind", (value) => (attribution.kind === "indirect" ? "report" : "quotation") === value],
  ];
  for (const [name, isRight] of checks) {
    if (wanted[name] === undefined) continue;
    score.details += 1;
    if (isRight(wanted[name])) score.detailsRight += 1;
    else {
      const { via, depth, kind } = attribution;
      score.notes.push(`${name} ${wanted[name]}: found ${via} ${depth} ${kind} | ${text}`);
    }
  }
}

/** Precision and recall, 1 where nothing was given or asked. */
export function ratesOf({ asked, given, right }) {
  return { precision: right / Math.max(1, given), recall: right / Math.max(1, asked) };
}
