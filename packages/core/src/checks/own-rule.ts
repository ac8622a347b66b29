import type { BuildBlock } from "../blocks/build-block.js";
import type { Options } from "../blocks/component-use.js";
import type { LocalBlock, VariableBlock } from "../blocks/declaration.js";
import type { Finding, OwnCode, Severity } from "../diagnostics/diagnostic.js";
import type { Site } from "../diagnostics/site.js";
import type { ComponentDefinition, ComponentKind } from "../plugin/component.js";
import type { Rule } from "../plugin/rule.js";
import type { Collected } from "../template/collect.js";
import { allParts } from "./parts.js";
import { reporter } from "./report.js";
import { UseContext } from "./rule-context.js";

/** What a rule of your own reports. */
export interface OwnProblem {
  /** A name of yours, a slash, and a name of the rule: `acme/no-root-login`. */
  readonly code: OwnCode;
  /** What is wrong, in one line. */
  readonly summary: string;
  /** Why, and what to do. */
  readonly detail?: string;
  /** `error` unless said otherwise. */
  readonly severity?: Severity;
  /** From the component to the value at fault: `["disk", "0", "size"]`. */
  readonly option?: readonly string[];
}

/** A component as it is used in a template. */
export interface CheckedComponent {
  readonly kind: ComponentKind;
  /** Packer's name of it: `googlecompute`, `shell`. */
  readonly type: string;
  /** The name of a source or data source. */
  readonly label: string | undefined;
  /** As given; expressions among them are values that only Packer knows, which `isExpr` tells. */
  readonly options: Options;
  /** What is known of the component. */
  readonly definition: ComponentDefinition;
  /** Where it stands: `source.googlecompute.web`, `build[0].provisioner[2].shell`. */
  readonly path: string;
  report(problem: OwnProblem): void;
}

/** What a rule of your own sees of a template, whether a program made it or `load` read it. */
export interface CheckedTemplate {
  /** Sources, data sources, provisioners, post-processors and registries, in the order of the template. */
  readonly components: readonly CheckedComponent[];
  readonly variables: readonly VariableBlock[];
  readonly locals: readonly LocalBlock[];
  readonly builds: readonly BuildBlock[];
  /** Reports about the template as a whole. */
  report(problem: OwnProblem): void;
}

/**
 * A rule of your own over a whole template: it looks and reports.
 *
 * @example
 * const noRootLogin: OwnRule = ({ components }) => {
 *   for (const component of components) {
 *     if (component.options.ssh_username !== "root") continue;
 *     component.report({ code: "acme/no-root-login", summary: "log in as a user", option: ["ssh_username"] });
 *   }
 * };
 * template([image], { rules: [noRootLogin] });
 */
export type OwnRule = (template: CheckedTemplate) => void;

/**
 * A rule over the options of single components as one of a whole template, for those who switch it on.
 *
 * @param code what its reports are known by
 * @param types the components that it looks at, by Packer's names
 * @example
 * template([image], { rules: [ruleFor("acme/no-debug", ["shell"], noDebug)] })
 */
export function ruleFor(code: OwnCode, types: readonly string[], rule: Rule): OwnRule {
  return ({ components }) => {
    for (const component of components) {
      const { type, options, definition } = component;
      if (!types.includes(type)) continue;
      const context = new UseContext(options, definition, ({ summary, detail, severity, keys }) => {
        component.report({
          code,
          summary,
          ...(detail === undefined ? {} : { detail }),
          ...(severity === undefined ? {} : { severity }),
          ...(keys === undefined ? {} : { option: keys }),
        });
      });
      rule(context);
    }
  };
}

/** Runs a rule that somebody else wrote; one that throws is told of, and stops nothing. */
export function runOwnRule(
  rule: OwnRule,
  collected: Collected,
  site: Site | undefined,
  findings: Finding[],
): void {
  const reporterAt = (path: string, place: Site | undefined): CheckedTemplate["report"] => {
    const report = reporter(findings, path, place);
    return ({ option = [], ...problem }) => {
      report({ ...problem, keys: option });
    };
  };
  const components = allParts(collected).map(({ use, path }): CheckedComponent => {
    const { definition, label, options } = use;
    const { kind, type } = definition;
    const at = path();
    return { kind, type, label, options, definition, path: at, report: reporterAt(at, use.site) };
  });
  const { variables, locals, builds } = collected;
  const report = reporterAt("template", site);
  try {
    rule({ components, variables, locals, builds: builds.map(({ block }) => block), report });
  } catch (error) {
    findings.push({
      severity: "error",
      code: "plugin-bug",
      summary: `the rule ${rule.name === "" ? "without a name" : rule.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      detail: "Rules look and report; mend it, or take it out of rules.",
      path: "template",
      ...(site === undefined ? {} : { site }),
    });
  }
}
