/** From an issue before and after a fault to whether an error tells of it: by an id, by a file, or by the path of a field. */

/**
 * @param touched names that the fault itself gives
 * @returns a test of one diagnostic
 */
export function tellsOf(before, after, touched) {
  const paths = changedPaths(before, after);
  const ids = paths.flatMap((path) => [...idsAlong(before, path), ...idsAlong(after, path)]);
  const names = [...new Set([...touched, ...ids])].filter((name) => name?.length > 1);
  return (diagnostic) => {
    const text = JSON.stringify(diagnostic);
    if (names.some((name) => text.includes(name))) return true;
    return pathsIn(text).some((told) => paths.some((path) => isAlong(told, path)));
  };
}

function changedPaths(before, after, path = []) {
  if (Object.is(before, after)) return [];
  const isOpen = (value) => value !== null && typeof value === "object";
  if (!isOpen(before) || !isOpen(after)) return path[0] === "seal" ? [] : [path];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changedPaths(before[key], after[key], [...path, key]));
}

/** Ids of the statements and findings that a path leads through. */
function idsAlong(issue, path) {
  const ids = [];
  let value = issue;
  for (const key of path) {
    if (typeof value?.id === "string" && /^[sf]-/.test(value.id)) ids.push(value.id);
    value = value?.[key];
  }
  return ids;
}

/** `themes[0].says[2].cue` and `themes.0.says.2.cue` alike. */
function pathsIn(text) {
  const found = text.match(/[A-Za-z]\w*(?:\.\w+|\[\d+\])+/g) ?? [];
  return found.map((path) => path.split(/[.[\]]+/).filter(Boolean));
}

/** One leads to the other, and the shorter one says more than the name of a list. */
function isAlong(told, path) {
  const [short, long] = told.length < path.length ? [told, path] : [path, told];
  return short.length > 1 && short.every((key, at) => key === long[at]);
}
