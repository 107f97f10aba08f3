/** Explanations of passages, statements and findings to sections: where they stand, why, and what stands in their place. */
import type {
  FindingExplanation,
  PassageExplanation,
  Printed,
  StatementExplanation,
} from "../../model/explanation.js";
import { headRows, printedRows, storyRows, termWords, themeRows } from "./article-words.js";
import { choiceRows, round, winnerWords } from "./choice-words.js";
import type { Row, Section } from "./section.js";

export function passageSections(explanation: PassageExplanation): Section[] {
  const { place, text, position, entry, number } = explanation;
  const where = position === null ? "" : `, passage ${position[0]} of ${position[1]}`;
  return [
    {
      title: null,
      rows: [
        { text: `${place.file}:${place.start}-${place.end}${where}` },
        { text: `“${text}”`, depth: 1 },
      ],
    },
    {
      title: "On the page",
      rows: pageRows(explanation),
    },
    { title: "Why", rows: whyRows(explanation) },
    ...groundSections(explanation),
    { title: "Its article", rows: headRows(entry, number) },
  ];
}

function pageRows({ printed, beside }: PassageExplanation): Row[] {
  const own =
    printed.length === 0 ? [{ text: "not printed in its own words" }] : printedRows(printed);
  const others = beside.map(({ id, as, slots }): Row => {
    const role = as === "support" ? "cited as another report of" : "brought along by";
    return { text: `${role} ${id}: ${slots.join("; ")}` };
  });
  return [...own, ...others];
}

/** What choosing had to go by. */
function groundSections(explanation: PassageExplanation): Section[] {
  const { themes, articleThemes, attributions, figures, dates, supports, story } = explanation;
  const own = new Set(themes.map(({ id }) => id));
  return [
    {
      title: "Themes of the passage",
      rows: themes.map(({ id, score, terms }) => ({
        label: id,
        text: `${round(score)}${termWords(terms)}`,
      })),
    },
    {
      title: "The same themes in its article",
      rows: articleThemes.filter(({ id }) => own.has(id)).flatMap(themeRows),
    },
    {
      title: "Who says it",
      rows: attributions.map(({ speaker, cue, via, depth, start, end }) => {
        const way = via.length === 0 ? "" : `, by way of ${via.join(", ")}`;
        const steps = `${depth} ${depth === 1 ? "step" : "steps"} from the outlet`;
        return { text: `${speaker} (“${cue}”${way}; ${steps}), ${start}-${end}` };
      }),
    },
    {
      title: "Figures and dates in it",
      rows: [
        ...figures.map(({ text, role }): Row => ({ label: "figure", text: `“${text}” (${role})` })),
        ...dates.map(({ text, from, to, anchor }): Row => {
          const days = from === to ? from : `${from} to ${to}`;
          return { label: "date", text: `“${text}” is ${days} (${anchor})` };
        }),
      ],
    },
    {
      title: "Other origins that report the same event",
      rows: supports.map((support) => ({ text: winnerWords(support) })),
    },
    { title: "Story", rows: story === null ? [] : storyRows(story) },
  ];
}

/** What was decided of it, or why nothing had to be. */
function whyRows(explanation: PassageExplanation): Row[] {
  const { choices, method, themes, entry, position, printed } = explanation;
  if (choices.length > 0) {
    const by = method === null ? [] : [{ text: `sentences are chosen by the method “${method}”` }];
    return [...choices.flatMap(choiceRows), ...slotRows(printed), ...by];
  }
  if (method === null) {
    return [{ text: "how passages were chosen is known where the corpus is: leave out --issue" }];
  }
  if (entry.fate === "reprint") {
    return [
      { text: `its article carries the copy of ${entry.of ?? "another"}, which speaks for both` },
    ];
  }
  if (position === null) {
    return [{ text: `its article did not take part: ${entry.fate}, ${entry.reason}` }];
  }
  const names = themes.map(({ id }) => id).join(", ");
  const text =
    themes.length === 0
      ? "no theme reaches it: it holds too few terms of any"
      : `is on ${names}, which this brief does not print`;
  return [{ text }, ...slotRows(printed)];
}

/** By which rule a place outside the themes prints what it prints. */
const RULES: readonly (readonly [string, string])[] = [
  ["bottom line", "the first event of the first theme with news, and what another side answers"],
  ["key messages", "themes take turns; nobody is heard twice"],
  ["at a glance", "figures in sentences on a theme, those that matter most first"],
  ["timeline", "the passage that tells a dated event best, on a theme or not"],
  ["what to watch", "the passage that tells best what is announced"],
  ["where reports differ", "one side of what reports differ in"],
];

function slotRows(printed: readonly Printed[]): Row[] {
  const slots = new Set(printed.flatMap((statement) => statement.slots));
  return RULES.filter(([slot]) => slots.has(slot)).map(([slot, rule]) => ({
    text: `printed under “${slot}”: ${rule}`,
  }));
}

export function statementSections(explanation: StatementExplanation): Section[] {
  const { statement, slots, citations, passage } = explanation;
  const { id, text, context, reported } = statement;
  const day = reported === null ? "not known" : `${reported.day} (${reported.basis})`;
  const [, ...others] = passage === null ? [] : passageSections(passage);
  return [
    { title: null, rows: [{ text: id }, { text: `“${text}”`, depth: 1 }] },
    {
      title: "On the page",
      rows: [
        ...slots.map((slot): Row => ({ text: slot })),
        ...(context === undefined ? [] : [{ label: "brings along", text: `“${context.text}”` }]),
        { label: "reported", text: day },
      ],
    },
    {
      title: "Words it rests on",
      rows: citations.map(({ number, file, start, end, article }) => ({
        label: `[${number}]`,
        text: `${file}:${start}-${end} (${article})`,
      })),
    },
    ...others.filter(({ title }) => title !== "On the page"),
  ];
}

export function findingSections(explanation: FindingExplanation): Section[] {
  const { finding, slots, operands, articles } = explanation;
  return [
    { title: null, rows: [{ text: `${finding.id}: ${finding.kind}, computed` }] },
    { title: "On the page", rows: slots.map((text) => ({ text })) },
    {
      title: "Values",
      rows: Object.entries(finding.params).map(([label, value]) => ({
        label,
        text: [value].flat().join(", "),
      })),
    },
    {
      title: "Words it rests on",
      rows: operands.map((operand) => ({ text: winnerWords(operand) })),
    },
    {
      title: "Articles it is about",
      rows: articles.map(({ file, article }) => ({ text: `${file} (${article})` })),
    },
  ];
}
