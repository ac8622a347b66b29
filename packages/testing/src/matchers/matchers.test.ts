import { build, source, text, variable } from "@packwright/core";
import { manifest } from "@packwright/post-processors";
import { shell } from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import "../vitest.js";
import { failure } from "./failure.test-support.js";

const name = variable("name", z.string().describe("Who is greeted.").default("you"));
const token = variable("token", z.string().default("t0p"), { sensitive: true });
const here = source.null("here", { communicator: "none" });
const image = build([here, here.as("twin")])
  .provision(
    shell({ script: "setup.sh" }),
    shell({ inline: [text`echo ${name}`, text`${token}`], only: ["null.here"] }),
  )
  .postProcess(manifest({ output: "m.json" }));
const broken = source.null("no name" as "x", { communicator: "none" });

describe("toBeValidTemplate", () => {
  it("holds for a template without errors, and shows those of others", () => {
    expect(image).toBeValidTemplate();
    expect(broken).not.toBeValidTemplate();
    expect(
      failure(() => {
        expect(broken).toBeValidTemplate();
      }),
    ).toMatch(
      /^expected the template to have no errors\n\nerror: "no name" is no name for Packer \[bad-identifier\]\n/,
    );
    expect(
      failure(() => {
        expect(image).not.toBeValidTemplate();
      }),
    ).toBe("expected the template to have errors, and it has none");
  });
});

describe("toHaveSource", () => {
  it("compares some or all options, with asymmetric matchers too", () => {
    expect(image).toHaveSource("null.here");
    expect(image).toHaveSource("null.twin", { communicator: expect.stringMatching(/none/) });
    expect(image).not.toHaveSource("null.here", { communicator: "ssh" });
  });

  it("shows the nearest miss and what there is", () => {
    expect(
      failure(() => {
        expect(image).toHaveSource("null.here", { communicator: "ssh" });
      }),
    ).toBe(`expected the template to have the source null.here with { communicator: "ssh" }

The nearest one differs:
  communicator is "none", and not "ssh"

Its sources:
source "null" "here" {
  communicator = "none"
}

source "null" "twin" {
  communicator = "none"
}`);
  });
});

describe("toHaveProvisioner", () => {
  it("looks at type, options, source, place and number", () => {
    expect(image).toHaveProvisioner("shell", { script: "setup.sh" }, { times: 2 });
    expect(image).toHaveProvisioner("shell", { inline: ["echo you", "t0p"] }, { source: "null.here", at: 1 });
    expect(image).not.toHaveProvisioner("shell", { script: "setup.sh" }, { at: 1 });
    expect(image).not.toHaveProvisioner("shell", { inline: expect.anything() }, { source: "null.twin" });
    expect(image).not.toHaveProvisioner("file");
  });

  it("says how often the step is there", () => {
    expect(
      failure(() => {
        expect(image).toHaveProvisioner("shell", {}, { source: "null.twin", times: 2 });
      }),
    ).toBe(`expected the template to have the provisioner shell for null.twin 2 times, and found it 1 times

What there is:
# for null.twin
provisioner "shell" {
  script = "setup.sh"
}`);
  });
});

describe("toHavePostProcessor", () => {
  it("looks at post-processors only", () => {
    expect(image).toHavePostProcessor("manifest", { output: "m.json" });
    expect(image).not.toHavePostProcessor("shell");
    expect(
      failure(() => {
        expect(here).toHavePostProcessor("manifest");
      }),
    ).toBe("expected the template to have the post-processor manifest\n\nWhat there is:\nnone");
  });
});

describe("toHaveVariable", () => {
  it("looks at type, default, description and whether it is a secret", () => {
    expect(image).toHaveVariable("name", { type: "string", default: "you", description: "Who is greeted." });
    expect(image).toHaveVariable("token", { sensitive: true });
    expect(image).not.toHaveVariable("name", { sensitive: true });
    expect(
      failure(() => {
        expect(image).toHaveVariable("nmae");
      }),
    ).toBe("expected the template to have the variable nmae\n\nIts variables: name, token");
    expect(
      failure(() => {
        expect(image).toHaveVariable("name", { default: "me" });
      }),
    ).toBe(`expected the template to have the variable name with { default: "me" }

variable "name" {
  type        = string
  description = "Who is greeted."
  default     = "you"
}`);
  });
});

describe("toMatchHcl", () => {
  it("passes over layout and comments", () => {
    expect(here).toMatchHcl(`
      # a machine
      source null here { communicator="none" } // that is there

      build {
        sources = [
          "source.null.here",
        ]
      }
    `);
    expect(here).not.toMatchHcl('source "null" "here" {}\n');
  });

  it("shows where the texts differ", () => {
    expect(
      failure(() => {
        expect(here).toMatchHcl('build {\n  sources = ["source.null.here"]\n}\n');
      }),
    ).toMatch(/communicator = "none"/);
    expect(() => {
      expect(here).toMatchHcl("source {");
    }).toThrow("the HCL cannot be read");
  });
});

describe("a snapshot", () => {
  it("shows a template as HCL without the values of secrets", () => {
    expect(here.provision(shell({ inline: [text`${token}`] }))).toMatchInlineSnapshot(`
      variable "token" {
        type      = string
        default   = "<sensitive>"
        sensitive = true
      }

      source "null" "here" {
        communicator = "none"
      }

      build {
        sources = ["source.null.here"]

        provisioner "shell" {
          inline = ["\${var.token}"]
        }
      }
    `);
  });
});
