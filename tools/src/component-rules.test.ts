import {
  ruleFor,
  source,
  template,
  type ComponentDefinition,
  type PostProcessor,
  type Provisioner,
  type Source,
} from "@packwright/core";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

type Options = Readonly<Record<string, unknown>>;
/** Of each rule of a component, in their order: options that it has nothing against, and options that break it. */
type Cases = readonly (readonly [right: Options, wrong: Options])[];

const inline = ["true"];
const ONE_SCRIPT: Cases[number] = [{ inline }, { inline, script: "a.sh" }];
const SOME_SCRIPT: Cases[number] = [{ script: "a.sh" }, { env: { A: "b" } }];
const VARIABLES: Cases[number] = [{ environment_vars: ["A=b"] }, { environment_vars: ["A"] }];
const USER: Cases[number] = [{ elevated_password: "p", elevated_user: "u" }, { elevated_password: "p" }];
const GALAXY: Cases[number] = [{ galaxy_command: "g", galaxy_file: "r.yml" }, { galaxy_command: "g" }];
const ARGUMENTS: Cases[number] = [{ extra_arguments: ["--limit=x"] }, { extra_arguments: ["--limit x"] }];
const JSON_TEXT: Cases = [
  [{ json: { a: 1 } }, { json: { a: 1 }, json_string: "{}" }],
  [{ json_string: '{"a": 1}' }, { json_string: "[1]" }],
];
const INSTALL: Cases[number] = [{ version: "17" }, { version: "17", skip_install: true }];
const FACTS: Cases[number] = [{ facter: { role: "web" } }, { facter: { packer_build_name: "x" } }];
const SHELL_LOCAL: Cases = [
  ONE_SCRIPT,
  SOME_SCRIPT,
  [
    { script: "a.sh", use_linux_pathing: true },
    { inline, use_linux_pathing: true },
  ],
  VARIABLES,
];
const LOGIN = { ssh_host: "h", ssh_username: "u", ssh_password: "p" };

const CASES: Readonly<Record<string, Cases>> = {
  "provisioner shell": [ONE_SCRIPT, SOME_SCRIPT, VARIABLES],
  "provisioner shell-local": SHELL_LOCAL,
  "provisioner powershell": [ONE_SCRIPT, SOME_SCRIPT, VARIABLES, USER],
  "provisioner windows-shell": [ONE_SCRIPT, SOME_SCRIPT, VARIABLES],
  "provisioner file": [
    [{ content: "c" }, { content: "c", source: "s" }],
    [{ source: "s" }, { destination: "d" }],
  ],
  "provisioner hcp-sbom": [
    [{ source: "s" }, { source: "s", auto_generate: true }],
    [{ auto_generate: true }, { sbom_name: "sbom" }],
    [
      { auto_generate: true, elevated_user: "u", elevated_password: "p" },
      { auto_generate: true, elevated_password: "p" },
    ],
  ],
  "provisioner ansible": [
    [{ host_alias: "h" }, { host_alias: "h", inventory_file: "i" }],
    GALAXY,
    [{ ansible_env_vars: ["A=b"] }, { ansible_env_vars: ["A"] }],
    ARGUMENTS,
  ],
  "provisioner ansible-local": [
    [{ playbook_file: "a.yml" }, { playbook_file: "a.yml", playbook_files: ["b.yml"] }],
    [{ playbook_files: ["a.yml"] }, { inventory_file: "i" }],
    [{ inventory_groups: ["g"] }, { inventory_groups: ["g"], inventory_file: "i" }],
    GALAXY,
    ARGUMENTS,
  ],
  "provisioner chef-client": [
    ...JSON_TEXT,
    [{ policy_name: "n", policy_group: "g" }, { policy_name: "n" }],
    [{ policy_name: "n", policy_group: "g" }, { policy_group: "g" }],
    USER,
    INSTALL,
  ],
  "provisioner chef-solo": [...JSON_TEXT, INSTALL],
  "provisioner inspec": [
    [{ backend: "docker", host: "h" }, { backend: "docker" }],
    [{ inspec_env_vars: ["A=b"] }, { inspec_env_vars: ["A"] }],
  ],
  "provisioner puppet-masterless": [USER, FACTS],
  "provisioner puppet-server": [USER, FACTS],
  "provisioner salt-masterless": [
    [{ minion_config: "m" }, { minion_config: "m", remote_state_tree: "/srv" }],
    [{ formulas: ["https://example.com/x.git//x"] }, { formulas: ["x"] }],
    [{ bootstrap_args: "-x" }, { bootstrap_args: "-x", skip_bootstrap: true }],
  ],
  "post-processor checksum": [[{ checksum_types: ["md5"] }, { checksum_types: [] }]],
  "post-processor compress": [
    [{ compression_level: 9 }, { compression_level: 10 }],
    [{ format: "zip" }, { format: "rar" }],
  ],
  "post-processor provenance": [
    [{ signing_mode: "key", signer: "k.pem" }, { signing_mode: "key" }],
    [
      { signer: "k", key: "k" },
      { signer: "k", key: "l" },
    ],
  ],
  "post-processor shell-local": SHELL_LOCAL,
  "source null": [
    [LOGIN, { ssh_host: "h" }],
    [
      { communicator: "winrm", winrm_username: "u" },
      { ...LOGIN, winrm_username: "u" },
    ],
    [{ ssh_bastion_host: "b" }, { ssh_bastion_host: "b", ssh_proxy_host: "p" }],
    [{ ssh_certificate_file: "c", ssh_private_key_file: "k" }, { ssh_certificate_file: "c" }],
    [
      { ssh_bastion_certificate_file: "c", ssh_bastion_private_key_file: "k" },
      { ssh_bastion_certificate_file: "c" },
    ],
    [{ ssh_bastion_host: "b", ssh_bastion_agent_auth: true }, { ssh_bastion_host: "b" }],
    [{ ssh_local_tunnels: ["8080:localhost:80"] }, { ssh_local_tunnels: ["8080"] }],
    [{ temporary_key_pair_type: "ed25519" }, { temporary_key_pair_type: "rsb" }],
    [LOGIN, { ssh_host: "h", ssh_username: "u" }],
    [{ ssh_agent_auth: true }, { ...LOGIN, ssh_agent_auth: true }],
  ],
  "source file": [
    [{ content: "c" }, { content: "c", source: "s" }],
    [{ source: "s" }, { target: "t" }],
  ],
};

/** A component by its definition, and a template in which it has some options. */
interface Component {
  readonly definition: ComponentDefinition;
  readonly with: (options: Options) => ReturnType<typeof source.null>;
}

const here = source.null("here", { communicator: "none" });

/** All components of Packer's own and of the plugins for configuration management. */
function components(): readonly Component[] {
  const steps = [...Object.values<unknown>(provisioners), ...Object.values<unknown>(postProcessors)];
  const sources: object = source;
  // The seam: what has a definition is the function of a component, and takes any options when it runs.
  return [...steps, ...(Object.values(sources) as readonly unknown[])].flatMap((value) => {
    const { definition } = value as { readonly definition?: ComponentDefinition };
    if (typeof value !== "function" || definition === undefined) return [];
    const make = (options: Options): ReturnType<typeof source.null> => {
      if (definition.kind === "source")
        return (value as (label: string, options: Options) => Source<"null", "here">)("x", options);
      const step = (value as (options: Options) => Provisioner & PostProcessor)(options);
      return (definition.kind === "provisioner" ? here.provision(step) : here.postProcess(step)) as never;
    };
    return [{ definition, with: make }];
  });
}

const nameOf = ({ kind, type }: ComponentDefinition): string => `${kind} ${type}`;

describe("every rule of a component", () => {
  const all = components();

  it("is known to this test", () => {
    const counts = all.flatMap(({ definition }) =>
      (definition.rules ?? []).length === 0 ? [] : [[nameOf(definition), definition.rules?.length]],
    );
    expect(Object.fromEntries(counts)).toEqual(
      Object.fromEntries(Object.entries(CASES).map(([name, cases]) => [name, cases.length])),
    );
  });

  const rules = all.flatMap((component) =>
    (component.definition.rules ?? []).map((rule, at) => {
      const title = `${nameOf(component.definition)}: rule ${String(at + 1)}${rule.about === undefined ? "" : `, about ${rule.about.join(", ")}`}`;
      return [title, component, rule, CASES[nameOf(component.definition)]?.[at] ?? [{}, {}]] as const;
    }),
  );

  it.each(rules)("passes what is right and tells what is wrong: %s", (_, component, rule, [right, wrong]) => {
    const told = (options: Options): number =>
      template([component.with(options)], {
        rules: [ruleFor("test/rule", [component.definition.type], rule)],
      })
        .check()
        .filter(({ code }) => code === "test/rule").length;
    expect(told(right)).toBe(0);
    expect(told(wrong)).toBe(1);
    // What is right is something that the rule looks at.
    expect(rule.about?.some((option) => Object.hasOwn(right, option))).not.toBe(false);
  });

  const files = all.flatMap((component) =>
    (component.definition.fileRules ?? []).flatMap(({ about = [] }) =>
      about.map((option) => [nameOf(component.definition), option, component] as const),
    ),
  );

  it.each(files)("tells a file that is missing: %s %s", (_, option, component) => {
    const told = (path: string): readonly string[] =>
      component
        .with({ [option]: path })
        .check({ files: true })
        .filter(({ code, path: at }) => code === "missing-file" && at.endsWith(`.${option}`))
        .map(({ summary }) => summary);
    expect(told(fileURLToPath(import.meta.url))).toEqual([]);
    expect(told("/nowhere")).toEqual([`${option} names "/nowhere", which is not there or cannot be read`]);
  });
});
