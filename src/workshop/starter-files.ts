/** The name of a new template and its parent in, the first files of one that extends the parent out. */
import { stringify } from "yaml";
import type { TemplateDescription } from "../templating/index.js";

type Parameter = TemplateDescription["parameters"][number];

/** @param path where a person finds the files of the parent */
export function starterFiles(
  name: string,
  parent: TemplateDescription,
  path: string,
): ReadonlyMap<string, Uint8Array> {
  const texts: Readonly<Record<string, string>> = {
    "template.yaml": manifestText(name, parent),
    "style.css": styleText(parent),
    "partials/own-section.hbs": PARTIAL,
    "README.md": readmeText(name, parent, path),
  };
  return new Map(
    Object.entries(texts).map(([file, text]) => [file, new TextEncoder().encode(text)]),
  );
}

function manifestText(name: string, parent: TemplateDescription): string {
  const settable = parent.parameters.flatMap(({ name: parameter, ...declaration }) => [
    `#   ${parameter}: ${inline(exampleOf(declaration))}   # ${declaration.description}`,
  ]);
  return `# A template of your own. It extends ${parent.name} and holds only what differs: mends of ${parent.name}
# arrive by themselves. Take the # away from what you want to change.
name: ${name}
extends: ${parent.name}
description: ${name}, made from ${parent.name}.
# languages: [${parent.languages.join(", ")}]
# page: { size: ${parent.page?.size ?? "A4"}, margin: ${parent.page?.margin ?? "20mm"} }

# Other values for what ${parent.name} lets be set, and parameters of your own: {{parameters.motto}} in a
# page and var(--motto) in a style read the one below. A brief sets them in briefwright.yaml.
# parameters:
${[...settable, "#   motto: { type: string, default: Facts first, description: Words below the title }"].join("\n")}
`;
}

function exampleOf({ type, default: value }: Omit<Parameter, "name">): unknown {
  return type === "image" && value === "" ? "logo.png" : value;
}

function inline(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : stringify(value).trim();
}

function styleText({ name, parameters }: TemplateDescription): string {
  const colour = parameters.find(({ type }) => type === "colour");
  const rule =
    colour === undefined ? "h2 { color: #7a1f3d; }" : `:root { --${colour.name}: #7a1f3d; }`;
  return `/*
 * The look that differs from ${name}'s: this sheet comes after it. What the PDF reads of CSS is
 * listed in templates/README.md of Briefwright; rules for the screen alone go under @media screen.
 *
 * For instance:
 *
 * ${rule}
 * h2 { text-transform: uppercase; letter-spacing: 0.5pt; }
 * @page { margin: 25mm 20mm; }
 */
`;
}

/** All of it is a comment: it prints nothing until somebody wants it to. */
const PARTIAL = `{{!--
  A section of your own. To print it:
  1. take away the line below that says so, and the last line of this file;
  2. put its heading into labels.en.yaml, and into the file of each language that you print:
       own-section:
         title: What the desk asks itself
  3. run "brief template take NAME brief.hbs" for a brief.hbs of your own, and write
       {{> own-section}}
     where it shall stand.
  Every field is in templates/DATA.md of Briefwright; "brief template data" prints yours.
--}}
{{!-- Take this line away, and the last one.
<section aria-labelledby="own-section">
<h2 id="own-section">{{label "own-section.title"}}</h2>
{{#each themes}}
<p><b>{{title}}</b>: {{#if assessment}}{{assessment}}{{else}}{{label "not-assessed"}}{{/if}}</p>
{{/each}}
</section>
--}}
`;

function readmeText(name: string, parent: TemplateDescription, path: string): string {
  return `# ${name}

A template for Briefwright. It extends **${parent.name}** (\`${path}\`) and holds only what differs.

- **Use it:** \`template: ${name}\` in the settings of a brief, or \`brief generate --template ${name}\`.
- **Colours, logo, paper:** \`template.yaml\`, or the settings of a brief.
- **Look:** \`style.css\`, which comes after the parent's.
- **Words:** \`labels.en.yaml\` with the labels that differ, by the same keys; so for other languages.
- **Order and parts:** \`brief template take ${name} brief.hbs\` copies the list of parts from the
  parent to here; \`brief template take ${name} partials/watch.hbs\` a single part.
- **Check it:** \`brief template check ${name}\`. See it while you type: \`brief preview\`.
- **What changed in ${parent.name} since:** \`brief template upgrade ${name}\`; \`base.json\` keeps what it was
  made from.

![Page 1](page-1.png)

\`brief template picture ${name}\` makes the picture above.
`;
}
