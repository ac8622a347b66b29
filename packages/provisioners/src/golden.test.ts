import { build, source, type Build, type PostProcessor, type Provisioner } from "@packwright/core";
import type { Attribute, Block, Body } from "@packwright/hcl";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "../../hcl/src/parser/parse.js";
import * as postProcessors from "../../post-processors/src/index.js";
import { breakpoint } from "./breakpoint.js";
import { file } from "./file.js";
import { hcpSbom } from "./hcp-sbom.js";
import { literal } from "./literal.test-support.js";
import { powershell } from "./powershell.js";
import { shellLocal } from "./shell-local.js";
import { shell } from "./shell.js";
import { sleep } from "./sleep.js";
import { windowsRestart } from "./windows-restart.js";
import { windowsShell } from "./windows-shell.js";

/** A template and what Packer said of it. */
interface Row {
  readonly name: string;
  readonly template: string;
  readonly ok: boolean;
}

const rows: readonly Row[] = readFileSync(
  new URL("../../../fixtures/golden/validate.jsonl", import.meta.url),
  "utf8",
)
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Row)
  .filter(({ template }) => /\b(?:provisioner|post-processors?)\b/.test(template));

/** Templates that differ from what Packer says about them, and why that is meant. */
const DIFFERENT: Readonly<Record<string, string>> = {
  "only unknown source": "Packer ignores the name, and the step never runs",
  "override unknown source": "Packer ignores the name",
  "post only unknown": "Packer ignores the name, and the step never runs",
};

/** Templates that are not looked at here, and why. */
const NOT_COVERED: Readonly<Record<string, string>> = {
  "variables block": "it has variables",
  "locals chain out of order": "it has locals",
  "dynamic provisioner": "it has locals",
  "for expression inline": "it has locals",
  "build vars in provisioner": "it uses values of the build",
  "undeclared variable": "nothing undeclared can be named",
  "undeclared local": "nothing undeclared can be named",
  "build unknown attr": "nothing undeclared can be named",
  "build no sources": "a build has sources",
  "unknown provisioner": "a step is a value of a package",
  "provisioner no label": "steps are no blocks with labels",
  "provisioner two labels": "steps are no blocks with labels",
  "post-processors label": "steps are no blocks with labels",
  "provisioner in post-processors": "a pipeline has post-processors only",
  "dynamic without for_each": "a loop is one of the program",
  "two error-cleanup": "a build has one",
  "file source missing": "it asks for a file that is not there",
};

const PROVISIONERS: Readonly<Record<string, (options: never) => Provisioner>> = {
  shell,
  "shell-local": shellLocal,
  file,
  powershell,
  "windows-shell": windowsShell,
  "windows-restart": windowsRestart,
  breakpoint,
  "hcp-sbom": hcpSbom,
  sleep,
};
const POST_PROCESSORS: Readonly<Record<string, (options: never) => PostProcessor>> = {
  manifest: postProcessors.manifest,
  checksum: postProcessors.checksum,
  compress: postProcessors.compress,
  artifice: postProcessors.artifice,
  "shell-local": postProcessors.shellLocal,
};

const blocks = (body: Body, ...types: readonly string[]): readonly Block[] =>
  body.items.filter((item): item is Block => item.kind === "block" && types.includes(item.type));

function optionsOf(block: Block): object {
  const attributes = block.body.items.filter((item): item is Attribute => item.kind === "attribute");
  return Object.fromEntries(attributes.map(({ name, value }) => [name, literal(value)]));
}

/** The step that a block describes; what it says may be wrong, which is what is asked. */
function step<S>(components: Readonly<Record<string, (options: never) => S>>, block: Block): S {
  const component = components[block.labels[0]?.value ?? ""];
  if (component === undefined) throw new RangeError(`${block.type} has no component that is known here`);
  return component(optionsOf(block) as never);
}

/** The template of a row, made with the builder. */
function rebuild(template: string): Build<"null.a"> {
  const { body } = parse(template);
  const others = body.items.filter(
    (item) => item.kind === "attribute" || !/^(?:source|build)$/.test(item.type),
  );
  if (others.length > 0) throw new RangeError("it has more than sources and builds");
  const [written] = blocks(body, "build");
  if (written === undefined) throw new RangeError("it has no build");
  const a = source.null("a", { communicator: "none" });
  let made: Build<"null.a"> = build([a]);
  for (const block of blocks(written.body, "provisioner")) made = made.provision(step(PROVISIONERS, block));
  for (const block of blocks(written.body, "error-cleanup-provisioner"))
    made = made.errorCleanup(step(PROVISIONERS, block));
  for (const block of blocks(written.body, "post-processor"))
    made = made.postProcess(step(POST_PROCESSORS, block));
  for (const pipeline of blocks(written.body, "post-processors")) {
    const steps = blocks(pipeline.body, "post-processor").map((block) => step(POST_PROCESSORS, block));
    made = made.postProcess(...steps);
  }
  return made;
}

describe("what Packer says about its own components", () => {
  const covered = rows.filter(({ name }) => NOT_COVERED[name] === undefined);

  it.each(covered)("is what is said here: $name", ({ name, template, ok }) => {
    const errors = rebuild(template)
      .check()
      // Packer refuses in HCL what works in legacy JSON only.
      .filter(({ severity, code }) => severity === "error" || code === "legacy-only");
    expect(errors.length === 0, errors[0]?.summary).toBe(DIFFERENT[name] === undefined ? ok : !ok);
  });

  it("was recorded for as many templates as are counted here", () => {
    expect({ covered: covered.length, all: rows.length }).toEqual({ covered: 40, all: 57 });
    const names = rows.map(({ name }) => name);
    for (const listed of [...Object.keys(NOT_COVERED), ...Object.keys(DIFFERENT)])
      expect(names).toContain(listed);
  });
});
