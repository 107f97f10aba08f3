/**
 * The templates of page and message as they were in, files that keep them out, and back: what was approved
 * can be printed and checked again when `templates/` has changed.
 */
import { join } from "node:path";
import { z } from "zod";
import { readTemplate } from "../config/template-files.js";
import { type Host, HostError } from "../host/host.js";
import { toJson } from "../json.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { PlaceSchema } from "../model/diagnostic.js";
import { foldersOf, type TemplateFiles, type TemplateFolder } from "../model/template-folder.js";
import { PageSchema, ParameterValueSchema } from "../model/template-parameters.js";
import { readJson } from "../text/read-json.js";

export interface Templates {
  readonly page: TemplateFiles;
  /** Of the message. */
  readonly mail: TemplateFiles;
}

/** Below the folder of a version. */
export const FROZEN_TEMPLATE = "template";

const LIST = "template.json";
/** No template is called so. */
const PICTURES = "given.pictures";

const ChainSchema = z
  .array(z.strictObject({ name: z.string().regex(/^[\w-]+$/), folder: z.string() }))
  .min(1);

const FrozenSchema = z.strictObject({
  schema: z.literal("briefwright/frozen-template/1"),
  /** Nearest first. */
  page: ChainSchema,
  mail: ChainSchema,
  /** What the settings of the brief gave to both. */
  given: z.strictObject({
    parameters: z.record(
      z.string(),
      z.strictObject({ value: ParameterValueSchema, place: PlaceSchema }),
    ),
    page: z.strictObject({ paper: PageSchema, place: PlaceSchema }).nullable(),
    seconds: z.number(),
    /** Each lies under its index. */
    pictures: z.array(z.string()),
  }),
});

/** @returns bytes by path below the folder of the version */
export function freezeTemplates({ page, mail }: Templates): Map<string, Uint8Array> {
  const { parameters, page: paper, seconds, pictures } = page.given;
  const list: z.infer<typeof FrozenSchema> = {
    schema: "briefwright/frozen-template/1",
    page: chainOf(page),
    mail: chainOf(mail),
    given: { parameters, page: paper, seconds, pictures: [...pictures.keys()] },
  };
  const files = new Map([[LIST, toJson(list, FrozenSchema)]]);
  for (const folder of [...foldersOf(page), ...foldersOf(mail)]) {
    for (const [path, text] of folder.files) {
      files.set(`${folder.name}/${path}`, new TextEncoder().encode(text));
    }
    for (const [path, bytes] of folder.assets) files.set(`${folder.name}/${path}`, bytes);
  }
  for (const [index, bytes] of [...pictures.values()].entries()) {
    files.set(`${PICTURES}/${index}`, bytes);
  }
  return new Map([...files].map(([path, bytes]) => [`${FROZEN_TEMPLATE}/${path}`, bytes]));
}

function chainOf(template: TemplateFiles): { name: string; folder: string }[] {
  return foldersOf(template).map(({ name, folder }) => ({ name, folder }));
}

/** @param folder of the version @param shown the same as a person would type it */
export async function thawTemplates(
  host: Host,
  folder: string,
  shown = folder,
): Promise<Outcome<Templates>> {
  const home = join(folder, FROZEN_TEMPLATE);
  try {
    const read = readJson(await host.readFile(join(home, LIST)));
    const list = FrozenSchema.safeParse(read).data;
    if (list === undefined) return { value: null, diagnostics: [unreadable(shown)] };
    const given = await thawGiven(host, home, list);
    const thaw = async (chain: z.infer<typeof ChainSchema>): Promise<TemplateFiles> => {
      const folders = await Promise.all(chain.map((one) => thawFolder(host, home, one)));
      const [own, ...parents] = folders as [TemplateFolder, ...TemplateFolder[]];
      return { ...own, parents, given };
    };
    return { value: { page: await thaw(list.page), mail: await thaw(list.mail) }, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { value: null, diagnostics: [unreadable(shown)] };
  }
}

async function thawGiven(
  host: Host,
  home: string,
  { given }: z.infer<typeof FrozenSchema>,
): Promise<TemplateFiles["given"]> {
  const pictures = new Map<string, Uint8Array>();
  for (const [index, name] of given.pictures.entries()) {
    pictures.set(name, await host.readFile(join(home, PICTURES, String(index))));
  }
  return { ...given, pictures };
}

async function thawFolder(
  host: Host,
  home: string,
  { name, folder }: { readonly name: string; readonly folder: string },
): Promise<TemplateFolder> {
  const path = join(home, name);
  return { name, folder, path, ...(await readTemplate(host, path)) };
}

function unreadable(shown: string): Diagnostic {
  return {
    code: "frozen-template-unreadable",
    severity: "error",
    message: "holds no template that can be read",
    place: { file: `${shown}/${FROZEN_TEMPLATE}` },
    hint: "put the frozen folder back, from a copy of the record",
  };
}
