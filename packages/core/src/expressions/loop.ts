import { isIdentifier, variable } from "@packwright/hcl";
import type { Composition } from "./compose.js";
import { createExpr } from "./expr-value.js";
import { elementOf } from "./functions/facts.js";
import { freeNames, ROOTS } from "./loop-variable.js";
import { ANY, describeType, NUMBER, STRING, type ValueType } from "./value-type.js";
import type { LoopVariable, Unwritable, Written } from "./written.js";

/** The names of a loop's variables, where its author has chosen them. */
export interface LoopNames {
  /** The name of the item in HCL; `item`, in a map `value`, unless said otherwise. */
  readonly as?: string;
  /** The name of the item's key in HCL; `index`, in a map `key`, unless said otherwise. */
  readonly keyAs?: string;
}

/** The names that the loops around bind, while their functions run: a loop inside gets other ones. */
const around: string[] = [];

/** A loop over a collection while it is made: the variables, and what the functions over them gave. */
export class Loop {
  readonly item: never;
  readonly key: never;
  readonly #item: LoopVariable;
  readonly #key: LoopVariable;
  readonly #made: Composition;
  readonly #what: string;
  #usesKey = false;

  /** @param what the public function, for messages */
  constructor(what: string, type: ValueType, names: LoopNames, made: Composition) {
    this.#what = what;
    this.#made = made;
    const isMap = type.kind === "map" || type.kind === "object";
    this.#item = { name: names.as ?? free(isMap ? "value" : "item", []) };
    this.#key = { name: names.keyAs ?? free(isMap ? "key" : "index", [this.#item.name]) };
    for (const name of [names.as, names.keyAs]) this.#checkName(name);
    if (names.as !== undefined && names.as === names.keyAs)
      this.#refuse(`${what} has two variables of the name ${names.as}`);
    if (type.kind === "string" || type.kind === "number" || type.kind === "bool")
      this.#refuse(`${what} goes through a list or a map, and this is ${describeType(type)}`);
    const isList = type.kind === "list" || type.kind === "tuple";
    this.item = this.#variable(this.#item, elementOf(type));
    this.key = this.#variable(this.#key, isList ? NUMBER : isMap ? STRING : ANY);
  }

  /** Calls a function of the user's with the variables, and adds what it gives. */
  run(each: (item: never, key: never) => unknown): ReturnType<Composition["add"]> {
    const problems = this.#made.problems;
    this.#made.problems = [];
    around.push(this.#item.name, this.#key.name);
    let found: readonly Unwritable[];
    let result: ReturnType<Composition["add"]>;
    try {
      result = this.#made.add(each(this.item, this.key));
    } finally {
      around.length -= 2;
      found = this.#made.problems;
      this.#made.problems = problems;
    }
    this.#usesKey ||= found.some(({ variable: found_ }) => found_ === this.#key);
    const others = found.filter(({ variable: found_ }) => found_ !== this.#item && found_ !== this.#key);
    problems.push(...others);
    this.#checkCapture({ node: result.node, problems: others });
    return result;
  }

  /** The names that the loop binds in HCL: the key only where it is used. */
  names(): { readonly value: string; readonly key?: string } {
    return this.#usesKey ? { value: this.#item.name, key: this.#key.name } : { value: this.#item.name };
  }

  /** The seam to the function's type: its variables are of the types that the collection says. */
  #variable(variable_: LoopVariable, type: ValueType): never {
    const problem: Unwritable = {
      path: [],
      code: "bad-expression",
      reason: `${variable_.name} is a variable of ${this.#what}, and has no value outside of its function`,
      variable: variable_,
    };
    return createExpr<never, never>({
      node: variable(variable_.name),
      type,
      uses: [],
      problems: [problem],
      inBuild: false,
    });
  }

  #checkName(name: string | undefined): void {
    if (name === undefined) return;
    if (!isIdentifier(name))
      this.#refuse(`${JSON.stringify(name)} is no name; use letters, digits, _ and -, a letter or _ first`);
    else if (ROOTS.has(name))
      this.#refuse(`a variable called ${name} would hide Packer's own; choose another name`);
  }

  /** A name of this loop must not mean something else in what its functions gave. */
  #checkCapture(written: Pick<Written, "node" | "problems">): void {
    const { value, key } = this.names();
    const outer = written.problems.flatMap(({ variable: each }) => each?.name ?? []);
    for (const name of [value, key]) {
      if (name === undefined || !outer.includes(name) || !freeNames(written).has(name)) continue;
      this.#refuse(
        `${this.#what} calls its variable ${name}, as does a loop around it whose variable it uses`,
      );
    }
  }

  #refuse(reason: string): void {
    this.#made.refuse({ reason });
  }
}

/** The name itself, or with a number behind it where a loop around has it already. */
function free(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${String(number)}`;
    if (!around.includes(candidate) && !taken.includes(candidate)) return candidate;
  }
}
