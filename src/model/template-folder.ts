/** The files of a template as they were read: its own folder, and those of the templates it extends. */
import type { GivenLook } from "./template-parameters.js";

export interface TemplateFolder {
  /** What `extends:`, the settings and `--template` call it. */
  readonly name: string;
  /** As a person would type it; diagnostics and the list of inputs begin with it. */
  readonly folder: string;
  /** Absolute path. */
  readonly path: string;
  /** Text by path below the folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Pictures and fonts, by path below the folder. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** A template and, nearest first, what it extends: file by file the nearest one counts. */
export interface TemplateFiles extends TemplateFolder {
  readonly parents: readonly TemplateFolder[];
  /** What the settings of the brief give it. */
  readonly given: GivenLook;
}

/** Nearest first. */
export function foldersOf(template: TemplateFiles): readonly TemplateFolder[] {
  return [template, ...template.parents];
}

/** Every file of the chain under the name that the list of inputs has for it, and what the settings give. */
export function inputsOf(
  template: TemplateFiles,
): readonly { readonly name: string; readonly content: string | Uint8Array }[] {
  const files = foldersOf(template).flatMap(({ folder, files, assets }) =>
    [...files, ...assets].map(([path, content]) => ({ name: `${folder}/${path}`, content })),
  );
  const pictures = [...template.given.pictures].map(([name, content]) => ({ name, content }));
  return [...files, ...pictures, ...givenInput(template)];
}

/** No file of a template is called so. */
export const GIVEN_INPUT = "parameters as set";

/** Who fills the template again must be given the same. */
function givenInput({ folder, given: { parameters, page } }: TemplateFiles) {
  const values = Object.entries(parameters).map(([name, { value }]) => [name, value] as const);
  if (values.length === 0 && page === null) return [];
  const content = JSON.stringify([values.toSorted(([a], [b]) => (a < b ? -1 : 1)), page?.paper]);
  return [{ name: `${folder}/${GIVEN_INPUT}`, content }];
}

/** Pictures and fonts by path below any of the folders, those of a child in the place of its parent's. */
export function assetsOf(template: TemplateFiles): ReadonlyMap<string, Uint8Array> {
  return new Map(
    foldersOf(template)
      .toReversed()
      .flatMap(({ assets }) => [...assets]),
  );
}

/**
 * What a page or one of its style sheets names: a sheet goes by the name of its folder, and so does
 * what it names.
 * @param folders of a template and of all that it extends
 */
export function assetReader(
  folders: readonly string[],
  assets: ReadonlyMap<string, Uint8Array>,
): (path: string) => Uint8Array | undefined {
  return (path) => {
    const folder = folders.find((start) => path.startsWith(`${start}/`));
    return assets.get(folder === undefined ? path : path.slice(folder.length + 1));
  };
}
