import { describe, expect, it } from "vitest";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { anySample, type Sample } from "./values.test-support.js";
import { varFile, type VarFile } from "./var-file.js";
import { variable } from "./variable.js";

function fileOf({ schema, value }: Sample): VarFile {
  return varFile([variable("v", schema).set(value)]);
}

describe("a var file", () => {
  it("says the same in HCL and in JSON, whose text is literal", () => {
    holdLaw(anySample, 3000, {
      // The attributes of this block are as literal in JSON as those of a var file.
      ask: (sample) => ({
        command: "same",
        text: `packer {\n  required_plugins {\n${fileOf(sample).toHcl()}  }\n}\n`,
        other: `{"packer": {"required_plugins": ${fileOf(sample).toJson()}}}`,
      }),
      judge: ({ ok, difference, diagnostics }) => {
        expect({ ok, difference, diagnostics }).toEqual({ ok: true });
      },
    });
  });

  it("is laid out as packer fmt would leave it", () => {
    holdLaw(anySample, 1000, {
      ask: (sample) => ({ command: "fmt", text: fileOf(sample).toHcl() }),
      judge: ({ output }, sample) => {
        expect(output).toBe(fileOf(sample).toHcl());
      },
    });
  });
});
