// The tree
export * from "./nodes.js";
export * from "./create.js";
export { CHILDREN, childrenOf, visit } from "./visit.js";
export { isIdentifier } from "./lexer/identifiers.js";
export { unwritable } from "./escape.js";

// Reading
export {
  parse,
  parseExpression,
  parseTemplate,
  type ParsedExpression,
  type ParsedFile,
  type ParseOptions,
} from "./parser/parse.js";
export { formatDiagnostic, type SyntaxDiagnostic } from "./parser/diagnostic.js";
export type { SyntaxCode } from "./lexer/syntax-code.js";
export { SourceText, type Position } from "./source.js";
export { parseJson, type ParsedJson } from "./json/parse.js";
export {
  readJsonBody,
  type JsonAttributeSchema,
  type JsonBlockSchema,
  type JsonBody,
  type JsonBodySchema,
} from "./json/parse-body.js";
export type {
  JsonArrayNode,
  JsonBoolNode,
  JsonNode,
  JsonNullNode,
  JsonNumberNode,
  JsonObjectNode,
  JsonProperty,
  JsonStringNode,
} from "./json/parse-node.js";

// Printing
export { print, type Printable } from "./print/native.js";
export { printFlat as printExpression } from "./print/expression.js";
export { toJson, type JsonLanguage } from "./json/print.js";
export { printJson, type JsonNumber, type JsonObject, type JsonValue } from "./json/value.js";

// Rewriting what somebody wrote
export { format, type Formatted } from "./format/format.js";
export { commentsOf, printLossless } from "./lossless/print.js";
export { removeAttribute, renameAttribute, setAttribute, type AttributePlace } from "./edit/attributes.js";
export { insertBlock, removeBlock, setLabels, type BlockPlace } from "./edit/blocks.js";
export { EditError, findAttribute, findBlock, type BlockAddress, type BlockPath } from "./edit/address.js";
