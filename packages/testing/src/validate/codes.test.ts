import { formatDiagnostic } from "@packwright/core";
import { load } from "@packwright/core/load";
import * as provisioners from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { validate, type ValidateOptions } from "./validate.js";

const PACKER = `packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.1.1"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}
`;

function told(inline: string, options?: ValidateOptions): string {
  const text = `${PACKER}source "null" "a" {
  communicator = "none"
}
build {
  sources = ["source.null.a"]
  provisioner "shell" {
    inline = [${inline}]
  }
}
`;
  const template = load({ name: "t.pkr.hcl", text }, { components: [provisioners] });
  return validate(template, options).diagnostics.map(formatDiagnostic).join("\n");
}

describe("what validation alone finds", () => {
  it("no-value: a value that cannot be worked out", () => {
    expect(told('regex("(", "x")')).toMatchInlineSnapshot(`
      "error: Invalid function argument [no-value]
        at build[0].provisioner[0].shell.inline
        in t.pkr.hcl:15:14
        Invalid value for "pattern" parameter: invalid regexp pattern: missing closing ) in (."
    `);
  });

  it("unchecked-value: a value that needs what nobody provided", () => {
    expect(told('vault("secret/data/x", "password")')).toMatchInlineSnapshot(`
      "note: Error in function call [unchecked-value]
        at build[0].provisioner[0].shell.inline
        in t.pkr.hcl:15:14
        Call to function "vault" failed: it needs a network, which evaluation does not use; give the host \`secrets.vault\`."
    `);
  });

  it("missing-plugin: a plugin that is not installed, or in another version", () => {
    expect(told('"true"', { packer: { plugins: {} } })).toMatchInlineSnapshot(`
      "error: the template asks for the plugin github.com/hashicorp/googlecompute >= 1.1.1, and it is not installed [missing-plugin]
        at packer.required_plugins.googlecompute
        Run packer init."
    `);
    const plugins = { "github.com/hashicorp/googlecompute": "1.0.0" };
    expect(told('"true"', { packer: { plugins } })).toMatchInlineSnapshot(`
      "error: the template asks for the plugin github.com/hashicorp/googlecompute >= 1.1.1, and 1.0.0 is installed [missing-plugin]
        at packer.required_plugins.googlecompute
        Run packer init."
    `);
  });
});
