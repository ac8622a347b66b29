import type { Step } from "./event.js";

/**
 * What components say when they begin, by Packer 1.6 to 1.16. Packer itself announces no provisioner; those that
 * say nothing of their own are not told of. `windows-shell` speaks as `shell` does.
 */
const PROVISIONERS: readonly (readonly [message: RegExp, component: string])[] = [
  [/^Provisioning with shell script: /, "shell"],
  [/^Running local shell script: /, "shell-local"],
  [/^Provisioning with Powershell/i, "powershell"],
  [/^Restarting Machine/, "windows-restart"],
  [/^Uploading .* => /, "file"],
  [/^Downloading .* => /, "file"],
  [/^Provisioning with Ansible/, "ansible"],
  [/^Provisioning with Puppet/, "puppet"],
  [/^Provisioning with Salt/, "salt-masterless"],
  [/^Provisioning with chef-solo/, "chef-solo"],
  [/^Provisioning with chef-client/, "chef-client"],
  [/^Provisioning with Converge/, "converge"],
];

/** The provisioners that say so once for each of their scripts or files. */
const PER_FILE: ReadonlySet<string> = new Set([
  "shell",
  "windows-shell",
  "shell-local",
  "powershell",
  "file",
]);

const POST_PROCESSOR = /^Running post-processor: *(.*?)(?: *\(type (.+)\))?$/;
const CLEAN_UP = "Provisioning step had errors: Running the cleanup provisioner, if present...";

/** The component that begins with a message; `undefined` for any other message. */
export function stepOf(text: string): Step | undefined {
  const [, name, type] = POST_PROCESSOR.exec(text) ?? [];
  if (name !== undefined) return { kind: "post-processor", component: type ?? name };
  const found = PROVISIONERS.find(([message]) => message.test(text));
  return found === undefined ? undefined : { kind: "provisioner", component: found[1] };
}

/** Whether a message tells that provisioning failed and the error-cleanup-provisioner, if any, is next. */
export function isCleanUp(text: string): boolean {
  return text === CLEAN_UP;
}

/** The component as which another one speaks. */
export function speaker(component: string): string {
  return component === "windows-shell" ? "shell" : component;
}

/** Whether a provisioner says when it begins. */
export function isAnnounced(component: string | undefined): boolean {
  return component !== undefined && PROVISIONERS.some(([, name]) => name === speaker(component));
}

/** Whether a provisioner says so for each of its scripts or files. */
export function speaksPerFile(component: string): boolean {
  return PER_FILE.has(component);
}

/** Whether a message tells that a provisioner failed and is tried again. */
export function isRetry(text: string): boolean {
  return /^Provisioner failed with .* retrying with \d+ trie\(s\) left$/s.test(text);
}
