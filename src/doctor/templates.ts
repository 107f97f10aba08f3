/** The templates that briefs name, in the languages that they ask for. */
import { loadTemplateFiles } from "../config/workspace.js";
import { checkLanguage, loadTemplateFrom } from "../templating/index.js";
import { type Examined, type Found, found, foundIn, ofWorkspace } from "./check.js";

export const templatesCheck = ofWorkspace("templates", async (examined) => {
  const { briefs } = examined.workspace.settings;
  const all = await Promise.all(
    Object.entries(briefs).map(([id, { template, languages }]) =>
      lookAt(examined, id, template, languages),
    ),
  );
  return all.flat();
});

async function lookAt(
  { host, workspace }: Examined,
  brief: string,
  name: string,
  languages: readonly string[],
): Promise<readonly Found[]> {
  const { value, diagnostics } = await loadTemplateFiles(host, workspace, name, brief);
  if (value === null) return foundIn(diagnostics);
  const told = foundIn([
    ...diagnostics,
    ...loadTemplateFrom(value).diagnostics,
    ...languages.flatMap((language) => checkLanguage(value, language)),
  ]);
  const sound = found("ok", `${brief}: template ${name} is sound in ${languages.join(", ")}`);
  return told.length === 0 ? [sound] : told;
}
