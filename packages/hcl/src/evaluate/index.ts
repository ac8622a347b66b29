// Evaluating
export { evaluate, type Evaluated } from "./evaluate.js";
export type { Scope } from "./scope.js";
export { type EvaluationDiagnostic, formatEvaluation, formatRange, type Range } from "./diagnostic.js";
export { hclSyntaxMessage, type HclMessage } from "./syntax-message.js";
export { freeVariables } from "./variables.js";

// Values
export { SENSITIVE, Value, type Marks } from "./value/value.js";
export { fromJs, toJs, type JsResult, type JsValue, type ToJsOptions } from "./from-js.js";
export { HclNumber, NumberTooLarge } from "./value/number.js";
export { numberToString, parseNumber } from "./value/number-text.js";
export { equals, identical } from "./value/equality.js";

// Types
export {
  ANY,
  BOOL,
  constraintName,
  equalTypes,
  friendlyName,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  setOf,
  STRING,
  tupleOf,
  typeToString,
  type AnyType,
  type ListType,
  type MapType,
  type ObjectType,
  type PrimitiveType,
  type SetType,
  type TupleType,
  type Type,
} from "./value/type.js";
export { readType, type ReadType, type TypeOptions } from "./type-expression.js";
export { applyDefaults, type Defaults } from "./defaults.js";
export { convert, ConversionError } from "./convert/conversion.js";
export { unify, type Unified } from "./convert/conversion.js";

// Functions
export { defaultFunctions, functions } from "../functions/functions.js";
export { loadFunctions } from "../functions/libraries.js";
export type { Files, FileStatus, Host, Secrets } from "../functions/host.js";
export { memoryFiles, nodeFiles, type NodeFilesOptions } from "../functions/node-files.js";
export {
  ArgumentError,
  FunctionError,
  UnavailableError,
  type ExpressionFunction,
  type FunctionDefinition,
  type FunctionTable,
  type GivenArgument,
  type Parameter,
  type ValueFunction,
} from "../functions/definition.js";
export { toJsonText } from "../functions/json-text.js";
