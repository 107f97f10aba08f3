import { describe, expect, test } from "vitest";
import { SettingsSchema } from "../../src/model/settings.js";
import { parseYaml } from "../../src/text/yaml.js";

const read = (lines: string) =>
  parseYaml(
    SettingsSchema,
    "briefwright.yaml",
    `briefs: { weekly: { title: Weekly } }\n${lines}\n`,
  );

describe("the settings of collecting", () => {
  test("are polite and closed where they say nothing", () => {
    expect(read("").value).toMatchObject({
      feeds: {},
      network: { allow: [] },
      politeness: { delayMs: 1000 },
    });
  });

  test("name feeds, and servers of the house", () => {
    const { value, diagnostics } = read(
      [
        'feeds: { gazette: { url: "https://example.org/rss", outlet: Gazette, full: true } }',
        'network: { allow: ["10.1.2.3:8000", "intranet:3000", "[::1]:80", 10.1.0.0/16, "fd00::/8"] }',
      ].join("\n"),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.feeds.gazette).toMatchObject({ outlet: "Gazette", full: true });
  });

  test.each([
    ["feeds: { gazette: { url: example.org/rss } }", /write it in full/],
    ['feeds: { gazette: { url: "ftp://example.org/rss" } }', /write it in full/],
    ['feeds: { Gazette: { url: "https://example.org/rss" } }', /Gazette/],
    ['feeds: { gazette: { url: "https://example.org/rss", ful: true } }', /full/],
    ["network: { allow: [localhost] }", /host and port/],
    ['network: { allow: ["http://10.0.0.1:80"] }', /host and port/],
    ["politeness: { delayMs: -1 }", /./],
  ])("%s is told with its line", (lines, said) => {
    const { value, diagnostics } = read(lines);
    expect(value).toBeNull();
    expect(diagnostics[0]?.place).toMatchObject({ file: "briefwright.yaml", line: 2 });
    expect(`${diagnostics[0]?.message} ${diagnostics[0]?.hint}`).toMatch(said);
  });
});
