import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formatDiagnostic } from "../../diagnostics/diagnostic.js";
import { defineProvisioner } from "../../plugin/define.js";
import { load } from "../load.js";

const shell = defineProvisioner({
  type: "shell",
  options: () => z.strictObject({ inline: z.array(z.string()), execute_command: z.string() }).partial(),
});

function legacy(template: object | string): ReturnType<typeof load> {
  const text = typeof template === "string" ? template : JSON.stringify(template, undefined, 2);
  return load({ name: "main.json", text }, { components: [{ shell }] });
}

const file = (content: string): object => ({ type: "file", target: "out", content });

describe("a legacy template", () => {
  it("is what packer hcl2_upgrade would make of it, and more", () => {
    const template = legacy({
      _comment: "ours",
      min_packer_version: "1.3.0",
      description: "All of it",
      variables: {
        region: "eu",
        key: null,
        home: "{{env `HOME`}}/images",
        itself: "{{user `itself`}}",
        full: '{{user `region`}}-{{isotime "2006"}}',
        "with space": "",
      },
      "sensitive-variables": ["key"],
      builders: [
        {
          type: "file",
          name: "first one",
          target: "{{user `full`}}",
          content: "{{timestamp}}-{{user `with space`}}",
        },
        {
          type: "file",
          target: "out-{{build_name}}",
          content: "{{ upper (user `region`) }} {{ .Name }} ${literal}",
        },
      ],
      provisioners: [
        {
          type: "shell",
          inline: "echo {{build `ID`}} {{user `region` | lower}}",
          only: ["first one"],
          pause_before: "5s",
          max_retries: "{{user `region`}}",
          override: { file: { inline: ["{{user `region` | replace `e` `a` 1}}"] } },
        },
        { type: "shell", execute_command: "{{ .Vars }} {{ .Path }} {{template_dir}}", except: "file" },
      ],
      "error-cleanup-provisioner": { type: "shell", inline: ["clean"] },
      "post-processors": [
        "manifest",
        [
          { type: "artifice", files: ["{{user `region` | clean_resource_name}}"] },
          { type: "compress", only: ["file"] },
        ],
      ],
      push: { name: "ignored" },
    });
    expect(template.toHcl()).toMatchInlineSnapshot(`
      "packer {
        required_version = ">= 1.7.1"
      }

      variable "region" {
        type    = string
        default = "eu"
      }

      variable "key" {
        type      = string
        sensitive = true
      }

      variable "home" {
        type    = string
        default = "\${env("HOME")}/images"
      }

      variable "itself" {
        type    = string
        default = ""
      }

      variable "with_space" {
        type    = string
        default = ""
      }

      locals {
        full      = "\${var.region}-\${legacy_isotime("2006")}"
        timestamp = regex_replace(timestamp(), "[- TZ:]", "")
      }

      source "file" "first_one" {
        target  = local.full
        content = "\${local.timestamp}-\${var.with_space}"
      }

      source "file" "file" {
        target  = "out-\${source.name}"
        content = "\${upper(var.region)} {{ .Name }} $\${literal}"
      }

      build {
        description = "All of it"
        sources     = ["source.file.first_one", "source.file.file"]

        provisioner "shell" {
          only = ["file.first_one"]
          override = {
            file = {
              inline = ["{{replace \`e\` \`a\` 1 \`\${var.region}\`}}"]
            }
          }
          inline       = ["echo \${build.ID} \${lower(var.region)}"]
          pause_before = "5s"
          max_retries  = var.region
        }

        provisioner "shell" {
          except          = ["file.file"]
          execute_command = "{{ .Vars }} {{ .Path }} \${path.root}"
        }

        error-cleanup-provisioner "shell" {
          inline = ["clean"]
        }

        post-processor "manifest" {}

        post-processors {
          post-processor "artifice" {
            files = ["{{clean_resource_name \`\${var.region}\`}}"]
          }

          post-processor "compress" {
            only = ["file.file"]
          }
        }
      }
      "
    `);
    expect(
      template
        .check()
        .filter(({ severity }) => severity === "warning")
        .map(formatDiagnostic),
    ).toMatchInlineSnapshot(`
      [
        "warning: the variable full has become a local, and can be given no other value [legacy-json]
        at variables.full
        in main.json:10:5
        Its value is computed, which the default of a variable in HCL cannot be.",
      ]
    `);
  });

  it("tells what has no meaning in HCL, with its place", () => {
    const template = legacy(`{
  "variables": { "a": 1, "b": "x", "b": "y" },
  "builders": [
    { "type": "file", "target": "{{env \`HOME\`}}", "content": "{{if eq (user \`b\`) \`x\`}}y{{end}}" },
    { "type": "file", "target": "t", "content": "{{user \`nope\`}}" },
    { "name": "none" }
  ],
  "provisioners": [{ "type": "shell", "only": ["missing"] }],
  "post-processors": [[["manifest"]]],
  "locals": {}
}`);
    expect(
      template
        .check()
        .filter(({ severity }) => severity !== "note")
        .map(formatDiagnostic),
    ).toMatchInlineSnapshot(`
      [
        "error: a legacy template has no locals [unknown-argument]
        at locals
        in main.json:10:3
        It has min_packer_version, description, variables, sensitive-variables, builders, provisioners, error-cleanup-provisioner, post-processors, push, comments.",
        "error: b is there twice [duplicate-name]
        at variables.b
        in main.json:2:36
        Keep one of them.",
        "error: the value of a variable has to be text, or null [invalid-value]
        at variables.a
        in main.json:2:23
        Write it with quotes.",
        "error: env can only be called in variables [legacy-json]
        at source.file.file.target
        in main.json:4:33
        Declare a variable with it, and use that here.",
        "error: {{if eq (user \`b\`) \`x\`}} has no meaning in HCL [legacy-json]
        at source.file.file.content
        in main.json:4:62
        user is known by itself there, not inside of other actions: make a local of what it computes.",
        "error: two builders are called file [duplicate-name]
        at builders
        in main.json:5:5
        Give one of them another name.",
        "error: a builder lacks its type [missing-argument]
        at builders
        in main.json:6:5
        Write "type": "…".",
        "error: a chain of post-processors holds no other chain [invalid-value]
        at post-processors
        in main.json:9:24
        Take one level of [ ] away.",
        "warning: the variable nope is not declared, and is empty unless Packer is given a value [legacy-json]
        at variables.nope
        in main.json:5:49
        Declare it: "variables": { "nope": "" }.",
        "error: two different things are called source.file.file [duplicate-name]
        at source.file.file
        in main.json:5:5
        Packer would see only one of them. Give one another name, or use the same value in both places. The first is at main.json:4:5.",
        "error: target is empty [missing-option]
        at source.file.file.target
        in main.json:4:33
        file does not run without target; set it.",
        "warning: two sources of this build are called file.file [duplicate-name]
        at build[0]
        in main.json:3:15
        Packer runs both, and neither only, except nor its output tells them apart. Use .as(…) or .with(…).",
        "error: only names "missing", and this build has no such source [bad-label-reference]
        at build[0].provisioner[0].shell.only.0
        in main.json:8:48
        Its sources are "file.file", "file.file".",
      ]
    `);
  });

  it("has the same legacy JSON again", () => {
    const text = legacy({
      variables: { region: "eu", home: "{{env `HOME`}}" },
      builders: [file("{{user `region`}}-{{user `home`}}")],
      provisioners: [{ type: "shell", inline: ["a {{build `ID`}}"], only: ["file"] }],
    }).toLegacyJson();
    expect(legacy(text).toLegacyJson()).toBe(text);
  });

  it("takes values from a flat file beside it", () => {
    const template = load([
      {
        name: "main.json",
        text: JSON.stringify({ variables: { region: "" }, builders: [file("{{user `region`}}")] }),
      },
      { name: "values.json", text: '{"region": "us"}' },
    ]);
    expect(template.assignments.map(({ variable, value }) => [variable.name, value])).toEqual([
      ["region", "us"],
    ]);
  });
});
