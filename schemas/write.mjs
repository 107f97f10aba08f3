/** Writes the JSON Schemas anew from the program's own shapes: `npm run schemas`. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "../dist/json-schemas.js";

const folder = new URL("./", import.meta.url);
for (const name of readdirSync(folder)) {
  if (name.endsWith(".schema.json")) rmSync(new URL(name, folder));
}
for (const [name, text] of jsonSchemas()) writeFileSync(new URL(name, folder), text);
