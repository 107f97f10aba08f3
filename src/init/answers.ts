/** What was typed in, checked answers out: a title, an id, languages, phrases. */
import { type Diagnostic, hasErrors, type Outcome } from "../model/diagnostic.js";
import { briefIdOf } from "./brief-id.js";
import type { WorkspaceAnswers } from "./plan-workspace.js";
import { LONGEST_PHRASE, MOST_THEMES, phrasesOf } from "./subject-themes.js";

export interface Typed {
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly desk: string | undefined;
  readonly language: string | undefined;
  readonly subject: string | undefined;
}

export function answersFrom(
  typed: Typed,
  rest: Pick<WorkspaceAnswers, "root" | "template" | "hasArticles">,
): Outcome<WorkspaceAnswers> {
  const title = tidy(typed.title) || "Weekly Brief";
  const subject = typed.subject ?? "";
  const slug = briefIdOf(title);
  const id = typed.id ?? slug ?? "my-brief";
  const diagnostics = [
    ...idFaults(typed.id),
    ...(typed.id === undefined && slug === null ? [idWasChosen(id)] : []),
    ...subjectFaults(subject),
  ];
  if (hasErrors(diagnostics)) return { value: null, diagnostics };
  const languages = [...new Set((typed.language ?? "en").split(",").map(tidy))].filter(Boolean);
  const value = {
    ...rest,
    id,
    title,
    desk: tidy(typed.desk),
    languages: languages.length === 0 ? ["en"] : languages,
    subject,
  };
  return { value, diagnostics };
}

function tidy(text: string | undefined): string {
  return (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();
}

function idFaults(id: string | undefined): readonly Diagnostic[] {
  if (id === undefined || /^[a-z0-9][a-z0-9-]{0,39}$/.test(id)) return [];
  const hint = "use small Latin letters, digits and hyphens, 40 at most: sahel-weekly";
  return [fault("brief-id", `“${id}” is no name for a brief`, hint)];
}

function idWasChosen(id: string): Diagnostic {
  const message = `the title has no Latin letters: the brief is “${id}” in the settings and in folders`;
  const hint = "give it another name with --id";
  return { ...fault("brief-id", message, hint), severity: "info" };
}

function subjectFaults(subject: string): readonly Diagnostic[] {
  const phrases = phrasesOf(subject);
  const long = phrases.find(({ length }) => length > LONGEST_PHRASE);
  const hint = 'part short phrases by commas: --subject "grain prices, drought"';
  if (long !== undefined) {
    const shown = `${[...long].slice(0, 30).join("")}…`;
    return [fault("subject-too-long", `“${shown}” is too long to be found in an article`, hint)];
  }
  if (phrases.length > MOST_THEMES) {
    const message = `the subject has ${phrases.length} phrases, each of which would be a theme`;
    return [fault("subject-too-long", message, `keep to ${MOST_THEMES}, and add terms later`)];
  }
  if (subject.trim() === "" || phrases.length > 0) return [];
  return [fault("subject-empty", "the subject holds no words", hint)];
}

function fault(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, hint };
}
