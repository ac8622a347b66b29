import { build, dynamic, local, source, template, text, variable } from "@packwright/core";
import { artifice, checksum, compress, manifest } from "@packwright/post-processors";
import { shell } from "@packwright/provisioners";
import { z } from "zod";
import { left, reads, refuses, says, tells, type Proof, type Proofs } from "./proof.js";

const a = source.null("a", { communicator: "none" });
const b = source.null("b", { communicator: "none" });
const name = variable("name", z.string().default("n"));
const names = variable("names", z.array(z.string()).default([]));
const echo = shell({ inline: ["true"] });

/** What is found in the body of a build. */
export function refusesInBuild(body: string, ...found: readonly string[]): Proof {
  return refuses(`build {\n  sources = ["null.a"]\n${body}}\n`, ...found);
}

/** A build with the body says the fragments. */
function readsInBuild(body: string, ...fragments: readonly string[]): Proof {
  return reads(`build {\n  sources = ["null.a"]\n${body}}\n`, ...fragments);
}

/** The block `build`. */
export const builds: Proofs = {
  "`name`": [
    says(build([a], { name: text`x-${name}` }), 'name    = "x-${var.name}"'),
    says(
      template([build([a], { name: "any name!" }), build([a], { name: "any name!" })]),
      'name    = "any name!"',
    ),
    refusesInBuild("  name = build.ID\n", "error build-scope build[0].name"),
    refusesInBuild("  name = source.name\n", "error build-scope build[0].name"),
  ],
  "`description`": [
    says(build([a], { description: local("d", text`of ${name}`) }), "description = local.d"),
    refusesInBuild("  description = build.ID\n", "error build-scope build[0].description"),
  ],
  "`sources`": [
    says(build([a, b]), 'sources = ["source.null.a", "source.null.b"]'),
    reads(
      'build {\n  sources = ["null.a", "source.null.a", "anything.null.a"]\n}\n',
      'sources = ["source.null.a", "source.null.a", "source.null.a"]',
    ),
    refuses("build {\n  sources = [source.null.a]\n}\n", "error build-scope build[0].sources"),
    reads(
      'locals {\n  names = ["a"]\n}\nbuild {\n  sources = [for n in local.names : "null.${n}"]\n}\n',
      'sources = [for n in local.names : "null.${n}"]',
    ),
  ],
  '`source "<type.name>"` block 0..n': [
    says(
      build([a.as("local", { pause_before_connecting: "1s" })]),
      '  source "null.a" {\n    name                    = "local"\n    pause_before_connecting = "1s"\n  }\n',
    ),
    tells(
      build([b.as("x", { communicator: "none" })]),
      "error bad-source-use build[0].source.x.communicator",
    ),
    refuses(
      'build {\n  source "null.a" {\n    name = var.x\n  }\n}\n',
      "error misplaced-reference build[0].source.null.a.name",
    ),
  ],
  '`provisioner "<type>"`': [
    says(
      a.provision(shell({ inline: ["a"] }), shell({ inline: ["b"] })),
      '    inline = ["a"]\n  }\n\n  provisioner "shell" {\n    inline = ["b"]',
    ),
  ],
  '`error-cleanup-provisioner "<type>"`': [
    says(
      a.provision(echo).errorCleanup(echo),
      '  error-cleanup-provisioner "shell" {\n    inline = ["true"]\n  }\n',
    ),
    refusesInBuild(
      '  error-cleanup-provisioner "shell" {\n    inline = ["a"]\n  }\n'.repeat(2),
      "error duplicate-name build[0].error-cleanup-provisioner",
    ),
  ],
  '`post-processor "<type>"`': [
    says(
      a.postProcess(manifest()).postProcess(checksum()),
      '  post-processor "manifest" {}\n\n  post-processor "checksum" {}\n',
    ),
  ],
  "`post-processors` block 0..n": [
    says(
      a.postProcess(artifice({ files: ["x"] }), compress()),
      '  post-processors {\n    post-processor "artifice" {\n      files = ["x"]\n    }\n\n    post-processor "compress" {}\n  }\n',
    ),
    readsInBuild("  post-processors {\n  }\n", "build {"),
    refusesInBuild(
      '  post-processors {\n    provisioner "shell" {\n    }\n  }\n',
      "error unknown-block build[0].post-processor[0].provisioner",
    ),
    refusesInBuild(
      "  post-processors {\n    x = 1\n  }\n",
      "error unknown-argument build[0].post-processor[0].x",
    ),
  ],
  "`hcp_packer_registry`": [
    says(
      build([a]).hcpRegistry({ bucket_name: "images" }),
      '  hcp_packer_registry {\n    bucket_name = "images"\n  }\n',
    ),
    tells(
      template([build([a]).hcpRegistry({})], { hcp_packer_registry: {} }),
      "error bad-registry build[0].hcp_packer_registry",
    ),
    tells(
      template([build([a]).hcpRegistry({}), build([b]).hcpRegistry({})]),
      "error bad-registry build[1].hcp_packer_registry",
      "error bad-registry build[0].hcp_packer_registry",
    ),
  ],
  '`from "<type>"`': [refusesInBuild('  from "x" {\n  }\n', "warning ignored-block build[0].from")],
  '`dynamic "<block>"`': [
    says(
      a.provision(dynamic(names, ({ value }) => shell({ inline: [value] }))),
      '  dynamic "provisioner" {\n    for_each = var.names\n    iterator = each\n    labels   = ["shell"]\n\n    content {\n      inline = [each.value]\n    }\n  }\n',
    ),
    says(
      a.postProcess(dynamic(names, ({ value }) => manifest({ output: value }))),
      '  dynamic "post-processor" {',
    ),
    refuses('dynamic "source" {\n  for_each = []\n}\n', "error unknown-block dynamic"),
    refusesInBuild(
      '  dynamic "source" {\n    for_each = []\n    labels = ["null.a"]\n    content {\n    }\n  }\n',
      "error unsupported build[0].dynamic.source",
    ),
    refusesInBuild(
      '  dynamic "post-processors" {\n    for_each = []\n    content {\n    }\n  }\n',
      "error unsupported build[0].dynamic.post-processors",
    ),
    refusesInBuild(
      '  dynamic "provisioner" {\n    labels = ["shell"]\n    content {\n    }\n  }\n',
      "error missing-argument build[0].dynamic.provisioner",
    ),
  ],
  "At least one source": [
    tells(build([] as never), "error empty-build build[0]"),
    refuses("build {\n}\n", "error empty-build build[0]"),
    refuses("build {\n  sources = []\n}\n", "error empty-build build[0]"),
    says(build([a, b.as("c")]), 'sources = ["source.null.a"]\n\n  source "null.b" {\n    name = "c"\n'),
  ],
  "The same source twice": [
    reads('build {\n  sources = ["null.a", "null.a"]\n}\n', 'sources = ["source.null.a", "source.null.a"]'),
    says(template([build([a]), build([a])]), 'build {\n  sources = ["source.null.a"]\n}\n\nbuild {'),
  ],
  "Build display name": [left("names on the command line, which the runner's tests show")],
};

/** Options that Packer itself gives to provisioners. */
export const provisionerMeta: Proofs = {
  "`name`": [says(a.provision(shell({ inline: ["true"], name: "first" })), 'name   = "first"')],
  "`only`, `except`": [
    says(build([a, b]).provision(shell({ inline: ["true"], only: ["null.a"] })), 'only   = ["null.a"]'),
    says(
      build([a, b.as("c")]).provision(shell({ inline: ["true"], except: ["null.c"] })),
      'except = ["null.c"]',
    ),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = ["a"]\n    only   = ["null.a"]\n    except = ["null.a"]\n  }\n',
      "error conflicting-options build[0].provisioner[0].shell.except",
    ),
    ...["null.z", "source.null.a", "a", "null.*"].map((label) =>
      refusesInBuild(
        `  provisioner "shell" {\n    inline = ["a"]\n    only   = ["${label}"]\n  }\n`,
        "error bad-label-reference build[0].provisioner[0].shell.only.0",
      ),
    ),
  ],
  "`pause_before`": [
    says(a.provision(shell({ inline: ["true"], pause_before: "10s" })), 'pause_before = "10s"'),
    meta("pause_before = 5", "error invalid-value build[0].provisioner[0].shell.pause_before"),
    meta('pause_before = "5"', "error invalid-value build[0].provisioner[0].shell.pause_before"),
  ],
  "`timeout`": [
    says(a.provision(shell({ inline: ["true"], timeout: "1h30m" })), 'timeout = "1h30m"'),
    meta('timeout = "0"'),
    meta('timeout = "-1s"'),
    meta(
      'timeout = "1s"\n    pause_before = "1s"',
      "warning related-options build[0].provisioner[0].shell.timeout",
    ),
  ],
  "`max_retries`": [
    says(a.provision(shell({ inline: ["true"], max_retries: 2 })), "max_retries = 2"),
    meta('max_retries = "2"'),
    meta("max_retries = -1"),
    meta("max_retries = 1.5", "error invalid-value build[0].provisioner[0].shell.max_retries"),
  ],
  "`continue_on_error`": [
    says(
      a.provision(shell({ inline: ["true"], continue_on_error: true })),
      "continue_on_error = true",
      'required_version = ">= 1.16.0"',
    ),
  ],
  "`override`": [
    says(
      build([a, b.as("c")]).provision(
        shell({ inline: ["true"], override: { a: { inline: ["a"] }, c: { inline: ["c"] } } }),
      ),
      '    override = {\n      a = {\n        inline = ["a"]\n      }\n      c = {\n        inline = ["c"]\n      }\n    }\n',
    ),
    ...["z", '"null.a"'].map((key) =>
      refusesInBuild(
        `  provisioner "shell" {\n    inline = ["a"]\n    override = { ${key} = { inline = ["b"] } }\n  }\n`,
        `error bad-label-reference build[0].provisioner[0].shell.override.${key.replaceAll('"', "")}`,
      ),
    ),
    meta(
      "override = { a = { nope = 1 } }",
      "error unknown-option build[0].provisioner[0].shell.override.a.nope",
    ),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = ["a"]\n    override {\n    }\n  }\n',
      "error unknown-block build[0].provisioner[0].shell.override",
    ),
  ],
  "Meta-arguments are evaluated with": [
    readsInBuild(
      '  provisioner "shell" {\n    inline      = ["a"]\n    max_retries = build.name == "" ? 1 : 2\n  }\n',
      'max_retries = build.name == "" ? 1 : 2',
    ),
    left("a program knows the name of its builds: build.name is typed for the options of a step alone"),
    meta("max_retries = build.Port", "error build-scope build[0].provisioner[0].shell.max_retries"),
    meta("pause_before = source.name", "error build-scope build[0].provisioner[0].shell.pause_before"),
  ],
  "A provisioner skipped": [
    refusesInBuild(
      '  provisioner "shel" {\n    only = []\n  }\n',
      "error unknown-component build[0].provisioner[0].shel",
    ),
    left("that Packer does not look into a step which no source has: Packwright looks into all"),
  ],
};

function meta(line: string, ...found: readonly string[]): Proof {
  return refusesInBuild(`  provisioner "shell" {\n    inline = ["a"]\n    ${line}\n  }\n`, ...found);
}

/** Options that Packer itself gives to post-processors. */
export const postProcessorMeta: Proofs = {
  "`name`": [
    says(
      build([a, b]).postProcess(manifest({ name: "m", only: ["null.a"], keep_input_artifact: true })),
      'name                = "m"',
      'only                = ["null.a"]',
      "keep_input_artifact = true",
    ),
    ...["pause_before", "timeout", "max_retries", "override"].map((option) =>
      refusesInBuild(
        `  post-processor "manifest" {\n    ${option} = 1\n  }\n`,
        `error unknown-option build[0].post-processor[0].manifest.${option}`,
      ),
    ),
  ],
  "Keep semantics": [
    left("what Packer keeps of a chain when it runs; the rules of chains have tests of their own"),
  ],
};

/** The block `hcp_packer_registry`. */
export const registry: Proofs = {
  "`bucket_name`": [
    says(template([a], { hcp_packer_registry: { bucket_name: "my-images" } }), 'bucket_name = "my-images"'),
    registered('bucket_name = "ab"', "error invalid-value hcp_packer_registry.bucket_name"),
    registered('bucket_name = "a_b_c"', "error invalid-value hcp_packer_registry.bucket_name"),
  ],
  "`description`": [
    registered(`description = "${"é".repeat(127)}"`),
    registered(`description = "${"é".repeat(128)}"`, "error invalid-value hcp_packer_registry.description"),
  ],
  "`bucket_labels`": [
    says(
      template([a], { hcp_packer_registry: { bucket_labels: { team: "x" } } }),
      '  bucket_labels = {\n    team = "x"\n  }\n',
    ),
    registered(
      "bucket_labels = {}\n  labels = {}",
      "warning deprecated-option hcp_packer_registry.labels",
      "error conflicting-options hcp_packer_registry.labels",
    ),
  ],
  "`labels`": [registered("labels = {}", "warning deprecated-option hcp_packer_registry.labels")],
  "`build_labels`": [
    says(template([a], { hcp_packer_registry: { build_labels: { os: name } } }), "os = var.name"),
  ],
  "`channels`": [says(template([a], { hcp_packer_registry: { channels: ["dev"] } }), 'channels = ["dev"]')],
  "Context: ": [
    reads(
      'locals {\n  x = "abc"\n}\nhcp_packer_registry {\n  bucket_name = lower(local.x)\n  description = "${path.root} ${packer.version}"\n}\n',
      "bucket_name = lower(local.x)",
    ),
    registered("description = build.name", "error build-scope hcp_packer_registry.description"),
  ],
};

function registered(lines: string, ...found: readonly string[]): Proof {
  return refuses(`hcp_packer_registry {\n  ${lines}\n}\n`, ...found);
}

export const enforced: Proofs = {
  "HCP may inject provisioner blocks": [
    left("what HCP puts into a build, for which a template has nothing to say"),
  ],
};
