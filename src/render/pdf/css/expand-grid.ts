/** Shorthands of grids in, their longhands out (CSS Grid 1, 7.4 and 8.4). */
import type { Declaration } from "./shorthands.js";
import { splitWords } from "./values.js";

/** `a / b`; a name that stands alone counts for the other sides too. */
export function gridLines(
  value: string,
  names: readonly string[],
): readonly Declaration[] | undefined {
  const lines = value.split("/").map((line) => line.trim());
  if (lines.length > names.length || lines.includes("")) return undefined;
  const values: string[] = [];
  return names.map((name, index) => {
    const opposite = values[index < 2 ? 0 : index - 2] ?? "auto";
    const value = lines[index] ?? (/^[a-z_-][\w-]*$/i.test(opposite) ? opposite : "auto");
    values.push(value);
    return { name, value };
  });
}

/** `rows / columns`, or areas by row, each with its height, then the columns. */
export function expandGridTemplate(value: string): readonly Declaration[] | undefined {
  const [rows = "", columns = "none", ...rest] = value.split("/").map((part) => part.trim());
  if (rest.length > 0) return undefined;
  const words = splitWords(rows);
  const areas = words.filter((word) => /^["']/.test(word));
  if (areas.length === 0) {
    return [
      { name: "grid-template-rows", value: rows },
      { name: "grid-template-columns", value: columns },
      { name: "grid-template-areas", value: "none" },
    ];
  }
  const heights = words.flatMap((word, index) => {
    if (!/^["']/.test(word)) return [];
    const next = words[index + 1];
    return [next === undefined || /^["']/.test(next) ? "auto" : next];
  });
  return [
    { name: "grid-template-rows", value: heights.join(" ") },
    { name: "grid-template-columns", value: columns },
    { name: "grid-template-areas", value: areas.join(" ") },
  ];
}
