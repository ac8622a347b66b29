export * from "./nodes.js";
export * from "./create.js";
export { isIdentifier } from "./identifier.js";
export { CHILDREN, childrenOf, visit } from "./visit.js";
