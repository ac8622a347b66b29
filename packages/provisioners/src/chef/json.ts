import { about, atMostOne, type ExprBase, type OnlyOne, type Rule } from "@packwright/core";

/** What JSON can hold, and expressions anywhere in it. */
export type JsonInput =
  | string
  | number
  | boolean
  | null
  | ExprBase<unknown, "build">
  | readonly JsonInput[]
  | { readonly [key: string]: JsonInput };

/** The attributes of a node as an object. */
export interface JsonOption {
  /**
   * The attributes of the node: an object of whatever JSON can hold. HCL, which knows no such option, gets
   * `json_string = jsonencode(…)`.
   */
  readonly json?: { readonly [key: string]: JsonInput } | ExprBase<object, "build">;
}

const ONE_JSON = "choose one of json and json_string";

/** The rule over the type `O` of the literal: the attributes are given once. */
export type JsonRules<O> = OnlyOne<O, "json" | "json_string", typeof ONE_JSON>;

const isJson: Rule = /* @__PURE__ */ about(["json_string"], (context) => {
  const text = context.literal("json_string");
  if (typeof text !== "string" || text === "" || text.includes("{{")) return;
  let found: string;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return;
    found = Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;
  } catch {
    found = "no JSON";
  }
  context.report({
    summary: `json_string has to be the text of a JSON object, and this is ${found}`,
    detail: "Use json, which takes the object itself.",
    option: "json_string",
    code: "invalid-value",
  });
});

/** The same when the program runs, and whether the text is JSON. */
export const jsonRules: readonly Rule[] = /* @__PURE__ */ Object.freeze([
  atMostOne(["json", "json_string"], ONE_JSON),
  isJson,
]);
