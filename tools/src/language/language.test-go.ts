import { describe, expect, it } from "vitest";
import { referenceSync, referenceTitle, buildReference } from "../hcl-reference.js";
import type { Proofs } from "./proof.js";
import { recordedRows, type Row } from "./rows.js";
import { builds, enforced, postProcessorMeta, provisionerMeta, registry } from "./builds.js";
import { contexts } from "./contexts.js";
import { functions } from "./functions.js";
import { syntax } from "./syntax.js";
import { packer, topLevel } from "./top-level.js";
import { dataBlocks, locals, mapForm, rootSource, variableBlocks } from "./variables.js";

/** What shows the rows of a section, by its heading. */
const SECTIONS: Readonly<Record<string, Proofs>> = {
  "1. Top-level blocks (HCL2)": topLevel,
  packer,
  variable: variableBlocks,
  "variables (map form)": mapForm,
  "local / locals": locals,
  data: dataBlocks,
  "source (root)": rootSource,
  build: builds,
  "provisioner / error-cleanup-provisioner meta-arguments (HCL2)": provisionerMeta,
  "post-processor meta-arguments": postProcessorMeta,
  hcp_packer_registry: registry,
  "Enforced provisioners (new)": enforced,
  "2. Evaluation contexts": contexts,
  "Syntax (HCL 2.24 native)": syntax,
  "Functions (complete; D = any type; `…` variadic; `?` optional)": functions,
};

/** The proofs' name that a row goes by: the longest of those that a sentence begins with. */
function nameOf({ section, name, isSentence }: Row): string | undefined {
  const names = Object.keys(SECTIONS[section] ?? {});
  if (!isSentence) return names.find((each) => each === name);
  return names.filter((each) => name.startsWith(each)).sort((one, other) => other.length - one.length)[0];
}

describe.skipIf(buildReference() === undefined)(referenceTitle("the language as Packer 1.16 has it"), () => {
  const rows = recordedRows();

  it("is shown row by row", () => {
    const shown = rows.map((row) => `${row.section}: ${nameOf(row) ?? `nothing shows ${row.name}`}`);
    const proofs = Object.entries(SECTIONS).flatMap(([section, each]) =>
      Object.keys(each).map((name) => `${section}: ${name}`),
    );
    expect(shown).toEqual(proofs);
  });

  it("leaves no part of it out but for a reason", () => {
    const reasons = Object.entries(SECTIONS).flatMap(([section, proofs]) =>
      Object.entries(proofs).flatMap(([name, each]) =>
        each.flatMap((proof) =>
          typeof proof === "function" ? [] : [`${section}: ${name}: ${proof.reason}`],
        ),
      ),
    );
    expect(reasons).toMatchInlineSnapshot(`
      [
        "1. Top-level blocks (HCL2): All \`.pkr.hcl\`/\`.pkr.json\` files of a folder are merged: in which order Packer reads a folder: load sorts its names, as the tests of open-files show",
        "packer: \`required_plugins\` entry: the form of an entry, which the rows below show",
        "packer: missing binaries: whether a plugin is installed, which the machine knows and no template",
        "variable: validation: condition may reference only: that only the value which wins is validated: it is evaluated, as the tests of @packwright/testing show",
        "variable: Sensitive: string leaves: what Packer's output shows of a value, which no template says",
        "variable: Value precedence: PKR_VAR_… of an environment is read by readEnvironment, as the row of the environment shows",
        "variable: **auto var files are loaded only: load reads the files of a folder that it is given, as the tests of open-files show",
        "local / locals: Locals are always evaluated: what evaluating an unused local does; @packwright/testing evaluates",
        "build: Build display name: names on the command line, which the runner's tests show",
        "provisioner / error-cleanup-provisioner meta-arguments (HCL2): Meta-arguments are evaluated with: a program knows the name of its builds: build.name is typed for the options of a step alone",
        "provisioner / error-cleanup-provisioner meta-arguments (HCL2): A provisioner skipped: that Packer does not look into a step which no source has: Packwright looks into all",
        "post-processor meta-arguments: Keep semantics: what Packer keeps of a chain when it runs; the rules of chains have tests of their own",
        "Enforced provisioners (new): HCP may inject provisioner blocks: what HCP puts into a build, for which a template has nothing to say",
        "2. Evaluation contexts: packer console: what packer console evaluates, which is no part of a template",
        "2. Evaluation contexts: Evaluation order: the order in which Packer works; all problems are told at once",
        "2. Evaluation contexts: \`-use-sequential-evaluation\`: a flag of the command line",
        "2. Evaluation contexts: validate: data sources: what commands do with data sources; the checks take their outputs as unknown, by their types",
        "2. Evaluation contexts: Dependency detection: that Packer finds no data sources in nested blocks of JSON",
        "Syntax (HCL 2.24 native): for: that two results of one key fail when they are evaluated",
        "Syntax (HCL 2.24 native): Operators: what operators come to: the tests of @packwright/hcl/evaluate ask the reference",
        "Functions (complete; D = any type; \`…\` variadic; \`?\` optional): **Numbers**: that sum of an empty list fails, which evaluating it shows",
        "Functions (complete; D = any type; \`…\` variadic; \`?\` optional): **Collections**: what contains, element and index refuse of a value, which evaluating them shows",
        "Functions (complete; D = any type; \`…\` variadic; \`?\` optional): templatefile: vars must be: what a template file may say, which evaluating it shows: the tests of @packwright/hcl/evaluate ask Packer",
      ]
    `);
  });

  it.each(rows.map((row) => [`${row.section}: ${row.name.slice(0, 90)}`, row] as const))("%s", (_, row) => {
    const proofs = SECTIONS[row.section]?.[nameOf(row) ?? ""] ?? [];
    expect(proofs.length).toBeGreaterThan(0);
    const asked = proofs.flatMap((proof) => (typeof proof === "function" ? proof() : []));
    for (const [at, answer] of (asked.length === 0 ? [] : referenceSync(asked)).entries())
      expect({ ...answer, asked: asked[at] }).toEqual({ ok: true, asked: asked[at] });
  });
});
