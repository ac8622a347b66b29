import { build, source, type Provisioner } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { ansible, ansibleLocal } from "./ansible/plugin.js";
import { chefClient, chefSolo } from "./chef/plugin.js";
import { file } from "./file.js";
import { inspec } from "./inspec/plugin.js";
import { puppetMasterless } from "./puppet/plugin.js";
import { saltMasterless } from "./salt/plugin.js";

const here = source.null("here", { communicator: "none" });
const THERE = "package.json";

/** Steps that name files, by the option that does. */
const STEPS: readonly (readonly [option: string, step: (path: string) => Provisioner])[] = [
  ["source", (path) => file({ source: path, destination: "/tmp/x" })],
  ["sources.1", (path) => file({ sources: ["packages/", path], destination: "/tmp/" })],
  ["playbook_file", (path) => ansible({ playbook_file: path })],
  ["galaxy_file", (path) => ansible({ playbook_file: THERE, galaxy_file: path })],
  ["ssh_host_key_file", (path) => ansible({ playbook_file: THERE, ssh_host_key_file: path })],
  ["ssh_authorized_key_file", (path) => ansible({ playbook_file: THERE, ssh_authorized_key_file: path })],
  ["playbook_files.0", (path) => ansibleLocal({ playbook_files: [path] })],
  ["inventory_file", (path) => ansibleLocal({ playbook_file: THERE, inventory_file: path })],
  ["config_template", (path) => chefClient({ server_url: "https://chef.internal", config_template: path })],
  ["encrypted_data_bag_secret_path", (path) => chefSolo({ encrypted_data_bag_secret_path: path })],
  ["hiera_config_path", (path) => puppetMasterless({ manifest_file: "a.pp", hiera_config_path: path })],
  ["minion_config", (path) => saltMasterless({ local_state_tree: "salt", minion_config: path })],
  ["grains_file", (path) => saltMasterless({ local_state_tree: "salt", grains_file: path })],
  ["ssh_host_key_file", (path) => inspec({ profile: "p", ssh_host_key_file: path })],
];

describe("a file that a step names", () => {
  it.each(STEPS)("has to be there when files are asked for: %s", (option, step) => {
    const told = (path: string, files: boolean): readonly string[] =>
      build([here])
        .provision(step(path))
        .check({ files })
        .map(
          ({ code, path: place }) =>
            `${code} ${place.replace(/^build\[0\]\.provisioner\[0\]\.[\w-]+\./, "")}`,
        );
    expect(told("no/such/file", true)).toEqual([`missing-file ${option}`]);
    expect(told("no/such/file", false)).toEqual([]);
    expect(told(THERE, true)).toEqual([]);
  });

  it("need not be there when the build makes it, or gets it from the machine", () => {
    const errors = (step: Provisioner) => build([here]).provision(step).check({ files: true });
    const copy = { source: "no/such/file", destination: "x" };
    expect(errors(file(copy))).toHaveLength(1);
    expect(errors(file({ ...copy, generated: true }))).toEqual([]);
    expect(errors(file({ ...copy, direction: "download" }))).toEqual([]);
  });
});
