import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hclOf, problemsOf } from "../step.test-support.js";
import { puppetMasterless, puppetServer } from "./plugin.js";

const wrong = (options: object): never => options as never;
const manifest = { manifest_file: "site.pp" } as const;

describe("puppet-masterless", () => {
  it("needs a manifest", () => {
    expect(problemsOf(puppetMasterless(wrong({ manifest_dir: "manifests" })))).toEqual([
      "error puppet-masterless: manifest_file is missing",
    ]);
    expect(problemsOf(puppetMasterless(manifest))).toEqual([]);
  });

  it("takes facts as an object of text", () => {
    const role = variable("role", z.string());
    expect(hclOf(puppetMasterless({ ...manifest, facter: { role, "app.env": "prod" } }))).toContain(
      `provisioner "puppet-masterless" {
  manifest_file = "site.pp"
  facter = {
    role      = var.role
    "app.env" = "prod"
  }
}
`,
    );
    expect(problemsOf(puppetMasterless(wrong({ ...manifest, facter: { ports: [80] } })))).toHaveLength(1);
  });

  it("tells of facts that Packer sets itself", () => {
    expect(problemsOf(puppetMasterless({ ...manifest, facter: { packer_build_name: "x" } }))).toEqual([
      "warning puppet-masterless.facter.packer_build_name: facter sets packer_build_name, which Packer sets itself: leave it out",
    ]);
  });

  it("fills in the fields of its command and of its arguments", () => {
    const step = puppetMasterless({
      ...manifest,
      execute_command:
        "cd {{.WorkingDir}} && {{.FacterVars}} {{if .Sudo}}sudo {{end}}puppet apply --modulepath='{{.ModulePath}}' {{.ExtraArguments}} {{.ManifestFile}}",
      extra_arguments: ['{{if ne .HieraConfigPath ""}}--hiera_config={{.HieraConfigPath}}{{end}}'],
    });
    expect(problemsOf(step)).toEqual([]);
    expect(problemsOf(puppetMasterless({ ...manifest, execute_command: "{{.Path}}" }))).toEqual([
      "warning puppet-masterless.execute_command: execute_command uses {{ .Path }}, which puppet-masterless does not fill in there",
    ]);
    expect(problemsOf(puppetMasterless({ ...manifest, staging_directory: "{{.WorkingDir}}" }))).toHaveLength(
      1,
    );
  });
});

describe("puppet-server", () => {
  it("needs no options", () => {
    expect(problemsOf(puppetServer())).toEqual([]);
  });

  it("knows the fields of its own command only", () => {
    expect(
      problemsOf(
        puppetServer({ execute_command: "puppet agent --server={{.PuppetServer}} {{.PuppetNode}}" }),
      ),
    ).toEqual([]);
    expect(problemsOf(puppetServer({ execute_command: "{{.ManifestFile}}" }))).toHaveLength(1);
  });

  it.each([puppetServer, (options: object) => puppetMasterless(wrong({ ...manifest, ...options }))])(
    "looks at a password beside its user only, as both do",
    (step) => {
      expect(problemsOf(step(wrong({ elevated_password: "p" })))).toEqual([
        expect.stringMatching(/^warning puppet-.*: elevated_password needs elevated_user$/) as string,
      ]);
      expect(problemsOf(step({ elevated_user: "u", elevated_password: "p" }))).toEqual([]);
    },
  );

  it("runs on two kinds of operating systems", () => {
    expect(problemsOf(puppetServer(wrong({ guest_os_type: "vms" })))).toHaveLength(1);
    expect(problemsOf(puppetServer({ guest_os_type: "windows" }))).toEqual([]);
  });
});
