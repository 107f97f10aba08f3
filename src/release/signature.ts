/** Issue, templates and options in, the hash of each part that an approval stands for out. */
import { canonicalJson, sha256 } from "../issue/index.js";
import type { Issue } from "../model/issue.js";
import type { CopyOptions, SealedEdition, Signature } from "../model/release-log.js";
import { GIVEN_INPUT, inputsOf, type TemplateFiles } from "../model/template-folder.js";
import type { Templates } from "./frozen-template.js";

export type LookSignature = Pick<Signature, "template" | "style" | "marking">;

export function signLook(
  { page, mail }: Templates,
  { marking }: Pick<Issue, "marking">,
): LookSignature {
  const inputs = [...namedInputs("page", page), ...namedInputs("mail", mail)];
  return {
    template: hashOf(inputs.filter(([name]) => !isLook(name))),
    style: hashOf(inputs.filter(([name]) => isLook(name))),
    marking: sha256(canonicalJson(marking)),
  };
}

export function signOptions(options: CopyOptions): string {
  return sha256(canonicalJson(options));
}

/** The seal of the issue; of several languages, one hash over all of their seals. */
export function signEditions(editions: readonly SealedEdition[]): string {
  const [only, ...others] = editions;
  return only !== undefined && others.length === 0 ? only.seal : sha256(canonicalJson(editions));
}

type NamedHash = readonly [name: string, sha256: string];

/** Folders may go by other names elsewhere; what stands in them may not. */
function namedInputs(use: string, template: TemplateFiles): readonly NamedHash[] {
  return inputsOf(template).map(({ name, content }) => [`${use}: ${name}`, sha256(content)]);
}

function hashOf(inputs: readonly NamedHash[]): string {
  return sha256(canonicalJson(inputs.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Words and their order stand in templates, manifests and labels; all else is how it looks. */
function isLook(name: string): boolean {
  return name.endsWith(`/${GIVEN_INPUT}`) || !/\.(?:hbs|ya?ml)$/.test(name);
}
