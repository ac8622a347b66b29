export * from "./nodes.js";
export * from "./create.js";
export { isIdentifier } from "./identifier.js";
export { unwritable } from "./escape.js";
export { print, type Printable } from "./print/native.js";
export { printFlat as printExpression } from "./print/expression.js";
export { toJson, type JsonLanguage } from "./json/print.js";
export { printJson, type JsonNumber, type JsonObject, type JsonValue } from "./json/value.js";
export { CHILDREN, childrenOf, visit } from "./visit.js";
