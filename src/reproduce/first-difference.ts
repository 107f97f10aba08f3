/** Two versions of a file in, where they first part, in words, out. */

/** @param path tells what kind of file it is */
export function firstDifference(path: string, before: Uint8Array, after: Uint8Array): string {
  if (path.endsWith(".json")) {
    const [a, b] = [parse(before), parse(after)];
    const found = inContent(a, b) ?? inValue(a, b, []);
    if (found !== null) return found;
  }
  if (/\.(?:html|txt|json)$/.test(path)) return inText(decode(before), decode(after));
  const at = before.findIndex((byte, index) => byte !== after[index]);
  const place = at < 0 ? Math.min(before.length, after.length) : at;
  return `byte ${place}; ${before.length} bytes before, ${after.length} now`;
}

/** What the issue says tells more than the hashes of what it was made from. */
function inContent(before: unknown, after: unknown): string | null {
  if (!isObject(before) || !isObject(after)) return null;
  const content = (value: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !ACCOUNTS.has(key)));
  return inValue(content(before), content(after), []);
}

const ACCOUNTS = new Set(["program", "inputs", "coverage", "method", "seal"]);

type Step = { readonly key: string; readonly name: string | null };

/** The first place in the order of keys; things with an id are named by it. */
function inValue(before: unknown, after: unknown, way: readonly Step[]): string | null {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [a, b] = [before[key], after[key]];
      const name = nameOf(a) ?? nameOf(b);
      const found = inValue(a, b, [...way, { key, name }]);
      if (found !== null) return found;
    }
    return null;
  }
  if (before === after) return null;
  return `${placeOf(way)}: ${quoted(before)} before, ${quoted(after)} now`;
}

/** `themes.0.happened.1.text (s-0123456789ab)` */
function placeOf(way: readonly Step[]): string {
  const name = way.findLast((step) => step.name !== null)?.name;
  const path = way.map(({ key }) => key).join(".");
  return name === undefined || name === null ? path : `${path} (${name})`;
}

const NAMES = ["id", "article", "name", "file", "path"];

function nameOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const name = NAMES.map((key) => value[key]).find((found) => typeof found === "string");
  return typeof name === "string" ? clip(name) : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function quoted(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `“${clip(value)}”`;
  return clip(JSON.stringify(value));
}

const CLIPPED = 80;

function clip(text: string): string {
  return text.length > CLIPPED ? `${text.slice(0, CLIPPED - 1)}…` : text;
}

function inText(before: string, after: string): string {
  const [a, b] = [before.split("\n"), after.split("\n")];
  const line = a.findIndex((words, index) => words !== b[index]);
  const at = line < 0 ? a.length : line;
  const [old = "", now = ""] = [a[at], b[at]];
  let column = 0;
  while (column < old.length && old[column] === now[column]) column += 1;
  const from = Math.max(0, column - 20);
  const words = (whole: string) => `“${clip(whole.slice(from))}”`;
  return `line ${at + 1}: ${words(old)} before, ${words(now)} now`;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
