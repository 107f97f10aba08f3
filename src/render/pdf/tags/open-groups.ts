/** Marks one after another in; where a rectangle within the groups that are open is seen out. */
import { IDENTITY, type Matrix, mapRectangle, multiply } from "../figures/picture.js";
import type { Mark, Rectangle } from "../pages/page.js";

export class OpenGroups {
  /** Each with all those around it. */
  readonly #matrices: Matrix[] = [];

  follow(mark: Mark): void {
    if (mark.kind === "group") this.#matrices.push(multiply(this.#innermost(), mark.matrix));
    else if (mark.kind === "group-end") this.#matrices.pop();
  }

  seen(place: Rectangle): Rectangle {
    return this.#matrices.length === 0 ? place : mapRectangle(this.#innermost(), place);
  }

  #innermost(): Matrix {
    return this.#matrices.at(-1) ?? IDENTITY;
  }
}
