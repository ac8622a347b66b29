import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../components/core-source.js";
import type { Input } from "../expressions/expr.js";
import { defineSource } from "../plugin/define.js";
import type { Identifier } from "../plugin/identifier.js";
import { template } from "../template/create-template.js";
import { build } from "./build.js";
import type { Source } from "./source.js";
import { buildsOf, manifest, problemsOf, shell } from "./steps.test-support.js";

interface MachineOptions {
  readonly zone?: Input<string>;
  readonly tags?: Input<readonly string[]>;
  readonly labels?: Input<Readonly<Record<string, string>>>;
  readonly disk?: readonly { readonly size: Input<number>; readonly tags?: readonly string[] }[];
}

const machine: <const N extends string>(
  label: Identifier<N>,
  options: MachineOptions,
) => Source<"machine", N, MachineOptions> = defineSource({
  type: "machine",
  options: () =>
    z
      .strictObject({
        zone: z.string(),
        tags: z.array(z.string()),
        labels: z.record(z.string(), z.string()),
        disk: z.array(z.strictObject({ size: z.number(), tags: z.array(z.string()).optional() })),
      })
      .partial(),
  blocks: { disk: { many: true } },
});

describe("a source", () => {
  it("is a build of its own", () => {
    expect(machine("a", { zone: "eu", tags: ["x"] }).toHcl()).toBe(`source "machine" "a" {
  zone = "eu"
  tags = ["x"]
}

build {
  sources = ["source.machine.a"]
}
`);
  });

  it("writes its options in the order given, blocks among them", () => {
    const source = machine("a", { disk: [{ size: 1 }, { tags: ["x"], size: 2 }], zone: "eu" });
    expect(source.toHcl()).toBe(`source "machine" "a" {
  disk {
    size = 1
  }

  disk {
    tags = ["x"]
    size = 2
  }

  zone = "eu"
}

build {
  sources = ["source.machine.a"]
}
`);
  });

  it("tells its type, its name and its label", () => {
    const { type, name, labels } = machine("a", {});
    expect({ type, name, labels }).toEqual({ type: "machine", name: "a", labels: ["machine.a"] });
  });

  it("is declared once, however many builds it is in", () => {
    const source = machine("a", { zone: "eu" });
    const twice = template([source, build([source], { name: "again" }), build([source.as("large")])]);
    expect(twice.toHcl()).toBe(`source "machine" "a" {
  zone = "eu"
}

build {
  sources = ["source.machine.a"]
}

build {
  name    = "again"
  sources = ["source.machine.a"]
}

build {
  source "machine.a" {
    name = "large"
  }
}
`);
  });
});

describe("with", () => {
  const base = machine("base", { zone: "eu", tags: ["a"], labels: { team: "x" } });

  it("is another source with some options replaced, in the places that they had", () => {
    const other = base.with("other", { labels: { team: "y" }, zone: "us", disk: [{ size: 1 }] });
    expect(build([base, other]).toHcl()).toBe(`source "machine" "base" {
  zone = "eu"
  tags = ["a"]
  labels = {
    team = "x"
  }
}

source "machine" "other" {
  zone = "us"
  tags = ["a"]
  labels = {
    team = "y"
  }

  disk {
    size = 1
  }
}

build {
  sources = ["source.machine.base", "source.machine.other"]
}
`);
  });

  it("leaves out an option that is set to undefined", () => {
    const other = base.with("other", { zone: undefined, labels: undefined });
    expect(other.toHcl()).toBe(`source "machine" "other" {
  tags = ["a"]
}

build {
  sources = ["source.machine.other"]
}
`);
  });

  it("starts with the additions of a source in a build, and without any steps", () => {
    const other = base.as("large", { disk: [{ size: 5 }] }).with("other", { tags: undefined });
    expect(other.labels).toEqual(["machine.other"]);
    expect(other.toHcl()).toBe(`source "machine" "other" {
  zone = "eu"
  labels = {
    team = "x"
  }

  disk {
    size = 5
  }
}

build {
  sources = ["source.machine.other"]
}
`);
  });
});

describe("as", () => {
  const base = machine("base", { zone: "eu" });

  it("is the same source under a local name, with more options", () => {
    expect(buildsOf(build([base, base.as("large", { tags: ["l"] }), base.as("small")]))).toBe(`build {
  sources = ["source.machine.base"]

  source "machine.base" {
    name = "large"
    tags = ["l"]
  }

  source "machine.base" {
    name = "small"
  }
}
`);
  });

  it("adds to what was added before", () => {
    const twice = base.as("large", { tags: ["l"] }).as("larger", { labels: { size: "xl" } });
    expect(buildsOf(twice)).toBe(`build {
  source "machine.base" {
    name = "larger"
    tags = ["l"]
    labels = {
      size = "xl"
    }
  }
}
`);
  });

  it("cannot replace an option, as Packer would refuse it", () => {
    const image = build([base.as("large", { zone: "us", tags: ["l"] })]);
    expect(image.check()).toMatchObject([
      {
        severity: "error",
        path: "build[0].source.large.zone",
        summary: "zone is set in the source already, and a source block in a build can only add options",
        detail: 'Use .with("large", { zone: … }), which makes a source of its own.',
      },
    ]);
  });

  it("can be known by its own label only", () => {
    const image = build([base.as("large")]).provision(shell({ script: "a.sh", only: ["machine.large"] }));
    expect(problemsOf(image)).toEqual([]);
  });
});

describe("names", () => {
  it("have to be identifiers", () => {
    const image = build([
      machine("2nd" as never, {}),
      machine("été-1" as never, {}),
      machine("a", {}).as("b c" as never),
    ]);
    expect(problemsOf(image)).toEqual([
      'error source.machine.2nd: "2nd" is no name for Packer',
      'error build[0].source.b c: "b c" is no name for Packer',
    ]);
  });

  it("stand for one source each", () => {
    const first = machine("a", { zone: "eu" });
    const [problem] = build([first, machine("a", { zone: "us" })]).check();
    expect(problem).toMatchObject({
      code: "duplicate-name",
      path: "source.machine.a",
      summary: "two different things are called source.machine.a",
    });
    expect(problem?.position?.file).toMatch(/source\.test\.ts$/);
    expect(problem?.detail).toMatch(/The first is at .*source\.test\.ts:\d+:\d+\.$/);
  });

  it("may be shared by sources of different types", () => {
    const image = build([machine("a", {}), coreSource.null("a", { communicator: "none" })]);
    expect(problemsOf(image)).toEqual([]);
  });

  it("are told when two sources of one build have the same", () => {
    const base = machine("a", {});
    for (const image of [build([base, base]), build([base, machine("b", {}).as("a")])]) {
      expect(image.check()).toMatchObject([
        {
          severity: "warning",
          code: "duplicate-name",
          path: "build[0]",
          summary: "two sources of this build are called machine.a",
        },
      ]);
    }
  });
});

describe("a source cannot be changed", () => {
  it("by its methods, which return another", () => {
    const source = machine("a", { zone: "eu" });
    const before = source.toHcl();
    source.with("b", { zone: "us" });
    source.as("b", { tags: ["x"] });
    source.provision(shell({ script: "a.sh" }));
    source.errorCleanup(shell({ script: "a.sh" }));
    source.postProcess(manifest());
    build([source]).provision(shell({ script: "a.sh" }));
    expect(source.toHcl()).toBe(before);
    expect(machine("a", { zone: "eu" }).toHcl()).toBe(before);
  });

  it("through the options that it was given", () => {
    const tags = ["x"];
    const options = { zone: "eu", tags, labels: { team: "x" }, disk: [{ size: 1, tags }] };
    const source = machine("a", options);
    const other = source.with("b", { labels: options.labels });
    const large = source.with("c", { disk: undefined }).as("d", { disk: options.disk });
    const step = shell({ inline: tags, env: options.labels });
    const image = build([source, other, large]).provision(step);
    const expected = machine("a", structuredClone(options)).toHcl();
    tags.push("\ud800");
    options.labels.team = "changed";
    options.zone = "changed";
    options.disk.push({ size: 2, tags });
    expect(source.toHcl()).toBe(expected);
    expect(image.toHcl()).not.toMatch(/changed|size = 2/);
  });

  it("through the lists that a build or a template was given", () => {
    const sources: [Source<"machine", string, MachineOptions>] = [machine("a", { zone: "eu" })];
    const image = build(sources);
    const plugins = {};
    const options = { required_version: ">= 1.10.0", required_plugins: plugins, declare: [] } as const;
    const whole = template([image], options);
    const before = template([build([sources[0]])], { required_version: ">= 1.10.0" }).toHcl();
    sources.pop();
    Object.assign(plugins, { late: ">= 1.0.0" });
    Object.assign(options, { required_version: "changed" });
    expect(whole.toHcl()).toBe(before);
    expect(whole.builds).toEqual([image]);
  });

  it("through its data, as the type says", () => {
    expect(Object.isFrozen(template([machine("a", {})]).builds)).toBe(true);
  });
});
