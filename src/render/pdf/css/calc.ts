/** `calc()`, `min()`, `max()` and `clamp()` in, one length, share or number out (CSS Values 4, 10). */

/** `pt` and `percent` of the containing block add up; a plain number has neither. */
export interface Quantity {
  readonly kind: "number" | "length";
  /** The number itself, or pt. */
  readonly amount: number;
  readonly percent: number;
}

/** @param readLeaf what a number with its unit stands for */
export function evaluateCalc(
  text: string,
  readLeaf: (leaf: string) => Quantity | undefined,
): Quantity | undefined {
  const tokens = text.toLowerCase().match(TOKEN) ?? [];
  const isWhole = tokens.join("").length === text.replace(/\s+/g, "").length;
  if (!isWhole || tokens.length > MOST_TOKENS) return undefined;
  const reader: Reader = { tokens, at: 0, depth: 0, readLeaf };
  const value = readSum(reader);
  return reader.at === tokens.length ? value : undefined;
}

export function isCalc(text: string): boolean {
  return /^(?:calc|min|max|clamp)\(/i.test(text);
}

/** A sign stands alone only between spaces: `2px -1px` is no sum. */
const TOKEN =
  /(?:calc|min|max|clamp)?\(|\)|,|\*|\/|(?<=\s)[+-](?=\s)|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?/g;
const MOST_TOKENS = 500;
const DEEPEST_CALC = 32;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
  readonly readLeaf: (leaf: string) => Quantity | undefined;
}

function readSum(reader: Reader): Quantity | undefined {
  let sum = readProduct(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (sum === undefined || (sign !== "+" && sign !== "-")) return sum;
    reader.at += 1;
    const next = readProduct(reader);
    sum = next && add(sum, next, sign === "+" ? 1 : -1);
  }
}

function readProduct(reader: Reader): Quantity | undefined {
  let product = readTerm(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    if (product === undefined || (sign !== "*" && sign !== "/")) return product;
    reader.at += 1;
    const next = readTerm(reader);
    product = next && (sign === "*" ? multiply(product, next) : divide(product, next));
  }
}

function readTerm(reader: Reader): Quantity | undefined {
  const token = reader.tokens[reader.at] ?? "";
  reader.at += 1;
  if (!token.endsWith("(")) return /\d/.test(token) ? reader.readLeaf(token) : undefined;
  if (reader.depth >= DEEPEST_CALC) return undefined;
  reader.depth += 1;
  const values = readArguments(reader);
  reader.depth -= 1;
  return values && apply(token.slice(0, -1), values);
}

function readArguments(reader: Reader): readonly Quantity[] | undefined {
  const values: Quantity[] = [];
  for (;;) {
    const value = readSum(reader);
    const end = reader.tokens[reader.at];
    reader.at += 1;
    if (value === undefined || (end !== "," && end !== ")")) return undefined;
    values.push(value);
    if (end === ")") return values;
  }
}

function apply(name: string, values: readonly Quantity[]): Quantity | undefined {
  const [first, second, third] = values;
  switch (name) {
    case "min":
      return choose(values, Math.min);
    case "max":
      return choose(values, Math.max);
    case "clamp": {
      const capped = second && third && values.length === 3 && choose([second, third], Math.min);
      return first && capped ? choose([first, capped], Math.max) : undefined;
    }
    default:
      return values.length === 1 ? first : undefined;
  }
}

/** Shares and lengths cannot be compared before the containing block is known. */
function choose(
  values: readonly Quantity[],
  pick: (...amounts: number[]) => number,
): Quantity | undefined {
  const [first] = values;
  if (!first || values.some((value) => value.kind !== first.kind)) return undefined;
  const amount = pick(...values.map((value) => value.amount));
  const percent = pick(...values.map((value) => value.percent));
  const isPlain = values.every((value) => value.percent === 0);
  const isShare = values.every((value) => value.amount === 0);
  return isPlain || isShare ? { kind: first.kind, amount, percent } : undefined;
}

function add(a: Quantity, b: Quantity, sign: 1 | -1): Quantity | undefined {
  if (a.kind !== b.kind) return undefined;
  return {
    kind: a.kind,
    amount: a.amount + sign * b.amount,
    percent: a.percent + sign * b.percent,
  };
}

function multiply(a: Quantity, b: Quantity): Quantity | undefined {
  if (b.kind !== "number") return a.kind === "number" ? multiply(b, a) : undefined;
  return { kind: a.kind, amount: a.amount * b.amount, percent: a.percent * b.amount };
}

function divide(a: Quantity, b: Quantity): Quantity | undefined {
  if (b.kind !== "number" || b.amount === 0) return undefined;
  return { kind: a.kind, amount: a.amount / b.amount, percent: a.percent / b.amount };
}
