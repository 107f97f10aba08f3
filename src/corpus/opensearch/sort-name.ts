/**
 * Names of files to keywords that the engine sorts as the folder is listed, by UTF-16 code unit: it would
 * sort by code point, which differs beyond the basic plane.
 */

/** An Arabic or Latin name stays as it is. Code units from U+D800 on become two letters each. */
export function sortName(name: string): string {
  return BEYOND.test(name) ? name.replace(ALL_BEYOND, escapeUnit) : name;
}

const BEYOND = /[\ud7fe-\uffff]/;
const ALL_BEYOND = /[\ud7fe-\uffff]/g;
/** No letter has this number, and all that is escaped comes behind what is not. */
const ESCAPE = "\ud7fe";
const FIRST = 0xd7fe;
/** Of the letters that stand for the units, in the order of the units: clear of controls and surrogates. */
const BASE = 0x0100;

function escapeUnit(unit: string): string {
  return ESCAPE + String.fromCharCode(BASE + unit.charCodeAt(0) - FIRST);
}
