/** What the program calls itself in everything that it makes; `package.json` says the same. */
export const PROGRAM = { name: "briefwright", version: "0.1.0" } as const;
