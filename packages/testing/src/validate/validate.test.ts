import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { source, template, text, variable } from "@packwright/core";
import { load } from "@packwright/core/load";
import { googlecompute, source as google } from "@packwright/googlecompute";
import * as provisioners from "@packwright/provisioners";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { validate, type ValidateOptions } from "./validate.js";

const { shell } = provisioners;
const here = source.null("here", { communicator: "none" });
const components = [googlecompute, provisioners];

const HERE = `source "null" "here" {
  communicator = "none"
}
`;

/** A template of one source and a build with these steps, read from HCL. */
const read = (steps: string, before = "") =>
  load(
    {
      name: "t.pkr.hcl",
      text: `${before}${HERE}build {\n  sources = ["source.null.here"]\n${steps}\n}\n`,
    },
    { components },
  );

/** Diagnostics on a line each: severity, code, path and place. */
const told = (...parameters: Parameters<typeof validate>) =>
  validate(...parameters).diagnostics.map(({ severity, code, path, position }) =>
    [severity, code, path, ...(position === undefined ? [] : [`${position.line}:${position.column}`])].join(
      " ",
    ),
  );

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packwright-validate-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A folder with files. */
function write(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, "t-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), content);
  }
  return place;
}

describe("validate", () => {
  it("accepts a template of a program that has nothing wrong", () => {
    expect(validate(here.provision(shell({ inline: ["true"] })))).toEqual({ valid: true, diagnostics: [] });
  });

  it("tells what check tells, and with it what shows when values are known", () => {
    const region = variable("region", z.enum(["eu", "us"]));
    const image = google
      .googlecompute("web", {
        project_id: variable("project_id", z.string()),
        zone: text`${region}-west3-a`,
        source_image_family: "debian-12",
        ssh_username: "packer",
        disk_size: variable("size", z.number().default(20)),
        image_name: variable("image_name", z.string().default("web")),
      })
      .provision(shell({ inline: [] as string[] }));
    const { valid, diagnostics } = validate(image, {
      variables: { region: "mars", size: "big", image_name: "Has Spaces" },
    });
    expect(valid).toBe(false);
    expect(diagnostics.map(({ path, summary, detail }) => [path, summary, detail])).toEqual([
      ["build[0].provisioner[0].shell", "there is nothing to run: set inline, script or scripts", undefined],
      [
        "variable.project_id",
        'Unset variable "project_id"',
        "It has no default: give it a value in variables, varFiles or env.",
      ],
      [
        "variable.region.validation[0]",
        "Invalid value for variable",
        "The value of region must be one of eu, us.",
      ],
      ["variable.size", "Invalid value for variable", "A number is required."],
      [
        "source.googlecompute.web.image_name",
        expect.stringContaining("image_name has to be 1 to 63 lower-case letters") as unknown,
        undefined,
      ],
    ]);
  });

  it("gives values their Packer precedence", () => {
    const image = here.provision(shell({ inline: [text`${variable("region", z.enum(["eu", "us"]))}`] }));
    const file = { name: "a.pkrvars.hcl", text: 'region = "us"\n' };
    expect(told(image)).toEqual([expect.stringMatching(/^error unset-variable variable\.region \d+:\d+$/)]);
    expect(validate(image, { env: { PKR_VAR_region: "eu" } }).valid).toBe(true);
    expect(validate(image, { env: { PKR_VAR_region: "mars" } }).valid).toBe(false);
    expect(validate(image, { env: { PKR_VAR_region: "mars" }, varFiles: [file] }).valid).toBe(true);
    expect(validate(image, { varFiles: [file], variables: { region: "mars" } }).valid).toBe(false);
    expect(told(image, { variables: { region: "eu", other: "x" } })).toEqual([
      "error undeclared-variable variable.other",
    ]);
  });

  it("tells where the value stands, in the program or in the file", () => {
    const steps = `  provisioner "shell" {
    inline = ["echo \${regex("(", "x")}"]
  }
  provisioner "shell" {
    inline = ["true"]
    override = {
      here = {
        pause_after = local.pause
      }
    }
  }`;
    const { diagnostics } = validate(read(steps, 'locals {\n  pause = "long"\n}\n'));
    expect(diagnostics).toMatchObject([
      {
        code: "no-value",
        path: "build[0].provisioner[0].shell.inline",
        position: { file: "t.pkr.hcl", line: 10, column: 14 },
      },
      {
        code: "invalid-value",
        path: "build[0].provisioner[1].shell.override.here.pause_after",
        position: { file: "t.pkr.hcl", line: 16, column: 23 },
      },
    ]);
  });

  it("says a problem once, whatever number of sources has it", () => {
    const steps = '  provisioner "shell" {\n    inline = ["${regex("(", "x")}"]\n  }';
    const twice = read(steps).toHcl().replace('["source.null.here"]', '["null.here", "null.there"]');
    const there = 'source "null" "there" {\n  communicator = "none"\n}\n';
    const both = load({ name: "t.pkr.hcl", text: twice + there }, { components });
    expect(told(both)).toHaveLength(1);
  });

  it("evaluates nothing of a template whose language is wrong", () => {
    const broken = read('  provisioner "shell" {\n    inline = ["${var.nope}", "${regex("(", "x")}"]\n  }');
    expect(told(broken)).toEqual(["error unknown-reference build[0].provisioner[0].shell.inline 7:18"]);
  });

  it("takes what only a run knows on trust", () => {
    const steps = `  provisioner "shell" {
    inline = ["echo \${build.ID} \${data.http.h.body}"]
  }`;
    expect(told(read(steps, 'data "http" "h" {\n  url = "https://example.com"\n}\n'))).toEqual([]);
  });

  it("knows which values a builder adds to build, where it is described", () => {
    const asking = (name: string) =>
      load(
        {
          name: "t.pkr.hcl",
          text: `source "googlecompute" "g" {
  project_id          = "p"
  zone                = "europe-west3-a"
  source_image_family = "debian-12"
  ssh_username        = "packer"
}
build {
  sources = ["source.googlecompute.g"]
  provisioner "shell" {
    inline = ["echo \${build.${name}}"]
  }
}
`,
        },
        { components },
      );
    expect(told(asking("SourceImageName"))).toEqual([]);
    expect(told(asking("SourceAMI"))).toEqual([
      "error unknown-reference build[0].provisioner[0].shell.inline 10:23",
    ]);
    const other = asking("SourceImageName")
      .toHcl()
      .replaceAll("SourceImageName", "SourceAMI")
      .replaceAll("googlecompute", "docker");
    expect(validate(load({ name: "t.pkr.hcl", text: other }, { components })).valid).toBe(true);
  });

  it("says of components without bindings that they were not checked", () => {
    const text = `${HERE}build {\n  sources = ["source.null.here"]\n  provisioner "shell" {\n    nope = 1\n  }\n}\n`;
    const { valid, diagnostics } = validate(load({ name: "t.pkr.hcl", text }));
    expect(valid).toBe(true);
    expect(diagnostics).toMatchObject([{ severity: "note", code: "unchecked-component" }]);
  });

  it("has warnings for mistakes that Packer accepts", () => {
    // @ts-expect-error null.there is not in the build
    const image = here.provision(shell({ inline: ["true"], only: ["null.there"] }));
    const { valid, diagnostics } = validate(image);
    expect(valid).toBe(true);
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "bad-label-reference" }]);
  });

  it("keeps the weights that a template gives its problems", () => {
    const image = here.provision(shell({ inline: [text`${variable("x", z.string().default("x"))}`] }));
    const options = { variables: { x: "y", other: "z" } };
    expect(validate(template([image]), options).valid).toBe(false);
    expect(validate(template([image], { checks: { "undeclared-variable": "note" } }), options).valid).toBe(
      true,
    );
  });

  it("reads a folder, its files of values, and with functions its other files", () => {
    const path = write({
      "a.pkr.hcl": `variable "x" {
  type = string
}
${HERE}build {
  sources = ["source.null.here"]
  provisioner "shell" {
    inline = [file("scripts/a.sh"), var.x]
  }
}
`,
      "scripts/a.sh": "true",
    });
    expect(told(path, { components })).toEqual([
      expect.stringMatching(/^error unset-variable variable\.x 1:1$/),
    ]);
    writeFileSync(join(path, "v.auto.pkrvars.hcl"), 'x = "y"\n');
    expect(told(path, { components })).toEqual([]);
    rmSync(join(path, "scripts/a.sh"));
    expect(told(path, { components })).toEqual(["error no-value build[0].provisioner[0].shell.inline 10:14"]);
  });

  it("says of functions that need what nobody provided that their values were not checked", () => {
    const steps =
      '  provisioner "shell" {\n    inline = [file("a.sh"), vault("secret", "x"), file("../../etc/passwd")]\n  }';
    const { valid, diagnostics } = validate(read(steps));
    expect(valid).toBe(true);
    expect(diagnostics).toMatchObject([{ severity: "note", code: "unchecked-value" }]);
    const secrets = { vault: () => "s" };
    const files = {
      root: ".",
      cwd: "/",
      stat: () => undefined,
      list: () => [],
      read: () => new Uint8Array(),
    };
    expect(validate(read(steps), { host: { secrets, files } }).diagnostics).toEqual([]);
  });

  it("compares what the template asks for with the Packer that is to run it", () => {
    const asking = read(
      "",
      `packer {
  required_version = ">= 1.10.0"
  required_plugins {
    googlecompute = {
      version = ">= 1.1.1"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}
`,
    );
    const against = (packer: NonNullable<ValidateOptions["packer"]>) =>
      validate(asking, { packer }).diagnostics.map(({ summary }) => summary);
    const plugins = { "github.com/hashicorp/googlecompute": "1.2.8" };
    expect(validate(asking).diagnostics).toEqual([]);
    expect(against({ version: "1.16.0", plugins })).toEqual([]);
    expect(against({ version: "1.9.4", plugins: {} })).toEqual([
      "the template asks for Packer >= 1.10.0, and this one is 1.9.4",
      "the template asks for the plugin github.com/hashicorp/googlecompute >= 1.1.1, and it is not installed",
    ]);
    expect(against({ plugins: { "github.com/hashicorp/googlecompute": "1.0.0" } })).toEqual([
      "the template asks for the plugin github.com/hashicorp/googlecompute >= 1.1.1, and 1.0.0 is installed",
    ]);
  });

  it("looks at files that components name when they are asked for", () => {
    const image = here.provision(shell({ script: "no/such/script.sh" }));
    expect(validate(image).valid).toBe(true);
    expect(told(image, { files: true })).toHaveLength(1);
  });
});
