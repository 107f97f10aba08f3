/** The fonts that come with the program, and the letters of the languages that briefs are printed in. */
import { loadTemplateFiles, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { fontsAtHand } from "../render/index.js";
import { loadTemplateFrom } from "../templating/index.js";
import { type Check, type Examined, type Found, found } from "./check.js";
import { counted } from "./words.js";

export const fontsCheck: Check = { name: "fonts", look };

async function look({ host, workspace }: Examined): Promise<readonly Found[]> {
  const { families, files, broken, lacking } = fontsAtHand(
    workspace === null ? "" : await lettersOf(host, workspace),
  );
  const told = broken.map(({ family, reason }) =>
    found("error", `${family}: a file cannot be read (${reason})`, "install the program anew"),
  );
  if (lacking !== "") {
    const hint = "bring a font that has them with the template: @font-face in its style.css";
    told.push(found("warning", `no font has these letters: ${[...lacking].join(" ")}`, hint));
  }
  if (told.length > 0) return told;
  const languages = languagesOf(workspace);
  const cover = languages.length === 0 ? "" : `, with the letters of ${languages.join(", ")}`;
  return [found("ok", `${counted(files, "file")} of ${families.join(", ")}${cover}`)];
}

function languagesOf(workspace: Workspace | null): readonly string[] {
  const briefs = Object.values(workspace?.settings.briefs ?? {});
  return [...new Set(briefs.flatMap(({ languages }) => languages))];
}

/** Of the labels that the pages print in the languages of their briefs. */
async function lettersOf(host: Host, workspace: Workspace): Promise<string> {
  const words: string[] = [];
  for (const [id, { template: name, languages }] of Object.entries(workspace.settings.briefs)) {
    const { value } = await loadTemplateFiles(host, workspace, name, id);
    if (value === null) continue;
    for (const language of languages) {
      const { template } = loadTemplateFrom(value, language);
      for (const { entries } of template?.labels.values() ?? []) {
        for (const { forms } of entries.values()) words.push(...Object.values(forms));
      }
    }
  }
  return words.join("").replace(/[\s\p{C}]/gu, "");
}
