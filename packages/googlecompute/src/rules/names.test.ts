import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { googlecompute } from "../plugin.js";
import { BASE, findings, places } from "./check.test-support.js";

describe("names that only Google looks at", () => {
  it.each(["instance_name", "disk_name", "source_image_family"])("%s has the form of a name", (option) => {
    expect(findings({ [option]: "web-1" })).toEqual([]);
    expect(findings({ [option]: "web-{{timestamp}}" })).toEqual([]);
    expect(findings({ [option]: variable("name", z.string()) })).toEqual([]);
    for (const name of ["Web", "1web", "web-", "web_1", "w".repeat(64)]) {
      expect(findings({ [option]: name })).toEqual([
        `warning ${option}: ${option} has to be 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash`,
      ]);
    }
  });

  it("say where Google says so", () => {
    const [diagnostic] = googlecompute.namespace.source
      .googlecompute("x", { ...BASE, instance_name: "Web" })
      .check();
    expect(diagnostic?.detail).toBe(
      "Packer does not look at it; Google refuses it: https://cloud.google.com/compute/docs/naming-resources#resource-name-format",
    );
  });

  it("network tags are names, and 64 at most", () => {
    expect(findings({ tags: ["web", "a-1"] })).toEqual([]);
    expect(places({ tags: ["web", "Web"] })).toEqual(["warning tags.1"]);
    expect(places({ tags: Array.from({ length: 65 }, (_, at) => `t${String(at)}`) })).toEqual([
      "warning tags",
    ]);
  });

  it("projects are named by their ids", () => {
    expect(findings({ project_id: "example.com:web-1234", image_project_id: "123456" })).toEqual([]);
    expect(places({ image_project_id: "projects/web-1234" })).toEqual(["warning image_project_id"]);
    expect(places({ source_image_project_id: ["debian-cloud", "My Project"] })).toEqual([
      "warning source_image_project_id.1",
    ]);
  });

  it("an address is named, not numbered", () => {
    expect(findings({ address: "build-ip" })).toEqual([]);
    expect(places({ address: "10.0.0.1" })).toEqual(["warning address"]);
  });

  it("labels are 64 at most", () => {
    const many = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`k${String(at)}`, "v"]));
    expect(places({ labels: many })).toEqual(["warning labels"]);
    expect(places({ image_labels: many })).toEqual(["warning image_labels"]);
  });
});
