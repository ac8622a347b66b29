import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../../build/build.js";
import { buildVariable } from "../../build/context.js";
import { coreSource } from "../../components/core-source.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hcl } from "../../expressions/raw/hcl-tag.js";
import { text } from "../../expressions/text.js";
import { load } from "../../load/load.js";
import type { PluginReference } from "../../plugin/component.js";
import { definePlugin } from "../../plugin/plugin.js";
import { defineProvisioner, defineSource } from "../../plugin/define.js";

const echo = defineProvisioner({
  type: "shell-local",
  options: () => z.strictObject({ inline: z.array(z.string()) }),
});
const machine = coreSource.null("machine", { communicator: "none" });
const cloud = definePlugin({
  name: "cloud",
  source: "github.com/example/cloud",
  bindings: ">= 1.0.0",
  components: (plugin: PluginReference) => ({
    source: {
      known: defineSource({
        type: "cloud",
        plugin,
        options: () => z.strictObject({}),
        buildVariables: ["Image"],
      }),
      unknown: defineSource({ type: "cloud-x", plugin, options: () => z.strictObject({}) }),
    },
  }),
});
const { known, unknown } = cloud.namespace.source;
const image = buildVariable("Image");

const found = (template: { check(): readonly Diagnostic[] }): readonly string[] =>
  template
    .check()
    .map(({ severity, path, summary, detail = "" }) => `${severity} ${path}: ${summary}. ${detail}`);

describe("a variable of a build", () => {
  it("is Packer's, or one that the builder adds", () => {
    const step = ({ build: { ID } }: { readonly build: { readonly ID: typeof image } }) =>
      echo({ inline: [text`echo ${ID} ${image}`] });
    expect(found(known("a", {}).provision(step))).toEqual([]);
    expect(found(machine.provision(step))).toEqual([
      "error build[0].provisioner[0].shell-local.inline: there is no build.Image. There is build.name, build.ID, build.Host, build.Port, build.User, build.Password, build.ConnType, build.PackerRunUUID, build.PackerHTTPIP, build.PackerHTTPPort, build.PackerHTTPAddr, build.SSHPublicKey, build.SSHPrivateKey, build.WinRMPassword.",
    ]);
  });

  it("is one by an index too", () => {
    expect(found(machine.provision(() => echo({ inline: [hcl`build["ID"]`, hcl`build["Nope"]`] })))).toEqual([
      expect.stringMatching(/there is no build\.Nope\./),
    ]);
  });

  it("is asked of the builders that the step runs behind", () => {
    const both = build([machine, known("a", {})]);
    const inline = [text`echo ${image}`];
    expect(found(both.provision(() => echo({ inline, only: ["cloud.a"] })))).toEqual([]);
    expect(found(both.provision(() => echo({ inline, except: ["null.machine"] })))).toEqual([]);
    expect(found(both.provision(() => echo({ inline, only: ["null.machine"] })))).toHaveLength(1);
  });

  it("may be any of a builder that nothing is known of, unless it looks misspelt", () => {
    const named = (name: "Whatever" | "Hots") => () =>
      echo({ inline: [name === "Hots" ? hcl<string>`build.Hots` : hcl<string>`build.Whatever`] });
    expect(found(unknown("a", {}).provision(named("Whatever")))).toEqual([]);
    expect(found(unknown("a", {}).provision(named("Hots")))).toEqual([
      "warning build[0].provisioner[0].shell-local.inline: there is no build.Hots. Did you mean build.Host?",
    ]);
    expect(found(known("a", {}).provision(named("Whatever")))).toHaveLength(1);
  });

  it("is looked at once in a template that was read from a file", () => {
    const text = [
      'source "cloud" "a" {}',
      'build {\n  sources = ["cloud.a"]\n  provisioner "shell-local" {\n    inline = [build.Image, build.Imag]\n  }\n}\n',
    ].join("\n");
    const template = load({ name: "t.pkr.hcl", text }, { components: [cloud] });
    expect(found(template).filter((line) => line.includes("build.Im"))).toEqual([
      "error build[0].provisioner[0].shell-local.inline: there is no build.Imag. Did you mean build.Image?",
    ]);
  });
});
