import { describe, expect, it } from "vitest";
import { hclOf, problemsOf } from "../step.test-support.js";
import { saltMasterless } from "./plugin.js";

const wrong = (options: object): never => options as never;
const states = { local_state_tree: "salt" } as const;

describe("salt-masterless", () => {
  it("needs a state tree", () => {
    expect(problemsOf(saltMasterless(wrong({ custom_state: "web" })))).toEqual([
      "error salt-masterless: local_state_tree is missing",
    ]);
    expect(problemsOf(saltMasterless(states))).toEqual([]);
  });

  it("has its roots from a minion's configuration, or from options", () => {
    const both = { ...states, minion_config: "minion", remote_state_tree: "/s", remote_pillar_roots: "/p" };
    const message = "minion_config excludes remote_state_tree and remote_pillar_roots: keep one of them";
    expect(problemsOf(saltMasterless(wrong(both)))).toEqual([
      `error salt-masterless.remote_state_tree: ${message}`,
      `error salt-masterless.remote_pillar_roots: ${message}`,
    ]);
    expect(problemsOf(saltMasterless({ ...states, remote_state_tree: "/s" }))).toEqual([]);
    expect(problemsOf(saltMasterless({ ...states, minion_config: "minion" }))).toEqual([]);
  });

  it("downloads folders of git repositories", () => {
    const formulas = (formula: string): readonly string[] =>
      problemsOf(saltMasterless(wrong({ ...states, formulas: [formula] })));
    for (const right of ["https://example.com/a.git//apache", "git@example.com:a.git//a-b_c?ref=v1"])
      expect(formulas(right)).toEqual([]);
    for (const bad of ["https://example.com/a.git", "https://example.com/a//b", "a.git//b/c"]) {
      expect(formulas(bad)).toEqual([
        `error salt-masterless.formulas.0: a formula is a git repository and a folder in it, https://example.com/name.git//folder, and not ${JSON.stringify(bad)}`,
      ]);
    }
  });

  it("tells what has no effect where Salt is there already", () => {
    expect(problemsOf(saltMasterless({ ...states, skip_bootstrap: true, bootstrap_args: "-P" }))).toEqual([
      "warning salt-masterless.bootstrap_args: bootstrap_args has no effect beside skip_bootstrap",
    ]);
  });

  it("runs on two kinds of operating systems", () => {
    expect(problemsOf(saltMasterless(wrong({ ...states, guest_os_type: "vms" })))).toHaveLength(1);
    expect(problemsOf(saltMasterless({ ...states, guest_os_type: "windows" }))).toEqual([]);
  });

  it("declares its plugin", () => {
    expect(hclOf(saltMasterless({ ...states, log_level: "debug" })))
      .toContain(`provisioner "salt-masterless" {
  local_state_tree = "salt"
  log_level        = "debug"
}
`);
  });
});
