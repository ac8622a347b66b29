import { plugins, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hclOf, problemsOf } from "../step.test-support.js";
import { ansible, ansibleLocal, ansiblePlugin } from "./plugin.js";

const wrong = (options: object): never => options as never;
const playbook = { playbook_file: "site.yml" } as const;

describe("ansible", () => {
  it("needs a playbook", () => {
    expect(problemsOf(ansible(wrong({ extra_arguments: ["-v"] })))).toEqual([
      "error ansible: playbook_file is missing",
    ]);
    expect(problemsOf(ansible({ playbook_file: "" }))).toEqual([
      "error ansible.playbook_file: playbook_file is empty",
    ]);
    expect(problemsOf(ansible(playbook))).toEqual([]);
    expect(problemsOf(ansible({ playbook_file: variable("playbook", z.string()) }))).toEqual([]);
  });

  it("listens on a port", () => {
    expect(problemsOf(ansible({ ...playbook, local_port: 70000 }))).toEqual([
      "error ansible.local_port: local_port has to be from 1 to 65535",
    ]);
    expect(problemsOf(ansible({ ...playbook, local_port: 65535 }))).toEqual([]);
  });

  it("makes keys of two types, in any case", () => {
    expect(problemsOf(ansible(wrong({ ...playbook, ansible_proxy_key_type: "ed25519" })))).toEqual([
      'error ansible.ansible_proxy_key_type: ansible_proxy_key_type has to be one of "ECDSA", "RSA"',
    ]);
    expect(problemsOf(ansible({ ...playbook, ansible_proxy_key_type: "rsa" }))).toEqual([]);
  });

  it("tells of variables without a value", () => {
    expect(problemsOf(ansible(wrong({ ...playbook, ansible_env_vars: ["A=b", "TOKEN", "=x"] })))).toEqual([
      'warning ansible.ansible_env_vars.1: ansible_env_vars has "TOKEN": write each environment variable as NAME=value',
      'warning ansible.ansible_env_vars.2: ansible_env_vars has "=x": write each environment variable as NAME=value',
    ]);
    expect(problemsOf(ansible({ ...playbook, ansible_env_vars: ["A="] }))).toEqual([]);
  });

  it("tells of a long option with its value in one argument", () => {
    const told = (argument: string): readonly string[] =>
      problemsOf(ansible({ ...playbook, extra_arguments: ["-v", argument] }));
    expect(told("--vault-password-file pass.txt")).toEqual([
      "warning ansible.extra_arguments.1: extra_arguments has --vault-password-file and its value in one argument, which Ansible takes for one long name",
    ]);
    for (const argument of ["--vault-password-file=my pass.txt", "env=a b", "-e a=b c=d", "--check"])
      expect(told(argument)).toEqual([]);
  });

  it("tells what an inventory of one's own leaves without effect", () => {
    expect(problemsOf(ansible({ ...playbook, inventory_file: "hosts", groups: ["web"] }))).toEqual([
      "warning ansible.groups: groups shapes an inventory that inventory_file replaces",
    ]);
    expect(problemsOf(ansible({ ...playbook, groups: ["web"], host_alias: "web-1" }))).toEqual([]);
  });

  it("tells what has no effect without requirements to install", () => {
    expect(problemsOf(ansible({ ...playbook, roles_path: "roles" }))).toEqual([
      "warning ansible.roles_path: roles_path has no effect without galaxy_file",
    ]);
    expect(problemsOf(ansible({ ...playbook, roles_path: "roles", galaxy_file: "r.yml" }))).toEqual([]);
  });

  it("fills in the line of the inventory and nothing else", () => {
    const line = "{{ .HostAlias }} ansible_host={{ .Host }} ansible_port={{ .Port }}\n";
    expect(problemsOf(ansible({ ...playbook, inventory_file_template: line }))).toEqual([]);
    expect(problemsOf(ansible({ ...playbook, inventory_file_template: "{{ .HostAlas }}" }))).toEqual([
      "warning ansible.inventory_file_template: inventory_file_template uses {{ .HostAlas }}, which ansible does not fill in there",
    ]);
    expect(problemsOf(ansible({ ...playbook, ansible_env_vars: ["P={{ .WinRMPassword }}"] }))).toEqual([
      "warning ansible.ansible_env_vars.0: ansible_env_vars.0 uses {{ .WinRMPassword }}, which ansible does not fill in there",
    ]);
  });
});

describe("ansible-local", () => {
  it("runs one playbook or several, and not neither", () => {
    expect(problemsOf(ansibleLocal(wrong({ playbook_file: "a.yml", playbook_files: ["b.yml"] })))).toEqual([
      "error ansible-local.playbook_files: choose one of playbook_file and playbook_files",
    ]);
    expect(problemsOf(ansibleLocal(wrong({ playbook_files: [] })))).toEqual([
      "error ansible-local: there is nothing to run: set playbook_file or playbook_files",
    ]);
    expect(problemsOf(ansibleLocal({ playbook_file: "a.yml" }))).toEqual([]);
    expect(problemsOf(ansibleLocal({ playbook_files: ["a.yml", "b.yml"] }))).toEqual([]);
  });

  it("tells what has no effect", () => {
    expect(
      problemsOf(
        ansibleLocal({
          ...playbook,
          inventory_file: "hosts",
          inventory_groups: ["web"],
          galaxy_command: "g",
        }),
      ),
    ).toEqual([
      "warning ansible-local.inventory_groups: inventory_groups shapes an inventory that inventory_file replaces",
      "warning ansible-local.galaxy_command: galaxy_command has no effect without galaxy_file",
    ]);
    expect(problemsOf(ansibleLocal({ ...playbook, inventory_groups: ["web"] }))).toEqual([]);
  });

  it("tells of a long option with its value in one argument", () => {
    expect(problemsOf(ansibleLocal({ ...playbook, extra_arguments: ["--limit web"] }))).toHaveLength(1);
  });
});

describe("the ansible plugin", () => {
  it("is declared by use, with the version that is asked for", () => {
    const { provisioner, source } = plugins(ansiblePlugin({ version: "~> 1.1" }));
    const image = source.null("here", { communicator: "none" });
    expect(image.provision(provisioner["ansible-local"](playbook)).toHcl()).toContain(`    ansible = {
      version = "~> 1.1"
      source  = "github.com/hashicorp/ansible"
    }
`);
    expect(image.provision(ansible(playbook)).toHcl()).toContain('version = ">= 1.1.0"');
    expect(image.toHcl()).not.toContain("required_plugins");
  });

  it("writes the steps that its documentation shows", () => {
    expect(hclOf(ansible({ ...playbook, extra_arguments: ["--extra-vars", "env=prod"] }))).toContain(
      `provisioner "ansible" {
  playbook_file   = "site.yml"
  extra_arguments = ["--extra-vars", "env=prod"]
}
`,
    );
  });
});
