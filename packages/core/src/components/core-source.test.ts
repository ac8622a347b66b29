import { describe, expect, it } from "vitest";
import { z } from "zod";
import { problemsOf } from "../build/steps.test-support.js";
import { variable } from "../variables/variable.js";
import { coreSource as source } from "./core-source.js";

const login = { ssh_host: "h", ssh_username: "u" };
const secret = variable("secret", z.string(), { sensitive: true });

describe("source.null", () => {
  it("logs in in one way", () => {
    expect(problemsOf(source.null("a", { ...login, ssh_password: secret }))).toEqual([]);
    // @ts-expect-error ssh_password beside ssh_agent_auth
    const two = source.null("a", { ...login, ssh_password: "p", ssh_agent_auth: true });
    expect(problemsOf(two)).toMatchInlineSnapshot(`
      [
        "note source.null.a.ssh_password: ssh_password is a secret that stands in the template as it is",
        "error source.null.a.ssh_agent_auth: choose one way to log in: ssh_password, ssh_private_key_file or ssh_agent_auth",
      ]
    `);
  });

  it("needs a password for WinRM", () => {
    const open = { communicator: "winrm", winrm_host: "h", winrm_username: "u" } as const;
    expect(problemsOf(source.null("a", { ...open, winrm_password: secret }))).toEqual([]);
    expect(problemsOf(source.null("a", open as never))).toMatchInlineSnapshot(`
      [
        "error source.null.a: winrm_password is missing",
      ]
    `);
  });
});

describe("source.file", () => {
  it("has something to write", () => {
    expect(problemsOf(source.file("a", { target: "a.txt", content: "a" }))).toEqual([]);
    // @ts-expect-error neither source nor content
    expect(problemsOf(source.file("a", { target: "a.txt" }))).toMatchInlineSnapshot(`
      [
        "warning source.file.a: the file builder needs source or content",
      ]
    `);
  });
});
