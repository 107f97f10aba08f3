/** From a finished issue, whatever its shape, to the statements, findings and citations in it and where they stand. */

/** Every object of the issue with the names that lead to it. */
export function* objectsIn(value, path = []) {
  if (value === null || typeof value !== "object") return;
  if (!Array.isArray(value)) yield { value, path };
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, [...path, key]);
}

export const isCitation = (value) => "quote" in value && "textSha256" in value && "start" in value;
export const isStatement = (value) => /^s-[0-9a-f]{12}$/.test(value.id) && "citations" in value;
export const isFinding = (value) => /^f-[0-9a-f]{12}$/.test(value.id) && "params" in value;

export const citationsIn = (issue) => valuesWhere(issue, isCitation);
export const statementsIn = (issue) => valuesWhere(issue, isStatement);
export const findingsIn = (issue) => valuesWhere(issue, isFinding);

function valuesWhere(issue, test) {
  return [...objectsIn(issue)].flatMap(({ value }) => (test(value) ? [value] : []));
}

/** Copies of one statement, wherever it is printed: what made it wrong made all of them wrong. */
export function copiesOf(issue, id) {
  return statementsIn(issue).filter((statement) => statement.id === id);
}

export function idsOf(list) {
  return [...new Set(list.map(({ id }) => id))];
}
