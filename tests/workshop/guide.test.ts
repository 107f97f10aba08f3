/** The guide to a template of one's own, followed word by word. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { openTestWorkspace, REPOSITORY, readOut, readRepository } from "../workspace.js";

vi.setConfig({ testTimeout: 120_000 });

interface Step {
  readonly language: string;
  /** `run`, or the file that the block is written to. */
  readonly what: string;
  readonly text: string;
}

function stepsOf(heading: string): readonly Step[] {
  const section = readRepository("templates/README.md").split(`\n## ${heading}\n`)[1] ?? "";
  const fences = (section.split("\n## ")[0] ?? "").matchAll(
    /^( *)```(\w+) (\S+)\n([\s\S]*?)^ *```$/gm,
  );
  return Array.from(fences, ([, indent = "", language = "", what = "", text = ""]) => ({
    language,
    what,
    text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

describe("the guide to a template of one's own", () => {
  const steps = stepsOf("Make your own in five minutes: extend");
  const root = openTestWorkspace();
  const brief = (line: string) => {
    const main = join(REPOSITORY, "dist/cli/main.js");
    const args = line.replace(/^npx brief /, "").split(" ");
    return spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: "utf8" });
  };
  const follow = ({ language, what, text }: Step) => {
    if (language === "sh") {
      for (const line of text.trim().split("\n")) {
        const { status, stderr } = brief(line);
        expect(status, `${line}\n${stderr}`).toBe(0);
        expect(stderr, line).not.toMatch(/^(?:error|warning):/m);
      }
      return;
    }
    mkdirSync(dirname(join(root, what)), { recursive: true });
    writeFileSync(join(root, what), text);
  };

  test("has commands and files", () => {
    expect(steps.filter(({ what }) => what === "run").length).toBeGreaterThan(3);
    expect(steps.filter(({ what }) => what !== "run").length).toBe(7);
  });

  test("works from its first step to its last", () => {
    for (const step of steps) {
      follow(step);
      if (!step.text.includes("take my-brief brief.hbs")) continue;
      const file = join(root, "templates/my-brief/brief.hbs");
      const page = readFileSync(file, "utf8");
      writeFileSync(file, page.replace("{{> watch}}", "{{> own-section}}\n{{> watch}}"));
    }
    const page = readOut(root, "brief.html").toString();
    expect(page).toContain(">Where the themes stand</h2>");
    expect(page).toContain('<p class="motto">Facts first</p>');
    expect(page).toContain(">Dates to keep</h2>");
    expect(page).toContain("--accent: #7a1f3d");
    expect(page).not.toContain("--accent: #12466b");
    expect(page).toMatch(/<img class="logo" src="data:image\/svg\+xml/);
    expect(readOut(root, "tr/brief.html").toString()).toContain(">Konuların durumu</h2>");
    const arabic = readOut(root, "ar/brief.html").toString();
    expect(arabic).toContain('dir="rtl"');
    expect(arabic).toContain(">أين تقف الموضوعات</h2>");
  });
});
