import { isExpr } from "../expressions/expr-value.js";
import type { ComponentDefinition, PluginReference } from "../plugin/component.js";
import { isGiven, type Problem, type RuleContext } from "../plugin/rule.js";
import { optionAsSeen } from "./option-as-seen.js";
import type { Reporter } from "./report.js";

/** What the rules of a component see of one use of it. */
export class UseContext implements RuleContext {
  readonly options: Readonly<Record<string, unknown>>;
  readonly #definition: ComponentDefinition;
  readonly #report: Reporter | undefined;
  readonly #now: number | undefined;
  readonly #isAsWritten: boolean;

  /** Whether any rule found something. */
  hasReported = false;

  /**
   * @param report left out where it matters only whether there is anything to report
   * @param isAsWritten whether the component sees every option just as it is written
   */
  constructor(
    options: Readonly<Record<string, unknown>>,
    definition: ComponentDefinition,
    report?: Reporter,
    now?: number,
    isAsWritten = false,
  ) {
    this.options = options;
    this.#definition = definition;
    this.#report = report;
    this.#now = now;
    this.#isAsWritten = isAsWritten;
  }

  get plugin(): PluginReference | undefined {
    return this.#definition.plugin;
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
    return value === undefined || this.#isAsWritten ? value : optionAsSeen(this.#definition, option, value);
  }

  report({ option = [], code = "related-options", ...problem }: Problem): void {
    this.hasReported = true;
    this.#report?.({ ...problem, code, keys: typeof option === "string" ? [option] : option.map(String) });
  }
}
