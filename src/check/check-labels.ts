/** The labels of an issue's template, as far as they are at hand, in; words in them that take sides out. */

import { z } from "zod";
import { loadTemplateFiles, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { findStyleFaults, sha256, templateOf } from "../issue/index.js";
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { inputsOf } from "../model/template-folder.js";
import { type ParsedYaml, type Path, parseYaml } from "../text/yaml.js";

/** Labels are the brief's own voice, as the desk's words are: those that it was printed with. */
export async function checkLabels(
  host: Host,
  workspace: Workspace,
  issue: Issue,
  lexicon: Lexicon,
): Promise<Fault[]> {
  const { value: template } = await loadTemplateFiles(host, workspace, templateOf(issue));
  const own = new Set(issue.inputs.map((input) => input.sha256));
  const files = template === null ? [] : inputsOf(template);
  return files.flatMap(({ name, content }) => {
    const language = LABELS.exec(name)?.[1];
    if (language === undefined || typeof content !== "string") return [];
    return own.has(sha256(content)) ? faultsIn(name, content, language, lexicon) : [];
  });
}

const LABELS = /(?:^|\/)labels\.([\w-]+)\.yaml$/;

function faultsIn(file: string, text: string, language: string, lexicon: Lexicon): Fault[] {
  const yaml = parseYaml(z.unknown(), file, text);
  return wordsOf(yaml.value, [], yaml).flatMap(({ words, line }) =>
    findStyleFaults(words, lexicon, language)
      .filter(({ code }) => code === "loaded-language")
      .map(({ code, message, hint }) => faultOf(code, message, { file, line }, hint)),
  );
}

interface LabelWords {
  readonly words: string;
  readonly line: number;
}

/** Keys in a label's dotted name; an alias can make a label hold itself. */
const DEEPEST = 8;

function wordsOf(value: unknown, path: Path, yaml: ParsedYaml<unknown>): LabelWords[] {
  if (typeof value === "string") return [{ words: value, line: yaml.placeOf(path).line ?? 1 }];
  if (typeof value !== "object" || value === null || path.length === DEEPEST) return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsOf(inner, [...path, key], yaml));
}
