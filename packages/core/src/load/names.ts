import type { DataBlock, LocalBlock, VariableBlock } from "../blocks/declaration.js";
import type { ValueType } from "../expressions/value-type.js";

/** What a name stands for; `"cycle"` while that is being read itself, of what refers to itself. */
export type Found<T> = T | "cycle" | undefined;

/** What the files of a template declare. */
export interface Names {
  variable(name: string): VariableBlock | undefined;
  local(name: string): Found<LocalBlock>;
  localType(name: string): ValueType;
  data(type: string, name: string): Found<DataBlock>;
  readonly variables: readonly string[];
  readonly locals: readonly string[];
  /** `type.name` */
  readonly datas: readonly string[];
}
