/** From an issue before and after a fault to the names under which an error may tell of it: ids, files, and paths of fields. */

/** @param touched what the fault itself names */
export function namesTouched(before, after, touched) {
  const paths = changedPaths(before, after);
  const ids = paths.flatMap((path) => [...idsAlong(before, path), ...idsAlong(after, path)]);
  const dotted = paths.flatMap((path) =>
    path.slice(1).map((_, depth) => path.slice(0, depth + 2).join(".")),
  );
  return [...new Set([...touched, ...ids, ...dotted])].filter(
    (name) => typeof name === "string" && name.length > 1,
  );
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
