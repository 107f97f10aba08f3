/** A job to a service and its timer (systemd.service(5), systemd.timer(5)). */
import { commandOf, type Job, type ScheduleFile } from "./job.js";

/** Every hour: a run does nothing but fetch where nothing is due, so that no zone and no pause matters. */
export function systemdUnits(job: Job): readonly ScheduleFile[] {
  const { folder, what } = job;
  return [
    {
      name: `briefwright-${what}.service`,
      text: `[Unit]
Description=Briefs that are due (${what})
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory=${escaped(folder)}
ExecStart=${commandOf(job).map(quoted).join(" ")}
# Passwords and keys that distribution.yaml names: one NAME=value a line, readable by you alone.
EnvironmentFile=-%h/.config/briefwright/secrets
# 3: another run is at work.
SuccessExitStatus=3
TimeoutStartSec=2h
UMask=0077
NoNewPrivileges=yes
`,
    },
    {
      name: `briefwright-${what}.timer`,
      text: `[Unit]
Description=Looks every hour which briefs are due (${what})

[Timer]
OnCalendar=hourly
RandomizedDelaySec=5min
# After the machine was off.
Persistent=true

[Install]
WantedBy=timers.target
`,
    },
  ];
}

/** A percent sign begins a specifier (systemd.unit(5)). */
function escaped(text: string): string {
  return text.replaceAll("%", "%%");
}

/** In double quotes, in which a dollar sign and a backslash still mean something. */
function quoted(word: string): string {
  const safe = escaped(word).replaceAll("$", "$$$$");
  return /^[\w./:=%$@+-]+$/.test(safe) ? safe : `"${safe.replace(/["\\]/g, "\\$&")}"`;
}
