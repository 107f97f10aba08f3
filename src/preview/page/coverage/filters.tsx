/** What the coverage is filtered by, each choice with how many it has. */
import type { Fate } from "../../../model/coverage.js";
import { themeName } from "../edit/target-forms.js";
import { FATES } from "./coverage-words.js";
import { type Filter, NO_FILTER, type Row, tally, themesOf } from "./filter-rows.js";

interface Props {
  readonly rows: readonly Row[];
  readonly value: Filter;
  readonly onChange: (filter: Filter) => void;
}

export function Filters({ rows, value, onChange }: Props) {
  const change = (part: Partial<Filter>) => onChange({ ...value, ...part });
  const isFiltered = Object.keys(value).some((key) => Boolean(Reflect.get(value, key)));
  return (
    <form
      class="filters"
      aria-label="Filter the coverage"
      onSubmit={(event) => event.preventDefault()}
    >
      <label class="choice filter-text">
        <span>Words</span>
        <input
          type="search"
          value={value.text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </label>
      <Select
        name="Fate"
        value={value.fate}
        of={tally(rows.map(({ entry }) => entry.fate))}
        words={(fate) => FATES[fate as Fate]}
        onChange={(fate) => change({ fate: fate as Fate | null })}
      />
      <Select
        name="Theme"
        value={value.theme}
        of={tally(rows.flatMap(themesOf))}
        words={themeName}
        onChange={(theme) => change({ theme })}
      />
      <Select
        name="Outlet"
        value={value.outlet}
        of={tally(rows.map(({ entry }) => entry.outlet?.name))}
        words={(name) => name}
        onChange={(outlet) => change({ outlet })}
      />
      <Select
        name="Language"
        value={value.language}
        of={tally(rows.map(({ entry }) => entry.language))}
        words={(tag) => tag}
        onChange={(language) => change({ language })}
      />
      <button type="button" disabled={!isFiltered} onClick={() => onChange(NO_FILTER)}>
        Show all
      </button>
    </form>
  );
}

interface SelectProps {
  readonly name: string;
  readonly value: string | null;
  readonly of: readonly (readonly [string, number])[];
  readonly words: (value: string) => string;
  readonly onChange: (value: string | null) => void;
}

function Select({ name, value, of, words, onChange }: SelectProps) {
  return (
    <label class="choice">
      <span>{name}</span>
      <select
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      >
        <option value="">all</option>
        {of.map(([one, number]) => (
          <option value={one}>
            {words(one)} ({number})
          </option>
        ))}
      </select>
    </label>
  );
}
