import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hclOf, problemsOf } from "../step.test-support.js";
import { chefClient, chefSolo } from "./plugin.js";

const wrong = (options: object): never => options as never;
const server = { server_url: "https://chef.internal" } as const;

describe("chef-client", () => {
  it("needs a server", () => {
    expect(problemsOf(chefClient(wrong({ node_name: "base" })))).toEqual([
      "error chef-client: server_url is missing",
    ]);
    expect(problemsOf(chefClient(server))).toEqual([]);
  });

  it("has a policy with its group, or none", () => {
    expect(problemsOf(chefClient(wrong({ ...server, policy_name: "web" })))).toEqual([
      "error chef-client.policy_name: policy_name needs policy_group",
    ]);
    expect(problemsOf(chefClient(wrong({ ...server, policy_group: "prod" })))).toEqual([
      "error chef-client.policy_group: policy_group needs policy_name",
    ]);
    expect(problemsOf(chefClient({ ...server, policy_name: "web", policy_group: "prod" }))).toEqual([]);
  });

  it("looks at a password beside its user only", () => {
    expect(problemsOf(chefClient(wrong({ ...server, elevated_password: "p" })))).toEqual([
      "warning chef-client.elevated_password: elevated_password needs elevated_user",
    ]);
    expect(problemsOf(chefClient({ ...server, elevated_user: "u", elevated_password: "p" }))).toEqual([]);
  });

  it("tells what has no effect where Chef is there already", () => {
    expect(problemsOf(chefClient({ ...server, skip_install: true, version: "18" }))).toEqual([
      "warning chef-client.version: version has no effect beside skip_install",
    ]);
    expect(problemsOf(chefClient({ ...server, version: "18" }))).toEqual([]);
  });

  it("fills in the fields of its three commands", () => {
    const right = {
      execute_command: "{{if .Sudo}}sudo {{end}}chef-client -c {{.ConfigPath}} -j {{.JsonPath}}",
      install_command: "install {{.Version}}",
      knife_command: "knife {{.Args}} {{.Flags}}",
    };
    expect(problemsOf(chefClient({ ...server, ...right }))).toEqual([]);
    expect(problemsOf(chefClient({ ...server, knife_command: "knife {{.Arg}}" }))).toEqual([
      "warning chef-client.knife_command: knife_command uses {{ .Arg }}, which chef-client does not fill in there",
    ]);
  });

  it("runs on two kinds of operating systems, in any case", () => {
    expect(problemsOf(chefClient(wrong({ ...server, guest_os_type: "plan9" })))).toEqual([
      'error chef-client.guest_os_type: guest_os_type has to be one of "unix", "windows"',
    ]);
    expect(problemsOf(chefClient(wrong({ ...server, guest_os_type: "Windows" })))).toEqual([]);
  });
});

describe("the attributes of a node", () => {
  const role = variable("role", z.string());

  it("are an object, or text", () => {
    expect(hclOf(chefSolo({ json: { role, ports: [80, 443], nothing: null } }))).toContain(
      `provisioner "chef-solo" {
  json_string = jsonencode({
    role    = var.role
    ports   = [80, 443]
    nothing = null
  })
}
`,
    );
    expect(problemsOf(chefSolo({ json_string: '{"role":"web"}' }))).toEqual([]);
  });

  it("are not both", () => {
    expect(problemsOf(chefSolo(wrong({ json: { a: 1 }, json_string: "{}" })))).toContain(
      "error chef-solo.json_string: choose one of json and json_string",
    );
  });

  it.each([
    ["[1]", "a list"],
    ["null", "null"],
    ["1", "a number"],
    ["{role: web}", "no JSON"],
  ])("have to be the text of an object: %s", (text, found) => {
    expect(problemsOf(chefSolo({ json_string: text }))).toEqual([
      `error chef-solo.json_string: json_string has to be the text of a JSON object, and this is ${found}`,
    ]);
  });

  it("are an object when they are one", () => {
    expect(problemsOf(chefSolo(wrong({ json: "{}" })))).toHaveLength(1);
    expect(problemsOf(chefSolo())).toEqual([]);
  });
});

describe("chef-solo", () => {
  it("tells what has no effect where Chef is there already", () => {
    expect(problemsOf(chefSolo({ skip_install: true, install_command: "i" }))).toEqual([
      "warning chef-solo.install_command: install_command has no effect beside skip_install",
    ]);
  });
});
