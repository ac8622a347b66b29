import { describe, expect, it } from "vitest";
import { hclOf, problemsOf } from "../step.test-support.js";
import { inspec } from "./plugin.js";

const wrong = (options: object): never => options as never;
const profile = { profile: "baseline" } as const;

describe("inspec", () => {
  it("needs a profile", () => {
    expect(problemsOf(inspec(wrong({ user: "a" })))).toEqual(["error inspec: profile is missing"]);
    expect(problemsOf(inspec(profile))).toEqual([]);
  });

  it("reaches into a container that is named", () => {
    expect(problemsOf(inspec(wrong({ ...profile, backend: "docker" })))).toEqual([
      'error inspec: backend "docker" needs host, the container',
    ]);
    expect(problemsOf(inspec({ ...profile, backend: "docker", host: "web" }))).toEqual([]);
    expect(problemsOf(inspec({ ...profile, backend: "local" }))).toEqual([]);
  });

  it("knows four backends", () => {
    expect(problemsOf(inspec(wrong({ ...profile, backend: "SSH" })))).toEqual([
      'error inspec.backend: backend has to be one of "docker", "local", "ssh", "winrm"',
    ]);
  });

  it("listens on a port", () => {
    expect(problemsOf(inspec({ ...profile, local_port: 65536 }))).toHaveLength(1);
    expect(problemsOf(inspec({ ...profile, local_port: 2222 }))).toEqual([]);
  });

  it("takes exit codes as whole numbers", () => {
    expect(hclOf(inspec({ ...profile, valid_exit_codes: [0, "101"] }))).toContain(
      'valid_exit_codes = [0, "101"]',
    );
    expect(problemsOf(inspec({ ...profile, valid_exit_codes: [0.5] }))).toHaveLength(1);
  });

  it("tells of variables without a value", () => {
    expect(problemsOf(inspec(wrong({ ...profile, inspec_env_vars: ["TOKEN"] })))).toEqual([
      'warning inspec.inspec_env_vars.0: inspec_env_vars has "TOKEN": write each environment variable as NAME=value',
    ]);
    expect(problemsOf(inspec({ ...profile, inspec_env_vars: ["A=b"] }))).toEqual([]);
  });
});
