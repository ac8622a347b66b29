import type { Diagnostic } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { data, googlecompute, source } from "../plugin.js";
import { BASE } from "../rules/check.test-support.js";

const image = data["googlecompute-image"];
const secret = data["googlecompute-secretsmanager"];
const parameter = data["googlecompute-parametermanager"];
const base = { project_id: "debian-cloud", filters: "family=debian-12" } as const;

function findings(
  description: Parameters<typeof source.googlecompute>[1]["image_description"],
): readonly string[] {
  return source
    .googlecompute("x", { ...BASE, image_description: description ?? "" })
    .check()
    .map(({ severity, path, summary }: Diagnostic) => `${severity} ${path}: ${summary}`);
}

describe("the data sources of the plugin", () => {
  it("are declared by the templates that use them", () => {
    const found = image("base", { ...base, most_recent: true });
    const built = source.googlecompute("x", {
      ...BASE,
      source_image: found.name,
      source_image_project_id: ["debian-cloud"],
      image_labels: found.labels,
    });
    expect(built.toHcl()).toBe(`packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

data "googlecompute-image" "base" {
  project_id  = "debian-cloud"
  filters     = "family=debian-12"
  most_recent = true
}

source "googlecompute" "x" {
  project_id              = "loopbin"
  zone                    = "europe-west3-a"
  source_image_family     = "debian-12"
  ssh_username            = "packer"
  source_image            = data.googlecompute-image.base.name
  source_image_project_id = ["debian-cloud"]
  image_labels            = data.googlecompute-image.base.labels
}

build {
  sources = ["source.googlecompute.x"]
}
`);
  });

  it("give secrets and parameters", () => {
    const password = secret("password", { project_id: "loopbin", name: "db", key: "password", version: "3" });
    const setting = parameter("setting", {
      project_id: "loopbin",
      name: "s",
      version: "v1",
      location: "global",
    });
    const built = source.googlecompute("x", {
      ...BASE,
      ssh_password: password.value,
      image_description: setting.payload,
    });
    expect(built.toHcl()).toContain("ssh_password        = data.googlecompute-secretsmanager.password.value");
    expect(built.toHcl()).toContain(
      "image_description   = data.googlecompute-parametermanager.setting.payload",
    );
    expect(built.check()).toEqual([]);
  });

  it("say what they lack", () => {
    const { "googlecompute-image": loose } = googlecompute.namespace.data;
    // @ts-expect-error neither a project nor a filter
    expect(findings(loose("d", {}).name)).toEqual([
      "error data.googlecompute-image.d: project_id is missing",
      "error data.googlecompute-image.d: filters is missing",
    ]);
    // @ts-expect-error neither a name nor a version
    expect(findings(parameter("d", { project_id: "p" }).value)).toEqual([
      "error data.googlecompute-parametermanager.d: name is missing",
      "error data.googlecompute-parametermanager.d: version is missing",
    ]);
    // @ts-expect-error no project
    expect(findings(secret("d", { name: "s" }).value)).toEqual([
      "error data.googlecompute-secretsmanager.d: project_id is missing",
    ]);
  });

  it("know no way to authenticate", () => {
    // @ts-expect-error only the application default credentials count
    expect(findings(image("d", { ...base, access_token: "t" }).name)).toEqual([
      "error data.googlecompute-image.d.access_token: there is no option access_token",
    ]);
  });

  it("warn of what only Google looks at", () => {
    expect(findings(image("d", { ...base, filters: "debian-12" }).name)).toEqual([
      'warning data.googlecompute-image.d.filters: a filter compares fields, such as family=debian-12, and not "debian-12"',
    ]);
    const named = secret("d", { project_id: "p", name: "projects/p/secrets/s", version: "1.0" });
    expect(findings(named.payload).map((line) => line.slice(0, line.indexOf(":")))).toEqual([
      "warning data.googlecompute-secretsmanager.d.name",
      "warning data.googlecompute-secretsmanager.d.version",
    ]);
    const placed = parameter("d", { project_id: "p", name: "s", version: "v", location: "Europe" });
    expect(findings(placed.payload)).toHaveLength(1);
    // @ts-expect-error an endpoint that it does not know
    expect(findings(image("d", { ...base, custom_endpoints: { storage: "http://s/" } }).name)).toEqual([
      "warning data.googlecompute-image.d.custom_endpoints.storage: the data source ignores custom_endpoints.storage: it knows compute",
    ]);
  });

  it("have the outputs of the plugin only", () => {
    // @ts-expect-error the plugin gives no link
    expect(image("d", base).self_link).toBeUndefined();
  });
});
