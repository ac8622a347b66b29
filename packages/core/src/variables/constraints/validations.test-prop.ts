import { parseExpression, printExpression } from "@packwright/hcl";
import {
  applyDefaults,
  convert,
  evaluate,
  fromJs,
  functions,
  loadFunctions,
  readType,
  toJs,
  type JsValue,
  type Value,
} from "@packwright/hcl/evaluate";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SEED } from "../../../../../tools/src/repository.js";
import type { VariableBlock } from "../../blocks/declaration.js";
import { stateOf } from "../../expressions/expr-value.js";
import { typeExpression } from "../../expressions/value-type.js";
import { variable } from "../variable.js";

const options = { numRuns: 300, ...(SEED === undefined ? {} : { seed: SEED }) };
const table = functions();

beforeAll(loadFunctions);

function blockOf(schema: z.ZodType): VariableBlock {
  const [block] = stateOf(variable("v", schema)).uses;
  if (block?.kind !== "variable") throw new Error("this is no variable");
  return block;
}

/** The value as Packer hands it to the conditions: of the variable's type, with what is left out filled in. */
function given({ type }: VariableBlock, value: unknown): Value {
  const read = readType(typeExpression(type), { withDefaults: true });
  // The seam: the values of these tests are what JSON can say.
  const raw = fromJs(value as JsValue);
  return convert(read.defaults === undefined ? raw : applyDefaults(raw, read.defaults), read.type);
}

/** What the conditions that are printed say of a value. */
function accepts(block: VariableBlock, value: unknown): boolean {
  const variables = new Map([["var", fromJs({ v: null })]]);
  const self = given(block, value);
  return block.validations.every(({ condition }) => {
    const { expression, source } = parseExpression(
      printExpression(condition.node).replaceAll("var.v", "self"),
    );
    if (expression === undefined) throw new Error("the condition does not parse");
    variables.set("self", self);
    const { value: result, diagnostics } = evaluate(expression, { variables, functions: table, source });
    expect(diagnostics).toEqual([]);
    return toJs(result);
  });
}

/** Text of few signs, so that it is often right and often just not. */
const of = (signs: string, maxLength = 6): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...signs.split(/(?:)/u)), maxLength });
/** Texts of a form, and the same with a sign more, less or another. */
const near = (form: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    form,
    fc
      .tuple(form, fc.nat(), fc.constantFrom("", "x", ".", ":", "/", "-", "0", "@", " ", "\n"))
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + (at % 2));
      }),
  );

const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.constantFrom(2 ** 31, 2 ** 31 - 1, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, 0.5, -0.5),
);
const words = fc.array(of("ab", 3), { maxLength: 4 });

/** A constraint, and values of its type that keep it, break it, and come near. */
const CONSTRAINTS: readonly (readonly [name: string, schema: z.ZodType, values: fc.Arbitrary<unknown>])[] = [
  ["min of text", z.string().min(3), of("ab")],
  ["max of text", z.string().max(3), of("ab")],
  ["length of text", z.string().length(3), of("ab")],
  ["startsWith", z.string().startsWith("a$"), of("a${")],
  ["endsWith", z.string().endsWith("b\n"), of("ab\n")],
  ["includes", z.string().includes("%{"), of("%{a")],
  ["lowercase", z.string().lowercase(), of("aAé1")],
  ["uppercase", z.string().uppercase(), of("aAÉ1")],
  ["regex", z.string().regex(/^[a-z][-a-z0-9]*$/), of("a0-A\n")],
  ["regex anywhere", z.string().regex(/b+\.?c$/i), of("aBbcC.\n")],
  ["email", z.email(), near(fc.emailAddress())],
  ["uuid", z.uuid(), near(fc.uuid())],
  ["ipv4", z.ipv4(), near(fc.ipV4())],
  [
    "cidrv4",
    z.cidrv4(),
    near(fc.tuple(fc.ipV4(), fc.nat(40)).map(([host, bits]) => `${host}/${String(bits)}`)),
  ],
  [
    "date",
    z.iso.date(),
    near(fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString().slice(0, 10))),
  ],
  [
    "datetime",
    z.iso.datetime(),
    near(fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString())),
  ],
  ["hex", z.hex(), of("0aFg")],
  ["base64", z.base64(), of("aB1+/=", 9)],
  ["base64url", z.base64url(), of("aB1-_=", 9)],
  [
    "mac",
    z.mac(),
    near(
      fc.array(fc.constantFrom("00", "aF", "9b"), { minLength: 6, maxLength: 6 }).map((all) => all.join(":")),
    ),
  ],
  ["time", z.iso.time(), near(fc.constantFrom("12:30:00", "23:59:59.5", "24:00:00", "00:00"))],
  ["e164", z.e164(), near(fc.integer({ min: 1, max: 999_999_999 }).map((digits) => `+${String(digits)}`))],
  ["min", z.number().min(-3), number],
  ["max", z.number().max(4.5), number],
  ["greater than", z.number().gt(0), number],
  ["less than", z.number().lt(5), number],
  ["int", z.int(), number],
  ["int32", z.int32(), number],
  ["uint32", z.uint32(), number],
  ["multipleOf", z.int().multipleOf(3), fc.integer()],
  ["enum", z.enum(["a", "ab"]), of("ab", 3)],
  ["literal", z.literal([1, 2]), fc.integer({ min: 0, max: 3 })],
  ["template literal", z.templateLiteral(["v", z.int()]), of("v1-.", 4)],
  ["min of a list", z.array(z.string()).min(2), words],
  ["max of a list", z.array(z.string()).max(2), words],
  ["length of a list", z.array(z.string()).length(2), words],
  ["items of a list", z.array(z.string().min(2)).max(3), words],
  [
    "keys and values of a map",
    z.record(z.string().min(2), z.string().max(2)),
    fc.dictionary(of("ab", 3), of("ab", 3), { maxKeys: 3, noNullPrototype: true }),
  ],
  ["what may be null", z.number().min(1).nullable(), fc.oneof(number, fc.constant(null))],
  [
    "attributes of objects of a list",
    z.array(
      z.object({
        name: z.string().regex(/^a/),
        size: z.int().min(2).optional(),
        kind: z.enum(["a", "b"]).default("a"),
      }),
    ),
    fc.array(
      fc.record(
        { name: of("ab", 2), size: number, kind: of("abc", 1).filter((text) => text !== "") },
        { requiredKeys: ["name"] },
      ),
      { maxLength: 3 },
    ),
  ],
  ["items of a tuple", z.tuple([z.string().min(1), z.number().max(0)]), fc.tuple(of("a", 1), number)],
];

describe("the conditions that are printed for a schema", () => {
  it.each(CONSTRAINTS)("say what zod says: %s", (_, schema, values) => {
    const block = blockOf(schema);
    expect(block.unwritten).toEqual([]);
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(values, (value) => {
        const { success } = schema.safeParse(value);
        verdicts.add(success);
        expect(accepts(block, value)).toBe(success);
      }),
      options,
    );
    // Values that are all right, or all wrong, would show nothing.
    expect(verdicts.size).toBe(2);
  });

  it.each([
    ["url", z.url(), near(fc.webUrl())],
    ["httpUrl", z.httpUrl(), near(fc.webUrl())],
    ["ipv6", z.ipv6(), near(fc.ipV6())],
    [
      "cidrv6",
      z.cidrv6(),
      near(fc.tuple(fc.ipV6(), fc.nat(130)).map(([host, bits]) => `${host}/${String(bits)}`)),
    ],
  ] as const)("refuse nothing that zod takes: %s", (_, schema, values) => {
    const block = blockOf(schema);
    fc.assert(
      fc.property(values, (value) => {
        // The constructor of URLs passes over line breaks wherever they stand, and zod takes "1.0" for a number of bits.
        fc.pre(!/\n|\/\d*[.\s]\d*$/.test(value) && schema.safeParse(value).success);
        expect(accepts(block, value)).toBe(true);
      }),
      options,
    );
  });

  it("count text as people see it, where zod counts code points", () => {
    const schema = z.string().max(1);
    expect(schema.safeParse("👩‍👩‍👧").success).toBe(false);
    expect(accepts(blockOf(schema), "👩‍👩‍👧")).toBe(true);
  });
});
