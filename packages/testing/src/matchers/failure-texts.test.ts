import { stripVTControlCharacters } from "node:util";
import { build, source, variable } from "@packwright/core";
import { manifest } from "@packwright/post-processors";
import { file, shell } from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import "../vitest.js";
import { failure } from "./failure.test-support.js";

const here = source.null("here", { communicator: "none" });
const image = build([here, here.as("twin")])
  .provision(shell({ inline: ["make", "make install"], only: ["null.here"] }), shell({ script: "clean.sh" }))
  .postProcess(manifest({ output: "m.json" }));

const SOURCES = `Its sources:
source "null" "here" {
  communicator = "none"
}

source "null" "twin" {
  communicator = "none"
}`;

const STEPS = `What there is:
# for null.here
provisioner "shell" {
  inline = ["make", "make install"]
}

# for null.here
provisioner "shell" {
  script = "clean.sh"
}

# for null.twin
provisioner "shell" {
  script = "clean.sh"
}`;

describe("what failing matchers say", () => {
  it.each<readonly [title: string, assertion: () => void, text: string]>([
    [
      "of a source that is not there",
      () => {
        expect(image).toHaveSource("null.nowhere");
      },
      `expected the template to have the source null.nowhere\n\n${SOURCES}`,
    ],
    [
      "of a source that is there",
      () => {
        expect(image).not.toHaveSource("null.here", { communicator: "none" });
      },
      `expected the template not to have the source null.here with { communicator: "none" }\n\n${SOURCES}`,
    ],
    [
      "of options that no step has, by the nearest step",
      () => {
        expect(image).toHaveProvisioner("shell", { script: "clean.sh", binary: true });
      },
      `expected the template to have the provisioner shell with { script: "clean.sh", binary: true }

The nearest one differs:
  binary is not set, and not true

${STEPS}`,
    ],
    [
      "of asymmetric matchers, by their names",
      () => {
        expect(image).toHaveProvisioner("shell", {
          inline: ["make", expect.stringContaining("test")],
          script: expect.any(String) as unknown,
        });
      },
      `expected the template to have the provisioner shell with { inline: ["make", StringContaining "test"], script: Any<String> }

The nearest one differs:
  inline is not set, and not ["make", StringContaining "test"]

${STEPS}`,
    ],
    [
      "of a step at another place",
      () => {
        expect(image).toHaveProvisioner("shell", { script: "clean.sh" }, { source: "null.here", at: 0 });
      },
      `expected the template to have the provisioner shell with { script: "clean.sh" } for null.here at place 0

The nearest one differs:
  script is not set, and not "clean.sh"

What there is:
# for null.here
provisioner "shell" {
  inline = ["make", "make install"]
}

# for null.here
provisioner "shell" {
  script = "clean.sh"
}`,
    ],
    [
      "of a step that is there",
      () => {
        expect(image).not.toHaveProvisioner("shell");
      },
      `expected the template not to have the provisioner shell\n\n${STEPS}`,
    ],
    [
      "of post-processors with other options",
      () => {
        expect(image).toHavePostProcessor("manifest", { output: "n.json" }, { source: "null.twin" });
      },
      `expected the template to have the post-processor manifest with { output: "n.json" } for null.twin

The nearest one differs:
  output is "m.json", and not "n.json"

What there is:
# for null.twin
post-processor "manifest" {
  output = "m.json"
}`,
    ],
    [
      "of a post-processor that is there",
      () => {
        expect(here.postProcess(manifest({ output: "m.json" }))).not.toHavePostProcessor("manifest");
      },
      `expected the template not to have the post-processor manifest

What there is:
# for null.here
post-processor "manifest" {
  output = "m.json"
}`,
    ],
    [
      "of a template without variables",
      () => {
        expect(here).toHaveVariable("name");
      },
      "expected the template to have the variable name\n\nIts variables: none",
    ],
    [
      "of a variable that is there",
      () => {
        const name = variable("name", z.string().default("you"));
        expect(here.provision(file({ content: name, destination: "/tmp/x" }))).not.toHaveVariable("name", {
          type: "string",
        });
      },
      `expected the template not to have the variable name with { type: "string" }

variable "name" {
  type    = string
  default = "you"
}`,
    ],
    [
      "of HCL that it is",
      () => {
        expect(here).not.toMatchHcl(here.toHcl());
      },
      `expected the template not to be this HCL, layout and comments aside

source "null" "here" {
  communicator = "none"
}

build {
  sources = ["source.null.here"]
}
`,
    ],
  ])("show what there is: %s", (_, assertion, text) => {
    expect(failure(assertion)).toBe(text);
  });

  it("show HCL line by line where it differs", () => {
    const said = failure(() => {
      expect(here).toMatchHcl(here.toHcl().replace("none", "ssh"));
    });
    const plain = stripVTControlCharacters(said);
    expect(plain).toMatch(
      /^expected the template to be this HCL, layout and comments aside\n\n- Expected\n\+ Received\n/,
    );
    expect(plain).toContain(
      '\n  source "null" "here" {\n-   communicator = "ssh"\n+   communicator = "none"\n  }\n',
    );
  });

  it("show all errors of a template, and its warnings with them", () => {
    const broken = source
      .null("no name" as "x", { communicator: "none" })
      .provision(shell({ inline: [] as string[], env: { A: "1" }, execute_command: "{{ .Nope }}" }));
    const said = failure(() => {
      expect(broken).toBeValidTemplate();
    });
    expect(said.match(/^(?:error|warning): .*$/gm)).toEqual([
      'error: "no name" is no name for Packer [bad-identifier]',
      "warning: execute_command uses {{ .Nope }}, which shell does not fill in there [invalid-value]",
      "error: there is nothing to run: set inline, script or scripts [missing-option]",
    ]);
  });
});
