/** `lang` comes from the page; what is no language tag (BCP 47) must not throw. */
export function knownLanguage(language: string): string {
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : "und";
}
