import { describe, expect, it } from "vitest";
import { load, type LoadOptions } from "../load/load.js";
import { titleOf, told } from "./code-case.test-support.js";

const MACHINE = 'source "null" "a" {\n  communicator = "none"\n}\n';
const BUILD = 'build {\n  sources = ["null.a"]\n}\n';

/** A template in HCL, with a source and a build behind its text. */
function read(text: string, options: LoadOptions = {}): ReturnType<typeof load> {
  return load({ name: "t.pkr.hcl", text: text + MACHINE + BUILD }, options);
}

describe("what is told of a file", () => {
  it(titleOf("bad-label"), () => {
    expect(told(read("variable {\n}\n"), "bad-label")).toMatchInlineSnapshot(`
      "error: variable lacks its name [bad-label]
        at variable
        in t.pkr.hcl:1:1
        Write variable "name" { … }."
    `);
  });

  it(titleOf("bad-plugin-requirement"), () => {
    expect(told(read('packer {\n  required_plugins {\n    b = "1.0"\n  }\n}\n'), "bad-plugin-requirement"))
      .toMatchInlineSnapshot(`
      "error: required_plugins.b has to be an object [bad-plugin-requirement]
        at packer.required_plugins.b
        in t.pkr.hcl:3:9
        Write { version = ">= 1.0.0", source = "github.com/hashicorp/name" }."
    `);
  });

  it(titleOf("bad-type"), () => {
    expect(told(read('variable "x" {\n  type = "string"\n}\n'), "bad-type")).toMatchInlineSnapshot(`
      "error: this is no type [bad-type]
        at variable.x.type
        in t.pkr.hcl:2:10
        Write string without quotes."
    `);
  });

  it(titleOf("ignored-block"), () => {
    expect(told(read('communicator "ssh" "x" {\n}\n'), "ignored-block")).toMatchInlineSnapshot(`
      "warning: Packer ignores communicator blocks [ignored-block]
        at communicator
        in t.pkr.hcl:1:1
        Set the communicator's options in the source."
    `);
  });

  it(titleOf("local-cycle"), () => {
    expect(told(read("locals {\n  a = local.b\n  b = local.a\n}\n"), "local-cycle")).toMatchInlineSnapshot(`
      "error: local.a, local.b refer to each other [local-cycle]
        at local.a
        in t.pkr.hcl:2:3
        local.a → local.b → local.a; take one of the references out."
    `);
  });

  it(titleOf("misplaced-reference"), () => {
    expect(told(read('variable "x" {\n  default = var.y\n}\n'), "misplaced-reference"))
      .toMatchInlineSnapshot(`
      "error: var.y has no value in the default of a variable [misplaced-reference]
        at variable.x.default
        in t.pkr.hcl:2:13
        Write a literal or env(…), or make it a local."
    `);
  });

  it(titleOf("missing-argument"), () => {
    expect(told(read('local "x" {\n}\n'), "missing-argument")).toMatchInlineSnapshot(`
      "error: expression is missing [missing-argument]
        at local.x
        in t.pkr.hcl:1:11
        Packer does not read the block without expression; set it."
    `);
  });

  it(titleOf("packer-crash"), () => {
    expect(told(read('locals {\n  a = local["b"]\n  b = 1\n}\n'), "packer-crash")).toMatchInlineSnapshot(`
      "error: Packer crashes over a reference in a local that does not begin with local.name [packer-crash]
        at local.a
        in t.pkr.hcl:2:7
        Name what you need: local.name."
    `);
  });

  it(titleOf("syntax-error"), () => {
    expect(told(read("locals {\n  a = 1 +\n}\n"), "syntax-error")).toMatchInlineSnapshot(`
      "error: An expression is expected here, found the end of the line [syntax-error]
        at t.pkr.hcl
        in t.pkr.hcl:2:10
        Write a value, a reference or a call."
    `);
  });

  it(titleOf("unchecked-component"), () => {
    const text =
      'packer {\n  required_plugins {\n    cloud = {\n      version = ">= 1.0.0"\n      source  = "github.com/x/cloud"\n    }\n  }\n}\nsource "cloud" "b" {\n}\n';
    expect(told(read(text), "unchecked-component")).toMatchInlineSnapshot(`
      "note: the options of cloud were not checked [unchecked-component]
        at source.cloud.b
        in t.pkr.hcl:9:1
        Pass the package that has its source as one of components."
    `);
  });

  it(titleOf("undeclared-variable"), () => {
    expect(
      told(read('variable "zone" {\n  default = 1\n}\n', { variables: { zon: 1 } }), "undeclared-variable"),
    ).toMatchInlineSnapshot(`
      "error: there is no variable zon [undeclared-variable]
        at variables.zon
        Did you mean zone?"
    `);
  });

  it(titleOf("unknown-argument"), () => {
    expect(told(read('variable "x" {\n  typ = string\n}\n'), "unknown-argument")).toMatchInlineSnapshot(`
      "error: there is no argument typ here [unknown-argument]
        at variable.x.typ
        in t.pkr.hcl:2:3
        Did you mean type?"
    `);
  });

  it(titleOf("unknown-block"), () => {
    expect(told(read('vriable "x" {\n}\n'), "unknown-block")).toMatchInlineSnapshot(`
      "error: there is no block vriable here [unknown-block]
        at vriable
        in t.pkr.hcl:1:1
        Did you mean variable?"
    `);
  });

  it(titleOf("unknown-component"), () => {
    expect(told(read('source "nul" "b" {\n}\n'), "unknown-component")).toMatchInlineSnapshot(`
      "warning: Packer has no source nul, and no plugin in required_plugins has one [unknown-component]
        at source.nul.b
        in t.pkr.hcl:1:8
        Did you mean null?"
    `);
  });

  it(titleOf("unknown-reference"), () => {
    expect(told(read("locals {\n  a = var.nope\n}\n"), "unknown-reference")).toMatchInlineSnapshot(`
      "error: there is no var.nope [unknown-reference]
        at local.a
        in t.pkr.hcl:2:7
        Declare it in a variable block."
    `);
  });

  it(titleOf("unreadable-file"), () => {
    expect(told(load({ name: "template.txt", text: "" }), "unreadable-file")).toMatchInlineSnapshot(`
      "error: template.txt does not say what it is [unreadable-file]
        at template.txt
        Templates end in .pkr.hcl, .pkr.json or .json, values of variables in .pkrvars.hcl or .pkrvars.json."
    `);
    expect(told(load("nowhere.pkr.hcl"), "unreadable-file")).toMatchInlineSnapshot(`
      "error: nowhere.pkr.hcl cannot be read: ENOENT: no such file or directory, stat 'nowhere.pkr.hcl' [unreadable-file]
        at nowhere.pkr.hcl
        Name a file that is there, or a folder with templates."
    `);
  });

  it(titleOf("unset-variable"), () => {
    expect(told(read('variable "x" {\n}\n', { variables: {} }), "unset-variable")).toMatchInlineSnapshot(`
      "error: the variable x has no value [unset-variable]
        at variable.x
        in t.pkr.hcl:1:1
        Give it a default, or a value in variables or in a var file."
    `);
  });

  it(titleOf("unsupported"), () => {
    const text = `${MACHINE}build {\n  sources = ["null.a"]\n  dynamic "source" {\n    for_each = []\n    content {\n    }\n  }\n}\n`;
    expect(told(load({ name: "t.pkr.hcl", text }), "unsupported")).toMatchInlineSnapshot(`
      "error: Packwright knows no dynamic source here [unsupported]
        at build[0].dynamic.source
        in t.pkr.hcl:6:3
        It knows dynamic provisioner, error-cleanup-provisioner, post-processor, hcp_packer_registry. Write the blocks out."
    `);
  });
});
