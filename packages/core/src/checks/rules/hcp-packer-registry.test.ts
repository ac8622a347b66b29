import { describe, expect, it } from "vitest";
import { coreSource } from "../../components/core-source.js";
import { problemsOf } from "../../build/steps.test-support.js";
import { template } from "../../template/create-template.js";

const a = coreSource.null("a", { communicator: "none" });
const b = coreSource.null("b", { communicator: "none" });

describe("hcp_packer_registry", () => {
  it("stands in its build, or beside the builds of a template", () => {
    const options = { bucket_name: "web", bucket_labels: { os: "debian" }, channels: ["production"] };
    expect(a.hcpRegistry(options).toHcl()).toContain(`build {
  sources = ["source.null.a"]

  hcp_packer_registry {
    bucket_name = "web"
    bucket_labels = {
      os = "debian"
    }
    channels = ["production"]
  }
}
`);
    expect(template([a], { hcp_packer_registry: options }).toHcl()).toContain(`hcp_packer_registry {
  bucket_name = "web"
  bucket_labels = {
    os = "debian"
  }
  channels = ["production"]
}

build {
`);
  });

  it("has a bucket's name and a description that the registry takes", () => {
    const image = a.hcpRegistry({ bucket_name: "my bucket", description: "é".repeat(128) });
    expect(problemsOf(image)).toEqual([
      "error build[0].hcp_packer_registry.bucket_name: bucket_name has to be 3 to 36 letters, digits and dashes",
      "error build[0].hcp_packer_registry.description: description may have at most 255 bytes",
    ]);
  });

  it("has one kind of labels for its bucket", () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what the test is about
    const image = a.hcpRegistry({ bucket_name: "web", bucket_labels: { a: "1" }, labels: { b: "2" } });
    expect(problemsOf(image)).toEqual([
      "warning build[0].hcp_packer_registry.labels: labels is deprecated",
      "error build[0].hcp_packer_registry.labels: labels is the old name of bucket_labels: keep bucket_labels",
    ]);
  });

  it("is there once in a template, which has one build then", () => {
    const registry = { bucket_name: "web" };
    const twice = template([a.hcpRegistry(registry), b.hcpRegistry(registry)]);
    expect(problemsOf(twice)).toEqual([
      "error build[1].hcp_packer_registry: a template has one hcp_packer_registry",
      "error build[0].hcp_packer_registry: a template with a registry has one build, and this one has 2",
    ]);
    const both = template([a.hcpRegistry(registry)], { hcp_packer_registry: registry });
    expect(problemsOf(both)).toEqual([
      "error build[0].hcp_packer_registry: a template has one hcp_packer_registry",
    ]);
  });

  it("is refused by legacy JSON", () => {
    expect(() => a.hcpRegistry({ bucket_name: "web" }).toLegacyJson()).toThrow("it has no registry");
  });
});
