import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatDiagnostic } from "../diagnostics/diagnostic.js";
import { defineProvisioner, defineSource } from "../plugin/define.js";
import { definePlugin } from "../plugin/plugin.js";
import { load, type LoadOptions } from "./load.js";

const machine = definePlugin({
  name: "machine",
  source: "github.com/example/machine",
  bindings: ">= 1.0.0",
  components: (plugin) => ({
    source: {
      machine: defineSource({
        type: "machine",
        plugin,
        options: () =>
          z
            .strictObject({
              zone: z.string(),
              tags: z.array(z.string()),
              size: z.int(),
              disk: z.array(
                z
                  .strictObject({ size: z.int(), part: z.array(z.strictObject({ name: z.string() })) })
                  .partial(),
              ),
            })
            .partial(),
        blocks: { disk: { many: true, blocks: { part: { many: true } } } },
        required: ["zone"],
      }),
    },
  }),
});

const script = defineProvisioner({
  type: "script",
  options: () => z.strictObject({ inline: z.array(z.string()) }).partial(),
});

const components = [machine, { script }];

const PLUGIN = `packer {
  required_plugins {
    machine = {
      version = ">= 1.0.0"
      source  = "github.com/example/machine"
    }
  }
}

`;

function found(text: string, options: LoadOptions = { components }): readonly string[] {
  return load({ name: "main.pkr.hcl", text }, options).check().map(formatDiagnostic);
}

describe("a template in HCL", () => {
  const text = `packer {
  required_version = ">= 1.16.0"

  required_plugins {
    machine = {
      version = ">= 1.0.0"
      source  = "github.com/example/machine"
    }
  }
}

# where it runs
variable "zone" {
  type        = string
  description = "The zone"
  default     = "a"
  sensitive   = true

  validation {
    condition     = length(var.zone) > 0
    error_message = "Name a zone."
  }
}

variable "home" {
  default = env("HOME")
}

variable "disks" {
  type    = list(object({ name = string, size = optional(number, 10) }))
  default = []
}

locals {
  tags = ["a", var.zone]
  deep = {
    "1" = local.tags[0]
    two = "\${var.zone}-x"
  }
}

local "secret" {
  expression = upper(local.tags[0])
  sensitive  = true
}

data "null" "t" {
  input = local.tags[0]
}

source "machine" "m" {
  zone = var.zone
  tags = local.tags
  size = -3

  disk {
    size = 1

    part {
      name = "p"
    }
  }

  dynamic "disk" {
    for_each = var.disks
    iterator = item

    content {
      size = item.value.size
    }
  }
}

hcp_packer_registry {
  bucket_name = "images"
}

# builds it
build {
  name        = "n-\${local.secret}"
  description = local.tags[0]
  sources     = ["source.machine.m"]

  source "machine.m" {
    name = "local"

    disk {
      size = 2
    }
  }

  # first
  provisioner "script" {
    only   = ["machine.m"]
    inline = ["echo \${build.ID} \${source.name}"]
    override = {
      local = {
        inline = []
      }
    }
  }

  dynamic "provisioner" {
    for_each = local.tags
    iterator = provisioner
    labels   = ["script"]

    content {
      inline = [provisioner.value]
    }
  }

  error-cleanup-provisioner "script" {
    inline = ["clean"]
  }

  post-processor "machine" {
    keep_input_artifact = true
  }

  post-processors {
    post-processor "artifice" {
      files = ["x"]
    }

    post-processor "machine-other" {
      nested {
        a = 1
      }
    }
  }
}
`;

  it("prints as it was read", () => {
    const template = load({ name: "main.pkr.hcl", text }, { components });
    expect(template.check().filter(({ severity }) => severity === "error")).toEqual([]);
    expect(template.toHcl()).toBe(text);
  });

  it("comes back from HCL's JSON syntax", () => {
    const json = load({ name: "main.pkr.hcl", text }, { components }).toJson();
    const back = load({ name: "main.pkr.json", text: json }, { components });
    expect(back.check().filter(({ severity }) => severity === "error")).toEqual([]);
    expect(back.toJson()).toBe(json);
    // A block of a component that nobody described is an argument in JSON.
    const known = text.replace(/    post-processor "machine-other" \{[^]*?\n    \}\n/, "");
    const described = load({ name: "main.pkr.hcl", text: known }, { components });
    expect(load({ name: "main.pkr.json", text: described.toJson() }, { components }).toHcl()).toBe(
      described.toHcl(),
    );
  });
});

describe("what is wrong with a file", () => {
  it("is told with its place", () => {
    expect(
      found(`${PLUGIN}source "machine" "m" {
  zone = 1 + 
}
`),
    ).toMatchInlineSnapshot(`
      [
        "error: An expression is expected here, found the end of the line [syntax-error]
        at main.pkr.hcl
        in main.pkr.hcl:11:14
        Write a value, a reference or a call.",
        "error: a template of no builds does nothing [no-builds]
        at template
        in main.pkr.hcl:1:1
        Pass at least one build.",
      ]
    `);
    expect(
      found(`${PLUGIN}source "machine" "m" {
  zone  = "z"
  sise  = 2
  size  = "big"
  disk {
    size = 1
  }
  disk {
    size = "x"
    part = []
  }
  tags = ["a", 3, var.nope]
}
build {
  sources = ["source.machine.n"]
}
`),
    ).toMatchInlineSnapshot(`
      [
        "error: part is a block, not an argument [unknown-argument]
        at source.machine.m.disk.part
        in main.pkr.hcl:19:5
        Write part { … }, without =.",
        "error: there is no var.nope [unknown-reference]
        at source.machine.m.tags
        in main.pkr.hcl:21:19
        Declare it in a variable block.",
        "error: there is no source machine.n [unknown-reference]
        at build[0].sources[0]
        in main.pkr.hcl:24:14
        Did you mean "source.machine.m"?",
        "warning: there is no option sise [unknown-option]
        at source.machine.m.sise
        in main.pkr.hcl:12:11
        Did you mean size?",
        "warning: size has to be a number, not a string [invalid-value]
        at source.machine.m.size
        in main.pkr.hcl:13:11",
        "warning: disk.1.size has to be a number, not a string [invalid-value]
        at source.machine.m.disk.1.size
        in main.pkr.hcl:18:12",
        "error: a build of no sources does nothing [empty-build]
        at build[0]
        in main.pkr.hcl:23:1
        Pass at least one source.",
      ]
    `);
  });
});

describe("components without definitions", () => {
  it("are kept as they are, nested blocks and all", () => {
    const text = `packer {
  required_plugins {
    cloud = {
      version = ">= 2.0.0"
      source  = "github.com/example/cloud"
    }
  }
}

source "cloud-vm" "a" {
  anything = var

  network {
    card {
      model = "e1000"
    }
  }

  network {
    card {
      model = "virtio"
    }
  }
}

build {
  sources = ["source.cloud-vm.a"]
}
`.replace("anything = var\n", "anything = 1\n");
    const template = load({ name: "main.pkr.hcl", text });
    expect(template.toHcl()).toBe(text);
    expect(template.check().map(formatDiagnostic)).toEqual([
      `note: the options of cloud-vm were not checked [unchecked-component]
  at source.cloud-vm.a
  in main.pkr.hcl:10:1
  Pass the package that has its source as one of components.`,
    ]);
  });
});
