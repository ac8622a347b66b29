import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { contentsOf, type TemplateOutput } from "@packwright/core";
import { parse, print, type BodyItem } from "@packwright/hcl";

/** How the real Packer is asked. */
export interface PackerExpectation {
  /** Values of variables, as a var file has them. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The program: `packer` on the `PATH` when left out. */
  readonly binary?: string;
  /** The folder that Packer runs in, from which scripts are looked for; that of the process when left out. */
  readonly cwd?: string;
  /** Variables of the environment, over those of the process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What Packer says of a template. */
export type Verdict =
  | { readonly kind: "passes" }
  | { readonly kind: "fails"; readonly output: string }
  /** There is no answer, for a reason that is none of the template's. */
  | { readonly kind: "unknown"; readonly reason: string };

/** Answers by all that they depend on, templates by their hashes. */
const verdicts = new Map<string, Verdict>();
const versions = new Map<string, Version>();

type Version = { readonly text: string } | { readonly reason: string };

/**
 * What `packer validate` says of a template; asked once for a template and the values that it is given.
 *
 * @throws TemplateError when the template has errors
 */
export function askPacker(template: TemplateOutput, expectation: PackerExpectation): Verdict {
  const { binary = "packer", cwd = process.cwd(), env = {}, variables = {} } = expectation;
  const key = JSON.stringify([template.hash(), binary, cwd, env, variables]);
  let verdict = verdicts.get(key);
  if (verdict === undefined) {
    verdict = ask(template, { binary, cwd, env, variables });
    verdicts.set(key, verdict);
  }
  return verdict;
}

function ask(template: TemplateOutput, expectation: Required<PackerExpectation>): Verdict {
  const { binary, cwd, env, variables } = expectation;
  const version = versionOf(binary);
  if ("reason" in version) return { kind: "unknown", reason: version.reason };
  // Only this user can look into it, and it is gone before anything else happens.
  const folder = mkdtempSync(join(tmpdir(), "packwright-"));
  try {
    const file = join(folder, "template.pkr.hcl");
    writeFileSync(file, textFor(template, version.text), { mode: 0o600 });
    const values = join(folder, "values.pkrvars.json");
    writeFileSync(values, JSON.stringify(variables), { mode: 0o600 });
    const given = Object.keys(variables).length === 0 ? [] : [`-var-file=${values}`];
    const { status, stdout, stderr, error } = spawnSync(binary, ["validate", ...given, file], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1", PACKER_NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (error !== undefined) throw error;
    if (status === 0) return { kind: "passes" };
    const output = masked(stripVTControlCharacters(`${stdout}${stderr}`).trim(), template, variables);
    // Whether the template is right is not known before its plugins are there.
    if (output.includes("plugins are required, but not installed"))
      return { kind: "unknown", reason: `its plugins are not installed, run packer init:\n${output}` };
    return { kind: "fails", output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The version of a program, or why it is no Packer that can be asked. */
function versionOf(binary: string): Version {
  const known = versions.get(binary);
  if (known !== undefined) return known;
  const { stdout, error } = spawnSync(binary, ["version"], {
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
    stdio: ["ignore", "pipe", "ignore"],
    // Another program of the name waits for words to compress.
    timeout: 10_000,
  });
  const version = error === undefined ? readVersion(binary, stdout) : cannotRun(binary, error);
  versions.set(binary, version);
  return version;
}

function cannotRun(binary: string, { message }: Error): Version {
  return { reason: `${binary} cannot be run: ${message}` };
}

function readVersion(binary: string, output: string): Version {
  const [, text] = /^Packer v(\d+\.\d+\.\d+)/m.exec(output) ?? [];
  return text === undefined ? { reason: `${binary} is another program than HashiCorp's Packer` } : { text };
}

/** A template as a version of Packer reads it: before 1.7 the plugins were part of it, and could not be asked for. */
function textFor(template: TemplateOutput, version: string): string {
  const text = template.toHcl();
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 1 || minor >= 7) return text;
  const items = parse(text).body.items.flatMap((item): readonly BodyItem[] => {
    if (item.kind !== "block" || item.type !== "packer") return [item];
    const rest = item.body.items.filter(
      (inner) => inner.kind !== "block" || inner.type !== "required_plugins",
    );
    return rest.length === 0 ? [] : [{ ...item, body: { ...item.body, items: rest } }];
  });
  return print({ items });
}

/** What Packer wrote, the values of variables that are secrets redacted. */
function masked(
  output: string,
  template: TemplateOutput,
  variables: Readonly<Record<string, unknown>>,
): string {
  return contentsOf(template).variables.reduce((text, { name, sensitive }) => {
    const value = variables[name];
    return sensitive && typeof value === "string" && value !== ""
      ? text.replaceAll(value, "<sensitive>")
      : text;
  }, output);
}
