import { describe, expect, it } from "vitest";
import { z } from "zod";
import { text } from "../expressions/text.js";
import { variable } from "../variables/variable.js";
import { asSeen } from "./as-seen.js";

describe("asSeen", () => {
  it.each([
    [z.string(), 42, "42"],
    [z.string(), 9007199254740993n, "9007199254740993"],
    [z.number(), 9007199254740992n, 9007199254740992],
    [z.string().optional(), true, "true"],
    [z.number(), "25", 25],
    [z.int(), "-1.5e1", -15],
    [z.int(), "big", "big"],
    [z.int(), "", ""],
    [z.boolean(), "true", true],
    [z.boolean(), "0", false],
    [z.boolean(), "yes", "yes"],
    [z.array(z.string()), [1, "a"], ["1", "a"]],
    [z.record(z.string(), z.string()), { a: false }, { a: "false" }],
    [z.strictObject({ n: z.int().optional() }), { n: "3", more: 1 }, { n: 3, more: 1 }],
    [z.array(z.string()), "a", "a"],
    [z.string(), null, null],
  ])("%# turns values into what the option's type asks for", (schema, value, seen) => {
    expect(asSeen(schema, value)).toEqual(seen);
  });

  it("leaves expressions alone, unless all of their text is known", () => {
    const name = variable("name", z.string());
    expect(asSeen(z.string(), name)).toBe(name);
    expect(asSeen(z.string(), text`golden-${"web"}`)).toBe("golden-web");
    expect(asSeen(z.array(z.string()), [name])).toEqual([name]);
  });
});
