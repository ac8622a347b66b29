import type { DiagnosticCode, Severity } from "../diagnostics/diagnostic.js";
import type { PluginReference } from "./component.js";

/** What a rule reports; `option` leads from the component to the value at fault. */
export interface Problem {
  readonly summary: string;
  readonly detail?: string;
  readonly option?: string | readonly (string | number)[];
  /** `error` unless said otherwise. */
  readonly severity?: Severity;
  /** `related-options` unless said otherwise. */
  readonly code?: DiagnosticCode;
}

/** What a rule sees of one use of a component. */
export interface RuleContext {
  /** The options as given; expressions among them are values that only Packer knows. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The plugin that the component belongs to, with the version that the user asked for. */
  readonly plugin: PluginReference | undefined;
  /** The moment to compare dates with, in milliseconds since 1970: now, unless `check` was given another. */
  readonly now: number;
  /** Whether an option is given and not empty: components take `""`, `0`, `false` and `[]` for "not set". */
  isSet(option: string): boolean;
  /** Whether an option is set whatever Packer makes of it: an expression may turn out to be empty. */
  isCertain(option: string): boolean;
  /**
   * The literal value of an option as the component sees it (a number although it was written as text); `undefined`
   * when it is not set or an expression.
   */
  literal(option: string): unknown;
  report(problem: Problem): void;
}

/** A rule over the options of one component; it looks, reports and never throws. */
export interface Rule {
  (context: RuleContext): void;
  /** The rule has nothing to say unless one of these options is given; without this it is asked about every use. */
  readonly about?: readonly string[];
}

/** Says which options a rule is about, so that it costs nothing where none of them is given. */
export function about(options: readonly string[], rule: (context: RuleContext) => void): Rule {
  return Object.assign(
    (context: RuleContext) => {
      rule(context);
    },
    { about: options },
  );
}

/** Whether a component would see this value as given. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === "" || value === 0 || value === false) return false;
  return !(Array.isArray(value) && value.length === 0);
}

/** At most one of the options may be set; of expressions, any may be empty in the end. */
export function atMostOne(options: readonly string[], message: string): Rule {
  return about(options, (context) => {
    let hasOne = false;
    for (const option of options) {
      if (!context.isCertain(option)) continue;
      if (hasOne) context.report({ summary: message, option, code: "conflicting-options" });
      hasOne = true;
    }
  });
}

/** One of the options has to be set. */
export function atLeastOne(options: readonly string[], message: string): Rule {
  return (context) => {
    for (const option of options) if (context.isSet(option)) return;
    context.report({ summary: message, code: "missing-option" });
  };
}

/** An option makes sense only beside one of some others. */
export function requires(option: string, others: readonly string[], message: string): Rule {
  return about([option], (context) => {
    if (!context.isCertain(option) || others.some((other) => context.isSet(other))) return;
    context.report({ summary: message, option });
  });
}

/** An option and some others exclude each other. */
export function excludes(option: string, others: readonly string[], message: string): Rule {
  return about([option], (context) => {
    if (!context.isCertain(option)) return;
    for (const other of others) {
      if (context.isCertain(other))
        context.report({ summary: message, option: other, code: "conflicting-options" });
    }
  });
}
