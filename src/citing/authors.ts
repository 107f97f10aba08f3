/** A byline in, those whom it names out, as it writes them. */

/**
 * A person whose family name is known, or a name as it was given: of `Ahmed al-Masri`, of an agency
 * or of a Hungarian name nobody can tell by its letters which part of it is the family's.
 */
export type Author =
  | { readonly kind: "person"; readonly family: string; readonly given: string }
  | { readonly kind: "literal"; readonly name: string };

/** Between two names on one line. */
const AND = /\s+(?:and|und|et|ve|и)\s+|\s+&\s+/u;

export function authorsOf(byline: string | null): readonly Author[] {
  const names = (byline ?? "").split(/\s*[;|,،]\s*/u).flatMap(namesOf);
  return [...new Set(names)].map((name) => ({ kind: "literal", name }));
}

/** `Ministry of Trade and Industry` is one name: of two people each has a name of two words or more. */
function namesOf(part: string): readonly string[] {
  const names = part.split(AND).map((name) => name.trim());
  const arePeople = names.every((name) => /\S\s+\S/u.test(name));
  return (arePeople ? names : [part.trim()]).filter((name) => name !== "");
}

/** As a text names them: `Farhad Manjoo`. */
export function nameOf(author: Author): string {
  return author.kind === "literal" ? author.name : `${author.given} ${author.family}`.trim();
}

/** What a short form calls them: the family name where it is known. */
export function shortNameOf(author: Author): string {
  return author.kind === "literal" ? author.name : author.family;
}
