import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { memoryHost } from "../../src/host/memory.js";
import { type Scheduler, scheduleFiles } from "../../src/unattended/schedule/index.js";

const SETTINGS = `briefs:
  libya-weekly: { title: L, timeZone: Europe/Berlin, cutOff: { day: sunday, time: "18:00" } }
  sahel-weekly: { title: S, timeZone: Asia/Kolkata, cutOff: { day: monday, time: "01:15" } }
`;

const filesFor = (scheduler: Scheduler, what = "weekly", folder = "/home/desk/our briefs 100%") =>
  scheduleFiles(
    memoryHost(new Map([[`${folder}/briefwright.yaml`, new TextEncoder().encode(SETTINGS)]])),
    { folder, what, scheduler, command: ["/usr/bin/node", "/opt/brief/dist/cli/main.js"] },
  );

describe("files for schedulers", () => {
  test("systemd gets a service and a timer that catches up, its specifiers escaped", async () => {
    const [service, timer] = await filesFor("systemd");
    expect(service?.text).toContain(
      'ExecStart=/usr/bin/node /opt/brief/dist/cli/main.js run weekly --workspace "/home/desk/our briefs 100%%"\n',
    );
    expect(service?.text).toContain("WorkingDirectory=/home/desk/our briefs 100%%\n");
    expect(timer?.text).toContain("Persistent=true");
  });

  test("cron gets a line that its shell reads as it is meant", async () => {
    const [file] = await filesFor("cron");
    expect(file?.text).toContain(
      "7 * * * * /usr/bin/node /opt/brief/dist/cli/main.js run weekly --workspace '/home/desk/our briefs 100\\%'\n",
    );
  });

  test("GitHub Actions gets each cut-off in the hours of winter and of summer", async () => {
    const [file] = await filesFor("github-actions");
    const workflow = parse(file?.text ?? "");
    expect(workflow.on.schedule.map(({ cron }: { cron: string }) => cron)).toEqual([
      "15 20 * * 0",
      "30 16 * * 0",
      "30 17 * * 0",
    ]);
    expect(
      workflow.jobs.run.steps.some(({ run }: { run?: string }) =>
        run?.includes("brief run weekly"),
      ),
    ).toBe(true);
  });

  test("one brief has its own times", async () => {
    const [file] = await filesFor("github-actions", "sahel-weekly");
    expect(file?.name).toBe(".github/workflows/briefs-sahel-weekly.yml");
    expect(parse(file?.text ?? "").on.schedule).toEqual([{ cron: "15 20 * * 0" }]);
  });

  test("a name that is nobody's is refused", async () => {
    await expect(filesFor("cron", "monthly")).rejects.toThrow();
  });
});
