import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineSource } from "../plugin/define.js";
import { found, foundInBuild } from "./found.test-support.js";

const machine = defineSource({
  type: "machine",
  options: () => z.strictObject({ disk: z.array(z.strictObject({ size: z.int() })) }).partial(),
  blocks: { disk: { many: true } },
});

/** What is found in a source with blocks. */
const foundInSource = (body: string): string =>
  found(
    `source "machine" "m" {\n${body}}\nsource "null" "a" {\n  communicator = "none"\n}\nbuild {\n  sources = ["machine.m"]\n}\n`,
    { components: [{ source: { machine } }] },
  );

describe("the sources of a build", () => {
  it("are a list of texts, each of a source", () => {
    expect(found('build {\n  sources = "null.a"\n}\n')).toMatchInlineSnapshot(`
      "error: sources has to be a list of strings [invalid-value]
        at build[0].sources
        in t.pkr.hcl:2:13
        Write sources = ["source.type.name"].
      error: a build of no sources does nothing [empty-build]
        at build[0]
        in t.pkr.hcl:1:1
        Pass at least one source."
    `);
    expect(found('build {\n  sources = [1, "a"]\n}\n')).toMatchInlineSnapshot(`
      "error: a source is named as text [invalid-value]
        at build[0].sources[0]
        in t.pkr.hcl:2:14
        Write "source.type.name".
      error: "a" names no source [unknown-reference]
        at build[0].sources[1]
        in t.pkr.hcl:2:17
        Its sources are null.a.
      error: a build of no sources does nothing [empty-build]
        at build[0]
        in t.pkr.hcl:1:1
        Pass at least one source."
    `);
  });
});

describe("a dynamic block", () => {
  it("has one content, and a name for its items", () => {
    expect(foundInSource('  dynamic "disk" {\n    for_each = []\n  }\n')).toMatchInlineSnapshot(`
      "error: content is missing [missing-argument]
        at source.machine.m.disk
        in t.pkr.hcl:2:3
        Write content { … } with what each of the blocks holds."
    `);
    expect(
      foundInSource(
        '  dynamic "disk" {\n    for_each = []\n    iterator = "a-b".c\n    content {\n    }\n    content {\n    }\n  }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error: a dynamic block has one content [duplicate-name]
        at source.machine.m.disk
        in t.pkr.hcl:7:5
        Write content { … } with what each of the blocks holds.
      error: iterator has to be a name [invalid-value]
        at source.machine.m.disk.iterator
        in t.pkr.hcl:4:16
        Write iterator = item, without quotes, and item.value in the content.
      error: disk.0.size is missing [missing-option]
        at source.machine.m.disk.0
        in t.pkr.hcl:2:3"
    `);
  });

  it("is expanded in sources and builds, and repeats steps one by one", () => {
    expect(
      found('variable "x" {\n  dynamic "validation" {\n    for_each = []\n    content {\n    }\n  }\n}\n'),
    ).toMatchInlineSnapshot(`
      "error: Packer expands no dynamic block here [unknown-block]
        at variable.x.dynamic
        in t.pkr.hcl:2:3
        Write the blocks out."
    `);
    expect(
      foundInBuild(
        '  post-processors {\n    dynamic "post-processor" {\n      for_each = []\n      labels = ["manifest"]\n      content {\n      }\n    }\n  }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error: Packwright knows no chain of repeated post-processors alone [unsupported]
        at build[0].post-processor[0]
        in t.pkr.hcl:7:5
        Write the post-processors out."
    `);
  });
});

describe("a nested block", () => {
  it("has no labels", () => {
    expect(foundInSource('  disk "boot" {\n    size = 1\n  }\n')).toMatchInlineSnapshot(`
      "error: disk has no labels, and this is one [bad-label]
        at source.machine.m.disk
        in t.pkr.hcl:2:8
        Write disk { … }."
    `);
  });
});

describe("what a template has once", () => {
  it("is there once", () => {
    const plugin =
      '  required_plugins {\n    b = {\n      version = "1.0.0"\n      source  = "github.com/x/b"\n    }\n  }\n';
    expect(found(`packer {\n${plugin}${plugin}}\n`)).toMatchInlineSnapshot(`
      "error: required_plugins names b twice [duplicate-name]
        at packer.required_plugins.b
        in t.pkr.hcl:9:5
        Keep one of the entries."
    `);
    expect(found("hcp_packer_registry {\n}\nhcp_packer_registry {\n}\n")).toMatchInlineSnapshot(`
      "error: a template has one hcp_packer_registry, and this is another one [duplicate-name]
        at hcp_packer_registry
        in t.pkr.hcl:3:1
        Keep one of them."
    `);
  });
});
