/** From an issue to as much of its lexicon as it says itself: for texts that left their workspace. */
import type { Issue, Source } from "../../model/issue.js";
import {
  DEFAULT_RULE,
  DEFAULT_WEIGHTS,
  type Entity,
  type Lexicon,
  OutletSchema,
} from "../../model/lexicon.js";

/** Themes stand in it without terms, as no issue says by which words it found them. */
export function lexiconOfIssue(issue: Issue): Lexicon {
  return {
    themes: {
      version: issue.method.lexicon,
      weights: DEFAULT_WEIGHTS,
      rule: DEFAULT_RULE,
      context: {},
      contextNot: [],
      contextSides: [],
      mask: {},
      themes: issue.themes.map(({ id, title }) => ({ id, title, terms: {}, examples: [] })),
    },
    entities: {
      version: issue.method.lexicon,
      entities: entitiesOf(issue),
      contested: [],
      loaded: [],
    },
    outlets: { version: issue.method.lexicon, outlets: outletsOf(issue.sources) },
    inputs: [],
  };
}

/** Every spelling counts in exact case, as a full form would. */
function entitiesOf({ names }: Issue): Entity[] {
  return names.flatMap(({ entity, type, name, variants }) => {
    const spellings = variants.map(({ text }) => text);
    const kind = TYPES.find((known) => known === type);
    return kind === undefined
      ? []
      : [
          {
            id: entity,
            type: kind,
            name,
            names: { en: spellings },
            short: spellings,
            cs: [],
            not: [],
            background: false,
            roles: [],
          },
        ];
  });
}

const TYPES = ["person", "body", "group", "place", "agreement", "event", "state"] as const;

function outletsOf(sources: readonly Source[]) {
  const known = sources.flatMap(({ outlet, agency }) =>
    [outlet?.known, agency?.known].flatMap((entry) => entry ?? []),
  );
  return [...new Map(known.map((entry) => [entry.id, OutletSchema.parse(entry)])).values()];
}
