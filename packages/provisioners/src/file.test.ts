import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { file } from "./file.js";
import { hclOf, problemsOf } from "./step.test-support.js";

describe("file", () => {
  it("writes all of its options in the order given", () => {
    const folder = variable("folder", z.string());
    const step = file({
      sources: ["a.txt", folder],
      source: "b.txt",
      destination: "/tmp/",
      direction: "upload",
      generated: true,
      max_retries: 2,
    });
    expect(hclOf(step)).toBe(`provisioner "file" {
  sources     = ["a.txt", var.folder]
  source      = "b.txt"
  destination = "/tmp/"
  direction   = "upload"
  generated   = true
  max_retries = 2
}
`);
  });

  it("writes text of several lines as a heredoc", () => {
    const step = file({ content: "[main]\nkey = ${value}\n", destination: "/etc/app.ini" });
    expect(hclOf(step)).toBe(`provisioner "file" {
  content     = <<-EOT
    [main]
    key = $\${value}
  EOT
  destination = "/etc/app.ini"
}
`);
  });

  it("needs a destination", () => {
    // @ts-expect-error no destination
    expect(problemsOf(file({ source: "a" }))).toEqual(["error file: destination is missing"]);
    expect(problemsOf(file({ source: "a", destination: "" }))).toEqual([
      "error file.destination: destination is empty",
    ]);
  });

  it("copies files or writes text, not both", () => {
    // @ts-expect-error content beside source and sources
    const step = file({ content: "x", source: "a", sources: ["b"], destination: "/tmp/a" });
    expect(problemsOf(step)).toEqual([
      "error file.source: content excludes source and sources: keep one of them",
      "error file.sources: content excludes source and sources: keep one of them",
    ]);
  });

  it("tells that it copies nothing, which Packer accepts", () => {
    const nothing = ["warning file: there is nothing to copy: set source, sources or content"];
    expect(problemsOf(file({ destination: "/tmp/a" }))).toEqual(nothing);
    expect(problemsOf(file({ destination: "/tmp/a", content: "" }))).toEqual(nothing);
  });

  it("goes up or down", () => {
    expect(
      problemsOf(file({ direction: "download", source: "/etc/os-release", destination: "out/" })),
    ).toEqual([]);
    // @ts-expect-error no direction of Packer's
    expect(problemsOf(file({ direction: "sideways", source: "a", destination: "b" }))).toEqual([
      'error file.direction: direction has to be one of "upload", "download"',
    ]);
  });
});
