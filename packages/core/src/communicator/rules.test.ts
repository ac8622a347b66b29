import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineSource } from "../plugin/define.js";
import { variable } from "../variables/variable.js";
import { communicatorShape } from "./generated/schema.js";
import * as message from "./messages.js";
import { communicatorRules } from "./rules.js";

const machine = defineSource({
  type: "machine",
  options: () => z.strictObject(communicatorShape()).partial(),
  rules: communicatorRules,
});

function findings(options: object): readonly string[] {
  return machine("x", options)
    .check()
    .map(({ severity, path, summary }) => `${severity} ${path.replace("source.machine.x", "")}: ${summary}`);
}

const user = { ssh_username: "packer" };
const text = variable("text", z.string().default(""));

describe("the communicator", () => {
  it("is SSH, which needs a user, unless it is another", () => {
    expect(findings({})).toEqual([`error : ${message.SSH_USER}`]);
    expect(findings({ communicator: "ssh", ssh_username: "" })).toEqual([`error : ${message.SSH_USER}`]);
    expect(findings({ communicator: "winrm" })).toEqual([`error : ${message.WINRM_USER}`]);
    expect(findings({ communicator: "none" })).toEqual([]);
    expect(findings({ communicator: text })).toEqual([]);
    expect(findings({ ssh_username: text })).toEqual([]);
    expect(findings({ communicator: "winrm", winrm_username: "packer" })).toEqual([]);
  });

  it("decides whether WinRM options have an effect", () => {
    expect(findings({ ...user, winrm_username: "packer", winrm_use_ssl: true })).toEqual([
      `warning .winrm_username: ${message.NEEDS_WINRM}`,
      `warning .winrm_use_ssl: ${message.NEEDS_WINRM}`,
    ]);
    expect(findings({ ...user, winrm_insecure: false, winrm_password: text })).toEqual([]);
    expect(findings({ communicator: "none", winrm_port: 5986 })).toEqual([]);
  });
});

describe("the way through another host", () => {
  it("is a bastion host or a proxy", () => {
    expect(
      findings({ ...user, ssh_bastion_host: "b", ssh_bastion_password: "p", ssh_proxy_host: "q" }),
    ).toEqual([`error .ssh_proxy_host: ${message.ONE_WAY}`]);
  });

  it("has a way to log in", () => {
    expect(findings({ ...user, ssh_bastion_host: "b" })).toEqual([
      `error .ssh_bastion_host: ${message.BASTION_AUTH}`,
    ]);
    for (const login of [
      { ssh_bastion_password: "p" },
      { ssh_bastion_private_key_file: "k" },
      { ssh_private_key_file: "k" },
      { ssh_bastion_agent_auth: true },
      { ssh_bastion_password: text },
    ])
      expect(findings({ ...user, ssh_bastion_host: "b", ...login })).toEqual([]);
    expect(findings({ ...user, ssh_bastion_host: text })).toEqual([]);
  });
});

describe("certificates", () => {
  it("belong to a key", () => {
    expect(findings({ ...user, ssh_certificate_file: "c" })).toEqual([
      `error .ssh_certificate_file: ${message.CERTIFICATE}`,
    ]);
    expect(findings({ ...user, ssh_bastion_certificate_file: "c" })).toEqual([
      `error .ssh_bastion_certificate_file: ${message.BASTION_CERTIFICATE}`,
    ]);
    expect(findings({ ...user, ssh_certificate_file: "c", ssh_private_key_file: "k" })).toEqual([]);
  });
});

describe("tunnels", () => {
  it.each(["ssh_local_tunnels", "ssh_remote_tunnels"])("of %s are port:host:port", (option) => {
    expect(findings({ ...user, [option]: ["8080:localhost:80", "oops", "80:host"] })).toEqual([
      `error .${option}.1: ${message.TUNNEL}, and not "oops"`,
      `error .${option}.2: ${message.TUNNEL}, and not "80:host"`,
    ]);
    expect(findings({ ...user, [option]: [text, "1:[::1]:2", "1::2"] })).toEqual([]);
  });
});

describe("the temporary key", () => {
  it("is of a kind that Packer can make, which Packer sees only when it builds", () => {
    expect(findings({ ...user, temporary_key_pair_type: "rsa4096" })).toEqual([
      "warning .temporary_key_pair_type: temporary_key_pair_type has to be one of rsa, ecdsa, ed25519, dsa",
    ]);
    for (const type of ["rsa", "ecdsa", "ed25519", "dsa", ""])
      expect(findings({ ...user, temporary_key_pair_type: type })).toEqual([]);
  });
});
