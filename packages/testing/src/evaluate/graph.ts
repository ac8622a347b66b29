import type { ComponentDefinition } from "@packwright/core";
import { childrenOf, type Block, type Expression, type Node } from "@packwright/hcl";
import { Value } from "@packwright/hcl/evaluate";
import { evaluateOptions } from "./body.js";
import type { EvaluatedUse } from "./evaluated.js";
import { attributeOf, type Evaluator, type Variables } from "./evaluator.js";

/** What locals and data sources come to. */
export interface Graph {
  readonly locals: ReadonlyMap<string, Value>;
  /** By type, then by name. */
  readonly data: ReadonlyMap<string, ReadonlyMap<string, Value>>;
}

interface Entry {
  readonly path: string;
  /** The names of entries that it refers to. */
  readonly needs: readonly string[];
  readonly evaluate: (variables: Variables) => void;
}

/**
 * Evaluates locals and data sources, each after what it refers to. Data sources are answered by `answers`, by
 * `type.name`; others are unknown.
 */
export function evaluateGraph(
  blocks: readonly Block[],
  base: Variables,
  answers: Readonly<Record<string, Value>>,
  evaluator: Evaluator,
  components: {
    readonly definitions: ReadonlyMap<string, ComponentDefinition>;
    readonly visit: (use: EvaluatedUse) => void;
  },
): Graph {
  const locals = new Map<string, Value>();
  const data = new Map<string, Map<string, Value>>();
  const entries = new Map<string, Entry>();
  const addLocal = (name: string, value: Expression, isSensitive: boolean): void => {
    const path = `local.${name}`;
    entries.set(path, {
      path,
      needs: referencesIn(value),
      evaluate: (variables) => {
        const found = evaluator.value(value, variables, path);
        locals.set(name, isSensitive ? found.withMarks(new Set(["sensitive"])) : found);
      },
    });
  };
  for (const block of blocks) {
    const [first, second] = block.labels;
    if (block.type === "locals") {
      for (const item of block.body.items)
        if (item.kind === "attribute") addLocal(item.name, item.value, false);
    } else if (block.type === "local" && first !== undefined) {
      const value = attributeOf(block, "expression");
      const sensitive = attributeOf(block, "sensitive");
      if (value !== undefined) addLocal(first.value, value, sensitive?.kind === "bool" && sensitive.value);
    } else if (block.type === "data" && first !== undefined && second !== undefined) {
      const path = `data.${first.value}.${second.value}`;
      entries.set(path, {
        path,
        needs: block.body.items.flatMap((item) => referencesIn(item)),
        evaluate: (variables) => {
          const definition = components.definitions.get(`data ${first.value}`);
          const options = evaluateOptions(block.body, definition, variables, path, evaluator);
          if (definition !== undefined) components.visit({ definition, options, path });
          const ofType = data.get(first.value) ?? new Map<string, Value>();
          data.set(
            first.value,
            ofType.set(second.value, answers[`${first.value}.${second.value}`] ?? Value.unknown()),
          );
        },
      });
    }
  }
  const done = new Set<string>();
  const visit = (path: string, around: readonly string[]): void => {
    const entry = entries.get(path);
    if (entry === undefined || done.has(path)) return;
    if (around.includes(path)) {
      evaluator.problems.push({
        code: "local-cycle",
        summary: `Cycle: ${[...around, path].join(", ")}`,
        detail: "",
        path,
      });
      return;
    }
    for (const need of entry.needs) visit(need, [...around, path]);
    if (done.has(path)) return;
    done.add(path);
    entry.evaluate(withGraph(base, { locals, data }));
  };
  for (const path of entries.keys()) visit(path, []);
  return { locals, data };
}

/** What expressions can refer to once locals and data sources have values. */
export function withGraph(base: Variables, { locals, data }: Graph): Variables {
  return new Map([
    ...base,
    ["local", Value.object(locals)] as const,
    ["data", Value.object([...data].map(([type, ofType]) => [type, Value.object(ofType)] as const))] as const,
  ]);
}

/** The locals and data sources that a part of the tree refers to: `local.name`, `data.http.release`. */
export function referencesIn(node: Node): readonly string[] {
  const found: string[] = [];
  const walk = (each: Node): void => {
    if (each.kind === "get-attribute") {
      const { object, name } = each;
      if (object.kind === "variable" && object.name === "local") found.push(`local.${name}`);
      if (
        object.kind === "get-attribute" &&
        object.object.kind === "variable" &&
        object.object.name === "data"
      )
        found.push(`data.${object.name}.${name}`);
    }
    for (const child of childrenOf(each)) walk(child);
  };
  walk(node);
  return found;
}
