import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env, expand, fn, local, parseExpression, source, variable, type ExprBase } from "@packwright/core";
import { parseExpression as parse, printExpression } from "@packwright/hcl";
import { expect } from "vitest";
import { z } from "zod";
import { ROOT } from "../repository.js";
import { left, reads, refuses, says, tells, type Proof, type Proofs } from "./proof.js";

const a = source.null("a", { communicator: "none" });

/** Calls of those whose answer cannot be recorded: it is another one each time, or needs a key or a server. */
const UNASKED: Readonly<Record<string, string>> = {
  bcrypt: 'bcrypt("x", 4)',
  timestamp: "timestamp()",
  uuidv4: "uuidv4()",
  legacy_isotime: 'legacy_isotime("2006")',
  legacy_strftime: 'legacy_strftime("%Y")',
  rsadecrypt: 'rsadecrypt("eA==", file("key.pem"))',
  aws_secretsmanager: 'aws_secretsmanager("name", null)',
  aws_secretsmanager_raw: 'aws_secretsmanager_raw("name")',
  consul_key: 'consul_key("name")',
  vault: 'vault("secret/data/x", "key")',
};

/** Of each function the first call that Packer answered with a value. */
const CALLS: ReadonlyMap<string, string> = recordedCalls();

function recordedCalls(): ReadonlyMap<string, string> {
  const calls = new Map(Object.entries(UNASKED));
  const lines = readFileSync(join(ROOT, "fixtures/golden/functions.jsonl"), "utf8").trimEnd().split("\n");
  for (const line of lines) {
    const { expr, ok } = JSON.parse(line) as { readonly expr: string; readonly ok: boolean };
    const { expression } = parse(expr);
    if (ok && expression?.kind === "call" && !calls.has(expression.name)) calls.set(expression.name, expr);
  }
  return calls;
}

/** Each of the functions, called with the recorded arguments, is written as it was recorded. */
function calls(names: string): readonly Proof[] {
  return names.split(" ").map((name) => () => {
    const { expression } = parse(CALLS.get(name) ?? "");
    if (expression?.kind !== "call") throw new Error(`no call of ${name} is recorded`);
    const args = expression.arguments.map((argument, at) => {
      const text = printExpression(argument);
      // The second argument of convert is a type.
      if (name === "convert" && at === 1) return text;
      const value = parseExpression(text);
      return expression.expand === true && at === expression.arguments.length - 1
        ? expand(value as never)
        : value;
    });
    // The seam: what is called, and with what, is data here.
    const functions = fn as never as Readonly<
      Record<string, (...args: readonly unknown[]) => ExprBase<unknown>>
    >;
    const made = functions[name]?.(...args);
    const value = local("x", { call: made ?? null });
    const template = a.with("b", { ssh_host: fn.jsonencode(value) });
    // Long calls are laid out over several lines.
    const written = template
      .toHcl()
      .replace(/\(\n\s+/g, "(")
      .replace(/,\n\s+/g, ", ")
      .replace(/\n\s+\)/g, ")");
    expect(written).toContain(`call = ${printExpression(expression)}\n`);
    return says(template)();
  });
}

/** Calls that Packer refuses. */
function wrong(code: string, ...expressions: readonly string[]): readonly Proof[] {
  return expressions.map((expression) =>
    refuses(`locals {\n  x = ${expression}\n}\n`, `error ${code} local.x`),
  );
}

/** The functions of Packer, by what they are about. */
export const functions: Proofs = {
  "**Numbers**": [
    ...calls("abs ceil floor signum log pow max min parseint sum"),
    left("that sum of an empty list fails, which evaluating it shows"),
  ],
  "**Strings**": [
    ...calls(
      "chomp lower upper title trimspace strrev trim trimprefix trimsuffix indent substr replace regex regexall",
    ),
    ...calls("regex_replace split join format formatlist startswith endswith strcontains"),
  ],
  "**Collections**": [
    ...calls(
      "alltrue anytrue chunklist coalesce coalescelist compact concat contains distinct element flatten index keys",
    ),
    ...calls(
      "values length lookup merge range reverse setintersection setunion setproduct slice sort zipmap",
    ),
    ...wrong("bad-call", 'lookup({}, "a")'),
    left("what contains, element and index refuse of a value, which evaluating them shows"),
  ],
  "**Types**": [
    ...calls("can try convert"),
    ...wrong(
      "unknown-function",
      ...[
        "tostring",
        "tonumber",
        "tobool",
        "toset",
        "tolist",
        "tomap",
        "type",
        "one",
        "nonsensitive",
        "sensitive",
      ].map((name) => `${name}(1)`),
    ),
  ],
  "**Encoding**": calls(
    "base64decode base64encode base64gzip csvdecode jsondecode jsonencode urlencode yamldecode yamlencode textencodebase64 textdecodebase64",
  ),
  "**Files**": calls("file fileexists fileset templatefile"),
  "filebase64(p), abspath(p)": calls("filebase64 abspath"),
  "basename dirname pathexpand (string)": calls("basename dirname pathexpand"),
  "**Hash/crypto**": calls("md5 sha1 sha256 sha512 bcrypt rsadecrypt uuidv4 uuidv5"),
  "**Time**": calls(
    "timestamp formatdate timeadd legacy_isotime legacy_strftime rfc3339_parse unix_timestamp_parse",
  ),
  "**Network**": calls("cidrhost cidrnetmask cidrsubnet cidrsubnets"),
  "**Secrets**": calls("aws_secretsmanager aws_secretsmanager_raw consul_key vault"),
  "env(name) → string": [
    says(
      a.with("b", { ssh_host: variable("x", z.string(), { default: env("HOME") }) }),
      'default = env("HOME")',
    ),
    reads('variable "x" {\n  default = env("HOME")\n}\n', 'default = env("HOME")'),
    ...wrong("unknown-function", 'env("HOME")'),
    tells(a.with("b", { ssh_host: env("HOME") as never }), "error bad-expression source.null.b.ssh_host"),
  ],
  "templatefile: vars must be": [
    ...calls("templatefile"),
    left(
      "what a template file may say, which evaluating it shows: the tests of @packwright/hcl/evaluate ask Packer",
    ),
  ],
};
