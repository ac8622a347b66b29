import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../build/build.js";
import { dynamic } from "../build/dynamic.js";
import { shell } from "../build/steps.test-support.js";
import type { OwnRule } from "../checks/own-rule.js";
import { coreSource as source } from "../components/core-source.js";
import { buildVariable } from "../build/context.js";
import { defineData, definePostProcessor, defineProvisioner } from "../plugin/define.js";
import { template } from "../template/create-template.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { titleOf, told, toldBy } from "./code-case.test-support.js";

const a = source.null("a", { communicator: "none" });
const names = variable("names", z.array(z.string()));

/** A source with text in it. */
const file = (content: unknown): ReturnType<typeof source.file> =>
  source.file("f", { content: content as string, target: "f.txt" });

describe("what is told of a program's blocks", () => {
  it(titleOf("bad-constraint"), () => {
    expect(told(template([a], { required_version: "one" as never }), "bad-constraint"))
      .toMatchInlineSnapshot(`
        "error: required_version "one" is no version constraint [bad-constraint]
          at packer.required_version
          in codes-of-blocks.test.ts:24:51
          Write for example ">= 1.10.0", or several with commas: ">= 1.1.1, < 2.0.0"."
      `);
    expect(told(template([a], { required_plugins: { b: "1.x" } }), "bad-constraint")).toMatchInlineSnapshot(`
      "error: required_plugins names b, which no build of this template uses [bad-constraint]
        at packer.required_plugins.b
        in codes-of-blocks.test.ts:31:56
        Leave it out; plugins are declared by use."
    `);
  });

  it(titleOf("bad-identifier"), () => {
    expect(told(source.null("a b" as never, { communicator: "none" }), "bad-identifier"))
      .toMatchInlineSnapshot(`
        "error: "a b" is no name for Packer [bad-identifier]
          at source.null.a b
          in codes-of-blocks.test.ts:40:24
          Use letters, digits, _ and - only, and begin with a letter or _."
      `);
    expect(told(file(variable("1x" as never, z.string())), "bad-identifier")).toMatchInlineSnapshot(`
      "error: "1x" is no name for Packer [bad-identifier]
        at variable.1x
        in codes-of-blocks.test.ts:47:22
        Use letters, digits, _ and - only, and begin with a letter or _."
    `);
  });

  it(titleOf("bad-label-reference"), () => {
    const image = build([a]).provision(
      shell({ inline: ["true"], only: ["null.b"], override: { b: { inline: ["false"] } } } as never),
    );
    expect(told(image, "bad-label-reference")).toMatchInlineSnapshot(`
      "error: only names "null.b", and this build has no such source [bad-label-reference]
        at build[0].provisioner[0].shell.only.0
        in codes-of-blocks.test.ts:57:40
        Did you mean "null.a"? Its sources are "null.a".
      error: override names "b", and this build has no such source [bad-label-reference]
        at build[0].provisioner[0].shell.override.b
        in codes-of-blocks.test.ts:57:66
        Did you mean "a"? Its sources are "a"."
    `);
  });

  it(titleOf("bad-registry"), () => {
    const one = build([a]).hcpRegistry({});
    expect(told(template([one, build([a]).hcpRegistry({})]), "bad-registry")).toMatchInlineSnapshot(`
      "error: a template has one hcp_packer_registry [bad-registry]
        at build[1].hcp_packer_registry
        in codes-of-blocks.test.ts:73:43
        The first is build[0].hcp_packer_registry; keep one of them.
      error: a template with a registry has one build, and this one has 2 [bad-registry]
        at build[0].hcp_packer_registry
        in codes-of-blocks.test.ts:72:28
        Put all sources into one build, or write a template for each build."
    `);
  });

  it(titleOf("bad-repetition"), () => {
    const disks = defineData({
      type: "disks",
      options: () => z.strictObject({ disk: z.array(z.strictObject({ name: z.string() })) }),
      outputs: () => z.object({ id: z.string() }),
      blocks: { disk: { many: true } },
    });
    const found = disks("d", { disk: [dynamic(names, ({ value }) => ({ name: value }))] as never });
    expect(told(file((found as never as Record<string, unknown>)["id"]), "bad-repetition"))
      .toMatchInlineSnapshot(`
        "error: Packer expands no dynamic blocks in a data source [bad-repetition]
          at data.disks.d
          in codes-of-blocks.test.ts:92:19
          Write the blocks out: use map over a list that the program knows."
      `);
  });

  it(titleOf("bad-source-use"), () => {
    expect(told(build([a.as("b", { communicator: "none" })]), "bad-source-use")).toMatchInlineSnapshot(`
      "error: communicator is set in the source already, and a source block in a build can only add options [bad-source-use]
        at build[0].source.b.communicator
        in codes-of-blocks.test.ts:103:50
        Use .with("b", { communicator: … }), which makes a source of its own."
    `);
  });

  it(titleOf("broken-chain"), () => {
    const pack = definePostProcessor({
      type: "pack",
      options: () => z.strictObject({}),
      artifact: { gives: "files", takes: "files", otherwise: "Nothing is packed then." },
    });
    expect(told(a.postProcess(pack({})), "broken-chain")).toMatchInlineSnapshot(`
      "warning: pack works on files, and null gives nothing [broken-chain]
        at build[0].post-processor[0].pack
        in codes-of-blocks.test.ts:117:31
        Nothing is packed then."
    `);
  });

  it(titleOf("build-scope"), () => {
    expect(told(file(buildVariable("ID")), "build-scope")).toMatchInlineSnapshot(`
      "error: content uses a value that exists only in the steps of a build [build-scope]
        at source.file.f.content
        in codes-of-blocks.test.ts:20:31
        build.* and source.* are known when provisioners and post-processors run; use a variable or a literal here."
    `);
    expect(told(a.provision(shell({ name: buildVariable("ID") as never })), "build-scope"))
      .toMatchInlineSnapshot(`
        "error: name uses a value that exists only in the steps of a build [build-scope]
          at build[0].provisioner[0].shell.name
          in codes-of-blocks.test.ts:132:43
          build.* and source.* are known when provisioners and post-processors run; use a variable or a literal here."
      `);
  });

  it(titleOf("duplicate-name"), () => {
    const other = source.null("a", { communicator: "none", pause_before_connecting: "1s" });
    expect(told(template([a, other]), "duplicate-name")).toMatchInlineSnapshot(`
      "error: two different things are called source.null.a [duplicate-name]
        at source.null.a
        in codes-of-blocks.test.ts:142:26
        Packer would see only one of them. Give one another name, or use the same value in both places. The first is at codes-of-blocks.test.ts:15:18."
    `);
    expect(told(build([a, a]), "duplicate-name")).toMatchInlineSnapshot(`
      "warning: two sources of this build are called null.a [duplicate-name]
        at build[0]
        in codes-of-blocks.test.ts:149:17
        Packer runs both, and neither only, except nor its output tells them apart. Use .as(…) or .with(…)."
    `);
  });

  it(titleOf("empty-build"), () => {
    expect(told(build([] as never), "empty-build")).toMatchInlineSnapshot(`
      "error: a build of no sources does nothing [empty-build]
        at build[0]
        in codes-of-blocks.test.ts:158:17
        Pass at least one source."
    `);
  });

  it(titleOf("legacy-json"), () => {
    expect(toldBy(() => file(local("l", "x")).toLegacyJson(), "legacy-json")).toMatchInlineSnapshot(`
      "error: legacy JSON cannot say this: it has no locals [legacy-json]
        at local.l
        in codes-of-blocks.test.ts:167:30
        Write the template as .pkr.hcl or .pkr.json.
      error: legacy JSON cannot say this: local.l has no counterpart [legacy-json]
        at source.file.f.content
        in codes-of-blocks.test.ts:20:31
        Write the template as .pkr.hcl or .pkr.json."
    `);
  });

  it(titleOf("legacy-only"), () => {
    const old = defineProvisioner({
      type: "old",
      options: () => z.strictObject({}),
      legacyOnly: "Packer crashes over it in HCL; use new.",
    });
    expect(toldBy(() => a.provision(old({})).toHcl(), "legacy-only")).toMatchInlineSnapshot(`
      "error: old works in legacy JSON only [legacy-only]
        at build[0].provisioner[0].old
        in codes-of-blocks.test.ts:185:37
        Packer crashes over it in HCL; use new."
    `);
  });

  it(titleOf("no-builds"), () => {
    expect(told(template([] as never), "no-builds")).toMatchInlineSnapshot(`
      "error: a template of no builds does nothing [no-builds]
        at template
        in codes-of-blocks.test.ts:194:17
        Pass at least one build."
    `);
  });

  it(titleOf("not-a-step"), () => {
    expect(told(a.provision("echo" as never), "not-a-step")).toMatchInlineSnapshot(`
      "error: a value of type string stands where a provisioner belongs [not-a-step]
        at build[0]
        in codes-of-blocks.test.ts:15:18
        provision and errorCleanup take provisioners, postProcess takes post-processors."
    `);
  });

  it(titleOf("packer-version"), () => {
    const image = a.provision(shell({ inline: ["true"], continue_on_error: true }));
    expect(told(template([image], { required_version: ">= 1.10.0" }), "packer-version"))
      .toMatchInlineSnapshot(`
        "error: continue_on_error came with Packer 1.16.0, and required_version ">= 1.10.0" allows older ones [packer-version]
          at build[0].provisioner[0].shell.continue_on_error
          in codes-of-blocks.test.ts:212:76
          Write required_version: ">= 1.16.0", or do without it."
      `);
  });

  it(titleOf("plugin-bug"), () => {
    const rule: OwnRule = () => {
      throw new Error("oops");
    };
    expect(told(template([a], { rules: [rule] }), "plugin-bug")).toMatchInlineSnapshot(`
      "error: the rule rule failed: oops [plugin-bug]
        at template
        in codes-of-blocks.test.ts:226:17
        Rules look and report; mend it, or take it out of rules."
    `);
  });
});
