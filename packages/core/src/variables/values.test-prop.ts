import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../../../tools/src/repository.js";
import { parseVarFile, readEnvironment } from "./read-values.js";
import { anySample } from "./values.test-support.js";
import { varFile } from "./var-file.js";
import { variable } from "./variable.js";

const options = SEED === undefined ? { numRuns: 300 } : { numRuns: 300, seed: SEED };

describe("a value that a schema accepts", () => {
  it.each(["values.pkrvars.hcl", "values.pkrvars.json"])("comes back from %s as it went in", (file) => {
    fc.assert(
      fc.property(anySample, ({ schema, value }) => {
        const v = variable("v", schema);
        const written = varFile([v.set(value)]);
        expect(written.check()).toEqual([]);
        const text = file.endsWith(".json") ? written.toJson() : written.toHcl();
        const read = parseVarFile(text, [v], { file });
        expect(read.diagnostics).toEqual([]);
        expect(read.get(v)).toEqual(value);
      }),
      options,
    );
  });

  it("comes back from an environment as it went in", () => {
    fc.assert(
      fc.property(anySample, ({ schema, value }) => {
        const v = variable("v", schema);
        const hcl = varFile([v.set(value)]).toHcl();
        // Text and numbers are themselves there, and have no null.
        const isText = typeof value === "string" || typeof value === "number" || typeof value === "bigint";
        fc.pre(value !== null);
        const given = isText ? String(value) : hcl.replace(/^v\s*=\s*/, "");
        const read = readEnvironment({ PKR_VAR_v: given }, [v]);
        expect(read.diagnostics).toEqual([]);
        expect(read.get(v)).toEqual(value);
      }),
      options,
    );
  });
});
