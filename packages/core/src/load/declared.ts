import type { Attribute, Block } from "@packwright/hcl/nodes";
import type { ComponentUse } from "../blocks/component-use.js";
import type { DataBlock, LocalBlock, VariableBlock } from "../blocks/declaration.js";
import { ANY, type ValueType } from "../expressions/value-type.js";
import { commentOf } from "./comment-of.js";
import type { Place } from "./context.js";
import type { ExpressionReader } from "./expression-reader.js";
import type { LiteralReader } from "./literals.js";
import type { Found, Names } from "./names.js";
import { readBody } from "./read-body.js";
import type { Placed } from "./read-packer.js";
import type { Reading } from "./reading.js";
import { typeOf } from "./type-of.js";

/** Something that is read when it is first asked for; what asks for itself on the way is told so. */
interface Lazy<T> {
  readonly label: string;
  readonly placed: Placed<Block | Attribute>;
  readonly read: () => T;
  state?: "open" | { readonly value: T };
}

const LOCAL = { attributes: ["expression", "sensitive"], required: ["expression"], blocks: {} } as const;

/**
 * What the files of a template declare. Locals and data sources refer to each other in any order, so that each is read
 * when another one first asks for it.
 */
export class Declared implements Names {
  readonly #variables = new Map<string, VariableBlock>();
  readonly #locals = new Map<string, Lazy<LocalBlock>>();
  readonly #data = new Map<string, Lazy<DataBlock>>();
  readonly #types = new Map<string, ValueType>();
  /** All of them, those whose name is taken already too, in their order. */
  readonly #all: { readonly locals: Lazy<LocalBlock>[]; readonly data: Lazy<DataBlock>[] } = {
    locals: [],
    data: [],
  };
  readonly #open: Lazy<unknown>[] = [];
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  addVariable(variable: VariableBlock): void {
    if (!this.#variables.has(variable.name)) this.#variables.set(variable.name, variable);
  }

  /** The entries of a `locals` block. */
  addLocals({ file, node }: Placed, expressions: ExpressionReader): void {
    const shape = { attributes: "any", blocks: {} } as const;
    for (const entry of readBody(this.#reading, file, node.body, shape, "locals").attributes.values()) {
      const { name } = entry;
      const place: Place = { file, path: `local.${name}`, context: "local" };
      this.#addLocal(name, { file, node: entry }, () => ({
        kind: "local",
        name,
        value: expressions.writtenValue(entry.value, place),
        sensitive: false,
        ...commentOf(entry, file),
        site: file.site(entry),
      }));
    }
  }

  /** `local "name" { … }` */
  addLocal({ file, node }: Placed, expressions: ExpressionReader, literals: LiteralReader): void {
    const name = node.labels[0]?.value ?? "";
    const path = `local.${name}`;
    const { attributes } = readBody(this.#reading, file, node.body, LOCAL, path);
    const expression = attributes.get("expression");
    const sensitive = literals.flag(attributes.get("sensitive"), {
      file,
      path: `${path}.sensitive`,
      context: "literal",
    });
    if (expression === undefined) return;
    this.#addLocal(name, { file, node }, () => ({
      kind: "local",
      name,
      value: expressions.writtenValue(expression.value, { file, path, context: "local" }),
      sensitive,
      ...commentOf(node, file),
      site: file.site(node),
    }));
  }

  /** `data "type" "name" { … }` */
  addData(placed: Placed, read: () => ComponentUse): void {
    const [type, name] = placed.node.labels;
    const label = `${type?.value ?? ""}.${name?.value ?? ""}`;
    const lazy: Lazy<DataBlock> = {
      label: `data.${label}`,
      placed,
      read: () => ({ kind: "data", name: name?.value ?? "", use: read() }),
    };
    this.#all.data.push(lazy);
    if (!this.#data.has(label)) this.#data.set(label, lazy);
  }

  #addLocal(name: string, placed: Placed<Block | Attribute>, read: () => LocalBlock): void {
    const lazy: Lazy<LocalBlock> = { label: `local.${name}`, placed, read };
    this.#all.locals.push(lazy);
    if (!this.#locals.has(name)) this.#locals.set(name, lazy);
  }

  /** Every local, in the order of the files. */
  allLocals(): readonly LocalBlock[] {
    return this.#all.locals.flatMap((lazy) => this.#read(lazy) ?? []);
  }

  /** Every data source, in the order of the files. */
  allData(): readonly DataBlock[] {
    return this.#all.data.flatMap((lazy) => this.#read(lazy) ?? []);
  }

  get variables(): readonly string[] {
    return [...this.#variables.keys()];
  }
  get locals(): readonly string[] {
    return [...this.#locals.keys()];
  }
  get datas(): readonly string[] {
    return [...this.#data.keys()];
  }

  variable(name: string): VariableBlock | undefined {
    return this.#variables.get(name);
  }

  local(name: string): Found<LocalBlock> {
    return this.#found(this.#locals.get(name));
  }

  data(type: string, name: string): Found<DataBlock> {
    return this.#found(this.#data.get(`${type}.${name}`));
  }

  localType(name: string): ValueType {
    const known = this.#types.get(name);
    if (known !== undefined) return known;
    // A local that is part of its own type has none; the cycle is reported where it is read.
    this.#types.set(name, ANY);
    const lazy = this.#locals.get(name);
    const found = lazy?.state === "open" || lazy === undefined ? undefined : this.#read(lazy);
    const type = found === undefined ? ANY : typeOf(found.value.node, this);
    if (lazy?.state === "open") this.#types.delete(name);
    else this.#types.set(name, type);
    return type;
  }

  #found<T>(lazy: Lazy<T> | undefined): Found<T> {
    return lazy === undefined ? undefined : (this.#read(lazy) ?? "cycle");
  }

  #read<T>(lazy: Lazy<T>): T | undefined {
    if (lazy.state === "open") {
      this.#reportCycle(lazy);
      return undefined;
    }
    if (lazy.state !== undefined) return lazy.state.value;
    lazy.state = "open";
    this.#open.push(lazy);
    const value = lazy.read();
    this.#open.pop();
    lazy.state = { value };
    return value;
  }

  #reportCycle(lazy: Lazy<unknown>): void {
    const cycle = this.#open.slice(this.#open.indexOf(lazy)).map(({ label }) => label);
    this.#reading.report(lazy.placed.file, lazy.placed.node, {
      code: "local-cycle",
      summary:
        cycle.length === 1 ? `${lazy.label} refers to itself` : `${cycle.join(", ")} refer to each other`,
      detail: `${[...cycle, lazy.label].join(" → ")}; take one of the references out.`,
      path: lazy.label,
    });
  }
}
