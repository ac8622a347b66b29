// Running scripts
export { shell, type Shell, type ShellOptions } from "./shell.js";
export { shellLocal, type ShellLocal } from "./shell-local.js";
export { powershell, type ExecutionPolicy, type Powershell, type PowershellOptions } from "./powershell.js";
export { windowsShell, type WindowsShell, type WindowsShellOptions } from "./windows-shell.js";

// Writing steps
export { lines, script, steps } from "@packwright/core";

// Files
export { file, type File, type FileOptions } from "./file.js";

// The course of the build
export { breakpoint, type Breakpoint, type BreakpointOptions } from "./breakpoint.js";
export { sleep, type Sleep, type SleepOptions } from "./sleep.js";
export { windowsRestart, type WindowsRestart, type WindowsRestartOptions } from "./windows-restart.js";

// HCP Packer
export { hcpSbom, type HcpSbom, type HcpSbomOptions } from "./hcp-sbom.js";

// Configuration management, each from a plugin that its use declares
export { ansible, ansibleLocal, ansiblePlugin, type AnsibleNamespace } from "./ansible/plugin.js";
export type { Ansible } from "./ansible/ansible.js";
export type { AnsibleLocal } from "./ansible/ansible-local.js";
export type { AnsibleOptions } from "./generated/ansible.js";
export type { AnsibleLocalOptions } from "./generated/ansible-local.js";
export { chefClient, chefPlugin, chefSolo, type ChefNamespace } from "./chef/plugin.js";
export type { ChefClient, ChefClientOptions } from "./chef/chef-client.js";
export type { ChefSolo, ChefSoloOptions } from "./chef/chef-solo.js";
export type { JsonInput, JsonOption } from "./chef/json.js";
export type { ChefClientHclOptions } from "./generated/chef-client.js";
export type { ChefSoloHclOptions } from "./generated/chef-solo.js";
export { inspec, inspecPlugin, type InspecNamespace } from "./inspec/plugin.js";
export type { Inspec } from "./inspec/inspec.js";
export type { InspecOptions } from "./generated/inspec.js";
export { puppetMasterless, puppetPlugin, puppetServer, type PuppetNamespace } from "./puppet/plugin.js";
export type { PuppetMasterless } from "./puppet/puppet-masterless.js";
export type { PuppetServer } from "./puppet/puppet-server.js";
export type { PuppetMasterlessOptions } from "./generated/puppet-masterless.js";
export type { PuppetServerOptions } from "./generated/puppet-server.js";
export { saltMasterless, saltPlugin, type SaltNamespace } from "./salt/plugin.js";
export type { SaltMasterless } from "./salt/salt-masterless.js";
export type { SaltMasterlessOptions } from "./generated/salt-masterless.js";

// Rules that one may switch on
export { scriptLint } from "./lint/script-lint.js";
export { aptGetRule, carriageReturnsRule, cloudInitRule, shebangRule } from "./lint/rules.js";
