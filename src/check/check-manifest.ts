/** A manifest and its issue in, what the one says of the run and the other does not out. */
import { ARTICLE_INPUT } from "../issue/index.js";
import { type Fault, type FaultPlace, faultOf } from "../model/fault.js";
import { FILE_OF_FORMAT } from "../model/format.js";
import type { Issue } from "../model/issue.js";
import type { Manifest } from "../model/manifest.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { COVERAGE } from "../records.js";

/** @param place of the manifest */
export function checkManifest(manifest: Manifest, issue: Issue, place: FaultPlace): Fault[] {
  const told = [...runDiffers(manifest, issue), ...inputsDiffer(manifest, issue)];
  return [...told, ...outputsLack(manifest)].map((what) =>
    faultOf("manifest-differs", what, place),
  );
}

/** What each fact is called, what the manifest gives, what the issue gives. */
type Fact = readonly [string, string | null, string | null];

function runDiffers({ program, issue: head, options, lexicon }: Manifest, issue: Issue): string[] {
  const { brief, period, method } = issue;
  const facts: readonly Fact[] = [
    ["version of the program", program.version, issue.program.version],
    ["brief", head.brief, brief.id],
    ["issue", head.id, issue.id],
    ["version of the issue", head.version, issue.version],
    ["first day", options.period.from, period.from],
    ["last day", options.period.to, period.to],
    ["day to look back from", options.asOf, issue.asOf?.day ?? null],
    ["language", options.language ?? brief.language, brief.language],
    ["lexicon", lexicon, method.lexicon],
  ];
  return facts.flatMap(([what, here, there]) =>
    here === there ? [] : [`${what}: “${here ?? "none"}” here, “${there ?? "none"}” in the issue`],
  );
}

/** The issue names all inputs but the records that lie beside articles. */
function inputsDiffer({ inputs }: Manifest, issue: Issue): string[] {
  const listed = new Map(inputs.map(({ name, sha256 }) => [name, sha256]));
  const known = new Set(issue.inputs.map(({ name }) => name));
  return [
    ...issue.inputs.flatMap(({ name, sha256 }) => {
      const here = listed.get(name);
      if (here === undefined) return [`${name} is an input of the issue, and is not listed here`];
      return here === sha256 ? [] : [`${name} has another hash here than in the issue`];
    }),
    ...inputs.flatMap(({ name }) => {
      const described = name.slice(0, -SOURCE_SUFFIX.length);
      const isRecord = name.startsWith(ARTICLE_INPUT) && name.endsWith(SOURCE_SUFFIX);
      const isKnown = known.has(name) || (isRecord && known.has(described));
      return isKnown ? [] : [`${name} is no input of the issue`];
    }),
  ];
}

function outputsLack({ options, outputs }: Manifest): string[] {
  const named = new Set(outputs.map(({ path }) => path));
  return [...options.formats.map((format) => FILE_OF_FORMAT[format]), COVERAGE].flatMap((path) =>
    named.has(path) ? [] : [`${path} was made, and is not listed here`],
  );
}
