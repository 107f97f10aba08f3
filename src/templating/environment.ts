/** A template's parsed files and what a filling knows in, one isolated Handlebars function out. */
// The bundle leaves out source maps, which cost a third of the time to compile.
import Handlebars from "handlebars/dist/handlebars.js";
import type { Filling } from "./filling.js";
import { BUILT_IN, HELPERS } from "./helper-table.js";
import {
  placeError,
  printAt,
  refuseUnknown,
  type Sources,
  tooLarge,
  tooManySteps,
} from "./template-error.js";

/** Bytes of a filled page, give or take the width of its characters. */
export const PAGE_LIMIT = 16 * 1024 * 1024;

/** A parsed file of a template. */
export interface ParsedFile {
  readonly file: string;
  readonly text: string;
  readonly program: hbs.AST.Program;
}

/** Where the filling is: a helper or a turn of a loop. */
export type OnStep = (place: hbs.AST.SourceLocation) => void;

export interface FillLimits {
  /** Characters that the page may have. */
  readonly limit: number;
  readonly onStep?: OnStep | undefined;
}

/** Helpers called and turns of loops taken: of a long brief some ten thousand. */
const MOST_STEPS = 2_000_000;

/** Counts what a filling does, so that it ends at the same place on every machine. */
class Steps {
  #count = 0;

  constructor(private readonly onStep: OnStep = () => undefined) {}

  take(place: hbs.AST.SourceLocation | undefined): void {
    this.#count += 1;
    if (place !== undefined) this.onStep(place);
    if (this.#count > MOST_STEPS) throw tooManySteps(MOST_STEPS, place);
  }
}

/**
 * @returns the page for a view; throws a `TemplateError` where the template asks for what is not there
 */
export function compileTemplate(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  filling: Filling,
  { limit, onStep }: FillLimits,
): (view: unknown) => string {
  const env = Handlebars.create();
  env.unregisterHelper("log");
  env.unregisterHelper("lookup");
  const sources = new Map([entry, ...partials.values()].map(({ file, text }) => [file, text]));
  const steps = new Steps(onStep);
  registerHelpers(env, filling, sources, steps);
  guardBuiltIn(env, sources, limit, steps);
  for (const [name, partial] of partials) env.registerPartial(name, compileFile(env, partial));
  const page = compileFile(env, entry);
  return (view) => {
    const filled = page(view);
    if (filled.length > limit) throw tooLarge(limit);
    return filled;
  };
}

function registerHelpers(
  env: typeof Handlebars,
  filling: Filling,
  sources: Sources,
  steps: Steps,
): void {
  for (const [name, helper] of Object.entries(HELPERS)) {
    env.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.at(-1) as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
      const args = given.slice(0, -1);
      steps.take(options.loc);
      refuseUnknown(args, options.loc, sources);
      const html = printAt(options.loc, sources, () => helper.run(filling, args, options.hash));
      return helper.markup ? new env.SafeString(html) : html;
    });
  }
}

const COMPILE_OPTIONS = {
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  strict: true,
  preventIndent: true,
};

/** Compiled when it is first asked for: a partial that nothing includes is none of this page. */
function compileFile(
  env: typeof Handlebars,
  { file, program }: ParsedFile,
): Handlebars.TemplateDelegate {
  let fill: Handlebars.TemplateDelegate | null = null;
  return (context: unknown, runtime?: Handlebars.RuntimeOptions): string => {
    try {
      fill ??= env.template(specificationOf(program));
      return fill(context, runtime);
    } catch (error) {
      throw placeError(error, file);
    }
  };
}

/** As `Handlebars.compile` does it; what it gives holds for every environment, and is kept. */
function specificationOf(program: hbs.AST.Program): TemplateSpecification {
  const known = SPECIFICATIONS.get(program);
  if (known !== undefined) return known;
  const { parse, Compiler, JavaScriptCompiler } = Handlebars as unknown as Compilers;
  const options = { ...COMPILE_OPTIONS, data: true };
  const environment = new Compiler().compile(parse(program, options), options);
  const compiled = new JavaScriptCompiler().compile(environment, options, undefined, true);
  SPECIFICATIONS.set(program, compiled);
  return compiled;
}

const SPECIFICATIONS = new WeakMap<hbs.AST.Program, TemplateSpecification>();

/** The parts of `Handlebars.compile`, which its types leave out. */
interface Compilers {
  readonly parse: (program: hbs.AST.Program, options: object) => hbs.AST.Program;
  readonly Compiler: new () => { compile(program: hbs.AST.Program, options: object): object };
  readonly JavaScriptCompiler: new () => {
    compile(
      environment: object,
      options: object,
      context: undefined,
      asObject: true,
    ): TemplateSpecification;
  };
}

/** Handlebars takes a field that is not there for false or empty; a template's typo must not vanish. */
function guardBuiltIn(env: typeof Handlebars, sources: Sources, limit: number, steps: Steps): void {
  let written = 0;
  for (const name of Object.keys(BUILT_IN)) {
    const original = env.helpers[name];
    if (original === undefined) continue;
    env.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.at(-1) as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
      refuseUnknown(given.slice(0, -1), options.loc, sources);
      if (name !== "each") return original.apply(this, given as Parameters<typeof original>);
      const inner = options.fn;
      const counted: Handlebars.TemplateDelegate = (context, runtime) => {
        steps.take(options.loc);
        const piece = inner(context, runtime);
        written += piece.length;
        // Nested loops count their pieces at every level: allow for a few of them.
        if (written > limit * 4) throw tooLarge(limit, options.loc);
        return piece;
      };
      return original.call(this, given[0], { ...options, fn: counted });
    });
  }
}
