import { describe, expect, it } from "vitest";
import configManagement from "../../fixtures/contract/compiles/config-management.js";

describe("the contract's program with Ansible, Puppet, Chef and Salt", () => {
  it("has no errors, and a warning where compress gets an image and nothing at all", () => {
    expect(configManagement.check()).toMatchObject([
      { severity: "warning", code: "broken-chain", path: "build[0].post-processor[0][0].compress" },
    ]);
  });

  it("declares the plugins that it uses", () => {
    expect(configManagement.toHcl()).toContain(`packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
    ansible = {
      version = ">= 1.1.0"
      source  = "github.com/hashicorp/ansible"
    }
    puppet = {
      version = ">= 1.0.0"
      source  = "github.com/hashicorp/puppet"
    }
    chef = {
      version = ">= 1.0.0"
      source  = "github.com/hashicorp/chef"
    }
    salt = {
      version = ">= 1.0.0"
      source  = "github.com/hashicorp/salt"
    }
  }
}
`);
  });

  it("has the attributes of Chef's nodes in the form that each output knows", () => {
    expect(configManagement.toHcl()).toContain(`  provisioner "chef-solo" {
    run_list    = ["recipe[base]"]
    json_string = jsonencode({ role = "web", ports = [80, 443] })
  }
`);
    const json = JSON.parse(configManagement.toJson()) as object;
    expect(JSON.stringify(json)).toContain("jsonencode(");
    expect(JSON.parse(configManagement.toLegacyJson())).toMatchObject({
      provisioners: expect.arrayContaining([
        expect.objectContaining({ type: "chef-solo", json: { role: "web", ports: [80, 443] } }),
      ]) as unknown,
      // Text with parts, which HCL interpolates.
      "post-processors": [[{}, {}], { type: "shell-local", inline: ["echo {{build `ID`}}"] }],
    });
  });
});
