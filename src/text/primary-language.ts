/**
 * `en-GB`, `EN` or `en` to `en`: the primary language of a BCP 47 tag, in lower case. What is no such
 * tag is `und`: tables are asked by it, and `constructor` must not find what every object has.
 */
export function primaryLanguage(tag: string): string {
  const primary = tag.toLowerCase().split("-", 1)[0] ?? "";
  return PRIMARY.test(primary) ? primary : "und";
}

const PRIMARY = /^[a-z]{0,8}$/;
