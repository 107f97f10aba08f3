/** A brief that is made with notes of every kind, as the desk would write them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkIssueFile } from "../../src/check/check-issue-file.js";
import { loadDeskNotes, openWorkspace } from "../../src/config/workspace.js";
import { readTexts } from "../../src/evidence/index.js";
import { explainStudy } from "../../src/explain/index.js";
import { nodeHost } from "../../src/host/node.js";
import { checkIssue, parseWeek, placesOf, sealOf } from "../../src/issue/index.js";
import type { DeskNotes } from "../../src/model/desk-notes.js";
import type { Issue } from "../../src/model/issue.js";
import { studyBrief } from "../../src/pipeline.js";
import { generateIn, openTestWorkspace, readOut } from "../workspace.js";

const NOTES_FILE = "corpus/desk/libya-weekly/2021-W18.yaml";

/** Comments and blanks are the desk's as well. */
const NOTES = `# Kept by the North Africa desk.

bottomLine:
  - text: Libya asks in public; Turkey does not move.   # agreed on Sunday
    by: A.B.
    cites:
      - s-96ec6e5d0b15
      - article: 001_5709e4275fb3b6b0.txt
        words: Turkish forces were in Libya
          as part of a training agreement
  - We expect no withdrawal before the summer.
keyMessages:
  - {text: The figures of fighters do not add up., cites: [s-4e452622f140]}
  - {text: Somebody said so., cites: [s-000000000000]}
watch:
  - {date: 2021-12-24, text: "Elections, if the law is passed.", cites: [s-3bbb8ff2d362]}
  - {text: A date for talks on the maritime deal.}
pins:
  - {statement: s-e0e3d41050c7, theme: maritime_deal, slot: happened, reason: The first word of it.}
  - {article: 002_449ef38def325648.txt, theme: russia_role}
  - {statement: s-111111111111, words: "Diplomats of the Security Council say more than 20,000 fighters"}
exclude:
  - {statement: s-a5e6c190b9ca, reason: The quotation could not be confirmed.}
themes:
  russia_role:
    status: thin
    reason: Named in lists only.
    assessment: {text: Moscow will stay., by: C.D., cites: [s-c00e3c8d816e]}
    remove: [{statement: s-ec7faa15dcc7, reason: It is about the call.}]
  ceasefire:
    add: [{article: 004_95318f47aea74e28.txt, words: the Kremlin said on Tuesday}]
standing: [scope, scoop]
`;

const SCOPE = `---
title: What this brief covers
owner: North Africa desk
review: 2021-03-31
---
Foreign forces, the ceasefire
and the sea.

Open sources only.
`;

let root: string;
let issue: Issue;
let page: string;
let told: readonly string[];
let checked: { readonly texts: ReadonlyMap<string, string>; readonly notes: DeskNotes | null };

beforeAll(async () => {
  root = openTestWorkspace({ [NOTES_FILE]: NOTES, "corpus/desk/standing/scope.md": SCOPE });
  const { made, diagnostics } = await generateIn(root, { formats: new Set(["html", "json"]) });
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  issue = made.issue;
  page = readOut(root, "brief.html")
    .toString("utf8")
    .replace(/<style>.*?<\/style>/gs, "");
  const { value: workspace } = await openWorkspace(nodeHost, root);
  const notes = workspace && (await loadDeskNotes(nodeHost, workspace, "libya-weekly", "2021-W18"));
  const texts = await readTexts(nodeHost, join(root, "out/libya-weekly/2021-W18/evidence"));
  checked = { texts, notes: notes?.value?.notes ?? null };
  told = diagnostics.map(({ code, place }) => `${code} ${place?.line}`);
}, 60_000);

const theme = (id: string) => issue.themes.find((one) => one.id === id) as Issue["themes"][number];
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe("lines of the desk", () => {
  it("take the place of what is chosen, each with the exact words that it rests on", () => {
    const { bottomLine, keyMessages } = issue.desk;
    expect(issue.bottomLine).toEqual([]);
    expect(issue.keyMessages).toEqual([]);
    expect(bottomLine[0]?.citations.map(({ quote }) => quote.slice(0, 40))).toEqual([
      "Libyan Foreign Minister Najla Mangoush o",
      "Turkish forces were in Libya as part of ",
    ]);
    expect(keyMessages.map(({ citations }) => citations.length)).toEqual([1, 0]);
  });

  it("that cite nothing are printed as a desk judgement, those whose source is gone as such", () => {
    const badges = page.match(/<bdi class="desk">[^<]*<\/bdi> <span class="badge">[^<]*<\/span>/g);
    expect(badges).toEqual([
      '<bdi class="desk">We expect no withdrawal before the summer.</bdi> <span class="badge">desk judgement</span>',
      '<bdi class="desk">Somebody said so.</bdi> <span class="badge">its source is gone</span>',
      '<bdi class="desk">A date for talks on the maritime deal.</bdi> <span class="badge">desk judgement</span>',
    ]);
  });

  it("give sources their numbers in the order of their use", () => {
    const [first, second] = issue.desk.bottomLine[0]?.citations ?? [];
    expect(issue.sources.slice(0, 2).map(({ article }) => article)).toEqual([
      first?.article,
      second?.article,
    ]);
  });

  it("on a theme cite as well", () => {
    expect(theme("russia_role").assessment).toMatchObject({
      text: "Moscow will stay.",
      by: "C.D.",
      citations: [{ quote: expect.stringMatching(/^Speaking at a press conference in Moscow/) }],
    });
  });

  it("on what to watch have a date or none", () => {
    expect(issue.desk.watch.map(({ date }) => date?.from ?? null)).toEqual(["2021-12-24", null]);
  });
});

describe("pins", () => {
  it("stand in the slot that they name, before what is chosen, on a theme that they were not on", () => {
    expect(ids(theme("maritime_deal").happened)[0]).toBe("s-e0e3d41050c7");
  });

  it("of an article give it a statement on the theme", () => {
    const own = issue.coverage.find(({ file }) => file === "002_449ef38def325648.txt")?.article;
    const [first] = theme("russia_role").background;
    expect(first?.citations[0]?.article).toBe(own);
  });
});

describe("moves and exclusions", () => {
  it("take a statement from one theme to another", () => {
    expect(ids(theme("russia_role").background)).not.toContain("s-ec7faa15dcc7");
    expect(ids(theme("ceasefire").background)).toContain("s-ec7faa15dcc7");
  });

  it("leave nothing of an excluded statement in the brief, as support or context neither", () => {
    const [range] = issue.desk.decisions?.excluded ?? [];
    const overlapping = placesOf(issue).citations.filter(
      ({ value: { article, start, end } }) =>
        range !== undefined && article === range.article && start < range.end && range.start < end,
    );
    expect(range?.reason).toBe("The quotation could not be confirmed.");
    expect(overlapping).toEqual([]);
    expect(page).toContain("The quotation could not be confirmed.");
  });
});

describe("notes whose target is gone", () => {
  it("are told with their lines, in the issue and on the page", () => {
    expect(told).toEqual([
      "standing-overdue 4",
      "notes-about-nothing 32",
      "notes-about-nothing 14",
      "notes-about-nothing 21",
    ]);
    expect(issue.desk.decisions?.lost.map(({ line, names }) => [line, names])).toEqual([
      [32, "scoop"],
      [14, "s-000000000000"],
      [21, "s-111111111111"],
    ]);
    expect(page).toContain("<bdi>s-111111111111</bdi> (line 21)");
  });
});

describe("standing paragraphs", () => {
  it("are printed with who answers for them, and flagged once their review is due", () => {
    expect(issue.desk.standing).toMatchObject([{ name: "scope", overdue: true }]);
    expect(page).toContain('<p class="desk">Foreign forces, the ceasefire and the sea.</p>');
    expect(/North Africa desk; .*/.exec(page)?.[0]).toMatch(/31 Mar(?:ch)? 2021.*overdue/);
    expect(issue.inputs.map(({ name }) => name)).toContain("corpus/desk/standing/scope.md");
  });
});

describe("an issue with notes", () => {
  it("holds when it is checked from its own folder", async () => {
    const file = join(root, "out/libya-weekly/2021-W18/issue.json");
    const { diagnostics } = await checkIssueFile(nodeHost, file);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("does not hold with a line, a citation or a standing paragraph that the desk did not write", () => {
    const { texts, notes } = checked;
    const forge = (change: (copy: Issue) => void) => {
      const copy = structuredClone(issue);
      change(copy);
      const standing = issue.desk.standing;
      const faults = checkIssue(
        { ...copy, seal: sealOf(copy) },
        { texts, corpus: null, notes, standing },
        "i",
      );
      // Without the lexicon much can only be doubted.
      const errors = faults.filter(({ severity }) => severity === "error");
      return errors.map(({ code, place }) => `${code} ${place.slot}`);
    };
    expect(forge(() => {})).toEqual([]);
    const [line] = issue.desk.bottomLine;
    expect(
      forge(({ desk }) => desk.bottomLine.splice(1, 1, { text: "All is well.", citations: [] })),
    ).toEqual(["desk-text-differs bottom line 2"]);
    expect(
      forge(({ desk }) =>
        desk.bottomLine.splice(1, 1, {
          ...line,
          text: "We expect no withdrawal before the summer.",
          by: undefined,
          citations: line?.citations ?? [],
        } as Issue["desk"]["bottomLine"][number]),
      ),
    ).toEqual(["desk-text-differs bottom line 2"]);
    expect(forge(({ desk }) => Object.assign(desk.standing[0] ?? {}, { text: "Else." }))).toEqual([
      "desk-text-differs standing paragraph 1",
    ]);
    expect(forge(({ desk }) => desk.keyMessages.pop())).toContain("desk-text-differs key message");
  });

  it("tells of an excluded statement by its id that the desk left it out, and of a pinned one that it is pinned", async () => {
    const { study } = await studyBrief(nodeHost, { folder: root, period: parseWeek("2021-W18") });
    if (study === null) throw new Error("no study");
    const outcomes = async (name: string) => {
      const found = await explainStudy(nodeHost, name, study);
      const passage = found?.kind === "statement" ? found.passage : found;
      return passage?.kind === "passage" ? passage.choices.map(({ outcome }) => outcome) : [];
    };
    expect(await outcomes("s-a5e6c190b9ca")).toContainEqual({
      kind: "excluded",
      reason: "The quotation could not be confirmed.",
    });
    expect(await outcomes("s-e0e3d41050c7")).toContainEqual({
      kind: "pinned",
      place: 1,
      reason: "The first word of it.",
    });
  });

  it("is the same when it is made again, and its notes are, byte for byte, as they were typed", async () => {
    const before = readOut(root, "issue.json");
    await generateIn(root, { formats: new Set(["html", "json"]) });
    expect(readOut(root, "issue.json").equals(before)).toBe(true);
    expect(readFileSync(join(root, NOTES_FILE), "utf8")).toBe(NOTES);
  });
});
