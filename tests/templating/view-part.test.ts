import { describe, expect, test } from "vitest";
import { makeView } from "../../src/templating/make-view.js";
import { viewPart, viewYaml } from "../../src/templating/reference/view-part.js";
import { fullIssue } from "./full-issue.js";

const view = makeView(fullIssue, "en");

function printed(path: string): string {
  const part = viewPart(view, path);
  return "missing" in part ? `${part.missing}: ${part.hint}` : viewYaml(part);
}

describe("a part of the data", () => {
  test("is told field by field", () => {
    expect(printed("brief")).toBe(
      [
        "# Id of the series, as the settings name it.",
        "id: libya-weekly",
        "# Title of the series.",
        "title: Libya-Türkiye Weekly",
        "# Who owns it. Null where the settings do not say.",
        "desk: North Africa",
        "# An address or words, for {{href …}}. Null where the settings do not say.",
        "contact: desk@example.org",
        "",
      ].join("\n"),
    );
  });

  test("tells of a field once, however many entries a list has", () => {
    const sources = printed("sources");
    expect(sources.match(/Title of the article/g)).toHaveLength(1);
    expect(sources.match(/ {2}title: /g)).toHaveLength(5);
  });

  test("is named in any way that a template names it", () => {
    expect(printed("themes.[0].says.1.speaker")).toBe("Mevlüt Çavuşoğlu\n");
    expect(printed("corrections.[0]")).toContain("The figure of the last issue");
  });

  test("that is not there is told with what is", () => {
    expect(printed("issue.cutoff")).toBe('issue.cutoff: did you mean "issue.cutOff"?');
    expect(printed("themes.9.title")).toBe("themes.9: the list goes from 0 to 3");
    expect(printed("brief.title.length")).toBe("brief.title.length: nothing is inside of it");
    expect(printed("brief.owner")).toBe("brief.owner: there are id, title, desk, contact");
  });
});
