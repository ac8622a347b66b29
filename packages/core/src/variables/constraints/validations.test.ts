import { printExpression } from "@packwright/hcl";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { stateOf } from "../../expressions/expr-value.js";
import type { AnyVariable } from "../variable.js";
import { variable } from "../variable.js";

/** The validations of a variable: the condition, and what is said when it is false. */
function validationsOf(v: AnyVariable): readonly string[] {
  const [block] = stateOf(v).uses;
  if (block?.kind !== "variable") throw new Error("this is no variable");
  return block.validations.map(
    ({ condition, error_message }) => `${printExpression(condition.node)} # ${error_message}`,
  );
}

function of(schema: z.core.$ZodType): readonly string[] {
  return validationsOf(variable("v", schema));
}

describe("the constraints of a schema", () => {
  it.each([
    [z.string().min(1), "length(var.v) >= 1", "have at least 1 character"],
    [z.string().max(63), "length(var.v) <= 63", "have at most 63 characters"],
    [z.string().length(2), "length(var.v) == 2", "have 2 characters"],
    [z.string().nonempty(), "length(var.v) >= 1", "have at least 1 character"],
    [z.string().startsWith("loop-"), 'startswith(var.v, "loop-")', 'start with "loop-"'],
    [z.string().endsWith("${x}"), 'endswith(var.v, "$${x}")', 'end with "${x}"'],
    [z.string().includes("a"), 'strcontains(var.v, "a")', 'contain "a"'],
    [z.string().lowercase(), 'can(regex("^[^A-Z]*$", var.v))', "have no upper-case letters"],
    [z.string().uppercase(), 'can(regex("^[^a-z]*$", var.v))', "have no lower-case letters"],
    [z.string().regex(/^\d+$/), 'can(regex("^\\\\d+$", var.v))', "match /^\\d+$/"],
    [z.ipv6(), 'can(cidrhost("${var.v}/128", 0))', "be an IPv6 address"],
    [z.cidrv6(), 'can(cidrhost(var.v, 0)) && strcontains(var.v, ":")', "be an IPv6 network, fd00::/8"],
    [z.url(), 'can(regex("^\\\\s*[A-Za-z][A-Za-z0-9+.-]*:", var.v))', "be a URL"],
    [
      z.httpUrl(),
      'can(regex("^\\\\s*(?i:https?):", var.v))',
      "be a URL that begins with http:// or https://",
    ],
    [z.number().min(10), "var.v >= 10", "be at least 10"],
    [z.number().max(-1.5), "var.v <= -1.5", "be at most -1.5"],
    [z.number().gt(0), "var.v > 0", "be greater than 0"],
    [z.number().lt(5), "var.v < 5", "be less than 5"],
    [z.number().positive(), "var.v > 0", "be greater than 0"],
    [z.number().multipleOf(8), "var.v % 8 == 0", "be a multiple of 8"],
    [z.int(), "floor(var.v) == var.v", "be a whole number"],
    [z.bigint(), "floor(var.v) == var.v", "be a whole number"],
    [z.array(z.string()).min(2), "length(var.v) >= 2", "have at least 2 items"],
    [z.array(z.string()).nonempty(), "length(var.v) >= 1", "have at least 1 item"],
    [z.set(z.string()).max(2), "length(var.v) <= 2", "have at most 2 items"],
    [z.enum(["a", "b"]), 'contains(["a", "b"], var.v)', "be one of a, b"],
    [z.literal([1, 2]), "contains([1, 2], var.v)", "be one of 1, 2"],
    [z.templateLiteral(["v", z.int()]), 'can(regex("^v-?\\\\d+$", var.v))', "match /^v-?\\d+$/"],
  ])("are written as conditions: %#", (schema, condition, demand) => {
    expect(of(schema)).toEqual([`${condition} # The value of v must ${demand}.`]);
  });

  it.each([
    ["email", z.email()],
    ["UUID", z.uuid()],
    ["IPv4 address", z.ipv4()],
    ["IPv4 network", z.cidrv4()],
    ["date", z.iso.date()],
  ])("name the format of an %s", (name, schema) => {
    const [validation] = of(schema);
    expect(validation).toMatch(/^can\(regex\("\^.*", var\.v\)\) # The value of v must be an? /);
    expect(validation).toContain(name);
  });

  it("stand in the order in which they are written, those of a format first", () => {
    expect(of(z.string().max(63).regex(/^a/).min(2)).map((line) => line.split(" #")[0])).toEqual([
      "length(var.v) <= 63",
      'can(regex("^a", var.v))',
      "length(var.v) >= 2",
    ]);
    expect(of(z.number().max(5).int().min(1)).map((line) => line.split(" #")[0])).toEqual([
      "var.v <= 5",
      "floor(var.v) == var.v",
      "var.v >= 1",
    ]);
    expect(of(z.int32()).map((line) => line.split(" #")[0])).toEqual([
      "floor(var.v) == var.v",
      "var.v >= -2147483648 && var.v <= 2147483647",
    ]);
  });

  it("of what is nested are asked of every item, those of the whole first", () => {
    const disks = z
      .array(
        z.object({
          name: z.string().min(1),
          size: z.number().int().min(10),
          tags: z.array(z.string().max(9)).optional(),
        }),
      )
      .max(4);
    expect(validationsOf(variable("disks", disks))).toEqual([
      "length(var.disks) <= 4 # The value of disks must have at most 4 items.",
      "alltrue([for disk in var.disks : length(disk.name) >= 1]) # The name of each item of disks must have at least 1 character.",
      "alltrue([for disk in var.disks : floor(disk.size) == disk.size]) # The size of each item of disks must be a whole number.",
      "alltrue([for disk in var.disks : disk.size >= 10]) # The size of each item of disks must be at least 10.",
      "alltrue([for disk in var.disks : disk.tags == null ? true : alltrue([for tag in disk.tags : length(tag) <= 9])]) # Each item of the tags of each item of disks must have at most 9 characters.",
    ]);
  });

  it.each([
    [z.object({ a: z.object({ "b-c": z.string().min(1) }) }), "length(var.v.a.b-c) >= 1"],
    [z.tuple([z.string(), z.number().min(1)]), "var.v[1] >= 1"],
    [z.record(z.string(), z.number().min(1)), "alltrue([for item in var.v : item >= 1])"],
    [z.record(z.string().min(2), z.number()), "alltrue([for key, item in var.v : length(key) >= 2])"],
    [z.set(z.enum(["a"])), 'alltrue([for item in var.v : contains(["a"], item)])'],
    [
      z.partialRecord(z.enum(["a", "b"]), z.number()),
      'alltrue([for key, item in var.v : contains(["a", "b"], key)])',
    ],
    [
      z.array(z.array(z.int())),
      "alltrue([for item in var.v : alltrue([for item in item : floor(item) == item])])",
    ],
  ])("are asked wherever a value is: %#", (schema, condition) => {
    expect(of(schema).map((line) => line.split(" #")[0])).toEqual([condition]);
  });

  it("ask for every key of a record over an enumeration", () => {
    expect(of(z.record(z.enum(["a", "b"]), z.string()))).toEqual([
      'alltrue([for key, item in var.v : contains(["a", "b"], key)]) # Each key of v must be one of a, b.',
      'alltrue([for name in ["a", "b"] : contains(keys(var.v), name)]) # The value of v must have the keys a, b.',
    ]);
  });

  it("are not asked of what is null where it may be", () => {
    const min = z.number().min(1);
    expect(of(min.nullable())[0]).toMatch(/^var\.v == null \? true : var\.v >= 1 #/);
    expect(of(min.nullish().default(3))[0]).toMatch(/^var\.v == null \? true : var\.v >= 1 #/);
    expect(of(z.object({ a: min.optional() }))[0]).toMatch(/^var\.v\.a == null \? true : var\.v\.a >= 1 #/);
    expect(of(z.object({ a: min.default(5) }))[0]).toMatch(/^var\.v\.a >= 1 #/);
    expect(of(z.array(min).nullable())[0]).toMatch(
      /^var\.v == null \? true : alltrue\(\[for item in var\.v : item >= 1\]\) #/,
    );
  });
});

describe("the message of a constraint", () => {
  it.each([
    [z.string().min(2, "Use two letters."), "Use two letters."],
    [z.string().min(2, "use two letters"), "Use two letters."],
    [z.string().min(2, { error: " why so short?" }), "Why so short?"],
    [z.string().min(2, { error: () => "Make it longer!" }), "Make it longer!"],
    [z.enum(["a"], "only a will do"), "Only a will do."],
    [z.email("an address, please"), "An address, please."],
    [z.string().min(2, "“quoted”"), "“quoted”."],
    [z.string().min(2, ""), "The value of v must have at least 2 characters."],
    [z.string().min(2, "短すぎます。"), "The value of v must have at least 2 characters."],
    [
      z.string().min(2, { error: (issue) => `${JSON.stringify(issue.input)} is short` }),
      "The value of v must have at least 2 characters.",
    ],
    [
      z.string().min(2, {
        error: () => {
          throw new Error("it wants to know more");
        },
      }),
      "The value of v must have at least 2 characters.",
    ],
  ])("is that of the schema, as a sentence, where it is the same for every value: %#", (schema, message) => {
    expect(of(schema).map((line) => line.split(" # ")[1])).toEqual([message]);
  });
});
