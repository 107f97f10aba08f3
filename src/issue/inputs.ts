/** The inputs of an issue in, what they say of how it was made out. */
import type { Issue } from "../model/issue.js";

/** Name of the template that an issue was made with: its files are among the inputs. */
export function templateOf({ inputs }: Pick<Issue, "inputs">): string {
  const manifest = inputs.find(({ name }) => name.endsWith("/template.yaml"));
  return manifest?.name.split("/").at(-2) ?? "weekly";
}
