import { describe, expect, it } from "vitest";
import { found, foundInBuild } from "./found.test-support.js";

describe("a reference that leads nowhere", () => {
  it("names the variable that was meant", () => {
    expect(
      found(`variable "zone" {
  default = "z"
}
locals {
  a = var.zon
  b = zone
  c = local.nope
}
`),
    ).toMatchInlineSnapshot(`
      "error: there is no var.zon [unknown-reference]
        at local.a
        in t.pkr.hcl:5:7
        Did you mean var.zone?
      error: there is no variable zone [unknown-reference]
        at local.b
        in t.pkr.hcl:6:7
        Did you mean var.zone?
      error: there is no local.nope [unknown-reference]
        at local.c
        in t.pkr.hcl:7:7
        Declare it in a local block."
    `);
  });

  it("names the attribute that was meant", () => {
    expect(
      found(`variable "o" {
  type = object({ size = number })
  default = { size = 1 }
}
data "null" "d" {
  input = "x"
}
locals {
  a = var.o.siz
  b = data.null.d.nope
  c = data.null.e.output
}
`),
    ).toMatchInlineSnapshot(`
      "error: var.o has no attribute siz [unknown-reference]
        at local.a
        in t.pkr.hcl:9:7
        Did you mean size?
      error: data.null.d has no attribute nope [unknown-reference]
        at local.b
        in t.pkr.hcl:10:7
        It has output.
      error: there is no data.null.e [unknown-reference]
        at local.c
        in t.pkr.hcl:11:7
        Did you mean data.null.d?"
    `);
  });

  it("is no variable of a shell", () => {
    expect(
      foundInBuild(`  provisioner "shell-local" {
    inline = ["echo \${HOME}", "a \${path.here} \${packer.versio}"]
  }
`),
    ).toMatchInlineSnapshot(`
      "error: there is no variable HOME [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:7:23
        HCL reads \${…} in this text itself. To pass it on to a shell, write $\${HOME} in its place.
      error: there is no path.here [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:7:36
        There is path.cwd, path.root.
      error: there is no packer.versio [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:7:49
        Did you mean packer.version?"
    `);
  });

  it("is none of Terraform", () => {
    expect(
      found(`locals {
  a = each.value
  b = count.index
  c = module.x.y
}
`),
    ).toMatchInlineSnapshot(`
      "error: there is no variable each [unknown-reference]
        at local.a
        in t.pkr.hcl:2:7
        In a dynamic block the item has the name of the block, or that of its iterator.
      error: there is no variable count [unknown-reference]
        at local.b
        in t.pkr.hcl:3:7
        Packer has no count; write the blocks out, or use a dynamic block.
      error: there is no variable module [unknown-reference]
        at local.c
        in t.pkr.hcl:4:7
        Packer has no modules."
    `);
  });

  it("is none where nothing is built", () => {
    expect(
      found(`locals {
  a = build.ID
  b = source.name
}
data "null" "d" {
  input = build.ID
}
`),
    ).toMatchInlineSnapshot(`
      "error: build.ID has no value in a data source [build-scope]
        at data.null.d.input
        in t.pkr.hcl:6:11
        build.* and source.* are known when provisioners and post-processors run.
      error: build.ID has no value in a local [build-scope]
        at local.a
        in t.pkr.hcl:2:7
        build.* and source.* are known when provisioners and post-processors run.
      error: source.name has no value in a local [build-scope]
        at local.b
        in t.pkr.hcl:3:7
        build.* and source.* are known when provisioners and post-processors run."
    `);
  });

  it("has build.name alone in what Packer reads itself", () => {
    expect(
      foundInBuild(`  provisioner "shell-local" {
    only = [build.name]
    max_retries = build.Port
    pause_before = source.name
    inline = [build.Hots, build.Nope, source.label]
  }
`),
    ).toMatchInlineSnapshot(`
      "error: build.Port has no value in an option that Packer itself reads, before the build runs [build-scope]
        at build[0].provisioner[0].shell-local.max_retries
        in t.pkr.hcl:8:19
        build.* and source.* are known in the step's own options.
      error: source.name has no value in an option that Packer itself reads, before the build runs [build-scope]
        at build[0].provisioner[0].shell-local.pause_before
        in t.pkr.hcl:9:20
        build.* and source.* are known in the step's own options.
      error: there is no build.Hots [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:10:15
        Did you mean build.Host?
      error: there is no build.Nope [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:10:27
        There is build.name, build.ID, build.Host, build.Port, build.User, build.Password, build.ConnType, build.PackerRunUUID, build.PackerHTTPIP, build.PackerHTTPPort, build.PackerHTTPAddr, build.SSHPublicKey, build.SSHPrivateKey, build.WinRMPassword.
      error: there is no source.label [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:10:39
        There is source.type, source.name."
    `);
  });

  it("is none in what Packer reads without variables", () => {
    expect(
      found(`variable "a" {
  default     = local.x
  description = var.b
  sensitive   = upper("x")
}
locals {
  x = 1
}
`),
    ).toMatchInlineSnapshot(`
      "error: local.x has no value in the default of a variable [misplaced-reference]
        at variable.a.default
        in t.pkr.hcl:2:17
        Write a literal or env(…), or make it a local.
      error: var.b has no value here, where Packer reads literals only [misplaced-reference]
        at variable.a.description
        in t.pkr.hcl:3:17
        Write the value itself.
      error: upper cannot be called here, where Packer reads literals only [misplaced-reference]
        at variable.a.sensitive
        in t.pkr.hcl:4:17
        Write the value itself."
    `);
  });

  it("makes Packer crash where it looks for it before it evaluates", () => {
    expect(
      found(`locals {
  a = 1
  b = local["a"]
  c = local
  d = data.null
  e = data["null"].d.output
}
data "null" "d" {
  input = local["a"]
}
`),
    ).toMatchInlineSnapshot(`
      "error: Packer crashes over a reference in a data source that does not begin with local.name [packer-crash]
        at data.null.d.input
        in t.pkr.hcl:9:11
        Name what you need: local.name.
      error: Packer crashes over a reference in a local that does not begin with local.name [packer-crash]
        at local.b
        in t.pkr.hcl:3:7
        Name what you need: local.name.
      error: Packer crashes over a reference in a local that does not begin with local.name [packer-crash]
        at local.c
        in t.pkr.hcl:4:7
        Name what you need: local.name.
      error: Packer crashes over a reference in a local that does not begin with data.type.name [packer-crash]
        at local.d
        in t.pkr.hcl:5:7
        Name what you need: data.type.name.attribute.
      error: Packer crashes over a reference in a local that does not begin with data.type.name [packer-crash]
        at local.e
        in t.pkr.hcl:6:7
        Name what you need: data.type.name.attribute."
    `);
  });

  it("leads back to itself", () => {
    expect(
      found(`locals {
  a = local.b
  b = local.c
  c = local.a
  d = local.d
}
`),
    ).toMatchInlineSnapshot(`
      "error: local.a, local.b, local.c refer to each other [local-cycle]
        at local.a
        in t.pkr.hcl:2:3
        local.a → local.b → local.c → local.a; take one of the references out.
      error: local.d refers to itself [local-cycle]
        at local.d
        in t.pkr.hcl:5:3
        local.d → local.d; take one of the references out."
    `);
  });

  it("is a warning where try or can catches it", () => {
    expect(
      foundInBuild(`  provisioner "shell-local" {
    inline = [try(var.nope, "x")]
  }
`),
    ).toMatchInlineSnapshot(`
      "warning: there is no var.nope [unknown-reference]
        at build[0].provisioner[0].shell-local.inline
        in t.pkr.hcl:7:19
        Declare it in a variable block."
    `);
  });

  it("is bound by a loop or a dynamic block", () => {
    expect(
      foundInBuild(`  dynamic "provisioner" {
    for_each = ["a"]
    labels   = ["shell-local"]
    content {
      inline = [for x in ["b"] : "\${x} \${provisioner.value}"]
    }
  }
`),
    ).toMatchInlineSnapshot(`""`);
  });

  it("makes the name of a build one that packer validate does not know", () => {
    expect(
      found(`data "null" "d" {
  input = "x"
}
locals {
  n = data.null.d.output
}
source "null" "a" {
  communicator = "none"
}
build {
  name    = "x-\${local.n}"
  sources = ["null.a"]
}
`),
    ).toMatchInlineSnapshot(`
      "error: the name of a build depends on a data source, whose value packer validate does not know [misplaced-reference]
        at build[0].name
        in t.pkr.hcl:11:13
        Use a variable, or a local that depends on none."
    `);
  });
});
