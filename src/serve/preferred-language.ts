/** What a browser says that its reader reads in, the best language that there is out (RFC 9110, 12.5.4). */
import { primaryLanguage } from "../text/primary-language.js";

/** @param header of any length: as much of it counts as honest browsers send @param known the first one where none is wanted */
export function preferredLanguage(header: string, known: readonly string[]): string {
  const wanted = header
    .slice(0, 500)
    .split(",")
    .map((part, at) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((one) => /^\s*q=([\d.]{1,5})\s*$/.exec(one)?.[1])[0];
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), at };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.at - b.at);
  for (const { tag } of wanted) {
    const found = known.find((own) => primaryLanguage(own) === primaryLanguage(tag.toLowerCase()));
    if (found !== undefined) return found;
  }
  return known[0] ?? "en";
}
