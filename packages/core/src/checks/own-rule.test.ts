import { describe, expect, it } from "vitest";
import { build } from "../build/build.js";
import { coreSource } from "../components/core-source.js";
import { DIAGNOSTIC_CODES } from "../diagnostics/codes.js";
import { load } from "../load/load.js";
import { template } from "../template/create-template.js";
import type { OwnRule } from "./own-rule.js";
import type { Weights } from "./weights.js";

const image = coreSource.null("a", { ssh_host: "h", ssh_username: "root", ssh_agent_auth: true });

const noRootLogin: OwnRule = ({ components }) => {
  for (const component of components) {
    if (component.options["ssh_username"] !== "root") continue;
    component.report({ code: "acme/no-root", summary: "log in as a user", option: ["ssh_username"] });
  }
};

describe("a rule of one's own", () => {
  it("looks at the template of a program", () => {
    const [found] = template([image], { rules: [noRootLogin] }).check();
    expect(found).toMatchObject({
      code: "acme/no-root",
      severity: "error",
      path: "source.null.a.ssh_username",
      summary: "log in as a user",
      position: { line: 10 },
    });
  });

  it("looks at a template that was read", () => {
    const text = `source "null" "a" {
  ssh_host     = "h"
  ssh_username = "root"
  ssh_agent_auth = true
}
build {
  sources = ["null.a"]
}
`;
    expect(load({ name: "t.pkr.hcl", text }, { rules: [noRootLogin] }).check()).toEqual([
      expect.objectContaining({
        path: "source.null.a.ssh_username",
        position: { file: "t.pkr.hcl", line: 3, column: 18 },
      }),
    ]);
  });

  it("sees registries too, that of the template and that of a build", () => {
    const paths: string[] = [];
    const rule: OwnRule = ({ components }) => {
      paths.push(...components.filter(({ kind }) => kind === "hcp_packer_registry").map(({ path }) => path));
    };
    const hcp_packer_registry = { bucket_name: "web-images" };
    template([image], { rules: [rule], hcp_packer_registry }).check();
    template([image.hcpRegistry(hcp_packer_registry)], { rules: [rule] }).check();
    expect(paths).toEqual(["hcp_packer_registry", "build[0].hcp_packer_registry"]);
  });

  it("is told of when it fails, and stops nothing", () => {
    const broken: OwnRule = () => {
      throw new Error("oh");
    };
    const found = template([image], { rules: [broken, noRootLogin] }).check();
    expect(found.map(({ code, summary }) => [code, summary])).toEqual([
      ["plugin-bug", "the rule broken failed: oh"],
      ["acme/no-root", "log in as a user"],
    ]);
  });
});

describe("the weight of a problem", () => {
  const twice = build([image, image]);

  it("is what a template says", () => {
    const weightOf = (checks: NonNullable<Parameters<typeof template>[1]>["checks"]): readonly string[] =>
      template([twice], checks === undefined ? {} : { checks })
        .check()
        .map(({ severity }) => severity);
    expect(weightOf(undefined)).toEqual(["warning"]);
    expect(weightOf({ "duplicate-name": "error" })).toEqual(["error"]);
    expect(weightOf({ "duplicate-name": "off" })).toEqual([]);
    expect(template([image], { rules: [noRootLogin], checks: { "acme/no-root": "note" } }).toHcl()).toContain(
      "root",
    );
  });

  it("stays where there would be nothing to write", () => {
    // The type leaves these codes out; a program that no compiler checked may have one.
    const checks = Object.fromEntries([["syntax-error", "off"]]) as Weights;
    const found = load({ name: "t.pkr.hcl", text: "a {" }, { checks }).check();
    expect(found.map(({ code }) => code)).toContain("syntax-error");
  });
});

describe("the codes of diagnostics", () => {
  it("are all described in sentences", () => {
    for (const { finds, remedy } of Object.values(DIAGNOSTIC_CODES)) {
      expect(finds).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    }
  });
});
