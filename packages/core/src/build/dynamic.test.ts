import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { defineSource } from "../plugin/define.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { dynamic } from "./dynamic.js";
import { buildsOf, manifest, problemsOf, shell } from "./steps.test-support.js";

const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })).default([]));
const tags = variable("tags", z.record(z.string(), z.string()).default({}));
const a = coreSource.null("a", { communicator: "none" });

/** A builder with nested blocks, blocks in them, and a rule about them. */
const machine = defineSource({
  type: "machine",
  options: () =>
    z.strictObject({
      labels: z.record(z.string(), z.string()),
      disk: z.array(
        z.strictObject({
          size: z.int(),
          name: z.string().optional(),
          key: z.array(z.object({ id: z.string() })).optional(),
        }),
      ),
    }),
  blocks: { disk: { many: true, blocks: { key: { many: true } } } },
  rules: [
    (context) => {
      for (const [at, disk] of (
        (context.options["disk"] ?? []) as readonly Record<string, unknown>[]
      ).entries())
        if (disk["name"] === undefined)
          context.report({ summary: "a disk has a name", option: ["disk", at] });
    },
  ],
});

describe("dynamic", () => {
  it("repeats a nested block for the items of a collection, beside blocks that are there once", () => {
    const source = machine("m", {
      disk: [
        { size: 10, name: "boot" },
        dynamic(disks, ({ value }) => ({ size: value.size, name: value.name }), { iterator: "disk" }),
      ],
    });
    expect(source.toHcl()).toContain(`source "machine" "m" {
  disk {
    size = 10
    name = "boot"
  }

  dynamic "disk" {
    for_each = var.disks
    iterator = disk

    content {
      size = disk.value.size
      name = disk.value.name
    }
  }
}
`);
    expect(source.toJson()).toContain('"for_each": "${var.disks}"');
  });

  it("repeats a step", () => {
    const image = a
      .provision(dynamic(tags, ({ key, value }) => shell({ inline: [text`tag ${key} ${value}`] })))
      .postProcess(dynamic(["a", "b"], ({ value }) => manifest({ output: text`${value}.json` })));
    expect(buildsOf(image)).toBe(`build {
  sources = ["source.null.a"]

  dynamic "provisioner" {
    for_each = var.tags
    iterator = each
    labels   = ["shell"]

    content {
      inline = ["tag \${each.key} \${each.value}"]
    }
  }

  dynamic "post-processor" {
    for_each = ["a", "b"]
    iterator = each
    labels   = ["manifest"]

    content {
      output = "\${each.value}.json"
    }
  }
}
`);
  });

  it("declares what its collection and its content refer to", () => {
    const root = local("root", "/mnt");
    const image = a.provision(
      dynamic(disks, ({ value }) => shell({ inline: [text`mkdir ${root}/${value.name}`] })),
    );
    expect(image.toHcl()).toMatch(/variable "disks"[^]*locals \{\n {2}root = "\/mnt"/);
  });

  it("gives each of several inside each other an item of its own", () => {
    const source = machine("m", {
      disk: [
        dynamic(disks, (disk) => ({
          size: disk.value.size,
          name: "x",
          key: [dynamic(tags, (tag) => ({ id: text`${disk.key}-${tag.value}` }))],
        })),
      ],
    });
    expect(source.toHcl()).toContain('id = "${each.key}-${each2.value}"');
  });

  it("has its content checked as one of the blocks", () => {
    const source = machine("m", { disk: [dynamic(disks, () => ({ size: "big" }))] });
    expect(problemsOf(source)).toEqual([
      "error source.machine.m.disk.0.size: disk.0.size has to be a number, not a string",
      "error source.machine.m.disk.0: a disk has a name",
    ]);
  });

  it("stands where a block belongs, and nowhere else", () => {
    const source = machine("m", { labels: dynamic(tags, ({ value }) => ({ a: value })), disk: [] });
    expect(problemsOf(source)).toEqual([
      "error source.machine.m.labels: labels cannot be written: dynamic makes blocks, and this is an attribute; use forEach",
    ]);
  });

  it("takes no name for its items that HCL cannot write", () => {
    expect(() => dynamic(disks, () => ({}), { iterator: "a disk" })).toThrow(
      'the iterator "a disk" is no name',
    );
  });

  it("is refused by legacy JSON, which repeats nothing", () => {
    const source = machine("m", { disk: [dynamic(disks, () => ({ size: 1, name: "x" }))] });
    expect(() => source.toLegacyJson()).toThrow("legacy JSON cannot say this: it repeats no blocks");
    expect(() => a.provision(dynamic(tags, () => shell({ script: "a" }))).toLegacyJson()).toThrow(
      "legacy JSON cannot say this: it repeats no steps",
    );
  });
});
