import { describe, expect, it } from "vitest";
import { found, foundInBuild } from "./found.test-support.js";

describe("a block", () => {
  it("has arguments and blocks that are known", () => {
    expect(
      found(`x = 1
foo {
}
sourc "null" "b" {
}
`),
    ).toMatchInlineSnapshot(`
      "error: there is no argument x here [unknown-argument]
        at x
        in t.pkr.hcl:1:1
        It takes no arguments.
      error: there is no block foo here [unknown-block]
        at foo
        in t.pkr.hcl:2:1
        Its blocks are packer, variable, variables, local, locals, data, source, build, hcp_packer_registry, communicator.
      error: there is no block sourc here [unknown-block]
        at sourc
        in t.pkr.hcl:4:1
        Did you mean source?"
    `);
  });

  it("has labels", () => {
    expect(
      found(`variable {
}
local "a" "b" {
  expression = 1
}
`),
    ).toMatchInlineSnapshot(`
      "error: variable lacks its name [bad-label]
        at variable
        in t.pkr.hcl:1:1
        Write variable "name" { … }.
      error: local has one label, and this is one more [bad-label]
        at local
        in t.pkr.hcl:3:11
        Write local "name" { … }."
    `);
  });

  it("is no argument, and an argument no block", () => {
    expect(
      found(`build = 1
local "a" {
  expression {
  }
}
`),
    ).toMatchInlineSnapshot(`
      "error: build is a block, not an argument [unknown-argument]
        at build
        in t.pkr.hcl:1:1
        Write build { … }, without =.
      error: expression is an argument, not a block [unknown-block]
        at local.a.expression
        in t.pkr.hcl:3:3
        Write expression = ….
      error: expression is missing [missing-argument]
        at local.a
        in t.pkr.hcl:2:11
        Packer does not read the block without expression; set it."
    `);
  });

  it("has what it needs", () => {
    expect(
      found(`local "a" {
}
variable "v" {
  default = 1
  validation {
    condition = var.v > 0
  }
}
`),
    ).toMatchInlineSnapshot(`
      "error: error_message is missing [missing-argument]
        at variable.v.validation[0]
        in t.pkr.hcl:5:14
        Packer does not read the block without error_message; set it.
      error: expression is missing [missing-argument]
        at local.a
        in t.pkr.hcl:1:11
        Packer does not read the block without expression; set it."
    `);
  });

  it("is not ignored silently", () => {
    expect(
      found(`communicator "ssh" "x" {
}
`),
    ).toMatchInlineSnapshot(`
      "warning: Packer ignores communicator blocks [ignored-block]
        at communicator
        in t.pkr.hcl:1:1
        Set the communicator's options in the source."
    `);
  });

  it("of a build is known", () => {
    expect(
      foundInBuild(`  nam = 1
  provisione "shell" {
  }
  post-processors {
    provisioner "shell-local" {
    }
  }
  from "x" {
  }
`),
    ).toMatchInlineSnapshot(`
      "error: there is no argument nam here [unknown-argument]
        at build[0].nam
        in t.pkr.hcl:6:3
        Did you mean name?
      error: there is no block provisione here [unknown-block]
        at build[0].provisione
        in t.pkr.hcl:7:3
        Did you mean provisioner?
      error: there is no block provisioner here [unknown-block]
        at build[0].post-processor[0].provisioner
        in t.pkr.hcl:10:5
        Its blocks are post-processor, dynamic.
      warning: Packer ignores from blocks [ignored-block]
        at build[0].from
        in t.pkr.hcl:13:3
        Take it out; sources names what a build is made from."
    `);
  });

  it("of a build is there once", () => {
    expect(
      foundInBuild(`  error-cleanup-provisioner "shell-local" {
  }
  error-cleanup-provisioner "shell-local" {
  }
  hcp_packer_registry {
  }
  hcp_packer_registry {
  }
`),
    ).toMatchInlineSnapshot(`
      "error: a build has one error-cleanup-provisioner, and this is another one [duplicate-name]
        at build[0].error-cleanup-provisioner
        in t.pkr.hcl:8:3
        Keep one of them.
      error: a build has one hcp_packer_registry, and this is another one [duplicate-name]
        at build[0].hcp_packer_registry
        in t.pkr.hcl:12:3
        Keep one of them."
    `);
  });

  it("that is repeated says over what, and what", () => {
    expect(
      foundInBuild(`  dynamic "provisioner" {
    labels = ["shell-local"]
    content {
    }
  }
  dynamic "provisioner" {
    for_each = []
    labels   = [local.x]
    content {
    }
  }
  dynamic "source" {
    for_each = []
    content {
    }
  }
`),
    ).toMatchInlineSnapshot(`
      "error: for_each is missing [missing-argument]
        at build[0].dynamic.provisioner
        in t.pkr.hcl:6:25
        Packer does not read the block without for_each; set it.
      error: the labels of this dynamic block have to be one text: the type of the provisioner [unsupported]
        at build[0].dynamic.provisioner
        in t.pkr.hcl:13:16
        Write labels = ["shell"].
      error: Packwright knows no dynamic source here [unsupported]
        at build[0].dynamic.source
        in t.pkr.hcl:17:3
        It knows dynamic provisioner, error-cleanup-provisioner, post-processor, hcp_packer_registry. Write the blocks out."
    `);
  });

  it("of a plugin asks for it rightly", () => {
    expect(
      found(`packer {
  required_version = var.x
  required_plugins {
    a_b = {
      version = ">= 1"
      source  = "github.com/x/y"
    }
    b = "1.0"
    c = {
      source = "github.com/c"
      name   = "c"
    }
    d = {
      version = "one"
      source  = "https://github.com/x/packer-plugin-d"
    }
  }
}
`),
    ).toMatchInlineSnapshot(`
      "error: var.x has no value here, where Packer reads literals only [misplaced-reference]
        at packer.required_version
        in t.pkr.hcl:2:22
        Write the value itself.
      error: a_b is no name for a plugin [bad-plugin-requirement]
        at packer.required_plugins.a_b
        in t.pkr.hcl:4:5
        Use lower-case letters, digits and single dashes between them: it is what the types of its components begin with.
      error: required_plugins.b has to be an object [bad-plugin-requirement]
        at packer.required_plugins.b
        in t.pkr.hcl:8:9
        Write { version = ">= 1.0.0", source = "github.com/hashicorp/name" }.
      error: required_plugins.c has no name [bad-plugin-requirement]
        at packer.required_plugins.c
        in t.pkr.hcl:9:9
        It has version and source. Write { version = ">= 1.0.0", source = "github.com/hashicorp/name" }.
      error: required_plugins.c lacks its version, as text [bad-plugin-requirement]
        at packer.required_plugins.c
        in t.pkr.hcl:9:9
        Write { version = ">= 1.0.0", source = "github.com/hashicorp/name" }.
      error: "github.com/c" is no source of a plugin: it has fewer than three parts [bad-plugin-requirement]
        at packer.required_plugins.c
        in t.pkr.hcl:9:9
        Write its host and path: github.com/hashicorp/name.
      error: required_plugins.d "one" is no version constraint [bad-plugin-requirement]
        at packer.required_plugins.d
        in t.pkr.hcl:13:9
        Write for example ">= 1.10.0", or several with commas: ">= 1.1.1, < 2.0.0".
      error: "https://github.com/x/packer-plugin-d" is no source of a plugin: it has a scheme [bad-plugin-requirement]
        at packer.required_plugins.d
        in t.pkr.hcl:13:9
        Write its host and path: github.com/hashicorp/name."
    `);
  });

  it("of a component is one that there is", () => {
    expect(
      found(`source "nulll" "b" {
}
source "amazon-ebs" "c" {
}
data "htp" "d" {
}
build {
  sources = ["null.a", "nulll.b", "amazon-ebs.c", "null.z"]
  provisioner "shel" {
  }
  provisioner "sleep" {
  }
  post-processor "zzz" {
  }
}
`),
    ).toMatchInlineSnapshot(`
      "error: Packer has no data source htp, and no plugin in required_plugins has one [unknown-component]
        at data.htp.d
        in t.pkr.hcl:5:6
        Did you mean http?
      error: Packer has no source nulll, and no plugin in required_plugins has one [unknown-component]
        at source.nulll.b
        in t.pkr.hcl:1:8
        Did you mean null?
      warning: no plugin in required_plugins has the source amazon-ebs [unknown-component]
        at source.amazon-ebs.c
        in t.pkr.hcl:3:1
        packer init installs only plugins that required_plugins names.
      error: there is no source null.z [unknown-reference]
        at build[0].sources[3]
        in t.pkr.hcl:8:51
        Did you mean "source.null.a"?
      error: Packer has no provisioner shel, and no plugin in required_plugins has one [unknown-component]
        at build[0].provisioner[0].shel
        in t.pkr.hcl:9:15
        Did you mean shell?
      error: Packer crashes over the provisioner sleep in HCL [packer-crash]
        at build[0].provisioner[1].sleep
        in t.pkr.hcl:11:3
        Give the next step pause_before = "…", or let a shell sleep.
      error: Packer has no post-processor zzz, and no plugin in required_plugins has one [unknown-component]
        at build[0].post-processor[0].zzz
        in t.pkr.hcl:13:18
        Name its plugin in required_plugins. Packer itself has artifice, checksum, compress, manifest, provenance, shell-local."
    `);
  });
});
