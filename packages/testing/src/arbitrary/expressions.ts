import { fn, forEach, text, when, type Expr } from "@packwright/core";
import fc from "fast-check";
import type { Declared } from "./declarations.js";
import { anyText } from "./names.js";

/** Text, or an expression of text, that is made when it is known what there is to refer to. */
export type MakeText = (declared: Declared) => string | Expr<string>;

/** One of what there is, chosen by a number; something else where there is nothing. */
function chosen<T, U>(list: readonly T[], at: number, otherwise: U): T | U {
  return list[at % Math.max(list.length, 1)] ?? otherwise;
}

/** Texts with and without expressions; every one of them has a value. */
export const anyTextExpression: fc.Arbitrary<MakeText> = fc.letrec<{ made: MakeText }>((tie) => {
  const at = fc.nat(9);
  const made = tie("made");
  const literal = anyText.map(
    (value): MakeText =>
      () =>
        value,
  );
  return {
    made: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      literal,
      at.map(
        (n): MakeText =>
          ({ texts }) =>
            chosen(texts, n, "x"),
      ),
      at.map(
        (n): MakeText =>
          ({ numbers }) =>
            text`${chosen(numbers, n, 1)}`,
      ),
      at.map(
        (n): MakeText =>
          ({ lists }) =>
            fn.join(",", chosen(lists, n, ["a", "b"])),
      ),
      at.map(
        (n): MakeText =>
          ({ lists }) =>
            text`${fn.length(chosen(lists, n, ["a"]))}`,
      ),
      made.map(
        (one): MakeText =>
          (declared) =>
            fn.upper(one(declared)),
      ),
      fc.tuple(made, made).map(
        ([one, other]): MakeText =>
          (declared) =>
            text`${one(declared)}-${other(declared)}`,
      ),
      fc.tuple(at, made, made).map(
        ([n, one, other]): MakeText =>
          (declared) =>
            when(chosen(declared.switches, n, true), one(declared), other(declared)),
      ),
      fc.tuple(at, made).map(([n, one]): MakeText => (declared) => {
        const list = chosen(declared.lists, n, undefined);
        if (list === undefined) return one(declared);
        return fn.join(
          " ",
          forEach(list, (item) => text`${item}${one(declared)}`),
        );
      }),
    ),
  };
}).made;
