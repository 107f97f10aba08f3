/** A job to a line of a crontab (crontab(5)). */
import { commandOf, type Job, type ScheduleFile } from "./job.js";

/** Every hour, as not every cron knows time zones. */
export function crontabLine(job: Job): readonly ScheduleFile[] {
  const command = commandOf(job).map(quoted).join(" ");
  const text = `# Passwords and keys that distribution.yaml names stand above this line, as NAME=value.
7 * * * * ${command.replaceAll("%", "\\%")}
`;
  return [{ name: "crontab", text }];
}

/** For the shell that cron starts (POSIX, 2.2.2). */
function quoted(word: string): string {
  return /^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
