import { isExpr, variable } from "@packwright/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { googlecomputeBlocks, googlecomputeOptions } from "./generated/schema.js";
import { findings, places } from "./rules/check.test-support.js";
import { isLabelKey, isLabelValue } from "./source/formats.js";

const { shape } = googlecomputeOptions();

/** A variable of the type that a schema asks for, or a block full of such. */
function unknown(name: string, schema: z.ZodType): unknown {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodObject) {
    const fields = Object.entries(inner.shape) as [string, z.ZodType][];
    return Object.fromEntries(fields.map(([field, type]) => [field, unknown(`${name}_${field}`, type)]));
  }
  if (inner instanceof z.ZodArray && inner.element instanceof z.ZodObject)
    return [unknown(name, inner.element)];
  if (inner instanceof z.ZodArray) return variable(name, z.array(z.string()));
  if (inner instanceof z.ZodRecord) return variable(name, z.record(z.string(), z.string()));
  if (inner instanceof z.ZodBoolean) return variable(name, z.boolean());
  if (inner instanceof z.ZodNumber) return variable(name, z.number());
  return variable(name, z.string());
}

const variables = Object.fromEntries(
  Object.entries(shape).map(([option, schema]) => [option, unknown(option, schema)]),
);
const names = Object.keys(variables);

const errorsOf = (options: object): readonly string[] =>
  findings(options).filter((finding) => finding.startsWith("error"));

describe("values that only Packer knows", () => {
  it("are made for every option", () => {
    expect(names.length).toBeGreaterThan(120);
    const wrong = names.filter((name) => !isExpr(variables[name]) && googlecomputeBlocks[name] === undefined);
    expect(wrong).toEqual([]);
  });

  it.each(names)("are no fault of %s", (name) => {
    expect(errorsOf({ [name]: variables[name] })).toEqual([]);
  });

  it("are no fault of any options together", () => {
    fc.assert(
      fc.property(fc.subarray(names), (chosen) => {
        expect(errorsOf(Object.fromEntries(chosen.map((name) => [name, variables[name]])))).toEqual([]);
      }),
    );
  });

  it("take the fault from a literal, or leave it, and never add one", () => {
    const literals: Readonly<Record<string, unknown>> = {
      access_token: "t",
      credentials_file: "f",
      enable_integrity_monitoring: true,
      omit_external_ip: true,
      address: "a",
      preemptible: true,
      on_host_maintenance: "MIGRATE",
      accelerator_count: 1,
      use_iap: true,
      communicator: "none",
      service_account_email: "a@b",
      disable_default_service_account: true,
      ssh_bastion_host: "b",
      ssh_proxy_host: "p",
    };
    const keys = Object.keys(literals);
    fc.assert(
      fc.property(fc.subarray(keys), fc.subarray(keys), (given, hidden) => {
        const known = Object.fromEntries(given.map((key) => [key, literals[key]]));
        const blurred = {
          ...known,
          ...Object.fromEntries(
            hidden.filter((key) => given.includes(key)).map((key) => [key, variables[key]]),
          ),
        };
        const before = new Set(errorsOf(known));
        expect(errorsOf(blurred).filter((finding) => !before.has(finding))).toEqual([]);
      }),
    );
  });
});

describe("names of images", () => {
  const form = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

  it("pass when they have Google's form", () => {
    fc.assert(
      fc.property(fc.stringMatching(form), (name) => {
        expect(findings({ image_name: name, image_family: name })).toEqual([]);
      }),
    );
  });

  it("are refused when they have not", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        fc.pre(!form.test(name) && !name.includes("{{"));
        expect(places({ image_name: name })).toContain("error image_name");
      }),
    );
  });

  it("are never refused for a part that only Packer can fill in", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("build_name", "strftime `%Y`", "packer_version"),
        fc.string(),
        (call, text) => {
          fc.pre(!text.includes("{{"));
          expect(findings({ image_name: `${text}{{${call}}}` })).toEqual([]);
        },
      ),
    );
  });
});

describe("labels", () => {
  const text = fc.stringMatching(/^[aé_\-09A. ]{0,66}$/);

  it("weigh by the versions of the plugin that a template allows, and are the same faults", () => {
    fc.assert(
      fc.property(fc.dictionary(text, text, { maxKeys: 3 }), (labels) => {
        const strict = findings({ image_labels: labels }, ">= 1.1.7");
        const lenient = findings({ image_labels: labels }, ">= 1.1.1");
        expect(lenient).toEqual(strict.map((finding) => finding.replace(/^error/, "warning")));
        const bad = Object.entries(labels).flatMap(([key, value]) => [
          ...(isLabelKey(key) ? [] : [key]),
          ...(value === "" || isLabelValue(value) ? [] : [value]),
        ]);
        expect(strict).toHaveLength(bad.length);
      }),
    );
  });
});
