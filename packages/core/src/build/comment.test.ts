import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { build } from "./build.js";
import { manifest, shell } from "./steps.test-support.js";

const region = variable("region", z.string(), { comment: "Where it runs.\n\nAny region does." });
const name = local("name", text`web-${region}`, { comment: "The name." });
const token = local("token", "t", { sensitive: true, comment: "A secret." });
const a = coreSource.null("a", { communicator: "none" }).comment("The machine at hand.");

const image = build([a, a.as("twin").comment("Once more.")])
  .provision(
    shell({ inline: [text`echo ${name}`] }).comment("Say who we are."),
    shell({ inline: [text`echo ${token}`] }),
  )
  .postProcess(manifest({ output: "m.json" }).comment("What was built."))
  .comment("Rebuilt every night.");

describe("comment", () => {
  it("stands above its block, a line for each line of the text", () => {
    expect(image.toHcl()).toBe(`# Where it runs.
#
# Any region does.
variable "region" {
  type = string
}

locals {
  # The name.
  name = "web-\${var.region}"
}

# A secret.
local "token" {
  expression = "t"
  sensitive  = true
}

# The machine at hand.
source "null" "a" {
  communicator = "none"
}

# Rebuilt every night.
build {
  sources = ["source.null.a"]

  # Once more.
  source "null.a" {
    name = "twin"
  }

  # Say who we are.
  provisioner "shell" {
    inline = ["echo \${local.name}"]
  }

  provisioner "shell" {
    inline = ["echo \${local.token}"]
  }

  # What was built.
  post-processor "manifest" {
    output = "m.json"
  }
}
`);
  });

  it("is a property of its block in JSON, where Packer passes it over", () => {
    expect(JSON.parse(image.toJson())).toMatchObject({
      build: { "//": "Rebuilt every night." },
      source: { null: { a: { "//": "The machine at hand.", communicator: "none" } } },
    });
  });

  it("changes no value that was there before", () => {
    const plain = coreSource.null("b", { communicator: "none" });
    plain.comment("x");
    expect(plain.toHcl()).not.toContain("#");
  });
});
