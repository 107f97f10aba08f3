/** What elements gave their pages by name in, what a margin box shows of it out (CSS GCPM 3, 1.2). */
import type { WhichOnPage } from "../css/content-value.js";

/** A string or an element, and where on its page it was given. */
export interface NamedValue<Value> {
  readonly name: string;
  readonly value: Value;
  /** pt from the top of the paper. */
  readonly y: number;
}

export interface ShownValues<Value> {
  get(name: string, which: WhichOnPage): Value | undefined;
}

/**
 * @param pages what each page was given, in order
 * @param topOf pt from the top of the paper at which the text of a page begins
 */
export function showByPage<Value>(
  pages: readonly (readonly NamedValue<Value>[])[],
  topOf: (page: number) => number,
): readonly ShownValues<Value>[] {
  let before: ReadonlyMap<string, Value> = new Map();
  return pages.map((given, index) => {
    const shown = new ValuesOfPage(before, given, topOf(index));
    if (given.length > 0) {
      before = new Map([...before, ...given.map((each) => [each.name, each.value] as const)]);
    }
    return shown;
  });
}

class ValuesOfPage<Value> implements ShownValues<Value> {
  readonly #before: ReadonlyMap<string, Value>;
  readonly #given: readonly NamedValue<Value>[];
  readonly #top: number;

  constructor(
    before: ReadonlyMap<string, Value>,
    given: readonly NamedValue<Value>[],
    top: number,
  ) {
    this.#before = before;
    this.#given = given;
    this.#top = top;
  }

  get(name: string, which: WhichOnPage): Value | undefined {
    const own = this.#given.filter((each) => each.name === name);
    const [first] = own;
    const before = this.#before.get(name);
    if (!first) return before;
    switch (which) {
      case "first":
        return first.value;
      case "last":
        return own.at(-1)?.value;
      case "start":
        return first.y <= this.#top + TOLERANCE ? first.value : before;
      case "first-except":
        return undefined;
    }
  }
}

/** pt; an element that begins a page stands at its very top, but for a margin or a border. */
const TOLERANCE = 1;
