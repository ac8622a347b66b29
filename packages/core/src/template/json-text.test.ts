import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../components/core-source.js";
import { defineProvisioner } from "../plugin/define.js";
import { variable } from "../variables/variable.js";

const cook = defineProvisioner({
  type: "cook",
  options: () =>
    z.strictObject({ json: z.record(z.string(), z.unknown()), json_string: z.string(), version: z.string() }),
  jsonText: { json: "json_string" },
});
const here = coreSource.null("here", { communicator: "none" });
const role = variable("role", z.string().default("web"));
const image = here.provision(
  cook({ json: { role, "a b": [80, true, null, { deep: "${x}" }] }, version: "1" }),
  cook({ json: { role: "db" }, override: { here: { json: { role: "cache" } } } }),
);

describe("an option of any value", () => {
  it("is text of JSON in HCL, at its place among the options", () => {
    expect(image.toHcl()).toContain(`  provisioner "cook" {
    json_string = jsonencode({
      role = var.role
      "a b" = [
        80,
        true,
        null,
        {
          deep = "$\${x}"
        },
      ]
    })
    version = "1"
  }
`);
    expect(JSON.parse(image.toJson())).toMatchObject({
      build: {
        provisioner: [{ cook: { json_string: expect.stringContaining("${jsonencode(") as string } }, {}],
      },
    });
  });

  it("is text of JSON in the overrides for some sources too", () => {
    expect(image.toHcl()).toContain(`    override = {
      here = {
        json_string = jsonencode({`);
  });

  it("is itself in legacy JSON", () => {
    expect(JSON.parse(image.toLegacyJson())).toMatchObject({
      provisioners: [
        { json: { role: "{{user `role`}}", "a b": [80, true, null, { deep: "${x}" }] }, version: "1" },
        { json: { role: "db" }, override: { here: { json: { role: "cache" } } } },
      ],
    });
  });

  it("has what JSON cannot hold refused", () => {
    const wrong = here.provision(cook({ json: { f: () => 1 } }));
    expect(wrong.check()[0]?.path).toBe("build[0].provisioner[0].cook.json.f");
  });
});
