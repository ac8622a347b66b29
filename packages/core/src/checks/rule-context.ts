import { isExpr } from "../expressions/expr-value.js";
import type { ComponentDefinition, PluginReference } from "../plugin/component.js";
import { isGiven, type Problem, type RuleContext } from "../plugin/rule.js";
import { asSeen } from "./as-seen.js";
import { optionIndex, type OptionIndex } from "./option-index.js";
import type { Reporter } from "./report.js";

/** What the rules of a component see of one use of it. */
export class UseContext implements RuleContext {
  readonly options: Readonly<Record<string, unknown>>;
  readonly plugin: PluginReference | undefined;
  readonly #index: OptionIndex;
  readonly #report: Reporter;
  readonly #now: number | undefined;

  constructor(
    options: Readonly<Record<string, unknown>>,
    definition: ComponentDefinition,
    report: Reporter,
    now?: number,
  ) {
    this.options = options;
    this.plugin = definition.plugin;
    this.#index = optionIndex(definition);
    this.#report = report;
    this.#now = now;
  }

  get now(): number {
    return this.#now ?? Date.now();
  }

  isSet(option: string): boolean {
    return isGiven(this.#seen(option));
  }

  isCertain(option: string): boolean {
    const value = this.#seen(option);
    return isGiven(value) && !isExpr(value);
  }

  literal(option: string): unknown {
    const value = this.#seen(option);
    return isExpr(value) ? undefined : value;
  }

  #seen(option: string): unknown {
    const value = this.options[option];
    const schema = value === undefined ? undefined : this.#index.options.get(option)?.schema;
    return schema === undefined ? value : asSeen(schema, value);
  }

  report({ option = [], code = "related-options", ...problem }: Problem): void {
    this.#report({ ...problem, code, keys: typeof option === "string" ? [option] : option.map(String) });
  }
}
