import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildReference,
  referenceSync,
  referenceTitle,
  startReference,
  type Reference,
  type ReferenceAnswer,
  type ReferenceRequest,
} from "./hcl-reference.js";

const ask = (request: ReferenceRequest): ReferenceAnswer | undefined => referenceSync([request])[0];

const NATIVE = `variable "zone" {
  type        = list(string)
  description = "not a template: $\${x}"
}

source "null" "a" {
  host = "h-\${var.zone[0]}"
  port = 22
  text = <<-EOT
    one
      two
  EOT
}
`;

const JSON_SYNTAX = JSON.stringify({
  variable: { zone: { type: "list(string)", description: "not a template: ${x}" } },
  source: { null: { a: { host: "h-${var.zone[0]}", port: 22, text: "one\n  two\n" } } },
});

describe.skipIf(buildReference() === undefined)(referenceTitle("the reference"), () => {
  test("lays a text out as packer fmt does", () => {
    expect(ask({ command: "fmt", text: "a=1\nlong=[2]\n" })).toEqual({
      ok: true,
      output: "a    = 1\nlong = [2]\n",
    });
  });

  test("leaves a text with errors alone and says where they are", () => {
    const answer = ask({ command: "fmt", text: "a = [\n" });
    expect(answer).toMatchObject({
      ok: false,
      diagnostics: [{ summary: "Missing expression", file: "text" }],
    });
    expect(answer?.output).toBeUndefined();
  });

  test("gives bytes that are not UTF-8 back as bytes", () => {
    const text = Buffer.from([...Buffer.from("a=1 #"), 0xff, 0x0a]);
    const answer = ask({ command: "fmt", text });
    expect(Buffer.from(answer?.outputBase64 ?? "", "base64")).toEqual(
      Buffer.concat([Buffer.from("a = 1 #"), Buffer.from([0xff, 0x0a])]),
    );
  });

  test("dumps the tree of an expression", () => {
    const { tree } = ask({ command: "dump", syntax: "expression", text: "a[*].b" }) ?? {};
    expect(tree).toMatchObject({
      kind: "splat",
      style: "full",
      source: { kind: "variable", name: "a", range: { start: { byte: 0 }, end: { byte: 1 } } },
      each: { kind: "get-attribute", object: { kind: "splat-item" }, name: "b" },
    });
  });

  test("tells a directive from an interpolated condition", () => {
    const kinds = ['"%{ if a }b%{ endif } "', '"${a ? b : c} "'].map((text) =>
      ask({ command: "dump", syntax: "expression", text }),
    );
    expect(kinds).toMatchObject([
      { tree: { parts: [{ kind: "if-directive" }, { kind: "text" }] } },
      { tree: { parts: [{ kind: "interpolation", expression: { kind: "conditional" } }, { kind: "text" }] } },
    ]);
  });

  test("tells what a text without variables comes to", () => {
    expect(ask({ command: "dump", syntax: "expression", text: '"a${"b"}$${"' })?.tree?.constant).toBe("ab${");
  });

  test("reads the JSON syntax with the schema of a native text", () => {
    const { tree } = ask({ command: "dump", syntax: "json", text: JSON_SYNTAX, other: NATIVE }) ?? {};
    expect(tree).toMatchObject({
      items: [
        { type: "variable", body: { items: [{ name: "type", value: { kind: "call", name: "list" } }, {}] } },
        { type: "source", labels: [{ value: "null" }, { value: "a" }] },
      ],
    });
  });

  test("finds the same meaning in both syntaxes", () => {
    expect(ask({ command: "same", text: NATIVE, other: JSON_SYNTAX })).toEqual({ ok: true });
  });

  test("finds the first place where the syntaxes differ", () => {
    expect(ask({ command: "same", text: NATIVE, other: JSON_SYNTAX.replace("22", '"22"') })).toEqual({
      ok: false,
      difference: {
        path: "source[0].port",
        left: '{"kind":"number","text":"22"}',
        right: '{"kind":"string","value":"22"}',
      },
    });
  });

  test("reports what the JSON syntax has beyond the native text", () => {
    expect(
      ask({ command: "same", text: NATIVE, other: JSON_SYNTAX.replace('"port"', '"ports"') }),
    ).toMatchObject({
      ok: false,
      diagnostics: [{ summary: "Extraneous JSON object property", file: "other" }],
    });
  });

  test("takes layout for no difference, but the order of attributes for one", () => {
    const [layout, order, strings] = referenceSync([
      { command: "same-native", text: 'a "b" {\n  c = 1\n}\n', other: "a b { c=1 } # d" },
      { command: "same-native", text: "a = 1\nb = 2\n", other: "b = 2\na = 1\n" },
      { command: "same-native", text: 'a = "1"\n', other: "a = 1\n", numericStrings: true },
    ]);
    expect(layout).toEqual({ ok: true });
    expect(order).toMatchObject({ ok: false, difference: { left: "a, b", right: "b, a" } });
    expect(strings).toEqual({ ok: true });
  });

  test("counts errors, and shows the first", () => {
    expect(ask({ command: "verdict", text: "a = 'b'\n" })).toMatchObject({
      ok: false,
      errors: 2,
      diagnostics: [{ summary: "Invalid character" }],
    });
  });

  test("answers what is nested too deeply without harm to the other requests", () => {
    const [deep, next] = referenceSync([
      { command: "verdict", text: `a = ${"[".repeat(100_000)}` },
      { command: "verdict", text: "a = 1" },
    ]);
    expect(deep).toMatchObject({
      ok: false,
      diagnostics: [{ summary: "Beyond the limits of the reference" }],
    });
    expect(next).toMatchObject({ ok: true });
  });

  test("answers thousands of requests in their order", () => {
    const answers = referenceSync(
      Array.from({ length: 5000 }, (_, i) => ({ command: "fmt", text: `a=${String(i)}` }) as const),
    );
    expect(answers.map(({ output }) => output)).toEqual(
      Array.from({ length: 5000 }, (_, i) => `a = ${String(i)}`),
    );
  });

  describe("that keeps running", () => {
    let reference: Reference;
    beforeAll(() => {
      reference = startReference();
    });
    afterAll(() => reference.close());

    test("answers one request at a time", async () => {
      expect(await reference.request({ command: "fmt", text: "a=1" })).toEqual({ ok: true, output: "a = 1" });
      expect(await reference.request({ command: "fmt", text: "b=\u2028" })).toMatchObject({ ok: false });
    });

    test("answers many at once", async () => {
      const texts = ["a=1", "b=2", "c=3"];
      const answers = await reference.requestAll(texts.map((text) => ({ command: "fmt", text }) as const));
      expect(answers.map(({ output }) => output)).toEqual(["a = 1", "b = 2", "c = 3"]);
    });

    test("refuses requests when it is closed", async () => {
      const closed = startReference();
      const last = closed.request({ command: "fmt", text: "a=1" });
      await closed.close();
      await expect(last).resolves.toMatchObject({ ok: true });
      await expect(closed.request({ command: "fmt", text: "a=1" })).rejects.toThrow("has ended");
    });
  });
});
