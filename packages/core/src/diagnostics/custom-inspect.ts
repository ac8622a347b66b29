/** What Node's and Bun's consoles ask a value for before they print it. */
export const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;

/** Has consoles show the values of a class as a text; a class that is exported cannot have a method of such a name. */
export function showOnConsole<T extends object>(
  type: { readonly prototype: T },
  show: (value: T) => string,
): void {
  Object.defineProperty(type.prototype, INSPECT, {
    value(this: T): string {
      return show(this);
    },
  });
}
