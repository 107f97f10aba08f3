/** A labels file of the archive in, its words, days and periods in one language out. */
import type { Diagnostic } from "../model/diagnostic.js";
import {
  type Direction,
  dateWords,
  directionOf,
  labelParts,
  labelText,
  rangeWords,
  readLabels,
} from "../templating/index.js";
import { primaryLanguage } from "../text/primary-language.js";

export type Parameters = Readonly<Record<string, string | number>>;

export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  /** `n` among the parameters chooses the plural form. @throws where there is no such label */
  readonly say: (key: string, parameters?: Parameters) => string;
  /** The words with their parameters as they stand in the file, in every plural form. */
  readonly forms: (key: string) => Readonly<Record<string, string>>;
  /** @param value ISO 8601 day or instant */
  readonly day: (value: string) => string;
  readonly period: (period: { readonly from: string; readonly to: string }) => string;
}

/** The language that stands in for one without a labels file. */
export const FALLBACK = "en";

/**
 * @param files texts by file name, `labels.en.yaml` among them
 * @returns the words of a language, or English ones
 */
export function wordsFrom(files: ReadonlyMap<string, string>): (language: string) => Words {
  const known = new Map<string, Words>();
  return (language) => {
    const own = files.has(fileOf(language)) ? primaryLanguage(language) : FALLBACK;
    const words = known.get(own) ?? readWords(own, files.get(fileOf(own)) ?? "");
    known.set(own, words);
    return words;
  };
}

function fileOf(language: string): string {
  return `labels.${primaryLanguage(language)}.yaml`;
}

function readWords(language: string, text: string): Words {
  const { labels, diagnostics } = readLabels(fileOf(language), text, language);
  if (diagnostics.length > 0) throw new Error(faultOf(diagnostics));
  const say = (key: string, parameters: Parameters = {}): string => {
    const count = typeof parameters.n === "number" ? parameters.n : undefined;
    const found = labelText(labels, key, count);
    if (found === null) throw new Error(`${labels.file} has no label "${key}"`);
    return labelParts(found)
      .map((part) => (part.kind === "text" ? part.text : String(parameters[part.name] ?? "")))
      .join("");
  };
  return {
    language,
    direction: directionOf(language),
    say,
    forms: (key) => labels.entries.get(key)?.forms ?? { other: say(key) },
    day: (value) => dateWords(value.slice(0, 10), language, "d MMMM yyyy"),
    period: ({ from, to }) =>
      rangeWords(
        { from, to, precision: "day" },
        language,
        (one, other, isDay) => say(isDay ? "range-days" : "range", { from: one, to: other }),
        "MMMM",
      ),
  };
}

function faultOf([first]: readonly Diagnostic[]): string {
  return `${first?.place?.file}:${first?.place?.line ?? 1} ${first?.message}`;
}
