/** An edition in, the links to its copies, its data and its cited passages out. */
import type { EditionCopies } from "../edition.js";
import { INDEX, linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { editionPlace } from "../places.js";
import type { EditionView } from "./edition-page.js";

export const DATA = "issue.json";
export const PASSAGES = `evidence/${INDEX}`;

export function copyLinks(view: EditionView): Markup {
  const { version, words } = view;
  const { edition } = version;
  const [own, ...others] = edition.copies;
  const links = [
    ...(own === undefined ? [] : ownLinks(view, own)),
    ...others.flatMap((copies) => foreignLinks(view, copies)),
    ...(edition.files.has(DATA) ? [fileLink(view, DATA, words.say("data"))] : []),
    html`<a href="${linkTo(view.path, editionPlace(edition, PASSAGES))}">${words.say("passages")}</a>`,
  ];
  return html`<ul class="copies">
${links.map((link) => html`<li>${link}</li>`)}
</ul>`;
}

function ownLinks(view: EditionView, { page, pdf, text }: EditionCopies): Markup[] {
  const { words } = view;
  const link = (file: string | null, key: string) =>
    file === null ? [] : [fileLink(view, file, words.say(key))];
  const read =
    page === null
      ? []
      : [
          html`<a class="read" href="${linkTo(view.path, editionPlace(view.version.edition, page))}">${words.say("read")}</a>`,
        ];
  return [...read, ...link(pdf, "pdf"), ...link(text, "text")];
}

function foreignLinks(view: EditionView, { language, page, pdf }: EditionCopies): Markup[] {
  const { words } = view;
  const name = nameOf(language, words.language);
  return [
    ...(page === null ? [] : [fileLink(view, page, words.say("read-in", { language: name }))]),
    ...(pdf === null ? [] : [fileLink(view, pdf, words.say("pdf-in", { language: name }))]),
  ];
}

function fileLink(
  { path, version: { edition }, words }: EditionView,
  file: string,
  name: string,
): Markup {
  const kept = edition.files.get(file);
  const size =
    kept === undefined || file.endsWith(".html")
      ? NOTHING
      : html` <span class="soft">${words.say("size", { n: Math.ceil(kept.bytes / 1000) })}</span>`;
  return html`<a href="${linkTo(path, editionPlace(edition, file))}">${name}</a>${size}`;
}

/** The name of a language in another one (CLDR); its tag where it has none. */
function nameOf(language: string, shownIn: string): string {
  try {
    return new Intl.DisplayNames(shownIn, { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}
