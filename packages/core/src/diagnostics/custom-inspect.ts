import { print } from "@packwright/hcl";
import type { Block } from "@packwright/hcl/nodes";

/** What Node's and Bun's consoles ask a value for before they print it. */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** Has consoles show the values of a class as HCL; a class that is exported cannot have a method of such a name. */
export function showAsHcl<T extends object>(
  type: { readonly prototype: T },
  blocksOf: (value: T) => Iterable<Block>,
): void {
  Object.defineProperty(type.prototype, INSPECT, {
    value(this: T): string {
      return print({ items: blocksOf(this) });
    },
  });
}
