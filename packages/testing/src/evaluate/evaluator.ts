import { nil, type Block, type BodyItem, type Expression, type SourceText } from "@packwright/hcl";
import {
  ANY,
  evaluate,
  toJs,
  Value,
  type EvaluationDiagnostic,
  type FunctionTable,
  type JsResult,
} from "@packwright/hcl/evaluate";
import { positionIn, type EvaluationProblem } from "./problem.js";

/** What expressions can refer to, by the first word of a reference. */
export type Variables = ReadonlyMap<string, Value>;

/** Stands for what only a run of Packer knows; Packer's own `validate` uses the same text. */
export const UNKNOWN = "<unknown>";

/** A block that `dynamic` may have made, and what its expressions can refer to. */
export interface ExpandedBlock {
  readonly block: Block;
  /** Its number among the blocks of its type as they are written, those that `dynamic` repeats being one. */
  readonly at: number;
  readonly variables: Variables;
}

/** Evaluates expressions of one template and gathers what is wrong with them. */
export class Evaluator {
  readonly problems: EvaluationProblem[] = [];
  readonly source: SourceText;
  readonly functions: FunctionTable;

  constructor(source: SourceText, functions: FunctionTable) {
    this.source = source;
    this.functions = functions;
  }

  /** The value of an expression; one with errors is unknown, and what is wrong is a problem at `path`. */
  value(
    expression: Expression,
    variables: Variables | undefined,
    path: string,
    functions: FunctionTable = this.functions,
  ): Value {
    const { value, diagnostics } = evaluate(expression, {
      ...(variables === undefined ? {} : { variables }),
      functions,
      source: this.source,
    });
    for (const diagnostic of diagnostics) this.report(diagnostic, path);
    return diagnostics.length === 0 ? value : Value.unknown(ANY);
  }

  js(expression: Expression, variables: Variables | undefined, path: string): JsResult {
    return toJs(this.value(expression, variables, path), { unknown: UNKNOWN });
  }

  report({ summary, detail, subject, needs }: EvaluationDiagnostic, path: string): void {
    this.problems.push({
      code: "no-value",
      summary,
      detail,
      path,
      ...(needs === undefined ? {} : { needs }),
      ...positionIn(this.source, subject),
    });
  }

  /** Reports something at a node of the template. */
  problem(
    problem: Pick<EvaluationProblem, "code" | "summary" | "detail" | "path">,
    node: Pick<Expression, "start" | "end">,
  ): void {
    const { start, end } = node;
    const range = start === undefined || end === undefined ? undefined : { start, end };
    this.problems.push({ ...problem, ...positionIn(this.source, range) });
  }

  /** The blocks of a body, those of `dynamic` made for each item of their collection. */
  *expand(items: readonly BodyItem[], variables: Variables, path: string): Generator<ExpandedBlock, void> {
    const numbers = new Map<string, number>();
    for (const item of items) {
      if (item.kind !== "block") continue;
      // A pipeline of one step and one of several are counted together.
      const type = typeOf(item).replace(/^post-processors$/, "post-processor");
      const at = numbers.get(type) ?? 0;
      numbers.set(type, at + 1);
      if (item.type === "dynamic") yield* this.#repeat(item, at, variables, `${path}.${type}[${String(at)}]`);
      else yield { block: item, at, variables };
    }
  }

  *#repeat(dynamic: Block, at: number, variables: Variables, path: string): Generator<ExpandedBlock, void> {
    const [label] = dynamic.labels;
    const content = dynamic.body.items.find((item) => item.kind === "block" && item.type === "content");
    if (label === undefined || content?.kind !== "block") return;
    const iterator = attributeOf(dynamic, "iterator");
    const name = iterator?.kind === "variable" ? iterator.name : label.value;
    const collection = this.value(attributeOf(dynamic, "for_each") ?? nil(), variables, `${path}.for_each`);
    for (const [key, value] of entriesOf(collection)) {
      const inside = new Map(variables).set(
        name,
        Value.object([
          ["key", key],
          ["value", value],
        ]),
      );
      const labels = attributeOf(dynamic, "labels");
      const names = labels === undefined ? [] : this.js(labels, inside, `${path}.labels`);
      yield {
        at,
        variables: inside,
        block: {
          ...content,
          type: label.value,
          labels: (Array.isArray(names) ? names : []).map((each) => ({
            kind: "label",
            value: String(each),
            quoted: true,
          })),
        },
      };
    }
  }
}

/** The type of the blocks that a block stands for. */
function typeOf({ type, labels }: Block): string {
  return type === "dynamic" ? (labels[0]?.value ?? "") : type;
}

/** A value as text: numbers and booleans as HCL converts them. */
export function textOf(value: JsResult): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The entries of a collection; of one that only a run knows, one entry that stands for all of them. */
function entriesOf(collection: Value): readonly (readonly [key: Value, value: Value])[] {
  const bare = collection.unmark();
  if (!bare.isKnown) return [[Value.unknown(), Value.unknown()]];
  if (bare.isNull) return [];
  switch (bare.type.kind) {
    case "map":
    case "object":
      return [...bare.entries()].map(([key, value]) => [Value.string(key), value]);
    case "set":
      return bare.elements().map((element) => [element, element]);
    case "list":
    case "tuple":
      return bare.elements().map((element, at) => [Value.number(at), element]);
    default:
      return [];
  }
}

/** The value of an attribute of a block, `undefined` where it has none of the name. */
export function attributeOf(block: Block, name: string): Expression | undefined {
  const found = block.body.items.find((item) => item.kind === "attribute" && item.name === name);
  return found?.kind === "attribute" ? found.value : undefined;
}
