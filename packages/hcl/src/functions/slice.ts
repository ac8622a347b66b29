import { ANY, tupleOf, type Type } from "../evaluate/value/type.js";
import type { Value } from "../evaluate/value/value.js";
import { argument, ArgumentError } from "./definition.js";
import { integerAs } from "./whole-number.js";

/** Where a slice starts and ends, as far as that is known. */
export function sliceBounds(
  args: readonly Value[],
): readonly [start: number | undefined, end: number | undefined] {
  const list = argument(args, 0).unmark();
  const length = list.type.kind === "tuple" || list.isKnown ? list.size : undefined;
  const bound = (index: number, name: string): number | undefined => {
    const value = argument(args, index);
    if (!value.isKnown) return undefined;
    const at = integerAs(value, (why) => new ArgumentError(index, `invalid ${name} index: ${why}`));
    if (at < 0) throw new ArgumentError(index, `${name} index must not be less than zero`);
    if (length === undefined || at <= length) return at;
    throw new ArgumentError(index, `${name} index must not be greater than the length of the list`);
  };
  const start = bound(1, "start");
  const end = bound(2, "end");
  if (start !== undefined && end !== undefined && start > end) {
    throw new ArgumentError(1, "start index must not be greater than end index");
  }
  return [start, end];
}

/** The type of a slice: that of the list, or of the elements of a tuple that are in it. */
export function sliceType(args: readonly Value[]): Type {
  const { type } = argument(args, 0);
  if (type.kind === "set") {
    throw new ArgumentError(
      0,
      "cannot slice a set, because its elements do not have indices; explicitly convert to a list if the ordering of the result is not important",
    );
  }
  if (type.kind !== "list" && type.kind !== "tuple")
    throw new ArgumentError(0, "must be a list or tuple value");
  const [start, end] = sliceBounds(args);
  if (type.kind === "list") return type;
  return start === undefined || end === undefined ? ANY : tupleOf(type.elements.slice(start, end));
}
