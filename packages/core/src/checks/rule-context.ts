import { isExpr } from "../expressions/expr-value.js";
import type { PluginReference } from "../plugin/component.js";
import { isGiven, type Problem, type RuleContext } from "../plugin/rule.js";
import type { Reporter } from "./report.js";

/** What the rules of a component see of one use of it. */
export class UseContext implements RuleContext {
  readonly options: Readonly<Record<string, unknown>>;
  readonly plugin: PluginReference | undefined;
  readonly #report: Reporter;

  constructor(
    options: Readonly<Record<string, unknown>>,
    plugin: PluginReference | undefined,
    report: Reporter,
  ) {
    this.options = options;
    this.plugin = plugin;
    this.#report = report;
  }

  isSet(option: string): boolean {
    return isGiven(this.options[option]);
  }

  literal(option: string): unknown {
    const value = this.options[option];
    return isExpr(value) ? undefined : value;
  }

  report({ option = [], code = "related-options", ...problem }: Problem): void {
    this.#report({ ...problem, code, keys: typeof option === "string" ? [option] : option.map(String) });
  }
}
