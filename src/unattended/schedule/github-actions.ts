/** A job to a workflow of GitHub Actions, which knows no time zone but UTC. */
import { stringify } from "yaml";
import { instantAt } from "../../issue/index.js";
import type { Job, ScheduleFile } from "./job.js";

export function githubWorkflow({ what, cutOffs }: Job): readonly ScheduleFile[] {
  const workflow = {
    name: `Briefs (${what})`,
    on: { schedule: timesOf(cutOffs).map((cron) => ({ cron })), workflow_dispatch: {} },
    permissions: { contents: "write" },
    concurrency: { group: `briefs-${what}`, "cancel-in-progress": false },
    jobs: {
      run: {
        "runs-on": "ubuntu-latest",
        "timeout-minutes": 60,
        steps: [
          { uses: "actions/checkout@v4" },
          { uses: "actions/setup-node@v4", with: { "node-version": "24" } },
          { run: "npm ci" },
          // The shell of this name also fails where the first of two commands does.
          { shell: "bash", run: `npx brief run ${what} | tee run.json` },
          {
            if: "always()",
            uses: "actions/upload-artifact@v4",
            with: { name: "briefs", path: "out/\nrun.json" },
          },
          { name: "Keep the corpus and the record", if: "always()", run: KEEP },
        ],
      },
    },
  };
  const text = `# The repository holds the workspace, and its package.json names briefwright.
# Passwords and keys that distribution.yaml names: secrets of the repository, under \`env:\` of the run.
${stringify(workflow, { lineWidth: 0 })}`;
  return [{ name: `.github/workflows/briefs-${what}.yml`, text }];
}

const KEEP = `git config user.name briefs
git config user.email briefs@users.noreply.github.com
git add corpus
git diff --cached --quiet || git commit -m "Add what this run fetched and made"
git push
`;

/** Half an hour after each cut-off, as it falls in winter and in summer: the other run finds nothing due. */
function timesOf(cutOffs: Job["cutOffs"]): readonly string[] {
  const times = cutOffs.flatMap(({ day, time, timeZone }) =>
    SUNDAYS.map((sunday) => {
      const shift = DAYS.indexOf(day);
      const local = instantAt(
        `${sunday.slice(0, 8)}${pad(Number(sunday.slice(8)) + shift)}`,
        time,
        timeZone,
      );
      const at = new Date(Date.parse(local) + AFTER_MS);
      return `${at.getUTCMinutes()} ${at.getUTCHours()} * * ${at.getUTCDay()}`;
    }),
  );
  return [...new Set(times)].sort();
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** One in winter and one in summer, with the week after it in the same month. */
const SUNDAYS = ["2021-01-10", "2021-07-11"];

const AFTER_MS = 30 * 60 * 1000;

function pad(day: number): string {
  return String(day).padStart(2, "0");
}
