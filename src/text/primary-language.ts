/** `en-GB`, `EN` or `en` to `en`: the primary language of a BCP 47 tag, in lower case. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-", 1)[0] ?? "";
}
