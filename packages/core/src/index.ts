// Writing templates
export {
  variable,
  type AnyVariable,
  type Assignment,
  type OwnValidation,
  type Sentence,
  type Variable,
  type VariableOptions,
} from "./variables/variable.js";
export { env, type EnvironmentValue, type VariableDefault } from "./variables/env.js";
export { varFile, type VarFile } from "./variables/var-file.js";
export { parseVarFile, readEnvironment, readVarFile, type ReadValues } from "./variables/read-values.js";
export type { ValueProblem } from "./variables/values/problem.js";
export { local, type LocalOptions, type LocalValue } from "./variables/local.js";
export { goTemplateLiteral } from "./plugin/go-template-literal.js";
export { text, type TextPart } from "./expressions/text.js";
export { hcl, parseExpression, type HclPart } from "./expressions/raw/hcl-tag.js";
export { fn } from "./expressions/functions/fn.js";
export { expand, type Expanded } from "./expressions/functions/expand.js";
export type { Functions } from "./expressions/functions/functions.js";
export type { Target, TypeName } from "./expressions/functions/types.js";
export { when } from "./expressions/when.js";
export { forEach, type ForEachOptions, type ForEachResult } from "./expressions/for-each.js";
export type { LoopNames } from "./expressions/loop.js";
export { at, splat } from "./expressions/at.js";
export { path, packerVersion } from "./expressions/path.js";
export { heredoc } from "./expressions/heredoc.js";
export { forDirective, ifDirective } from "./expressions/directives.js";
export type { Item, ItemOf, List, Mapping, Value } from "./expressions/input-types.js";
export type { Expr, ExprBase, Fields, Input, Plain, Scope, ScopeOf } from "./expressions/expr.js";
export { coreSource as source } from "./components/core-source.js";
export { coreData as data, type CoreData } from "./components/core-data.js";
export type * from "./components/data-options.js";
export type { CoreSource, FileOptions, NullOptions } from "./components/core-source.js";
export { dynamic, type DynamicCollection, type DynamicItem } from "./build/dynamic.js";
export type { HcpPackerRegistryOptions } from "./components/hcp-packer-registry.js";
export { build, type AnyBuild, type Build, type BuildOptions } from "./build/build.js";
export type { Source } from "./build/source.js";
export type { BuildContext } from "./build/context.js";
export type { Falsy, PostProcessor, PostProcessorStep, Provisioner, ProvisionerStep } from "./build/step.js";
export { steps, type GroupedStep, type StepsMeta } from "./build/steps.js";
export { lines } from "./script/lines.js";
export { script } from "./script/script-file.js";
export { template, type Template } from "./template/create-template.js";
export type { TemplateOptions } from "./template/template-options.js";
export { plugins, type CoreNamespace } from "./plugin/plugin.js";

// What comes out, and what is wrong
export type { TemplateOutput, WriteResult, WrittenFile } from "./template/template.js";
export {
  formatDiagnostic,
  type Diagnostic,
  type DiagnosticCode,
  type OwnCode,
  type Severity,
} from "./diagnostics/diagnostic.js";
export type { Position } from "./diagnostics/site.js";
export { DIAGNOSTIC_CODES, type CodeDescription } from "./diagnostics/codes.js";
export {
  ruleFor,
  type CheckedComponent,
  type CheckedTemplate,
  type OwnProblem,
  type OwnRule,
} from "./checks/own-rule.js";
export type { FixedCode, Weights } from "./checks/weights.js";
export type { CheckOptions } from "./checks/check-template.js";
export { TemplateError } from "./diagnostics/template-error.js";

// What a template has, as data, for tools that work with templates
export { optionAsSeen } from "./checks/option-as-seen.js";
export { checkComponent, UNKNOWN_VALUE, type ComponentProblem } from "./checks/check-component.js";
export { blocksOf } from "./template/blocks-of.js";
export { diagnose } from "./template/diagnose.js";
export { keepPlacesOfSteps } from "./diagnostics/site.js";
export {
  contentsOf,
  type BuildContents,
  type ComponentContents,
  type SourceContents,
  type TemplateContents,
  type VariableContents,
} from "./template/contents.js";

// Making bindings of a plugin
export { definePlugin, type Namespace, type Plugin } from "./plugin/plugin.js";
export {
  defineData,
  definePostProcessor,
  defineProvisioner,
  defineSource,
  type DataDefinition,
  type DataFunction,
  type DataSource,
  type Definition,
  type SourceFunction,
} from "./plugin/define.js";
export type {
  ArtifactFlow,
  BlockDefinitions,
  ComponentDefinition,
  ComponentKind,
  OptionsSchema,
  PluginReference,
  Secrecy,
} from "./plugin/component.js";
export {
  about,
  atLeastOne,
  atMostOne,
  excludes,
  isGiven,
  requires,
  type Problem,
  type Rule,
  type RuleContext,
} from "./plugin/rule.js";
export { hostFiles, missingFile, missingFiles, type FileRule, type Files } from "./plugin/files.js";
export type { Conflict } from "./plugin/constraints.js";
export type {
  Bars,
  Demand,
  Given,
  Infer,
  Items,
  Mark,
  Mentioned,
  Needs,
  OnlyOne,
  Possible,
  SomeOf,
  Unset,
  Words,
} from "./plugin/given.js";
export { isExpr } from "./expressions/expr-value.js";
export { choiceSchema, formSchema, wholeNumberSchema } from "./plugin/schemas.js";
export type { Identifier } from "./plugin/identifier.js";
export { isDuration, type Duration } from "./plugin/duration.js";
export {
  durationSchema,
  type LabelList,
  type MetaRules,
  type PostProcessorMeta,
  type PostProcessorOf,
  type ProvisionerMeta,
  type ProvisionerOf,
} from "./plugin/meta.js";
export { askedOfBuild } from "./build/build-variables.js";
export { BUILD_FIELDS } from "./plugin/go-template.js";
export { allowsBelow, allowsVersion, type VersionConstraint } from "./plugin/version-constraint.js";
export { buildVariable } from "./build/context.js";
export type {
  Communicator,
  CommunicatorRules,
  CommunicatorSuspects,
  ConnectsBy,
} from "./communicator/communicator.js";
export { communicatorRules, connectsBy } from "./communicator/rules.js";
export {
  remoteScriptShape,
  scriptFileRules,
  scriptRules,
  type RemoteScriptOptions,
  type ScriptOptions,
  type ScriptRules,
} from "./script/script.js";
export {
  shellLocalDefinition,
  type OperatingSystem,
  type ShellLocalOptions,
  type ShellLocalRules,
} from "./script/shell-local.js";
export type { CommunicatorOptions, SshOptions, WinRmOptions } from "./communicator/generated/options.js";
export { communicatorSensitive, communicatorShape } from "./communicator/generated/schema.js";
