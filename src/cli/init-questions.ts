/** The four questions of `brief init`, asked on a terminal; what a flag answers is not asked. */
import process from "node:process";
import { intro, isCancel, outro, select, text } from "@clack/prompts";
import { briefIdOf } from "../init/brief-id.js";
import type { InitFlags } from "./init.js";

const TERMINAL = { output: process.stderr };

/** In their own words, as whoever reads one looks for it. */
const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "tr", label: "Türkçe" },
  { value: "ar", label: "العربية" },
  { value: "ru", label: "Русский" },
  { value: "fr", label: "Français" },
  { value: "de", label: "Deutsch" },
];

/** @returns null where it was called off */
export async function askQuestions(flags: InitFlags): Promise<InitFlags | null> {
  intro("A new workspace", TERMINAL);
  const title = flags.title ?? (await line("What is the brief called?", "Weekly Brief"));
  if (title === null) return null;
  const id = flags.id ?? briefIdOf(title) ?? (await idOf());
  if (id === null) return null;
  const desk = flags.desk ?? (await line("Which desk answers for it?", ""));
  if (desk === null) return null;
  const language = flags.language ?? (await languageOf());
  if (language === null) return null;
  const question = "What does it follow? Words and phrases, parted by commas";
  const subject = flags.subject ?? (await line(question, "", "grain prices, drought"));
  if (subject === null) return null;
  outro("Writing it", TERMINAL);
  return { title, id, desk, language, subject };
}

async function line(message: string, standard: string, example = standard): Promise<string | null> {
  const answer = await text({
    message,
    placeholder: example === "" ? "may be left empty" : example,
    defaultValue: standard,
    ...TERMINAL,
  });
  return isCancel(answer) ? null : (answer ?? standard);
}

async function idOf(): Promise<string | null> {
  const answer = await text({
    message: "How is it called in folders? Small Latin letters, digits and hyphens",
    placeholder: "my-brief",
    defaultValue: "my-brief",
    validate: (given) =>
      /^(?:[a-z0-9][a-z0-9-]*)?$/.test(given ?? "")
        ? undefined
        : "small Latin letters, digits and hyphens: sahel-weekly",
    ...TERMINAL,
  });
  return isCancel(answer) ? null : answer;
}

async function languageOf(): Promise<string | null> {
  const answer = await select({
    message: "In which language is it?",
    options: LANGUAGES,
    initialValue: "en",
    ...TERMINAL,
  });
  return isCancel(answer) ? null : answer;
}
