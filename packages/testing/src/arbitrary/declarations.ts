import { data, local, text, variable, type AnyVariable, type Expr, type Variable } from "@packwright/core";
import fc from "fast-check";
import { z } from "zod";
import { anyNumber, anyText, name } from "./names.js";

/** What the expressions of a template can refer to, by type. */
export interface Declared {
  readonly texts: readonly Expr<string>[];
  readonly numbers: readonly Expr<number>[];
  readonly switches: readonly Expr<boolean>[];
  readonly lists: readonly Expr<readonly string[]>[];
  /** All variables, used or not. */
  readonly variables: readonly AnyVariable[];
}

/** A variable, and what expressions get of it. */
interface Declaration extends Partial<Declared> {
  readonly name: string;
}

/** Variables of a type, each with a default of it, so that a template has values without being given any. */
function declared<T>(
  value: fc.Arbitrary<T>,
  schema: (value: T) => z.ZodType<T>,
  uses: (made: Variable<T>) => Partial<Declared>,
): fc.Arbitrary<Declaration> {
  const description = fc.option(
    anyText.filter((text) => text !== ""),
    { nil: undefined },
  );
  return fc
    .record({ name, value, description, sensitive: fc.boolean() })
    .map(({ name: given, value: fallback, description: told, sensitive }) => {
      const type = schema(fallback);
      const made = variable(given, told === undefined ? type : type.describe(told), { sensitive });
      return { name: given, ...uses(made), variables: [made] };
    });
}

const anyVariable: fc.Arbitrary<Declaration> = fc.oneof(
  declared(
    anyText,
    (value) => z.string().default(value),
    (made) => ({ texts: [made] }),
  ),
  declared(
    anyNumber,
    (value) => z.number().default(value),
    (made) => ({ numbers: [made] }),
  ),
  declared(
    fc.boolean(),
    (value) => z.boolean().default(value),
    (made) => ({ switches: [made] }),
  ),
  declared(
    fc.array(anyText, { maxLength: 3 }),
    (value) => z.array(z.string()).default(value),
    (made) => ({ lists: [made] }),
  ),
  declared(
    fc.record({ title: anyText, size: anyNumber, tags: fc.array(anyText, { maxLength: 2 }) }),
    (value) => z.object({ title: z.string(), size: z.number(), tags: z.array(z.string()) }).default(value),
    (made) => ({ texts: [made.title], numbers: [made.size], lists: [made.tags] }),
  ),
);

/** Variables, and now and then a data source and a local that refer to them. */
export function declarations(maxVariables: number): fc.Arbitrary<Declared> {
  const variables = fc.uniqueArray(anyVariable, {
    selector: ({ name: given }) => given,
    maxLength: maxVariables,
  });
  const label = fc.option(name, { nil: undefined });
  return fc.record({ variables, source: label, value: label }).map(({ variables: made, source, value }) => {
    const texts = made.flatMap((each) => each.texts ?? []);
    const [first = "x"] = texts;
    const answer = source === undefined ? [] : [data.null(source, { input: text`x${first}` }).output];
    const named = value === undefined ? [] : [local(value, answer[0] ?? first)];
    return {
      texts: [...texts, ...answer, ...named],
      numbers: made.flatMap((each) => each.numbers ?? []),
      switches: made.flatMap((each) => each.switches ?? []),
      lists: made.flatMap((each) => each.lists ?? []),
      variables: made.flatMap((each) => each.variables ?? []),
    };
  });
}
