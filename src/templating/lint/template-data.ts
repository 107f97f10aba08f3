/** What a template may ask for: the view, with the parameters that its chain declares. */
import type { Parameter } from "../parameters.js";
import type { Field, Fields } from "../view/shape.js";
import { viewField } from "../view/view-field.js";
import { FLAG, NUMBER, TEXT } from "./scope.js";

export function templateData(parameters: readonly Parameter[]): Field {
  const view = viewField();
  if (view.shape.kind !== "object") return view;
  const own: Fields = new Map(
    parameters.map(({ name, declaration }) => [name, fieldOf(declaration)]),
  );
  const group: Field = {
    shape: { kind: "object", part: null, fields: own },
    nullable: false,
    description: "",
  };
  return {
    ...view,
    shape: { ...view.shape, fields: new Map([...view.shape.fields, ["parameters", group]]) },
  };
}

function fieldOf({ type, description }: Parameter["declaration"]): Field {
  const value = type === "number" ? NUMBER : type === "boolean" ? FLAG : TEXT;
  return { ...value, description };
}
