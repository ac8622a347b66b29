import { build, source, type Build, type PostProcessor, type Provisioner } from "@packwright/core";
import type { Attribute, Block, BodyItem } from "@packwright/hcl";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "../../hcl/src/parser/parse.js";
import * as postProcessors from "../../post-processors/src/index.js";
import { compileLines } from "./compile-lines.test-support.js";
import { componentsIn, sampleOf, type ComponentFacts } from "./facts.test-support.js";
import * as provisioners from "./index.js";
import { literal } from "./literal.test-support.js";

type Options = Readonly<Record<string, unknown>>;

/** What a component cannot do without, and options whose value has a form or that come with others. */
interface Needs {
  readonly base?: Options;
  readonly values?: Options;
  /** Options that stand in for those of the base or need others, and all that is given then. */
  readonly instead?: Readonly<Record<string, Options>>;
}

const RUNS: Needs = {
  base: { inline: ["true"] },
  values: { environment_vars: ["A=b"] },
  instead: { script: { script: "a.sh" }, scripts: { scripts: ["a.sh"] } },
};
const LOCAL: Needs = {
  ...RUNS,
  instead: {
    ...RUNS.instead,
    command: { command: "true" },
    use_linux_pathing: { script: "a.sh", use_linux_pathing: true },
  },
};
const ELEVATED: Needs["instead"] = { elevated_password: { elevated_user: "a", elevated_password: "b" } };

const NEEDS: Readonly<Record<string, Needs>> = {
  "provisioner shell": RUNS,
  "provisioner shell-local": LOCAL,
  "provisioner powershell": {
    ...RUNS,
    instead: {
      ...RUNS.instead,
      elevated_password: { inline: ["dir"], elevated_user: "a", elevated_password: "b" },
    },
  },
  "provisioner windows-shell": RUNS,
  "provisioner file": {
    base: { destination: "/tmp/a" },
    instead: { content: { content: "a", destination: "/tmp/a" } },
  },
  "provisioner hcp-sbom": {
    base: { source: "a" },
    instead: {
      auto_generate: { auto_generate: true },
      elevated_password: { auto_generate: true, elevated_user: "a", elevated_password: "b" },
      scanner_checksum: { source: "a", scanner_url: "b", scanner_checksum: "c" },
    },
  },
  "provisioner sleep": {},
  "provisioner ansible": { base: { playbook_file: "a.yml" }, values: { ansible_env_vars: ["A=b"] } },
  "provisioner ansible-local": {
    base: { playbook_file: "a.yml" },
    instead: { playbook_files: { playbook_files: ["a.yml"] } },
  },
  "provisioner chef-client": {
    base: { server_url: "https://chef.internal" },
    values: { json_string: '{"role":"web"}' },
    instead: {
      policy_name: { server_url: "a", policy_name: "b", policy_group: "c" },
      policy_group: { server_url: "a", policy_name: "b", policy_group: "c" },
      elevated_password: { server_url: "a", elevated_user: "a", elevated_password: "b" },
    },
  },
  "provisioner chef-solo": { values: { json_string: "{}" } },
  "provisioner puppet-masterless": {
    base: { manifest_file: "a.pp" },
    instead: { elevated_password: { manifest_file: "a.pp", ...ELEVATED["elevated_password"] } },
  },
  "provisioner puppet-server": { instead: ELEVATED },
  "provisioner salt-masterless": {
    base: { local_state_tree: "salt" },
    values: { formulas: ["https://example.com/a.git//b"] },
  },
  "provisioner inspec": { base: { profile: "a" }, values: { inspec_env_vars: ["A=b"], backend: "local" } },
  "post-processor artifice": { base: { files: ["a"] } },
  "post-processor shell-local": LOCAL,
  "post-processor provenance": {
    instead: {
      signing_mode: { signing_mode: "none" },
      signer: { signing_mode: "key", signer: "a" },
      key: { signing_mode: "key", key: "a" },
      keyless_identity: {
        signing_mode: "keyless",
        keyless_identity: "a",
        keyless_oidc_issuer: "b",
      },
      keyless_oidc_issuer: {
        signing_mode: "keyless",
        keyless_identity: "a",
        keyless_oidc_issuer: "b",
      },
    },
  },
};

const COMPONENTS = ["packer", "ansible", "chef", "inspec", "puppet", "salt"].flatMap((name) =>
  componentsIn(name),
);

/** What the package has beside components. */
const HELPERS: ReadonlySet<string> = new Set(["lines", "script", "steps"]);

/** The name of a component's function: `puppetMasterless`. */
const functionOf = (type: string): string =>
  type.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Each option of each component, in a call that is right. */
const CASES = COMPONENTS.flatMap(({ kind, name: type, fields }) => {
  const { base = {}, values = {}, instead = {} } = NEEDS[`${kind} ${type}`] ?? {};
  return fields.map((field) => ({
    kind,
    type,
    option: field.name,
    given: instead[field.name] ?? { ...base, [field.name]: values[field.name] ?? sampleOf(field) },
  }));
});

const here = source.null("here", { communicator: "none" });

function templateOf({ kind, type, given }: (typeof CASES)[number]): Build<"null.here"> {
  const known: Readonly<Record<string, unknown>> = kind === "provisioner" ? provisioners : postProcessors;
  const made = (known[functionOf(type)] as (options: Options) => Provisioner & PostProcessor)(given);
  return kind === "provisioner" ? build([here]).provision(made) : build([here]).postProcess(made);
}

/** The options of the only step of a template, read back from HCL. */
function readBack(hcl: string, kind: string): Options {
  const [step] = blocksIn(parse(hcl).body.items, "build").flatMap(({ body }) => blocksIn(body.items, kind));
  const attributes = step?.body.items.filter((item): item is Attribute => item.kind === "attribute") ?? [];
  return Object.fromEntries(attributes.map(({ name, value }) => [name, literal(value)]));
}

const blocksIn = (items: readonly BodyItem[], type: string): readonly Block[] =>
  items.filter((item): item is Block => item.kind === "block" && item.type === type);

const program = (call: string, kind: ComponentFacts["kind"], type: string): string =>
  `${kind === "provisioner" ? "p" : "q"}.${functionOf(type)}(${call});`;

describe("an option", () => {
  it("is known of every component that the facts name, and of no other", () => {
    const named = (kind: string): readonly string[] =>
      COMPONENTS.filter((each) => each.kind === kind).map(({ name }) => functionOf(name));
    const functions = (module: object): readonly string[] =>
      Object.entries(module)
        .filter(([name, value]) => typeof value === "function" && !/(?:Plugin|Rule)$/.test(name))
        .map(([name]) => name);
    expect(
      functions(provisioners)
        .filter((name) => !HELPERS.has(name))
        .sort(),
    ).toEqual([...named("provisioner")].sort());
    expect([...functions(postProcessors)].sort()).toEqual([...named("post-processor")].sort());
  });

  it.each(CASES)("is written and read back: $kind $type $option", (each) => {
    const template = templateOf(each);
    expect(template.check().filter(({ severity }) => severity === "error")).toEqual([]);
    const legacy = JSON.parse(template.toLegacyJson()) as Readonly<Record<string, readonly Options[]>>;
    const [step] = legacy[each.kind === "provisioner" ? "provisioners" : "post-processors"] ?? [];
    expect(step).toEqual({ type: each.type, ...each.given });
    if (each.type === "sleep") return;
    expect(readBack(template.toHcl(), each.kind)).toEqual(each.given);
    const json = JSON.parse(template.toJson()) as { build: Readonly<Record<string, unknown>> };
    expect(json.build[each.kind]).toEqual({ [each.type]: each.given });
  });

  describe("for the compiler", () => {
    let errors: ReadonlyMap<number, string> = new Map();
    beforeAll(() => {
      const right = CASES.map(({ kind, type, given }) => program(JSON.stringify(given), kind, type));
      const wrong = CASES.map(({ kind, type, option, given }) =>
        program(`{ ...${JSON.stringify(given)}, ${option}: Symbol() }`, kind, type),
      );
      errors = compileLines([
        `import * as p from "./index.js"; import * as q from "../../post-processors/src/index.js";`,
        ...right,
        ...wrong,
      ]);
    }, 120_000);

    it("is typed: every call that is right compiles", () => {
      const found = CASES.flatMap(({ kind, type, option }, at) => {
        const error = errors.get(at + 1);
        return error === undefined ? [] : [`${kind} ${type} ${option}: ${error}`];
      });
      expect(found).toEqual([]);
    });

    it("is typed: a value of no use does not compile", () => {
      const missed = CASES.filter((_, at) => !errors.has(CASES.length + at + 1));
      expect(missed.map(({ kind, type, option }) => `${kind} ${type} ${option}`)).toEqual([]);
    });
  });
});
