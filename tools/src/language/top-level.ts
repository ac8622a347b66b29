import { build, data, local, source, template, variable } from "@packwright/core";
import { load } from "@packwright/core/load";
import { expect } from "vitest";
import { z } from "zod";
import { holds, left, reads, refuses, says, tells, type Proofs } from "./proof.js";

const zone = variable("zone", z.string().default("a"));
const a = source.null("a", { communicator: "none" });

/** The blocks of a file. */
export const topLevel: Proofs = {
  "Root body schema": [
    refuses("x = 1\n", "error unknown-argument x"),
    refuses("foo {\n}\n", "error unknown-block foo"),
  ],
  "`packer`": [
    says(template([a], { required_version: ">= 1.10.0" }), 'packer {\n  required_version = ">= 1.10.0"\n}\n'),
    reads(
      'packer {\n  required_version = ">= 1.7.0"\n}\npacker {\n  required_version = "< 2.0.0"\n}\n',
      'required_version = ">= 1.7.0, < 2.0.0"',
    ),
    refuses('packer "x" {\n}\n', "error bad-label packer"),
  ],
  "`variable`": [
    says(a.with("b", { ssh_host: zone }), 'variable "zone" {\n  type    = string\n  default = "a"\n}\n'),
    refuses('variable "x" {\n  default = 1\n}\nvariables {\n  x = 2\n}\n', "error duplicate-name variable.x"),
    refuses("variable {\n}\n", "error bad-label variable"),
  ],
  "`variables`": [reads("variables {\n  x = 1\n}\n", 'variable "x" {\n  default = 1\n}\n')],
  "`local`": [
    says(
      a.with("b", { ssh_host: local("host", "h", { sensitive: true }) }),
      'local "host" {\n  expression = "h"\n  sensitive  = true\n}\n',
    ),
    refuses('local "x" {\n  expression = 1\n}\nlocals {\n  x = 2\n}\n', "error duplicate-name local.x"),
  ],
  "`locals`": [
    says(a.with("b", { ssh_host: local("host", "h") }), 'locals {\n  host = "h"\n}\n'),
    reads("locals {\n  x = 1\n  y = 2\n}\n"),
  ],
  "`data`": [
    says(
      a.with("b", { ssh_host: data.null("d", { input: "h" }).output }),
      'data "null" "d" {\n  input = "h"\n}\n',
    ),
    refuses(
      'data "null" "d" {\n  input = "h"\n}\ndata "null" "d" {\n  input = "i"\n}\n',
      "error duplicate-name data.null.d",
    ),
    refuses('data "null" {\n  input = "h"\n}\n', "error bad-label data"),
  ],
  "`source`": [
    says(a, 'source "null" "a" {\n  communicator = "none"\n}\n'),
    tells(
      build([a, source.null("a", { communicator: "none", pause_before_connecting: "1s" })]),
      "error duplicate-name source.null.a",
      "warning duplicate-name build[0]",
    ),
    refuses(
      'source "null" {\n}\n',
      "error bad-label source",
      "error unknown-reference build[0].sources[0]",
      "error empty-build build[0]",
    ),
  ],
  "`build`": [
    says(template([a, build([a])]), 'build {\n  sources = ["source.null.a"]\n}\n\nbuild {\n'),
    tells(template([] as never), "error no-builds template"),
    refuses('build "x" {\n  sources = ["null.a"]\n}\n', "error bad-label build", "error no-builds template"),
  ],
  "`hcp_packer_registry`": [
    says(
      template([a], { hcp_packer_registry: { bucket_name: "images" } }),
      'hcp_packer_registry {\n  bucket_name = "images"\n}\n',
    ),
    refuses(
      "hcp_packer_registry {\n}\nhcp_packer_registry {\n}\n",
      "error duplicate-name hcp_packer_registry",
    ),
  ],
  "`communicator`": [refuses('communicator "ssh" "x" {\n}\n', "warning ignored-block communicator")],
  "All `.pkr.hcl`/`.pkr.json` files of a folder are merged": [
    holds(() => {
      const loaded = load([
        { name: "b.pkr.hcl", text: 'build {\n  name = "second"\n  sources = ["null.a"]\n}\n' },
        { name: "c.pkr.json", text: '{"build": {"name": "third", "sources": ["null.a"]}}' },
        {
          name: "a.pkr.hcl",
          text: 'build {\n  name = "first"\n  sources = ["null.a"]\n}\nsource "null" "a" {\n  communicator = "none"\n}\n',
        },
      ]);
      expect([...loaded.toHcl().matchAll(/name\s*= "(.*)"/g)].map(([, name]) => name)).toEqual([
        "second",
        "first",
        "third",
      ]);
    }),
    left("in which order Packer reads a folder: load sorts its names, as the tests of open-files show"),
  ],
  Identifiers: [
    says(
      a.with("_zone-é", { ssh_host: variable("_ze-ü", z.string()) }),
      'source "null" "_zone-é"',
      'variable "_ze-ü"',
    ),
    says(
      a.with("b", { ssh_host: variable("source", z.string()), ssh_username: local("source", "x") }),
      "var.source",
      "local.source",
    ),
    refuses('variable "1x" {\n  default = 1\n}\n', "error bad-identifier variable.1x"),
    refuses("variable x {\n  default = 1\n}\n"),
    refuses(
      'variable "${"${x}"}" {\n  default = 1\n}\n',
      "error syntax-error t.pkr.hcl",
      "error bad-identifier variable.",
    ),
    refuses(
      'source "null" "a b" {\n  communicator = "none"\n}\nbuild {\n  sources = ["null.a b"]\n}\n',
      "error bad-identifier source.null.a b",
    ),
  ],
};

/** The block `packer`. */
export const packer: Proofs = {
  "`required_version`": [
    says(
      template([a], { required_version: "~> 1.10, != 1.11.0" }),
      'required_version = "~> 1.10, != 1.11.0"',
    ),
    refuses('packer {\n  required_version = "one"\n}\n', "error bad-constraint packer.required_version"),
    refuses("packer {\n  required_version = var.x\n}\n", "error misplaced-reference packer.required_version"),
    refuses(
      'packer {\n  required_version = upper("x")\n}\n',
      "error misplaced-reference packer.required_version",
    ),
    reads("packer {\n  required_version = null\n}\n", 'source "null" "a"'),
  ],
  "`required_plugins`": [
    reads(
      'packer {\n  required_plugins {\n    b = {\n      version = ">= 1.0.0"\n      source  = "github.com/x/b"\n    }\n  }\n}\n',
    ),
    refuses(
      "packer {\n  required_plugins {\n    b {\n    }\n  }\n}\n",
      "error unknown-block packer.required_plugins.b",
    ),
  ],
  "`required_plugins` entry": [left("the form of an entry, which the rows below show")],
  "object form only": [plugin('"1.0"', "error bad-plugin-requirement packer.required_plugins.b")],
  keys: [
    plugin('{ version = "1.0.0" }', "error bad-plugin-requirement packer.required_plugins.b"),
    plugin('{ source = "github.com/x/b" }', "error bad-plugin-requirement packer.required_plugins.b"),
    plugin(
      '{ version = "1.0.0", source = "github.com/x/b", name = "b" }',
      "error bad-plugin-requirement packer.required_plugins.b",
    ),
  ],
  version: [
    plugin('{ version = "> 1.0, < 2", source = "github.com/x/b" }'),
    plugin(
      '{ version = "1.0.0-beta", source = "github.com/x/b" }',
      "error bad-plugin-requirement packer.required_plugins.b",
    ),
    plugin(
      '{ version = var.v, source = "github.com/x/b" }',
      "error bad-plugin-requirement packer.required_plugins.b",
    ),
  ],
  accessor: ["B", "b_c", "b--c", "b-"].map((name) =>
    plugin(
      '{ version = "1.0.0", source = "github.com/x/b" }',
      `error bad-plugin-requirement packer.required_plugins.${name}`,
      name,
    ),
  ),
  source: [
    plugin('{ version = "1.0.0", source = "github.com/x/y/b" }'),
    ...[
      "github.com/b",
      "https://github.com/x/b",
      "github.com/x/b/",
      "github.com/x/packer-plugin-b",
      "github.com/x/packer-b",
      "github.com/x/b?y",
      "github.com/x/b_c",
    ].map((from) =>
      plugin(
        `{ version = "1.0.0", source = "${from}" }`,
        "error bad-plugin-requirement packer.required_plugins.b",
      ),
    ),
  ],
  duplicates: [
    refuses(`packer {\n${entry()}${entry()}}\n`, "error duplicate-name packer.required_plugins.b"),
  ],
  "missing binaries": [left("whether a plugin is installed, which the machine knows and no template")],
};

function entry(value = '{ version = "1.0.0", source = "github.com/x/b" }', name = "b"): string {
  return `  required_plugins {\n    ${name} = ${value}\n  }\n`;
}

function plugin(value: string, found?: string, name?: string): ReturnType<typeof refuses> {
  return refuses(`packer {\n${entry(value, name)}}\n`, ...(found === undefined ? [] : [found]));
}
