import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../../../tools/src/repository.js";
import { manifest, shell } from "../build/steps.test-support.js";
import { load, type LoadedTemplate } from "../load/load.js";
import { anyTemplate, machines } from "./any-template.test-support.js";

const options = { numRuns: 200, ...(SEED === undefined ? {} : { seed: SEED }) };
const read = (name: string, text: string): LoadedTemplate =>
  load({ name, text }, { components: [machines, { shell }, { manifest }] });

describe("a template of all blocks", () => {
  it("has nothing wrong with it, and prints the same bytes twice", () => {
    fc.assert(
      fc.property(anyTemplate, (make) => {
        const [one, other] = [make(), make()];
        expect(one.check().filter(({ severity }) => severity === "error")).toEqual([]);
        expect(one.toHcl()).toBe(other.toHcl());
        expect(one.toHcl()).toBe(one.toHcl());
        expect(one.toJson()).toBe(other.toJson());
        expect(one.hash()).toBe(other.hash());
        expect(one.toMermaid()).toBe(other.toMermaid());
      }),
      options,
    );
  });

  it("comes back from its HCL and from its JSON", () => {
    fc.assert(
      fc.property(anyTemplate, (make) => {
        const one = make();
        const fromHcl = read("t.pkr.hcl", one.toHcl());
        expect(fromHcl.check().filter(({ severity }) => severity === "error")).toEqual([]);
        expect(fromHcl.toHcl()).toBe(one.toHcl());
        const fromJson = read("t.pkr.json", one.toJson());
        expect(fromJson.check().filter(({ severity }) => severity === "error")).toEqual([]);
        expect(fromJson.toJson()).toBe(one.toJson());
      }),
      options,
    );
  });
});
