/** What stands around the content: the period, the settings of the brief, and the desk's own words. */
import type { DeskText, Issue } from "../../model/issue.js";
import { statusOf } from "../check-status.js";
import { issueNumber, nextIssueDay, periodOfDays } from "../period.js";
import { canonicalJson } from "../seal.js";
import { notesOf } from "./desk-lines.js";
import type { Breach, Sources } from "./fault.js";
import { spotAt } from "./places.js";

/** Name, week and next issue follow from the days of the period. */
export function checkPeriod(issue: Issue): Breach[] {
  const { period, id, cutOff, nextIssue } = issue;
  const breach = (field: string, message: string): Breach => ({
    code: "period-differs",
    message,
    at: { path: field },
  });
  if (period.from > period.to) return [breach("period.from", "the period ends before it starts")];
  const known = periodOfDays(period.from, period.to);
  const next = nextIssueDay(known);
  const breaches: Breach[] = [];
  if (known.id !== id) breaches.push(breach("period", `these days are ${known.id}, not ${id}`));
  if (known.week !== period.week) {
    breaches.push(breach("period.week", `these days are week ${known.week}, not ${period.week}`));
  }
  if (nextIssue !== next) {
    breaches.push(breach("nextIssue", `the next issue is due on ${next}, not on ${nextIssue}`));
  }
  if (issue.asOf === null && cutOff.slice(0, DAY) < period.from) {
    breaches.push(breach("cutOff", "the cut-off lies before the period"));
  }
  return breaches;
}

/** Length of `2021-05-09` in an ISO 8601 instant. */
const DAY = 10;

/** What the settings say of a brief, where they are at hand as the issue was made with them. */
export function checkSettings(issue: Issue, { brief }: Sources): Breach[] {
  if (brief === undefined || brief === null) return [];
  const { period, previous } = issue;
  const own = { ...period, id: issue.id };
  const number = issueNumber(own, brief.firstIssue, previous?.number ?? null);
  const pairs: [string, unknown, unknown][] = [
    ["brief.title", issue.brief.title, brief.title],
    ["brief.desk", issue.brief.desk, brief.desk ?? null],
    ["brief.contact", issue.brief.contact, brief.contact ?? null],
    ["marking", issue.marking, brief.marking],
    ["timeZone", issue.timeZone, brief.timeZone],
    ["number", issue.number, number],
  ];
  return pairs
    .filter(([, stated, set]) => canonicalJson(stated) !== canonicalJson(set))
    .map(([path, stated, set]) => ({
      code: "settings-differ",
      message: `${path} is ${canonicalJson(stated)}, the settings give ${canonicalJson(set)}`,
      at: { path },
    }));
}

/** The desk's words are those of its notes; without notes there are none. */
export function checkDeskText(issue: Issue, sources: Sources): Breach[] {
  const known = notesOf(issue, sources);
  if (known === null) return [];
  const pairs: [readonly (string | number)[], unknown, unknown][] = issue.themes.flatMap(
    ({ id, status, reason }, index) => {
      const own = known.themes[id];
      const given = (text: DeskText | undefined) => text ?? null;
      return [
        [["themes", index, "status"], status, statusOf(own, issue.previous !== null)],
        [["themes", index, "reason"], reason, given(own?.reason)],
      ];
    },
  );
  pairs.push([["corrections"], issue.corrections, known.corrections]);
  return pairs
    .filter(([, stated, written]) => canonicalJson(stated) !== canonicalJson(written))
    .map(([path]) => ({
      code: "desk-text-differs",
      message: `${String(path.at(-1))} is not what the desk's notes say`,
      at: spotAt(path, issue),
    }));
}
