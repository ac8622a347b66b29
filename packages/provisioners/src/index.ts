// Running scripts
export { shell, type Shell, type ShellOptions } from "./shell.js";
export { shellLocal, type ShellLocal } from "./shell-local.js";
export { powershell, type ExecutionPolicy, type Powershell, type PowershellOptions } from "./powershell.js";
export { windowsShell, type WindowsShell, type WindowsShellOptions } from "./windows-shell.js";

// Files
export { file, type File, type FileOptions } from "./file.js";

// The course of the build
export { breakpoint, type Breakpoint, type BreakpointOptions } from "./breakpoint.js";
export { windowsRestart, type WindowsRestart, type WindowsRestartOptions } from "./windows-restart.js";

// HCP Packer
export { hcpSbom, type HcpSbom, type HcpSbomOptions } from "./hcp-sbom.js";
