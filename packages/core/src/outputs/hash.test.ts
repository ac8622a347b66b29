import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../build/build.js";
import { manifest, shell } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { template } from "../template/create-template.js";
import { variable } from "../variables/variable.js";

const a = coreSource.null("a", { communicator: "none" });
const b = coreSource.file("b", { content: "one\ntwo\n", target: "b.txt" });
const name = variable("name", z.string().default("x"));
const region = variable("region", z.string().default("eu"));

describe("hash", () => {
  it("is the same on every machine and in every version that prints the same", () => {
    expect(a.hash()).toBe("cf40035b890de6c27d96dd088d773eaa10e5491ce0ddbde1f006e07b43da1f85");
    expect(a.hash()).toBe(coreSource.null("a", { communicator: "none" }).hash());
  });

  it("does not depend on comments, on the order of options and on that of declarations", () => {
    expect(a.comment("Why.").hash()).toBe(a.hash());
    expect(coreSource.file("b", { target: "b.txt", content: "one\ntwo\n" }).hash()).toBe(b.hash());
    const one = a.provision(shell({ inline: [text`${name}`, text`${region}`], env: { a: "1", b: "2" } }));
    const other = a.provision(shell({ env: { b: "2", a: "1" }, inline: [text`${name}`, text`${region}`] }));
    expect(one.hash()).toBe(other.hash());
    const declared = template([a], { declare: [name, region] });
    expect(declared.hash()).toBe(template([a], { declare: [region, name] }).hash());
  });

  it("depends on everything that Packer reads", () => {
    const steps = [shell({ inline: ["true"] }), shell({ script: "a.sh" })] as const;
    const hashes = [
      a,
      b,
      a.with("a", { ssh_host: "h" }),
      build([a, b]),
      build([b, a]),
      a.provision(...steps),
      a.provision(...steps.toReversed()),
      a.postProcess(manifest({ output: "m.json" })),
      template([a], { required_version: ">= 1.10.0" }),
      template([a], { declare: [name] }),
    ].map((each) => each.hash());
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it("is not given for a template with errors", () => {
    expect(() => coreSource.null("no name" as "x", { communicator: "none" }).hash()).toThrow("one error");
  });
});
