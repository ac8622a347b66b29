import fc from "fast-check";
import { z } from "zod";

/** A schema and a value that it accepts. */
export interface Sample {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

/** Text that HCL can hold and keeps as it is, escapes of every kind in it. */
const word = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "B", "0", " ", "$", "%", "{", "}", '"', "\\", "\n", "\t", "é", "中"),
    maxLength: 8,
  }),
  fc.constantFrom("${x}", "%{ if }", "$${", "true", "1", "", "null", "<<EOT\n"),
);
const key = fc.oneof(word, fc.constantFrom("a", "b-c", "for", "//"));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
);

const leaf: fc.Arbitrary<Sample> = fc.oneof(
  word.map((value) => ({ schema: z.string(), value })),
  number.map((value) => ({ schema: z.number(), value })),
  fc.integer().map((value) => ({ schema: z.int(), value })),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((value) => ({ schema: z.bigint(), value })),
  fc.boolean().map((value) => ({ schema: z.boolean(), value })),
  fc.constantFrom("eu", "us").map((value) => ({ schema: z.enum(["eu", "us"]), value })),
  fc
    .uniqueArray(word, { maxLength: 3 })
    .map((items) => ({ schema: z.set(z.string()), value: new Set(items) })),
  fc.dictionary(key, word, { maxKeys: 3, noNullPrototype: true }).map((value) => ({
    schema: z.record(z.string(), z.string()),
    value,
  })),
);

/** Schemas of all kinds that a variable can have, with a value for each. */
export const anySample: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    tie("sample").map(({ schema, value }) => ({ schema: z.array(schema), value: [value, value] })),
    leaf.map(({ schema }) => ({ schema: z.array(schema), value: [] })),
    fc
      .tuple(tie("sample"), tie("sample"))
      .map(([a, b]) => ({ schema: z.tuple([a.schema, b.schema]), value: [a.value, b.value] })),
    fc.tuple(tie("sample"), leaf, fc.boolean()).map(([a, b, isGiven]) => ({
      schema: z.object({ a: a.schema, "b-c": b.schema.optional() }),
      value: isGiven ? { a: a.value, "b-c": b.value } : { a: a.value },
    })),
    leaf.map(({ schema }) => ({ schema: schema.nullable(), value: null })),
  ),
})).sample;
