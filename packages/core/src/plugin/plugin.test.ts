import {
  atMostOne,
  build,
  definePlugin,
  definePostProcessor,
  defineProvisioner,
  defineSource,
  plugins,
  template,
  type Identifier,
  type Infer,
  type Input,
  type MetaRules,
  type OnlyOne,
  type Plugin,
  type PostProcessorMeta,
  type PostProcessorOf,
  type ProvisionerMeta,
  type ProvisionerOf,
  type Source,
  type TemplateOutput,
} from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";

// Bindings of two plugins, as their packages would have them.

const ONE_ROOT = "choose one of image and rootfs";

/** The options of a builder: Packer's own names, and a comment on each. */
interface JailOptions {
  /** The image to start from. */
  readonly image?: Input<string>;
  /** A folder to start from. */
  readonly rootfs?: Input<string>;
  /** How much memory it has, in MB. */
  readonly memory?: Input<number>;
  /** Folders that it sees; each is a block. */
  readonly mount?: readonly { readonly from: Input<string>; readonly read_only?: Input<boolean> }[];
}

/** The type of the builder; `Infer` and the rules over it find mistakes when the program is compiled. */
type Jail = <const N extends string, const O = JailOptions>(
  label: Identifier<N>,
  options: JailOptions & Infer<O> & NoInfer<OnlyOne<O, "image" | "rootfs", typeof ONE_ROOT>>,
) => Source<"jail", N, JailOptions>;

interface PackOptions {
  readonly output: Input<string, "build">;
}

type Pack = <const O = PackOptions>(
  options: PackOptions & PostProcessorMeta & Infer<O> & NoInfer<MetaRules<O, PackOptions>>,
) => PostProcessorOf<O>;

interface JailNamespace {
  readonly source: { readonly jail: Jail };
  readonly postProcessor: { readonly "jail-pack": Pack };
}

const jail: Plugin<JailNamespace> = definePlugin({
  name: "jail",
  source: "github.com/examples/jail",
  bindings: ">= 1.2.0",
  components: (plugin) => ({
    source: {
      jail: defineSource({
        type: "jail",
        plugin,
        options: () =>
          z
            .strictObject({
              image: z.string(),
              rootfs: z.string(),
              memory: z.int(),
              mount: z.array(z.strictObject({ from: z.string(), read_only: z.boolean().optional() })),
            })
            .partial(),
        blocks: { mount: { many: true } },
        rules: [atMostOne(["image", "rootfs"], ONE_ROOT)],
      }),
    },
    postProcessor: {
      "jail-pack": definePostProcessor({
        type: "jail-pack",
        plugin,
        options: () => z.strictObject({ output: z.string() }),
        required: ["output"],
      }),
    },
  }),
});

interface SetupOptions {
  readonly roles: Input<readonly string[], "build">;
  /** @deprecated use `roles` */
  readonly role?: Input<string, "build">;
}

type Setup = <const O = SetupOptions>(
  options: SetupOptions & ProvisionerMeta<SetupOptions> & Infer<O> & NoInfer<MetaRules<O, SetupOptions>>,
) => ProvisionerOf<O>;

interface SetupNamespace {
  readonly provisioner: { readonly setup: Setup };
}

const setup: Plugin<SetupNamespace> = definePlugin({
  name: "setup",
  source: "github.com/examples/setup",
  bindings: "~> 0.3",
  components: (plugin) => ({
    provisioner: {
      setup: defineProvisioner({
        type: "setup",
        plugin,
        options: () => z.strictObject({ roles: z.array(z.string()), role: z.string().optional() }),
        deprecated: { role: "Use roles, a list." },
      }),
    },
  }),
});

/** The packer block of a template. */
function packerOf(output: TemplateOutput): string {
  const hcl = output.toHcl();
  return hcl.slice(0, hcl.indexOf("\nsource ") + 1);
}

/** What is wrong with a template, and where. */
function problemsOf(output: TemplateOutput): readonly string[] {
  return output.check().map(({ severity, path, summary }) => `${severity} ${path}: ${summary}`);
}

const { source, provisioner, postProcessor } = plugins(jail, setup);

describe("plugins", () => {
  it("puts the components of several plugins and Packer's own into one place", () => {
    const image = build([
      source.jail("web", { image: "base", mount: [{ from: "/a" }, { from: "/b", read_only: true }] }),
      source.null("here", { communicator: "none" }),
    ])
      .provision(provisioner.setup({ roles: ["web"], only: ["jail.web"], pause_before: "10s" }))
      .postProcess(postProcessor["jail-pack"]({ output: "web.tar", keep_input_artifact: true }));
    expect(problemsOf(image)).toEqual([]);
    expect(image.toHcl()).toBe(`packer {
  required_plugins {
    jail = {
      version = ">= 1.2.0"
      source  = "github.com/examples/jail"
    }
    setup = {
      version = "~> 0.3"
      source  = "github.com/examples/setup"
    }
  }
}

source "jail" "web" {
  image = "base"

  mount {
    from = "/a"
  }

  mount {
    from      = "/b"
    read_only = true
  }
}

source "null" "here" {
  communicator = "none"
}

build {
  sources = ["source.jail.web", "source.null.here"]

  provisioner "setup" {
    roles        = ["web"]
    only         = ["jail.web"]
    pause_before = "10s"
  }

  post-processor "jail-pack" {
    output              = "web.tar"
    keep_input_artifact = true
  }
}
`);
  });

  it("has Packer's own components even without a plugin", () => {
    expect(Object.keys(plugins())).toEqual(["source", "data"]);
    expect(Object.keys(plugins().source)).toEqual(["null", "file"]);
    expect(Object.keys(plugins(setup).source)).toEqual(["null", "file"]);
    expect(Object.keys(plugins(jail, setup).source)).toEqual(["null", "file", "jail"]);
  });

  it("changes no plugin", () => {
    plugins(jail, setup);
    expect(Object.keys(jail.namespace.source)).toEqual(["jail"]);
    expect(Object.keys(plugins().source)).toEqual(["null", "file"]);
  });

  it("takes part of what a plugin has under a name of the program's own", () => {
    const own = jail.namespace.source.jail;
    expect(own("a", { image: "x" }).labels).toEqual(["jail.a"]);
  });
});

describe("required_plugins", () => {
  const machine = source.jail("web", { image: "base" });

  it("names the plugins that a template uses, and no others", () => {
    expect(packerOf(machine)).toContain("jail = {");
    expect(packerOf(machine)).not.toContain("setup");
    expect(plugins(jail).source.null("a", { communicator: "none" }).toHcl()).not.toContain("packer {");
  });

  it("asks for the version that the program asks for", () => {
    const { source } = plugins(jail({ version: ">= 2.0.0, < 3.0.0" }), setup);
    expect(packerOf(source.jail("a", { image: "x" }))).toBe(`packer {
  required_plugins {
    jail = {
      version = ">= 2.0.0, < 3.0.0"
      source  = "github.com/examples/jail"
    }
  }
}

`);
  });

  it("asks for all versions that parts of the program ask for, each once", () => {
    const asked = ([">= 1.0.0", "< 2.0.0", ">= 1.0.0"] as const).map((version, at) =>
      plugins(jail({ version })).source.jail(`a${String(at)}`, { image: "x" }),
    );
    const image = build([machine, ...asked]);
    expect(packerOf(image)).toContain('version = ">= 1.0.0, < 2.0.0"');
  });

  it("asks for what the template says, whatever else was asked for", () => {
    const asked = plugins(jail({ version: ">= 1.0.0" })).source.jail("a", { image: "x" });
    const whole = template([asked], { required_version: ">= 1.10.0", required_plugins: { jail: "1.5.0" } });
    expect(packerOf(whole)).toBe(`packer {
  required_version = ">= 1.10.0"

  required_plugins {
    jail = {
      version = "1.5.0"
      source  = "github.com/examples/jail"
    }
  }
}

`);
  });

  it("cannot ask for what is no version", () => {
    const asked = plugins(jail({ version: "latest" as "1.0" })).source.jail("a", { image: "x" });
    expect(problemsOf(asked)).toEqual([
      'error packer.required_plugins.jail: required_plugins.jail "latest" is no version constraint',
    ]);
  });

  it("cannot name a plugin that no build uses", () => {
    const whole = template([machine], { required_plugins: { jial: ">= 1.0.0" } });
    expect(problemsOf(whole)).toEqual([
      "error packer.required_plugins.jial: required_plugins names jial, which no build of this template uses",
    ]);
  });
});

describe("the components of a plugin", () => {
  it("are checked against their schemas and rules", () => {
    const image = build([source.jail("a", { image: "x", rootfs: "/y", memroy: 1, memory: 0.5 } as object)])
      .provision(provisioner.setup({ roles: "web", role: "db" } as never))
      .postProcess(postProcessor["jail-pack"]({ output: "", onyl: [] } as never));
    expect(problemsOf(image)).toEqual([
      "error source.jail.a.memroy: there is no option memroy",
      "error source.jail.a.memory: memory has to be a whole number",
      "error source.jail.a.rootfs: choose one of image and rootfs",
      "error build[0].provisioner[0].setup.roles: roles has to be a list of strings, not a string",
      "warning build[0].provisioner[0].setup.role: role is deprecated",
      "error build[0].post-processor[0].jail-pack.onyl: there is no option onyl",
      "error build[0].post-processor[0].jail-pack.output: output is empty",
    ]);
  });

  it("write nested blocks as objects only", () => {
    const image = source.jail("a", { mount: ["/a", { from: 5 }] } as object);
    expect(problemsOf(image)).toContain(
      "error source.jail.a.mount.0: mount.0 cannot be written: it is a block of Packer's, which is written as an object, not as a value",
    );
  });

  it("are made when they are asked for, their schemas when they are used", () => {
    let made = 0;
    const lazy = definePlugin({
      name: "lazy",
      source: "github.com/examples/lazy",
      bindings: ">= 1.0.0",
      components: (plugin) => ({
        source: {
          lazy: defineSource({
            type: "lazy",
            plugin,
            options: () => {
              made++;
              return z.strictObject({});
            },
          }),
        },
      }),
    });
    const { source } = plugins(lazy);
    expect(made).toBe(0);
    source.lazy("a", {}).check();
    source.lazy("b", {}).check();
    expect(made).toBe(1);
  });
});
