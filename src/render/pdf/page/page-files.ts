/** The name by which a page or its style sheet calls a file in, its path below the page's folder out. */

/** The bytes of a file by its path below the page's folder; undefined where there is none. */
export type ReadFile = (path: string) => Uint8Array | undefined;

export const NO_FILES: ReadFile = () => undefined;

/**
 * @param reference as written, e.g. `fonts/text.woff2` or `../logo.png?v=2`
 * @param from path of the file that names it, below the page's folder; "" for the page itself
 * @returns undefined for an address, a path of the whole disk and whatever leads out of the folder
 */
export function resolveReference(reference: string, from = ""): string | undefined {
  const [path = ""] = reference.trim().split(/[?#]/, 1);
  if (path === "" || /^(?:[a-z][a-z\d+.-]*:|\/|\\)/i.test(path)) return undefined;
  const steps = from.split("/").slice(0, -1);
  for (const step of decodePath(path).split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.some((step) => /[\\\0]/.test(step)) ? undefined : steps.join("/");
}

/** `%20` for a space; a name with a lone `%` is taken as it is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * What a page or a style sheet may want of its folder, for those who can only read ahead: every
 * style sheet, picture and font that it names, so rather too much than too little.
 * @param text HTML or CSS
 * @param from path of the file that holds it, below the page's folder; "" for the page itself
 */
export function namedFiles(text: string, from: string): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [, ...quotings] of text.matchAll(NAMES)) {
    const name = quotings.find((each) => each !== undefined) ?? "";
    const path = name.startsWith("data:") ? undefined : resolveReference(name, from);
    if (path !== undefined && PAGE_FILE.test(path)) paths.add(path);
  }
  return paths;
}

const NAMES = /(?:\b(?:src|href)\s*=\s*|url\(\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'()<>]+))/gi;
const PAGE_FILE = /\.(?:css|png|jpe?g|svg|ttf|otf|woff2?)$/i;
