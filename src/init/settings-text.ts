/** The settings of the starter and what the desk answered in, its own settings, comments kept, out. */
import { isMap, isScalar, parseDocument } from "yaml";

export interface BriefAnswers {
  readonly id: string;
  readonly title: string;
  readonly desk: string;
  /** BCP 47 tags, the brief's own first. */
  readonly languages: readonly string[];
  /** Name of the template that it is printed with. */
  readonly template: string;
}

export function settingsText(starter: string, answers: BriefAnswers): string {
  const { id, title, desk, languages, template } = answers;
  const document = parseDocument(starter);
  const briefs = document.get("briefs");
  const [only] = isMap(briefs) ? briefs.items : [];
  if (only === undefined || !isScalar(only.key)) throw new Error("the starter has no brief");
  only.key.value = id;
  const put = (key: string, value: unknown) => document.setIn(["briefs", id, key], value);
  put("title", title);
  if (desk === "") document.deleteIn(["briefs", id, "desk"]);
  else put("desk", desk);
  put("template", template);
  put("languages", document.createNode(languages, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
