/** The bytes of a font in, fontkit's view of it out; the command's bundle loads fontkit only here. */
import { createRequire } from "node:module";
import type { create as createFont } from "fontkit";

export const create: typeof createFont = (bytes) => {
  const { create: createNow } = createRequire(import.meta.url)("fontkit") as {
    create: typeof createFont;
  };
  return createNow(bytes);
};
