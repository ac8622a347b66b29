import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../build/build.js";
import { manifest, problemsOf, shell } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { template } from "./create-template.js";

const here = coreSource.null("here", { communicator: "none" });
const there = coreSource.null("there", { communicator: "none" });

describe("template", () => {
  it("has its blocks in the order packer, variables, locals, sources, builds", () => {
    const region = variable("region", z.string());
    const name = local("name", text`golden-${region}`);
    const token = local("token", "t", { sensitive: true });
    const first = build([there], { name }).provision(shell({ env: { TOKEN: token } }));
    const whole = template([first, here.postProcess(manifest())], { required_version: ">= 1.10.0" });
    expect(whole.toHcl()).toBe(`packer {
  required_version = ">= 1.10.0"
}

variable "region" {
  type = string
}

locals {
  name = "golden-\${var.region}"
}

local "token" {
  expression = "t"
  sensitive  = true
}

source "null" "there" {
  communicator = "none"
}

source "null" "here" {
  communicator = "none"
}

build {
  name    = local.name
  sources = ["source.null.there"]

  provisioner "shell" {
    env = {
      TOKEN = local.token
    }
  }
}

build {
  sources = ["source.null.here"]

  post-processor "manifest" {}
}
`);
  });

  it("declares what its builds use in order of first use, each once", () => {
    const [a, b, c, d, e, f] = ["a", "b", "c", "d", "e", "f"].map((name) => variable(name, z.string()));
    const early = local("early", text`${c as never}`);
    const source = here.with("x", { communicator: "ssh", ssh_host: b, ssh_username: a, ssh_password: early });
    const image = source
      .postProcess(manifest({ output: text`${e as never}` }))
      .errorCleanup(shell({ script: text`${d as never}${a as never}` }))
      .provision(shell({ script: text`${b as never}` }));
    const hcl = template([image, build([source], { name: f as never })]).toHcl();
    expect(hcl.match(/(?<=variable ")\w/g)).toEqual(["b", "a", "c", "d", "e", "f"]);
  });

  it("declares variables that nothing uses, behind the others", () => {
    const used = variable("used", z.string());
    const extra = variable("extra", z.string().default("x"));
    const image = here.provision(shell({ script: used }));
    expect(template([image], { declare: [extra, used] }).toHcl()).toContain(`variable "used" {
  type = string
}

variable "extra" {
  type    = string
  default = "x"
}
`);
  });

  it("keeps its builds", () => {
    const builds = [here, build([there])] as const;
    expect(template(builds).builds).toEqual(builds);
  });

  it("is the same as a build by itself", () => {
    const image = build([here]).provision(shell({ script: "a.sh" }));
    expect(template([image]).toHcl()).toBe(image.toHcl());
    expect(template([image]).toJson()).toBe(image.toJson());
  });

  it("is an error without builds", () => {
    const empty = template([] as never);
    expect(empty.check()).toMatchObject([
      { severity: "error", code: "no-builds", path: "template", detail: "Pass at least one build." },
    ]);
    expect(() => empty.toHcl()).toThrow("a template of no builds does nothing");
  });
});

describe("required_version", () => {
  it.each([">= 1.10.0", "~> 1.9", "1.11.2", ">= 1.9, < 2.0.0", "!= 1.8.1, > 1"] as const)(
    "may be %j",
    (version) => {
      expect(template([here], { required_version: version }).toHcl()).toContain(
        `packer {\n  required_version = "${version}"\n}\n`,
      );
    },
  );

  it.each(["latest", "", ">= 1.10.0-beta", "=> 1.0", ">= 1.0 < 2.0"])("cannot be %j", (version) => {
    const wrong = template([here], { required_version: version as "1.0" });
    expect(wrong.check()).toMatchObject([
      {
        severity: "error",
        code: "bad-constraint",
        path: "packer.required_version",
        summary: `required_version ${JSON.stringify(version)} is no version constraint`,
        detail: 'Write for example ">= 1.10.0", or several with commas: ">= 1.1.1, < 2.0.0".',
      },
    ]);
  });
});

describe("a large template", () => {
  const count = 1000;
  const builds = Array.from({ length: count }, (_, at) =>
    here.with(`m${String(at)}`, { communicator: "none" }).provision(shell({ script: "a.sh" })),
  );

  it("is whole, and has no problems", () => {
    const whole = template(builds);
    expect(problemsOf(whole)).toEqual([]);
    expect(whole.toHcl().match(/^source "null"/gm)).toHaveLength(count);
  });
});
