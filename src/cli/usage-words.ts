/** From what the argument parser found wrong to one line that says what to write instead. */
import { closest } from "../text/suggest.js";
import { UsageError } from "./usage.js";

export const COMMANDS = [
  "init",
  "add",
  "fetch",
  "corpus",
  "record",
  "generate",
  "render",
  "check",
  "release",
  "review",
  "approve",
  "recipients",
  "send",
  "withdraw",
  "status",
  "inspect",
  "evidence",
  "export",
  "reproduce",
  "explain",
  "search",
  "themes",
  "desk",
  "template",
  "preview",
  "publish",
  "copy",
  "bounces",
  "serve",
  "run",
  "schedule",
  "worker",
  "jobs",
  "doctor",
];

/** Flags of all commands: a test holds them to what `--help` prints. */
export const FLAGS = [
  "reread",
  "brief",
  "yes",
  "title",
  "id",
  "desk",
  "subject",
  "articles",
  "week",
  "from",
  "to",
  "as-of",
  "template",
  "language",
  "format",
  "export",
  "out",
  "date",
  "timings",
  "reissue",
  "offline",
  "issue",
  "all",
  "zip",
  "as",
  "dry-run",
  "again",
  "store-only",
  "theme",
  "outlet",
  "limit",
  "at",
  "print",
  "channel",
  "accept-unsigned",
  "address",
  "archive",
  "json",
  "html",
  "themes",
  "words",
  "method",
  "in",
  "full",
  "fix",
  "apply",
  "done",
  "marking",
  "port",
  "open",
  "by",
  "note",
  "list",
  "embargo",
  "send-by",
  "reason",
  "issue-version",
  "status",
  "correction",
  "withdrawal",
  "retry-unknown",
  "queue",
  "wait",
  "priority",
  "kinds",
  "concurrency",
  "once",
  "drain",
  "grace",
  "health-port",
  "state",
  "network",
  "log",
  "workspace",
  "help",
  "version",
];

/** @param message of yargs, in English */
export function explainUsage(message: string, argv: readonly string[]): UsageError {
  const minus = minusWord(message, argv);
  if (minus !== undefined) return minus;
  const listed = /^Unknown (?:argument|command)s?: ([^\n]+)/.exec(message)?.[1];
  if (listed !== undefined) return unknownWord(firstAtFault(listed.split(", ")), argv);
  const choice = /Argument: ([\w-]+), Given: "([^"]*)".*, Choices: (.+)/.exec(message);
  if (choice !== null) return unknownChoice(choice[1] ?? "", choice[2] ?? "", choice[3] ?? "");
  if (message.startsWith("Not enough non-option arguments")) return missingOperand(argv);
  const bare = /^Not enough arguments following: (\S+)/.exec(message)?.[1];
  if (bare !== undefined) return new UsageError(`--${bare} needs a value behind it`);
  const implied = /(\S+) -> (\S+)/.exec(message);
  if (implied !== null) return new UsageError(`--${implied[1]} needs --${implied[2]}`);
  const [first = message] = message.split("\n", 1);
  return new UsageError(first.charAt(0).toLowerCase() + first.slice(1));
}

/** A word such as `-not`, which is one flag per letter to the parser. */
function minusWord(message: string, argv: readonly string[]): UsageError | undefined {
  const command = argv.find((one) => COMMANDS.includes(one));
  const word = argv.find((one) => one === "--" || /^-[^-\sCo]/u.test(one));
  if (word === undefined || word === "--" || !message.startsWith("Unknown arg")) return undefined;
  const hint =
    command === "search"
      ? `for words that must not stand there, write -- in front of the query: brief search -- mercenaries ${word}`
      : "write -- in front of operands that start with -";
  return new UsageError(`unknown flag “${word}”`, hint);
}

/** Behind a command that is not there, flags that others have are unknown too, and stand first. */
function firstAtFault([first = "", ...others]: readonly string[]): string {
  return [first, ...others].find((word) => !FLAGS.includes(word)) ?? first;
}

function unknownWord(unknown: string, argv: readonly string[]): UsageError {
  const isFlag = argv.some((word) => /^-+/.test(word) && nameOf(word) === unknown);
  if (isFlag && FLAGS.includes(unknown)) {
    return new UsageError(`“--${unknown}” is a flag of other commands`);
  }
  const near = closest(unknown, isFlag ? FLAGS : COMMANDS);
  const dashes = isFlag ? "--" : "";
  const kind = isFlag ? "flag" : "command";
  const hint = near === null ? undefined : `did you mean “${dashes}${near}”?`;
  return new UsageError(`unknown ${kind} “${dashes}${unknown}”`, hint);
}

function nameOf(word: string): string {
  return word.replace(/^-+/, "").split("=", 1)[0] ?? "";
}

/** `--no-json` is a form of `--json`. */
function positive(word: string): string {
  return nameOf(word).replace(/^no-/, "");
}

/** @param listed what may stand there, each in quotation marks */
function unknownChoice(argument: string, given: string, listed: string): UsageError {
  const choices = Array.from(listed.matchAll(/"([^"]*)"/g), ([, choice = ""]) => choice);
  const near = closest(given, choices);
  return new UsageError(
    `there is no ${argument} “${given}”`,
    near === null ? `choose from ${choices.join(", ")}` : `did you mean “${near}”?`,
  );
}

const OPERANDS: Readonly<Record<string, string>> = {
  add: "files, folders, addresses of pages, or - for standard input",
  render: "the path of a page.html or an issue.json",
  check: "the path of an issue.json",
  release: "the path of an issue.json",
  review: "an issue: a path, or a name such as 2021-W18",
  approve: "an issue: a path, or a name such as 2021-W18",
  recipients: "check or list, and names of lists",
  send: "an issue: a path, or a name such as 2021-W18",
  status: "an issue: a path, or a name such as 2021-W18",
  withdraw: "an issue, such as 2021-W18, and --reason",
  evidence: "the path of an issue.json",
  reproduce: "the path of an issue.json",
  bounces: "messages, mailboxes or folders of them",
  inspect: "the name of a stage",
  explain: "an article or a statement",
  search: "words to look for",
  template: "new, take, list, check, upgrade, data or picture",
  themes: "try with terms, or suggest with the id of a theme",
};

function missingOperand(argv: readonly string[]): UsageError {
  const command = argv.find((word) => COMMANDS.includes(word));
  if (command === undefined)
    return new UsageError("name a command", `one of ${COMMANDS.join(", ")}`);
  // An unknown flag has taken the operand for its value.
  const unknown = argv.find((word) => word.startsWith("--") && !FLAGS.includes(positive(word)));
  if (unknown !== undefined && unknown !== "--") return unknownWord(nameOf(unknown), argv);
  return operandMissing(command);
}

export function operandMissing(command: string): UsageError {
  return new UsageError(`brief ${command} needs ${OPERANDS[command] ?? "another word"}`);
}
