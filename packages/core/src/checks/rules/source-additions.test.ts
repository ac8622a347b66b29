import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../../build/build.js";
import type { Source } from "../../build/source.js";
import { defineSource } from "../../plugin/define.js";
import { excludes } from "../../plugin/rule.js";
import type { TemplateOutput } from "../../template/template.js";

const machine: (label: string, options: object) => Source<"machine", string, object> = defineSource({
  type: "machine",
  options: () =>
    z
      .strictObject({
        zone: z.string(),
        key: z.string(),
        password: z.string(),
        disk: z.array(z.strictObject({ size: z.int() })),
      })
      .partial(),
  blocks: { disk: { many: true } },
  required: ["zone"],
  rules: [excludes("key", ["password"], "key and password exclude each other")],
});

function findings(template: TemplateOutput): readonly string[] {
  return template.check().map(({ path, summary }) => `${path}: ${summary}`);
}

describe("a source with additions", () => {
  it("obeys the rules of its component with them", () => {
    const source = machine("a", { zone: "z", key: "k" });
    expect(findings(source.as("b", { password: "p" }))).toEqual([
      "build[0].source.b.password: key and password exclude each other",
    ]);
  });

  it("is complete with them, and Packer never looks at it without", () => {
    const source = machine("a", { key: "k" });
    expect(findings(source.as("b", { zone: "z" }))).toEqual([]);
    expect(findings(source.as("b"))).toEqual(["build[0].source.b: zone is missing"]);
  });

  it("has a fault of the source alone reported once", () => {
    const source = machine("a", { key: "k" });
    expect(findings(build([source, source.as("b")]))).toEqual(["source.machine.a: zone is missing"]);
  });

  it("may have more blocks of a kind, and not another value of an option", () => {
    const source = machine("a", { zone: "z", disk: [{ size: 1 }] });
    expect(findings(source.as("b", { disk: [{ size: 2 }] }))).toEqual([]);
    expect(findings(source.as("b", { zone: "y" }))).toEqual([
      "build[0].source.b.zone: zone is set in the source already, and a source block in a build can only add options",
    ]);
  });
});
