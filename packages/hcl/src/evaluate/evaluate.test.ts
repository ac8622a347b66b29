import { describe, expect, it } from "vitest";
import { functions } from "../functions/functions.js";
import { memoryFiles, nodeFiles } from "../functions/node-files.js";
import { parseExpression } from "../parser/parse.js";
import { applyDefaults } from "./defaults.js";
import { convert } from "./convert/conversion.js";
import { evaluate, type Evaluated } from "./evaluate.js";
import { fromJs, type JsValue, toJs } from "./from-js.js";
import type { Host } from "../functions/host.js";
import { readType } from "./type-expression.js";
import { typeToString } from "./value/type.js";
import { SENSITIVE, Value } from "./value/value.js";

function run(text: string, variables: Readonly<Record<string, JsValue>> = {}, host: Host = {}): Evaluated {
  const { expression, source } = parseExpression(text, { file: "test.hcl" });
  if (expression === undefined) throw new Error(`not read: ${text}`);
  const values = Object.entries(variables).map(([name, value]) => [name, fromJs(value)] as const);
  return evaluate(expression, { variables: new Map(values), functions: functions(host), source });
}

const result = (...args: Parameters<typeof run>): unknown => {
  const { value, diagnostics } = run(...args);
  expect(diagnostics).toEqual([]);
  return toJs(value, { unknown: "unknown" });
};

const secret = Value.string("hidden").withMarks(new Set([SENSITIVE]));

describe("a value with a mark", () => {
  it.each([
    '"x${s}"',
    "upper(s)",
    "[s][0]",
    "s == 1 ? 1 : 2",
    "{ a = s }.a",
    "jsonencode([s])",
    "length(s) + 1",
  ])("marks what %s makes of it", (text) => {
    const { value } = run(text, { s: secret });
    expect(value.hasMark(SENSITIVE)).toBe(true);
  });

  it("leaves its neighbours in a tuple alone", () => {
    const { value } = run("[s, 1]", { s: secret });
    expect(value.hasMark(SENSITIVE)).toBe(false);
    expect(toJs(value, { sensitive: "***" })).toEqual(["***", 1]);
  });

  it("stays marked beside an unknown argument", () => {
    const { value } = run('replace(s, "a", u)', { s: secret, u: Value.DYNAMIC });
    expect(value.isKnown).toBe(false);
    expect(value.hasMark(SENSITIVE)).toBe(true);
  });
});

describe("an unknown value", () => {
  it("makes unknown what needs it, and nothing else", () => {
    expect(result("[u, 1]", { u: Value.DYNAMIC })).toEqual(["unknown", 1]);
    expect(result("u || true", { u: Value.DYNAMIC })).toBe(true);
    expect(result("length(u)", { u: Value.DYNAMIC })).toBe("unknown");
  });

  it("is refused by toJs, unless something stands for it", () => {
    expect(() => toJs(Value.DYNAMIC)).toThrow("the value is unknown");
  });
});

describe("a diagnostic", () => {
  it("has the words of HCL and the range of what is at fault", () => {
    const { diagnostics } = run("1 + var.missing", { var: {} });
    expect(diagnostics).toMatchObject([
      {
        severity: "error",
        summary: "Unsupported attribute",
        detail: 'This object does not have an attribute named "missing".',
        subject: { start: 7, end: 15 },
      },
    ]);
  });

  it("has no range for an expression that a program made", () => {
    const { diagnostics } = evaluate({ kind: "variable", name: "x" }, { variables: new Map() });
    expect(diagnostics[0]).not.toHaveProperty("subject");
  });

  it("says that nothing may be used where there is nothing", () => {
    expect(evaluate({ kind: "variable", name: "x" }).diagnostics[0]?.summary).toBe("Variables not allowed");
    const call = { kind: "call", name: "upper", arguments: [] } as const;
    expect(evaluate(call).diagnostics[0]?.summary).toBe("Function calls not allowed");
  });

  it("is all that a very deep expression comes to", () => {
    const { diagnostics } = run(`${"[".repeat(5000)}1${"]".repeat(5000)}`);
    expect(diagnostics[0]?.summary).toBe("Expression nested too deeply");
  });

  it("is all that a number of a thousand million digits comes to", () => {
    expect(run("1e100000000 + 1").diagnostics).toEqual([]);
    expect(run('"${1e100000000} digits"').diagnostics[0]?.summary).toBe("Number too large");
  });
});

describe("names of JavaScript's own", () => {
  it("are names like any other", () => {
    expect(run("var.__proto__", { var: {} }).diagnostics[0]?.summary).toBe("Unsupported attribute");
    expect(run("constructor()").diagnostics[0]?.summary).toBe("Call to unknown function");
    const made = result('{ "__proto__" = { polluted = true } }');
    expect(Object.keys(made as object)).toEqual(["__proto__"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(run("convert(1, constructor)").diagnostics[0]?.summary).toBe("Invalid type specification");
  });
});

describe("a type constraint", () => {
  const read = (text: string): ReturnType<typeof readType> => {
    const { expression } = parseExpression(text);
    if (expression === undefined) throw new Error(text);
    return readType(expression, { withDefaults: true });
  };

  it("gives missing attributes their defaults, at every depth", () => {
    const { type, defaults } = read(
      'map(object({ size = optional(number, "20"), disk = optional(object({ type = optional(string, "ssd") }), {}) }))',
    );
    if (defaults === undefined) throw new Error("no defaults");
    const value = convert(
      applyDefaults(fromJs({ web: {}, db: { size: 5, disk: { type: "hdd" } } }), defaults),
      type,
    );
    expect(toJs(value)).toEqual({
      web: { size: 20, disk: { type: "ssd" } },
      db: { size: 5, disk: { type: "hdd" } },
    });
  });

  it("is written as it is read", () => {
    const text = "object({a=optional(list(any)),b=tuple([string,number])})";
    expect(typeToString(read(text).type)).toBe(text);
  });

  it("tells every mistake in it", () => {
    const { diagnostics } = read("object({ a = strin, b = list(), c = optional(bool, [1]) })");
    expect(diagnostics.map(({ detail }) => detail)).toEqual([
      'The keyword "strin" is not a valid type specification.',
      "The list type constructor requires one argument specifying the element type.",
      "This default value is not compatible with the attribute's type constraint: bool required.",
    ]);
  });
});

describe("the host", () => {
  it("gives the time, chance and files", () => {
    const host: Host = {
      now: () => new Date("2024-02-29T12:30:00.5Z"),
      randomBytes: (count) => new Uint8Array(count).fill(7),
      files: memoryFiles({ "a/b.txt": "hello", "a/t.tpl": "${upper(x)}!" }),
    };
    expect(result("timestamp()", {}, host)).toBe("2024-02-29T12:30:00Z");
    expect(result('legacy_strftime("%Y-%m-%d %H.%M %Q")', {}, host)).toBe("2024-02-29 12.30 %Q");
    expect(result('legacy_isotime("Jan _2 06, 3:04PM")', {}, host)).toBe("Feb 29 24, 12:30PM");
    expect(result("uuidv4()", {}, host)).toBe("07070707-0707-4707-8707-070707070707");
    expect(result('bcrypt("x", 4)', {}, host)).toMatch(/^\$2a\$04\$[./A-Za-z0-9]{53}$/);
    expect(result('fileset(".", "a/*.txt")', {}, host)).toEqual(["a/b.txt"]);
    expect(result('templatefile("a/t.tpl", { x = "y" })', {}, host)).toBe("Y!");
  });

  it("lets no file outside of its folders be read", () => {
    const folder = new URL("../../../../fixtures/golden/files/sub/", import.meta.url).pathname;
    const files = nodeFiles({ root: folder });
    expect(result('fileexists("a.txt")', {}, { files })).toBe(true);
    for (const path of ["../hello.txt", "/etc/passwd", "a.txt/../../hello.txt/../hello.txt", "~/x"]) {
      expect(run(`file("${path}")`, {}, { files }).diagnostics[0]?.detail).toContain(
        "outside of the folders",
      );
      expect(run(`filebase64("${path.replace("~", "/root")}")`, {}, { files }).diagnostics).toHaveLength(1);
    }
    expect(run('fileset("..", "**")', {}, { files }).diagnostics[0]?.detail).toContain(
      "outside of the folders",
    );
  });

  it("is asked for secrets, and named when it has none", () => {
    const secrets = { vault: (path: string, key: string) => `${path}#${key}` };
    expect(result('vault("a", "b")', {}, { secrets })).toBe("a#b");
    expect(run('consul_key("a")').diagnostics[0]?.detail).toContain("give the host `secrets.consul_key`");
    expect(run('file("a")').diagnostics[0]).toMatchObject({
      detail: expect.stringContaining("give the host `files`") as unknown,
      needs: "files",
    });
    expect(run('vault("a", "b")').diagnostics[0]?.needs).toBe("secrets.vault");
  });
});

it("a pattern that takes other engines exponential time is matched at once", () => {
  expect(run(`regexall("(a+)+$", "${"a".repeat(5000)}b")`).value.size).toBe(0);
});
