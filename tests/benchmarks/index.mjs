/** Every benchmark, one after the other: `npm run bench`, shorter with `-- --quick`. */
await import("./generate.mjs");
await import("./growth.mjs");
