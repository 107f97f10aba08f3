/** Something that scrolls by itself, and so has to be reached by the keyboard, and has a name. */
import type { ComponentChildren } from "preact";

interface Props {
  readonly class: string;
  readonly children: ComponentChildren;
  /** Its name, or the id of what names it. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly dir?: "ltr" | "rtl";
}

export function Scrollable({ class: className, label, labelledBy, dir, children }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing in it is filled in, as in a fieldset
    <div
      class={className}
      role="group"
      aria-label={label}
      aria-labelledby={labelledBy}
      dir={dir}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}
