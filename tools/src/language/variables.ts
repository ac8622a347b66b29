import {
  data,
  env,
  fn,
  local,
  parseVarFile,
  readEnvironment,
  source,
  text,
  variable,
} from "@packwright/core";
import { load } from "@packwright/core/load";
import { expect } from "vitest";
import { z } from "zod";
import { holds, left, reads, refuses, says, type Proof, type Proofs } from "./proof.js";

const a = source.null("a", { communicator: "none" });

/** A template that refers to the variables. */
function using(...variables: readonly Parameters<typeof local>[1][]): ReturnType<typeof a.with> {
  return a.with("b", { ssh_host: fn.jsonencode(local("all", variables)) });
}

/** The block `variable`. */
export const variableBlocks: Proofs = {
  "`type`": [
    says(using(variable("x", z.array(z.string()))), 'variable "x" {\n  type = list(string)\n}\n'),
    reads('variable "x" {\n  default = 1\n}\n', 'variable "x" {\n  default = 1\n}\n'),
    refuses('variable "x" {\n  type = "string"\n}\n', "error bad-type variable.x.type"),
    holds(() => {
      const json = using(variable("x", z.record(z.string(), z.number()))).toJson();
      expect(JSON.parse(json)).toMatchObject({ variable: { x: { type: "map(number)" } } });
    }),
  ],
  "`default`": [
    says(using(variable("x", z.string().default("d"))), 'default = "d"'),
    says(
      using(variable("x", z.string(), { default: env("HOME", (home) => text`${home}/x`) })),
      'default = "${env("HOME")}/x"',
    ),
    reads('variable "x" {\n  default = 1 > 0 ? [for n in [1, 2] : n + 1] : "${1 + 1}"\n}\n', "for n in"),
    refuses('variable "x" {\n  default = upper("d")\n}\n', "error misplaced-reference variable.x.default"),
    ...["var.y", "local.y", "data.null.y.output"].map((other) =>
      refuses(`variable "x" {\n  default = ${other}\n}\n`, "error misplaced-reference variable.x.default"),
    ),
  ],
  "`description`": [
    says(using(variable("x", z.string().describe('a "${b}"'))), 'description = "a \\"$${b}\\""'),
    refuses(
      'variable "x" {\n  description = upper("d")\n}\n',
      "error misplaced-reference variable.x.description",
    ),
    refuses(
      'variable "x" {\n  description = "${var.y}"\n}\n',
      "error misplaced-reference variable.x.description",
    ),
  ],
  "`sensitive`": [
    says(using(variable("x", z.string(), { sensitive: true })), "sensitive = true"),
    // Packer takes operators here too, which nobody writes.
    refuses('variable "x" {\n  sensitive = !false\n}\n', "error invalid-value variable.x.sensitive"),
    refuses('variable "x" {\n  sensitive = var.y\n}\n', "error misplaced-reference variable.x.sensitive"),
  ],
  "`validation` block 0..n": [
    says(
      using(variable("x", z.string().min(1).max(9))),
      "condition     = length(var.x) >= 1\n",
      "condition     = length(var.x) <= 9\n",
    ),
    refuses(
      'variable "x" {\n  validation {\n  }\n}\n',
      "error missing-argument variable.x.validation[0]",
      "error missing-argument variable.x.validation[0]",
    ),
  ],
  "No `nullable`": ["nullable", "ephemeral", "deprecated", "const"].map((name) =>
    refuses(`variable "x" {\n  ${name} = true\n}\n`, `error unknown-argument variable.x.${name}`),
  ),
  "Types: ": [
    ...(
      [
        [z.string(), "string"],
        [z.number(), "number"],
        [z.boolean(), "bool"],
        [z.any(), "any"],
        [z.array(z.string()), "list(string)"],
        [z.set(z.string()), "set(string)"],
        [z.record(z.string(), z.string()), "map(string)"],
        [
          z.object({ k: z.string(), o: z.string().optional() }),
          "object({ k = string, o = optional(string) })",
        ],
        [z.object({ o: z.number().default(1) }), "object({ o = optional(number, 1) })"],
        [z.tuple([z.string(), z.number()]), "tuple([string, number])"],
      ] as const
    ).map(([schema, type]) => says(using(variable("x", schema)), `type = ${type}\n`)),
    refuses('variable "x" {\n  type = list\n}\n', "error bad-type variable.x.type"),
    refuses('variable "x" {\n  type = map\n}\n', "error bad-type variable.x.type"),
  ],
  "A declared variable without value": [
    holds(() => {
      const text = 'variable "x" {\n  type = string\n}\n';
      const loaded = load({ name: "t.pkr.hcl", text }, { variables: {} });
      expect(loaded.check().map(({ code }) => code)).toContain("unset-variable");
    }),
    says(using(variable("x", z.string().nullable().default(null))), "default = null"),
  ],
  "Without `type`": [
    holds(() => {
      const files = [
        { name: "t.pkr.hcl", text: 'variable "x" {\n  default = 1\n}\nvariable "y" {\n  default = {}\n}\n' },
        { name: "v.pkrvars.hcl", text: 'x = "many"\ny = { a = 1 }\n' },
      ];
      const found = load(files)
        .check()
        .map(({ code, path }) => `${code} ${path}`);
      expect(found.filter((each) => /\.[xy]$/.test(each))).toEqual(["invalid-value v.pkrvars.hcl.x"]);
    }),
  ],
  "validation: condition may reference only": [
    ...["var.y > 0", "local.y", "true"].map((condition) => validated(condition, "No.", "condition")),
    reads(validation("fileexists(var.x)", "No such file."), 'error_message = "No such file."'),
    validated("var.x > 0", "no sentence.", ""),
    validated("var.x > 0", "No sentence", ""),
    validated("var.x > 0", "", ""),
    reads(validation("var.x > 0", "0 is too few!"), 'error_message = "0 is too few!"'),
    left(
      "that only the value which wins is validated: it is evaluated, as the tests of @packwright/testing show",
    ),
  ],
  "Sensitive: string leaves": [left("what Packer's output shows of a value, which no template says")],
  "Value precedence": [
    holds(() => {
      const files = [
        { name: "t.pkr.hcl", text: 'variable "x" {\n  default = "default"\n}\n' },
        { name: "b.auto.pkrvars.json", text: '{"x": "auto json"}' },
        { name: "a.auto.pkrvars.hcl", text: 'x = "auto hcl"' },
        { name: "z.pkrvars.hcl", text: 'x = "var file"' },
      ];
      const won = (count: number, variables?: Record<string, unknown>): unknown =>
        load(files.slice(0, count), variables === undefined ? {} : { variables }).assignments[0]?.value;
      expect([won(1), won(3), won(4), won(4, { x: "var" })]).toEqual([
        undefined,
        "auto json",
        "var file",
        "var",
      ]);
    }),
    left("PKR_VAR_… of an environment is read by readEnvironment, as the row of the environment shows"),
  ],
  "**auto var files are loaded only": [
    left("load reads the files of a folder that it is given, as the tests of open-files show"),
  ],
  "Env/`-var` values": [
    holds(() => {
      const plain = variable("plain", z.string());
      const count = variable("count", z.number());
      const list = variable("list", z.array(z.string()));
      const values = readEnvironment(
        { PKR_VAR_plain: '["x"]', PKR_VAR_count: "5", PKR_VAR_list: '["x"]', PKR_VAR_unknown: "1" },
        [plain, count, list],
      );
      expect(values.diagnostics).toEqual([]);
      expect([values.get(plain), values.get(count), values.get(list)]).toEqual(['["x"]', 5, ["x"]]);
      const unknown = parseVarFile("nope = 1\n", [plain]).diagnostics;
      expect(unknown.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
        "warning undeclared-variable",
      ]);
      const given = load({ name: "t.pkr.hcl", text: "" }, { variables: { nope: 1 } }).check();
      expect(given.map(({ severity, code }) => `${severity} ${code}`)).toContain("error undeclared-variable");
    }),
  ],
};

function validation(condition: string, message: string): string {
  return `variable "x" {\n  default = 1\n  validation {\n    condition     = ${condition}\n    error_message = "${message}"\n  }\n}\n`;
}

/** One error about a validation, at its condition or at the variable. */
function validated(condition: string, message: string, at: string): Proof {
  return holds(() => {
    const text = `${validation(condition, message)}variable "y" {\n  default = 1\n}\n`;
    const found = load({ name: "t.pkr.hcl", text })
      .check()
      .filter(({ path }) => path.startsWith("variable.x"));
    expect(found.map(({ severity }) => severity)).toEqual(found.map(() => "error"));
    expect(found.some(({ path }) => path.endsWith(at))).toBe(true);
  });
}

/** The blocks `variables`, `local`, `locals` and `data`. */
export const mapForm: Proofs = {
  "Any attribute name": [
    reads('variables {\n  x = env("HOME")\n}\n', 'variable "x" {\n  default = env("HOME")\n}\n'),
    refuses('variables {\n  x = upper("a")\n}\n', "error misplaced-reference variable.x.default"),
    reads(
      "variables {\n  x = { type = string }\n}\n".replace("string", '"string"'),
      'default = {\n    type = "string"\n  }',
    ),
  ],
};

export const locals: Proofs = {
  '`local "n"`': [
    says(using(local("n", { a: [1] })), "  n = {\n    a = [1]\n  }\n"),
    refuses('local "n" {\n}\n', "error missing-argument local.n"),
  ],
  "`sensitive` bool": [
    says(
      using(local("n", 1, { sensitive: true })),
      'local "n" {\n  expression = 1\n  sensitive  = true\n}\n',
    ),
    refuses(
      'local "n" {\n  expression = 1\n  sensitive  = var.x\n}\n',
      "error misplaced-reference local.n.sensitive",
    ),
  ],
  "`locals`": [reads("locals {\n  x = {\n    expression = 1\n    sensitive  = true\n  }\n}\n")],
  "Locals are always evaluated": [
    reads("locals {\n  b = local.a\n  a = 1\n}\n"),
    refuses("locals {\n  a = local.b\n  b = local.a\n}\n", "error local-cycle local.a"),
    refuses("locals {\n  a = local.zz\n}\n", "error unknown-reference local.a"),
    left("what evaluating an unused local does; @packwright/testing evaluates"),
  ],
};

export const dataBlocks: Proofs = {
  "Body = the data source": [
    says(
      using(data.http("d", { url: "https://example.com" }).body),
      'data "http" "d" {\n  url = "https://example.com"\n}\n',
    ),
    ...["for_each", "count", "depends_on", "name"].map((name) =>
      refuses(
        `data "null" "d" {\n  input = "x"\n  ${name} = 1\n}\n`,
        `error unknown-option data.null.d.${name}`,
      ),
    ),
    refuses(
      'data "null" "d" {\n  input = "x"\n  dynamic "x" {\n    for_each = []\n    content {\n    }\n  }\n}\n',
      "error unknown-block data.null.d.x",
    ),
    reads('data "null" "unused" {\n  input = "x"\n}\n', 'data "null" "unused" {'),
  ],
};

export const rootSource: Proofs = {
  "Body = the builder": [
    refuses(
      'source "null" "a" {\n  communicator = "none"\n  pause_before = "1s"\n}\nbuild {\n  sources = ["null.a"]\n}\n',
      "error unknown-option source.null.a.pause_before",
    ),
    refuses(
      'source "null" "unused" {\n  nope = 1\n}\nsource "null" "a" {\n  communicator = "none"\n}\nbuild {\n  sources = ["null.a"]\n}\n',
      "warning unknown-option source.null.unused.nope",
    ),
    reads(
      'packer {\n  required_plugins {\n    googlecompute = {\n      version = ">= 1.1.1"\n      source  = "github.com/hashicorp/googlecompute"\n    }\n  }\n}\n\nvariable "sizes" {\n  type    = list(number)\n  default = []\n}\n\nsource "googlecompute" "a" {\n  project_id          = "p"\n  zone                = "z-a"\n  source_image_family = "debian-12"\n  ssh_username        = "x"\n\n  dynamic "disk_attachment" {\n    for_each = var.sizes\n    iterator = disk_attachment\n\n    content {\n      volume_type = "pd-ssd"\n      volume_size = disk_attachment.value\n    }\n  }\n}\n\nbuild {\n  sources = ["source.googlecompute.a"]\n}\n',
    ),
  ],
};
