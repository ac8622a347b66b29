import { plugins, source, text, variable, type Provisioner } from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import {
  ansible,
  ansibleLocal,
  ansiblePlugin,
  chefClient,
  chefPlugin,
  chefSolo,
  inspec,
  puppetMasterless,
  puppetServer,
  saltMasterless,
  sleep,
  type AnsibleOptions,
  type ChefSoloOptions,
} from "./index.js";

const a = source.null("a", { communicator: "none" });
const role = variable("role", z.string());
const ports = variable("ports", z.array(z.number()));
declare const isLocal: boolean;
declare const files: readonly string[];

describe("the provisioners of plugins", () => {
  test("take what their plugins take", () => {
    const typed: AnsibleOptions = { playbook_file: "a.yml" };
    ansible(typed);
    ansible({ playbook_file: role, extra_arguments: ["-e", text`role=${role}`], use_proxy: false });
    ansible({ playbook_file: "a.yml", ansible_env_vars: files, local_port: "2222" });
    ansibleLocal({ ...(isLocal ? { playbook_file: "a.yml" } : { playbook_files: files }) });
    chefClient({ server_url: "u", policy_name: role, policy_group: "prod", chef_license: "accept" });
    chefSolo();
    chefSolo({ json: { role, ports, nested: { list: [1, "a", null, true] } } });
    const withJson: ChefSoloOptions = { json: { a: 1 } };
    chefSolo(withJson);
    puppetMasterless({ manifest_file: "site.pp", facter: { role, env: "prod" } });
    puppetServer();
    saltMasterless({ local_state_tree: "salt", formulas: files, log_level: "debug" });
    inspec({ profile: "p", backend: "docker", host: "web" });
    inspec({ profile: "p", valid_exit_codes: [0, "101"] });
    sleep({ duration: "90s" });
  });

  test("are steps like any other", () => {
    expectTypeOf(ansible({ playbook_file: "a.yml", only: ["null.a"] })).toEqualTypeOf<
      Provisioner<"null.a">
    >();
    a.provision(({ build }) => ansible({ playbook_file: "a.yml", user: build.User }));
    a.provision(ansible({ playbook_file: "a.yml", override: { a: { playbook_file: "b.yml" } } }));
    const { provisioner } = plugins(ansiblePlugin({ version: "~> 1.1" }), chefPlugin);
    a.provision(provisioner.ansible({ playbook_file: "a.yml" }), provisioner["chef-solo"]());
  });

  test("are refused where their plugins would refuse them", () => {
    // @ts-expect-error no playbook
    ansible({ extra_arguments: ["-v"] });
    // @ts-expect-error a line for a list
    ansible({ playbook_file: "a.yml", extra_arguments: "-v" });
    // @ts-expect-error no variable
    ansible({ playbook_file: "a.yml", ansible_env_vars: ["TOKEN"] });
    // @ts-expect-error an unknown type of key
    ansible({ playbook_file: "a.yml", ansible_proxy_key_type: "ed25519" });
    // @ts-expect-error a misspelt option
    ansible({ playbook_file: "a.yml", galaxyfile: "r.yml" });
    // @ts-expect-error a source that the build does not have
    a.provision(ansible({ playbook_file: "a.yml", only: ["null.z"] }));
    // @ts-expect-error one playbook and several
    ansibleLocal({ playbook_file: "a.yml", playbook_files: files });
    // @ts-expect-error no playbook
    ansibleLocal({ galaxy_file: "r.yml" });
    // @ts-expect-error server_url is missing
    chefClient({ node_name: "n" });
    // @ts-expect-error policy_name without policy_group
    chefClient({ server_url: "u", policy_name: "p" });
    // @ts-expect-error policy_group without policy_name
    chefClient({ server_url: "u", policy_group: "p" });
    // @ts-expect-error elevated_password without elevated_user
    chefClient({ server_url: "u", elevated_password: "p" });
    // @ts-expect-error an unknown way to verify
    chefClient({ server_url: "u", ssl_verify_mode: "verify" });
    // @ts-expect-error attributes twice
    chefSolo({ json: { a: 1 }, json_string: "{}" });
    // @ts-expect-error attributes as text
    chefSolo({ json: "{}" });
    // @ts-expect-error what JSON cannot hold
    chefSolo({ json: { now: () => 1 } });
    // @ts-expect-error no manifest
    puppetMasterless({ facter: { role: "web" } });
    // @ts-expect-error facts as text
    puppetMasterless({ manifest_file: "site.pp", facter: "role=web" });
    // @ts-expect-error a list for a fact
    puppetMasterless({ manifest_file: "site.pp", facter: { ports } });
    // @ts-expect-error elevated_password without elevated_user
    puppetServer({ elevated_password: "p" });
    // @ts-expect-error an unknown operating system
    puppetServer({ guest_os_type: "vms" });
    // @ts-expect-error no state tree
    saltMasterless({ custom_state: "web" });
    // @ts-expect-error roots beside a minion's configuration
    saltMasterless({ local_state_tree: "s", minion_config: "m", remote_pillar_roots: "/p" });
    // @ts-expect-error a repository without a folder
    saltMasterless({ local_state_tree: "s", formulas: ["https://example.com/a.git"] });
    // @ts-expect-error no profile
    inspec({ user: "u" });
    // @ts-expect-error no container
    inspec({ profile: "p", backend: "docker" });
    // @ts-expect-error an unknown backend
    inspec({ profile: "p", backend: "telnet" });
    // @ts-expect-error an exit code that is text
    inspec({ profile: "p", valid_exit_codes: ["zero"] });
    // @ts-expect-error a duration without a unit
    sleep({ duration: "90" });
    // @ts-expect-error no version constraint
    ansiblePlugin({ version: "latest" });
  });
});
