import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { variable } from "../variables/variable.js";
import { build } from "./build.js";
import { BUILD_CONTEXT } from "./context.js";
import { buildsOf, manifest, problemsOf, shell } from "./steps.test-support.js";

const a = coreSource.null("a", { communicator: "none" });
const b = coreSource.null("b", { communicator: "none" });
const os = variable("os", z.string());

describe("build", () => {
  it("lists its sources, then its steps in the order given", () => {
    const image = build([a, b], { name: "golden", description: "All of them" })
      .provision(shell({ script: "a.sh" }), shell({ inline: ["true"] }))
      .postProcess(manifest({ output: "a.json" }))
      .provision(shell({ script: "b.sh" }))
      .errorCleanup(shell({ inline: ["rm -rf /tmp/x"] }));
    expect(image.toHcl()).toBe(`source "null" "a" {
  communicator = "none"
}

source "null" "b" {
  communicator = "none"
}

build {
  name        = "golden"
  description = "All of them"
  sources     = ["source.null.a", "source.null.b"]

  provisioner "shell" {
    script = "a.sh"
  }

  provisioner "shell" {
    inline = ["true"]
  }

  provisioner "shell" {
    script = "b.sh"
  }

  error-cleanup-provisioner "shell" {
    inline = ["rm -rf /tmp/x"]
  }

  post-processor "manifest" {
    output = "a.json"
  }
}
`);
  });

  it("knows its sources by their labels", () => {
    expect(a.labels).toEqual(["null.a"]);
    expect(build([a, b, a.as("c"), b.with("d", {})]).labels).toEqual([
      "null.a",
      "null.b",
      "null.c",
      "null.d",
    ]);
    expect(build([build([a, b]), a.as("c")]).labels).toEqual(["null.a", "null.b", "null.c"]);
  });

  it("takes expressions for its name and description", () => {
    expect(buildsOf(build([a], { name: text`golden-${os}`, description: os }))).toBe(`build {
  name        = "golden-\${var.os}"
  description = var.os
  sources     = ["source.null.a"]
}
`);
  });

  it("takes the steps of no other build along", () => {
    const other = a.provision(shell({ script: "a.sh" }));
    expect(buildsOf(build([other, b]))).toBe(`build {
  sources = ["source.null.a", "source.null.b"]
}
`);
  });

  it("leaves out options of a component that are undefined", () => {
    const options = { script: "a.sh", inline: undefined } as { script: string };
    expect(buildsOf(a.provision(shell(options)))).toBe(`build {
  sources = ["source.null.a"]

  provisioner "shell" {
    script = "a.sh"
  }
}
`);
  });

  it("has options without a value of their own when they are undefined", () => {
    const options = { name: undefined, description: undefined } as object;
    expect(buildsOf(build([a], options))).toBe(`build {
  sources = ["source.null.a"]
}
`);
  });
});

describe("steps", () => {
  it("are dropped where a condition was not met", () => {
    const image = a
      .provision(false, null, undefined, "", 0, shell({ script: "a.sh" }), () => undefined)
      .errorCleanup(false)
      .postProcess(false, null, undefined, "", 0, () => false);
    expect(buildsOf(image)).toBe(`build {
  sources = ["source.null.a"]

  provisioner "shell" {
    script = "a.sh"
  }
}
`);
  });

  it("may be functions of what is known inside the build", () => {
    const image = a
      .provision(({ build, source }) => shell({ inline: [text`${source.type} ${source.name} ${build.ID}`] }))
      .errorCleanup(({ build }) => shell({ env: { HOST: build.Host, PORT: text`${build.Port}` } }))
      .postProcess(({ build: { PackerRunUUID } }) => manifest({ custom_data: { run: PackerRunUUID } }));
    expect(problemsOf(image)).toEqual([]);
    expect(buildsOf(image)).toBe(`build {
  sources = ["source.null.a"]

  provisioner "shell" {
    inline = ["\${source.type} \${source.name} \${build.ID}"]
  }

  error-cleanup-provisioner "shell" {
    env = {
      HOST = build.Host
      PORT = "\${build.Port}"
    }
  }

  post-processor "manifest" {
    custom_data = {
      run = build.PackerRunUUID
    }
  }
}
`);
  });

  it("know every value of Packer's build", () => {
    const { build: known, source } = BUILD_CONTEXT;
    const inline = [...Object.values(known), ...Object.values(source)].map((value) => text`${value}`);
    expect(buildsOf(a.provision(shell({ inline })))).toBe(`build {
  sources = ["source.null.a"]

  provisioner "shell" {
    inline = [
      "\${build.name}",
      "\${build.ID}",
      "\${build.Host}",
      "\${build.Port}",
      "\${build.User}",
      "\${build.Password}",
      "\${build.ConnType}",
      "\${build.PackerRunUUID}",
      "\${build.PackerHTTPIP}",
      "\${build.PackerHTTPPort}",
      "\${build.PackerHTTPAddr}",
      "\${build.SSHPublicKey}",
      "\${build.SSHPrivateKey}",
      "\${build.WinRMPassword}",
      "\${source.name}",
      "\${source.type}",
    ]
  }
}
`);
  });

  it("make one post-processor of one, and a pipeline of several", () => {
    const image = a
      .postProcess(manifest({ output: "1.json" }))
      .postProcess(manifest({ output: "2.json" }), false, manifest({ output: "3.json" }))
      .postProcess(false, manifest());
    expect(buildsOf(image)).toBe(`build {
  sources = ["source.null.a"]

  post-processor "manifest" {
    output = "1.json"
  }

  post-processors {
    post-processor "manifest" {
      output = "2.json"
    }

    post-processor "manifest" {
      output = "3.json"
    }
  }

  post-processor "manifest" {}
}
`);
  });

  it("replace the error cleanup that was there, as a build has one", () => {
    const image = a.errorCleanup(shell({ script: "a.sh" })).errorCleanup(shell({ script: "b.sh" }));
    expect(buildsOf(image)).toBe(`build {
  sources = ["source.null.a"]

  error-cleanup-provisioner "shell" {
    script = "b.sh"
  }
}
`);
  });

  it("are told when they are none of the kind", () => {
    const image = a
      .provision(manifest() as never, 5 as never, {} as never)
      .errorCleanup("x" as never)
      .postProcess(shell({ script: "a.sh" }) as never, [manifest()] as never);
    expect(problemsOf(image)).toEqual([
      "error build[0]: a post-processor stands where a provisioner belongs",
      "error build[0]: a value of type number stands where a provisioner belongs",
      "error build[0]: a value of type object stands where a provisioner belongs",
      "error build[0]: a value of type string stands where an error-cleanup-provisioner belongs",
      "error build[0]: a provisioner stands where a post-processor belongs",
      "error build[0]: a list stands where a post-processor belongs",
    ]);
  });
});

describe("only, except and override", () => {
  const image = build([a, b.as("large")]);

  it("name the sources of the build", () => {
    const narrowed = image.provision(
      shell({ script: "a.sh", only: ["null.a"] }),
      shell({ script: "b.sh", except: ["null.large"], override: { large: { script: "c.sh" }, a: {} } }),
    );
    expect(problemsOf(narrowed)).toEqual([]);
    expect(buildsOf(narrowed)).toBe(`build {
  sources = ["source.null.a"]

  source "null.b" {
    name = "large"
  }

  provisioner "shell" {
    script = "a.sh"
    only   = ["null.a"]
  }

  provisioner "shell" {
    script = "b.sh"
    except = ["null.large"]
    override = {
      large = {
        script = "c.sh"
      }
      a = {}
    }
  }
}
`);
  });

  it("are told apart from what no source of the build is called, with the one that was meant", () => {
    const wrong = image
      .provision(
        shell({ script: "a.sh", only: ["null.A", "a"], override: { lrage: {} } } as object),
        shell({ script: "a.sh", except: ["null.b"], override: { "null.a": {} } } as object),
      )
      .postProcess(manifest({ only: ["null.larg"] } as object), manifest());
    expect(wrong.check().map(({ path, summary, detail }) => `${path}: ${summary}. ${detail ?? ""}`)).toEqual([
      'build[0].provisioner[0].shell.only.0: only names "null.A", and this build has no such source. Did you mean "null.a"? Its sources are "null.a", "null.large".',
      'build[0].provisioner[0].shell.only.1: only names "a", and this build has no such source. Its sources are "null.a", "null.large".',
      'build[0].provisioner[0].shell.override.lrage: override names "lrage", and this build has no such source. Did you mean "large"? Its sources are "a", "large".',
      'build[0].provisioner[1].shell.except.0: except names "null.b", and this build has no such source. Did you mean "null.a"? Its sources are "null.a", "null.large".',
      'build[0].provisioner[1].shell.override.null.a: override names "null.a", and this build has no such source. Its sources are "a", "large".',
      'build[0].post-processor[0][0].manifest.only.0: only names "null.larg", and this build has no such source. Did you mean "null.large"? Its sources are "null.a", "null.large".',
    ]);
  });

  it("exclude each other", () => {
    const both = image.provision(shell({ script: "a.sh", only: ["null.a"], except: ["null.large"] }));
    expect(problemsOf(both)).toEqual([
      "error build[0].provisioner[0].shell.except: only and except exclude each other: keep one of them",
    ]);
  });

  it("have their options checked, source by source", () => {
    const wrong = image.provision(shell({ script: "a.sh", override: { a: { skript: "x" } } } as object));
    expect(wrong.check()).toMatchObject([
      {
        path: "build[0].provisioner[0].shell.override.a.skript",
        summary: "there is no option skript",
        detail: "Did you mean script?",
      },
    ]);
  });

  it("know nothing of the running build", () => {
    const { ID, name } = BUILD_CONTEXT.build;
    const wrong = image.provision(shell({ script: "a.sh", name: ID, only: [text`${ID}`] } as object));
    expect(problemsOf(wrong)).toEqual([
      "error build[0].provisioner[0].shell.name: name uses a value that exists only in the steps of a build",
      "error build[0].provisioner[0].shell.only: only uses a value that exists only in the steps of a build",
    ]);
    expect(problemsOf(image.provision(shell({ script: text`${ID}`, inline: [name] })))).toEqual([]);
  });
});

describe("a build with problems", () => {
  it("tells that it has no sources", () => {
    expect(problemsOf(build([] as never))).toEqual(["error build[0]: a build of no sources does nothing"]);
  });

  it("tells that its name or description cannot be written", () => {
    const { ID } = BUILD_CONTEXT.build;
    const options = { name: "\ud800", description: text`${ID}` } as object;
    expect(problemsOf(build([a], options))).toEqual([
      "error build[0].name: name cannot be written: HCL cannot hold this text: it has a lone surrogate, which is no Unicode character",
      "error build[0].description: description uses a value that exists only in the steps of a build",
    ]);
  });

  it("tells that its name or description is no text", () => {
    const options = { name: ["a"], description: variable("list", z.array(z.string())) } as object;
    expect(problemsOf(build([a], options))).toEqual([
      "error build[0].name: name has to be a string, not a list",
      "error build[0].description: description has to be a string, and this expression is a list of strings",
    ]);
  });
});
