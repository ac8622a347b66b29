import {
  build,
  data,
  forEach,
  fn,
  hcl,
  local,
  packerVersion,
  path,
  source,
  template,
  text,
  variable,
} from "@packwright/core";
import { load } from "@packwright/core/load";
import { shell } from "@packwright/provisioners";
import { expect } from "vitest";
import { z } from "zod";
import { refusesInBuild } from "./builds.js";
import { holds, left, reads, refuses, says, tells, type Proof, type Proofs } from "./proof.js";

const a = source.null("a", { communicator: "none" });
const v = variable("v", z.string().default("x"));
const l = local("l", text`${v}!`);
const d = data.null("d", { input: "x" });
/** All that is known wherever Packer evaluates with more than literals. */
const known = text`${v} ${l} ${d.output} ${path.root} ${path.cwd} ${packerVersion} ${fn.upper(v)}`;
const KNOWN =
  "${var.v} ${local.l} ${data.null.d.output} ${path.root} ${path.cwd} ${packer.version} ${upper(var.v)}";
/** The same without what a data source gives. */
const early = text`${v} ${l} ${path.root} ${path.cwd} ${packerVersion} ${fn.upper(v)}`;
const EARLY = KNOWN.replace("${data.null.d.output} ", "");

/** The declarations that the references of {@link KNOWN} lead to. */
const DECLARED =
  'variable "v" {\n  default = "x"\n}\nlocals {\n  l = "${var.v}!"\n}\ndata "null" "d" {\n  input = "x"\n}\n';

const MACHINE = 'source "null" "a" {\n  communicator = "none"\n}\n';

/** Each of the references stands where none of the kind has a value, in a block of the text; `%` is its place. */
function none(
  text: string,
  at: string,
  references: readonly string[],
  code = "misplaced-reference",
): readonly Proof[] {
  return references.map((reference) =>
    holds(() => {
      const found = load({
        name: "t.pkr.hcl",
        text: DECLARED + MACHINE + text.replace("%", reference),
      }).check();
      expect(found.map((each) => `${each.code} ${each.path}`)).toContain(`${code} ${at}`);
    }),
  );
}

const ALL = ["var.v", "local.l", "data.null.d.output", "path.root", "packer.version", 'upper("x")'];
const BUILD = ["build.ID", "source.name"];

/** What Packer knows where, by the places of an expression. */
export const contexts: Proofs = {
  "required_version/required_plugins": [
    ...none("packer {\n  required_version = %\n}\n", "packer.required_version", ALL),
    ...none(
      'packer {\n  required_plugins {\n    b = { version = %, source = "github.com/x/b" }\n  }\n}\n',
      "packer.required_plugins.b",
      ALL,
      "bad-plugin-requirement",
    ),
  ],
  "variable.description/sensitive, validation.error_message, local.sensitive, build `source{name}`": [
    ...none('variable "x" {\n  description = %\n}\n', "variable.x.description", ALL),
    ...none('variable "x" {\n  sensitive = %\n}\n', "variable.x.sensitive", ALL),
    ...none(
      'variable "x" {\n  validation {\n    condition = var.x > 0\n    error_message = %\n  }\n}\n',
      "variable.x.validation[0].error_message",
      ALL,
    ),
    ...none('local "x" {\n  expression = 1\n  sensitive = %\n}\n', "local.x.sensitive", ALL),
    ...none('build {\n  source "null.a" {\n    name = %\n  }\n}\n', "build[0].source.null.a.name", ALL),
  ],
  "variable.default / variables": [
    ...none('variable "x" {\n  default = %\n}\n', "variable.x.default", ALL),
    ...none("variables {\n  x = %\n}\n", "variable.x.default", ALL),
    reads('variable "x" {\n  default = env("HOME")\n}\n', 'default = env("HOME")'),
  ],
  "validation.condition": [
    says(
      a.with("b", {
        ssh_host: variable("x", z.string(), {
          validation: (self) => ({
            condition: hcl<boolean>`${fn.lower(self)} == ${self}`,
            error_message: "Small letters.",
          }),
        }),
      }),
      "condition     = lower(var.x) == var.x",
    ),
    ...none(
      'variable "x" {\n  validation {\n    condition = [var.x, %]\n    error_message = "No."\n  }\n}\n',
      "variable.x.validation[0].condition",
      ["var.v", "local.l", "data.null.d.output", "path.root", "packer.version"],
    ),
    ...none(
      'variable "x" {\n  validation {\n    condition = [var.x, %]\n    error_message = "No."\n  }\n}\n',
      "variable.x.validation[0].condition",
      ['env("HOME")'],
      "unknown-function",
    ),
  ],
  "var files, `-var`, env": [
    holds(() => {
      const found = (value: string): readonly string[] =>
        load([
          { name: "t.pkr.hcl", text: 'variable "x" {\n  type = any\n}\n' },
          { name: "v.pkrvars.hcl", text: `x = ${value}\n` },
        ])
          .check()
          .filter(({ path: at }) => at.endsWith(".x"))
          .map(({ code }) => code);
      for (const reference of ALL) expect(found(reference)).toEqual(["misplaced-reference"]);
      expect(found('"${1 + 1}"')).toEqual([]);
    }),
  ],
  "local / locals": [
    says(a.with("b", { ssh_host: local("x", known) }), `x = "${KNOWN}"`),
    ...none("locals {\n  x = %\n}\n", "local.x", BUILD, "build-scope"),
  ],
  "data body": [
    says(a.with("b", { ssh_host: data.null("x", { input: known }).output }), `  input = "${KNOWN}"\n`),
    ...none('data "null" "x" {\n  input = %\n}\n', "data.null.x.input", BUILD, "build-scope"),
  ],
  "dynamic for_each at build level": [
    reads(
      `${DECLARED}build {\n  sources = ["null.a"]\n  dynamic "provisioner" {\n    for_each = [local.l, "${KNOWN}"]\n    labels   = ["shell"]\n    content {\n      inline = [provisioner.value]\n    }\n  }\n}\n`,
      KNOWN,
    ),
    refusesInBuild(
      '  dynamic "provisioner" {\n    for_each = [build.ID]\n    labels   = ["shell"]\n    content {\n      inline = [provisioner.value]\n    }\n  }\n',
      "error build-scope build[0].dynamic.provisioner.for_each",
    ),
  ],
  "build.name/description/sources": [
    says(
      build([a], { name: early, description: early }),
      `name        = "${EARLY}"`,
      `description = "${EARLY}"`,
    ),
    // What a data source gives is unknown while Packer validates, and these have to be known.
    ...["name", "description"].flatMap((option) =>
      none(`build {\n  ${option} = %\n}\n`, `build[0].${option}`, ["data.null.d.output"]),
    ),
    ...["name", "description"].flatMap((option) =>
      none(`build {\n  ${option} = %\n}\n`, `build[0].${option}`, BUILD, "build-scope"),
    ),
  ],
  hcp_packer_registry: [
    says(template([a], { hcp_packer_registry: { description: known } }), `description = "${KNOWN}"`),
    ...none(
      "hcp_packer_registry {\n  description = %\n}\n",
      "hcp_packer_registry.description",
      BUILD,
      "build-scope",
    ),
  ],
  "source body and build `source` body": [
    says(
      a.with("b", { ssh_host: known }).as("c", { ssh_username: known }),
      `ssh_host     = "${KNOWN}"`,
      `ssh_username = "${KNOWN}"`,
    ),
    reads(
      'source "null" "a" {\n  communicator = "none"\n  ssh_host     = "${source.type}-${source.name}"\n}\n',
      "${source.type}-${source.name}",
    ),
    ...none(
      'source "null" "x" {\n  ssh_host = %\n}\n',
      "source.null.x.ssh_host",
      ["build.ID"],
      "build-scope",
    ),
  ],
  "provisioner/pp meta-args": [
    says(a.provision(shell({ inline: ["true"], name: known })), `name   = "${KNOWN}"`),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = ["a"]\n    name   = source.name\n  }\n',
      "error build-scope build[0].provisioner[0].shell.name",
    ),
    refusesInBuild(
      '  post-processor "manifest" {\n    name = build.ID\n  }\n',
      "error build-scope build[0].post-processor[0].manifest.name",
    ),
  ],
  "provisioner, error-cleanup, post-processor body": [
    says(
      a.provision(({ build, source: from }) =>
        shell({ inline: [text`${known} ${from.type} ${from.name} ${build.ID}`] }),
      ),
      `${KNOWN} \${source.type} \${source.name} \${build.ID}`,
    ),
  ],
  "packer console": [left("what packer console evaluates, which is no part of a template")],
  "`each`, `count`": ["each", "count", "self", "module", "terraform", "env"].map((root) =>
    refuses(`locals {\n  x = ${root}.y\n}\n`, "error unknown-reference local.x"),
  ),
  "`build.X`": [
    says(
      a.provision(({ build }) => shell({ inline: Object.values(build).map((each) => text`${each}`) })),
      ...[
        "name",
        "ID",
        "Host",
        "Port",
        "User",
        "Password",
        "ConnType",
        "PackerRunUUID",
        "PackerHTTPPort",
        "PackerHTTPIP",
        "PackerHTTPAddr",
        "SSHPublicKey",
        "SSHPrivateKey",
        "WinRMPassword",
      ].map((name) => `build.${name}`),
    ),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = [build.Nope]\n  }\n',
      "error unknown-reference build[0].provisioner[0].shell.inline",
    ),
    refusesInBuild(
      '  provisioner "shell" {\n    inline           = ["a"]\n    valid_exit_codes = [build.Port]\n  }\n',
      "error type-mismatch build[0].provisioner[0].shell.valid_exit_codes.0",
    ),
  ],
  "`source.type`, `source.name` only": [
    refusesInBuild(
      '  provisioner "shell" {\n    inline = [source.ssh_host]\n  }\n',
      "error unknown-reference build[0].provisioner[0].shell.inline",
    ),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = [source.null.a]\n  }\n',
      "error unknown-reference build[0].provisioner[0].shell.inline",
    ),
  ],
  "`path.cwd`": [
    says(a.with("b", { ssh_host: path.cwd, ssh_username: path.root }), "path.cwd", "path.root"),
    refuses("locals {\n  x = path.here\n}\n", "error unknown-reference local.x"),
  ],
  "`packer.version`": [
    says(a.with("b", { ssh_host: packerVersion }), "packer.version"),
    reads("locals {\n  x = packer.versionFingerprint\n  y = packer.iterationID\n}\n"),
    refuses("locals {\n  x = packer.nope\n}\n", "error unknown-reference local.x"),
  ],
  "`data.<type>.<name>.<output attr>`": [
    says(a.with("b", { ssh_host: d.output }), "data.null.d.output"),
    refuses(
      'data "null" "d" {\n  input = "x"\n}\nlocals {\n  x = data.null.d.nope\n}\n',
      "error unknown-reference local.x",
    ),
  ],
  "Undefined refs": ["var.x", "local.y", "data.null.x", "zone"].map((reference) =>
    refuses(`locals {\n  x = ${reference}\n}\n`, "error unknown-reference local.x"),
  ),
  "Evaluation order": [left("the order in which Packer works; all problems are told at once")],
  "`-use-sequential-evaluation`": [left("a flag of the command line")],
  "validate: data sources": [
    left("what commands do with data sources; the checks take their outputs as unknown, by their types"),
  ],
  "Dependency detection": [
    ...['local["y"]', 'data["null"].d.output', "data.null"].map((reference) =>
      refuses(`${DECLARED}locals {\n  x = ${reference}\n}\n`, "error packer-crash local.x"),
    ),
    reads(
      `${DECLARED}source "null" "a" {\n  communicator = "none"\n  ssh_host     = local["l"]\n}\n`,
      'ssh_host     = local["l"]',
    ),
    says(a.with("b", { ssh_host: local("x", d.output) }), "x = data.null.d.output"),
    left("that Packer finds no data sources in nested blocks of JSON"),
  ],
  "A `for` variable named": [
    reads("locals {\n  x = [for local in [1, 2] : local]\n}\n", "for local in"),
    // A program calls it something else, so that nobody takes it for the root.
    tells(
      a.with("b", {
        ssh_host: fn.join(
          ",",
          forEach(["a"], (each) => each, { as: "local" }),
        ),
      }),
      "error bad-expression source.null.b.ssh_host",
    ),
  ],
};
