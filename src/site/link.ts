/** Paths of the site in, links between them out: relative, so that the whole can be copied anywhere (RFC 3986, 4.2). */

/** What a folder shows; named in links, as no server says so for a disk. */
export const INDEX = "index.html";

/**
 * @param from path of the page below the site, e.g. `weekly/2021-W18/index.html`
 * @param to path of a file below the site
 */
export function linkTo(from: string, to: string, fragment: string | null = null): string {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  const shared = here.findIndex((name, depth) => name !== there[depth]);
  const depth = shared < 0 ? here.length : shared;
  const steps = [...here.slice(depth).map(() => ".."), ...there.slice(depth).map(inUrl)];
  const path = steps.join("/");
  return fragment === null ? path : `${path}#${inUrl(fragment)}`;
}

/** @param baseUrl without a slash at its end @returns the address of a page or a file, a folder's own for its page */
export function addressOf(baseUrl: string, path: string): string {
  const parts = path.split("/").map(inUrl);
  if (parts.at(-1) === INDEX) parts.splice(-1, 1, "");
  return `${baseUrl}/${parts.join("/")}`;
}

function inUrl(name: string): string {
  return name === ".." ? name : encodeURIComponent(name.toWellFormed());
}
