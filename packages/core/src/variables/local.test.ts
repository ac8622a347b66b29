import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BUILD_CONTEXT } from "../build/context.js";
import { problemsOf, shell } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import type { ExprBase } from "../expressions/expr.js";
import { isExpr, stateOf } from "../expressions/expr-value.js";
import { text } from "../expressions/text.js";
import { describeType } from "../expressions/value-type.js";
import { template, type Template } from "../template/create-template.js";
import { local, type LocalValue } from "./local.js";
import { variable } from "./variable.js";

const here = coreSource.null("here", { communicator: "none" });
const region = variable("region", z.string().default("eu"));

function using(...values: readonly ExprBase<unknown>[]): Template {
  const env = Object.fromEntries(values.map((value, at) => [`V${String(at)}`, value]));
  return template([here.provision(shell({ env: env as never }))]);
}

/** What stands before the source of a template that uses these values. */
function hclOf(...values: readonly ExprBase<unknown>[]): string {
  const hcl = using(...values).toHcl();
  return hcl.slice(0, hcl.indexOf('source "null" "here"'));
}

describe("local", () => {
  it("names any value that HCL can hold", () => {
    const values = {
      text: local("text", "${not} an expression"),
      number: local("number", -1.5),
      bool: local("bool", true),
      nothing: local("nothing", null),
      list: local("list", ["a", 1, [true]]),
      labels: local("labels", { team: "platform", "k8s.io/name": "x", nested: { a: [] } }),
    };
    const uses = [values.text, values.number, values.bool];
    expect(hclOf(...uses, text`${values.text}`)).toBe(`locals {
  text   = "$\${not} an expression"
  number = -1.5
  bool   = true
}

`);
    const all = Object.values(values).flatMap((value) => stateOf(value).uses);
    expect(all.map((use) => use.kind === "local" && use.name)).toEqual([
      "text",
      "number",
      "bool",
      "nothing",
      "list",
      "labels",
    ]);
  });

  it("stands behind what it refers to, through other locals to variables", () => {
    const prefix = local("prefix", text`golden-${region}`);
    const labels = local("labels", { region, prefix, deep: [{ prefix }] });
    expect(hclOf(labels.prefix, prefix)).toBe(`variable "region" {
  type    = string
  default = "eu"
}

locals {
  prefix = "golden-\${var.region}"
  labels = {
    region = var.region
    prefix = local.prefix
    deep = [
      {
        prefix = local.prefix
      },
    ]
  }
}

`);
  });

  it("has a block of its own when it is sensitive", () => {
    const token = local("token", text`t-${region}`, { sensitive: true });
    const plain = local("plain", text`${token}!`);
    expect(hclOf(plain)).toBe(`variable "region" {
  type    = string
  default = "eu"
}

locals {
  plain = "\${local.token}!"
}

local "token" {
  expression = "t-\${var.region}"
  sensitive  = true
}

`);
  });

  it("is declared once, and only when it is used", () => {
    const used = local("used", "a");
    local("unused", "b");
    expect(hclOf(used, text`${used}`)).toBe('locals {\n  used = "a"\n}\n\n');
  });

  it.each<[LocalValue, string]>([
    ["a", "a string"],
    [1, "a number"],
    [true, "true or false"],
    [null, "any value"],
    [["a"], "a list"],
    [{ a: 1 }, "an object"],
    [region, "a string"],
    [variable("names", z.array(z.string())), "a list of strings"],
  ])("has the type of its value: %#", (value, type) => {
    const named: unknown = local("l", value);
    expect(isExpr(named) && describeType(stateOf(named).type)).toBe(type);
  });

  it("is refused where its type does not fit", () => {
    const image = here.provision(shell({ script: local("list", ["a"]) as never }));
    expect(problemsOf(image)).toEqual([
      "error build[0].provisioner[0].shell.script: script has to be a string, and this expression is a list",
    ]);
  });

  it("cannot hold what only a build knows", () => {
    const host = local("host", text`h-${BUILD_CONTEXT.build.Host}` as ExprBase<string>);
    expect(problemsOf(using(host))).toEqual([
      "error local.host: local.host uses a value that exists only in the steps of a build",
    ]);
  });

  it("cannot hold what HCL cannot", () => {
    const broken = local("broken", { name: "x", a: ["\ud800"], when: new Date(0) as never });
    expect(problemsOf(using(broken.name))).toEqual([
      "error local.broken.a.0: a.0 cannot be written: HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
      "error local.broken.when: when cannot be written: a Date is no value of HCL; use text, numbers, booleans, lists and objects",
    ]);
  });

  it("cannot contain itself", () => {
    const self: Record<string, LocalValue> = {};
    self["self"] = self;
    const [problem] = problemsOf(using(local("endless", self)));
    expect(problem).toMatch(/^error local\.endless\S+: .*does it contain itself\?$/);
  });

  it("is what its value was when it was named", () => {
    const list = ["a"];
    const named = local("list", list);
    list.push("b");
    const image = here.provision(shell({ inline: named }));
    expect(image.toHcl()).toContain('locals {\n  list = ["a"]\n}\n');
  });

  it("shares its name with no other local", () => {
    const image = using(local("a", "1"), local("a", "2"));
    expect(image.check()).toMatchObject([{ severity: "error", code: "duplicate-name", path: "local.a" }]);
  });

  it("has an identifier for its name", () => {
    expect(problemsOf(using(local("a b" as "a", "1")))).toEqual([
      'error local.a b: "a b" is no name for Packer',
    ]);
  });
});
