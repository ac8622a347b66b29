export { shell, type Shell, type ShellOptions } from "./shell.js";
