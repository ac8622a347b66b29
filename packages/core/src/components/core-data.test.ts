import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf, shell } from "../build/steps.test-support.js";
import type { ExprBase } from "../expressions/expr.js";
import { text } from "../expressions/text.js";
import { defineData, type DataFunction } from "../plugin/define.js";
import { definePlugin, plugins, type Plugin } from "../plugin/plugin.js";
import { template, type Template } from "../template/create-template.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { coreData as data } from "./core-data.js";
import { coreSource } from "./core-source.js";

const here = coreSource.null("here", { communicator: "none" });

function using(...values: readonly ExprBase<unknown>[]): Template {
  const env = Object.fromEntries(values.map((value, at) => [`V${String(at)}`, value]));
  return template([here.provision(shell({ env: env as never }))]);
}

/** What stands before the source of a template that uses these values. */
function hclOf(...values: readonly ExprBase<unknown>[]): string {
  const hcl = using(...values).toHcl();
  return hcl.slice(0, hcl.indexOf('source "null" "here"'));
}

const artifact = { bucket_name: "debian", platform: "gce", region: "europe-west3-a" } as const;

describe("a data source", () => {
  it("is declared where an attribute of it is used, and referred to by attributes throughout", () => {
    const base = data["hcp-packer-artifact"]("base", { ...artifact, channel_name: "production" });
    const note = coreSource.file("note", { target: "note.txt", content: base.external_identifier });
    expect(note.toHcl()).toBe(`packer {
  required_version = ">= 1.10.1"
}

data "hcp-packer-artifact" "base" {
  bucket_name  = "debian"
  platform     = "gce"
  region       = "europe-west3-a"
  channel_name = "production"
}

source "file" "note" {
  target  = "note.txt"
  content = data.hcp-packer-artifact.base.external_identifier
}

build {
  sources = ["source.file.note"]
}
`);
  });

  it("may look at variables, locals and other data sources, and locals at it", () => {
    const host = variable("host", z.string());
    const url = local("url", text`https://${host}/latest`);
    const release = data.http("release", { url, method: "POST", request_headers: { Accept: "text/plain" } });
    const version = local("version", text`v${release.body}`);
    const echo = data.null("echo", { input: version });
    expect(hclOf(echo.output)).toBe(`packer {
  required_version = ">= 1.8.1"
}

variable "host" {
  type = string
}

locals {
  url     = "https://\${var.host}/latest"
  version = "v\${data.http.release.body}"
}

data "http" "release" {
  url    = local.url
  method = "POST"
  request_headers = {
    Accept = "text/plain"
  }
}

data "null" "echo" {
  input = local.version
}

`);
  });

  it("is an expression of all that it gives", () => {
    const release = data.http("release", { url: "https://example.com" });
    const whole = local("whole", release);
    expect(hclOf(whole.body)).toContain("whole = data.http.release\n");
    expect("body" in release).toBe(true);
    expect("nothing" in release).toBe(false);
  });

  it("is declared once, with the comment above its block", () => {
    const greeting = data.null("greeting", { input: "hello" }).comment("Says hello.");
    const hcl = hclOf(greeting.output, text`${greeting.output}!`);
    expect(hcl).toBe(`packer {
  required_version = ">= 1.7.5"
}

# Says hello.
data "null" "greeting" {
  input = "hello"
}

`);
  });

  it("shares its type and name with no other", () => {
    const one = data.null("a", { input: "x" });
    const other = data.null("a", { input: "y" });
    expect(using(one.output, other.output).check()).toMatchObject([
      { code: "duplicate-name", path: "data.null.a", position: { file: import.meta.filename } },
    ]);
  });

  it.each(["2nd", "a b", "", "a.b"])("cannot be called %j", (label) => {
    expect(problemsOf(using(data.null(label as "a", { input: "x" }).output))).toEqual([
      `error data.null.${label}: ${JSON.stringify(label)} is no name for Packer`,
    ]);
  });

  it("has the options that Packer takes", () => {
    const faults = using(
      data.null("a", { input: "" }).output,
      data.null("b", {} as never).output,
      data.http("c", { url: "https://example.com", method: "FETCH" as never }).body,
      data.http("d", { url: "https://example.com", retries: 3 } as never).body,
      data.http("e", { url: "https://example.com", request_headers: ["a"] as never }).body,
      data["hcp-packer-version"]("f", { bucket_name: "b" } as never).id,
      // @ts-expect-error neither channel_name nor version_fingerprint
      data["hcp-packer-artifact"]("g", artifact).region,
      // @ts-expect-error both of them
      data["hcp-packer-artifact"]("h", { ...artifact, channel_name: "c", version_fingerprint: "f" }).region,
    );
    expect(problemsOf(faults)).toEqual([
      "error data.null.a.input: input is empty",
      "error data.null.b: input is missing",
      'error data.http.c.method: method has to be one of "HEAD", "GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"',
      "error data.http.d.retries: there is no option retries",
      "error data.http.e.request_headers: request_headers has to be a map of strings, not a list",
      "error data.hcp-packer-version.f: channel_name is missing",
      "error data.hcp-packer-artifact.g: say which version is meant: set channel_name or version_fingerprint",
      "error data.hcp-packer-artifact.h.version_fingerprint: channel_name and version_fingerprint both say which version is meant: keep one of them",
    ]);
  });

  it("knows nothing of a running build", () => {
    const base = data.null("a", { input: "x" });
    const early = here.provision(({ build }) =>
      shell({ inline: [data.null("b", { input: build.Host as never }).output, base.output] }),
    );
    expect(problemsOf(early)).toEqual([
      "error data.null.b.input: input uses a value that exists only in the steps of a build",
    ]);
  });

  it("is said to be deprecated where another one has taken its place", () => {
    /* eslint-disable @typescript-eslint/no-deprecated -- that is what the test is about */
    const iteration = data["hcp-packer-iteration"]("a", { bucket_name: "b", channel: "c" });
    const image = data["hcp-packer-image"]("b", {
      bucket_name: "b",
      channel: "c",
      cloud_provider: "gce",
      region: "r",
    });
    /* eslint-enable @typescript-eslint/no-deprecated */
    const template = using(iteration.incremental_version, iteration.complete, image.region);
    expect(
      template.check().map(({ severity, code, summary, detail }) => [severity, code, summary, detail]),
    ).toEqual([
      [
        "warning",
        "deprecated-option",
        "the data source hcp-packer-iteration is deprecated",
        "Use hcp-packer-version.",
      ],
      [
        "warning",
        "deprecated-option",
        "the data source hcp-packer-image is deprecated",
        "Use hcp-packer-artifact.",
      ],
    ]);
  });

  it("is written in HCL's JSON and refused in legacy JSON, which has none", () => {
    const image = using(data.null("a", { input: "${x}" }).output);
    expect(JSON.parse(image.toJson())).toMatchObject({ data: { null: { a: { input: "$${x}" } } } });
    expect(() => image.toLegacyJson()).toThrow(/legacy/i);
  });
});

describe("defineData", () => {
  interface ImageOutputs {
    readonly id: string;
    readonly "size-gb": number;
  }
  const jailImage = (
    plugin?: Parameters<Parameters<typeof definePlugin>[0]["components"]>[0],
  ): DataFunction<ImageOutputs> =>
    defineData({
      type: "jail-image",
      ...(plugin === undefined ? {} : { plugin }),
      options: () => z.strictObject({ name: z.string() }),
      required: ["name"],
      outputs: () => z.strictObject({ id: z.string(), "size-gb": z.number() }),
    });
  const jail: Plugin<{ readonly data: { readonly "jail-image": DataFunction<ImageOutputs> } }> = definePlugin(
    {
      name: "jail",
      source: "github.com/examples/jail",
      bindings: ">= 1.2.0",
      components: (plugin) => ({ data: { "jail-image": jailImage(plugin) } }),
    },
  );

  it("makes a data source whose template requires the plugin, beside Packer's own", () => {
    const used = plugins(jail({ version: "~> 1.3" }));
    const image = used.data["jail-image"]("base", { name: "debian" });
    const echo = used.data.null("echo", { input: image.id });
    expect(hclOf(echo.output, image["size-gb"])).toBe(`packer {
  required_version = ">= 1.7.5"

  required_plugins {
    jail = {
      version = "~> 1.3"
      source  = "github.com/examples/jail"
    }
  }
}

data "jail-image" "base" {
  name = "debian"
}

data "null" "echo" {
  input = data.jail-image.base.id
}

`);
  });
});
