// What a template comes to
export { evaluate, type EvaluatedTemplate, type EvaluateOptions } from "./evaluate/evaluate.js";
export type { EvaluatedBuild, EvaluatedRun, EvaluatedStep } from "./evaluate/evaluated.js";
export type { PlainOptions } from "./evaluate/body.js";
export type { TemplateSubject } from "./evaluate/subject.js";
export type { VarFileText } from "./evaluate/variables.js";
export {
  EvaluationError,
  formatProblem,
  type EvaluationProblem,
  type ProblemCode,
} from "./evaluate/problem.js";
export { plan, type PlannedStep } from "./plan.js";
export { validate, type ValidateOptions } from "./validate/validate.js";
export type { Validation } from "./validate/validation.js";
export type { PackerInstallation } from "./validate/packer-installation.js";

// Asking things of templates in tests
export { matchers, type StepExpectation, type StepMatcher } from "./matchers/matchers.js";
export type { TemplateMatchers } from "./matchers/template-matchers.js";
export type { PackerExpectation } from "./matchers/real-packer.js";
export type { VariableExpectation } from "./matchers/variable.js";
export type { MatcherContext, MatcherResult } from "./matchers/context.js";
export { serializer } from "./matchers/serializer.js";
