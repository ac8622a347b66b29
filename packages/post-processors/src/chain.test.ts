import { source, type Build } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { artifice } from "./artifice.js";
import { checksum } from "./checksum.js";
import { compress } from "./compress.js";
import { manifest } from "./manifest.js";
import { provenance } from "./provenance.js";
import { shellLocal } from "./shell-local.js";

const nothing = source.null("here", { communicator: "none" });
const paper = source.file("paper", { target: "paper.txt", content: "text" });
const broken = (image: Build<string>): readonly string[] =>
  image.check().map(({ severity, path, summary }) => `${severity} ${path}: ${summary}`);

describe("a pipeline of Packer's own post-processors", () => {
  it("works on files that the builder makes", () => {
    expect(broken(paper.postProcess(compress(), checksum(), manifest()))).toEqual([]);
    expect(broken(paper.postProcess(checksum(), compress({ keep_input_artifact: true })))).toEqual([]);
  });

  it("works on files that artifice names", () => {
    expect(broken(nothing.postProcess(artifice({ files: ["a"] }), compress(), checksum()))).toEqual([]);
  });

  it.each([
    ["compress", compress()],
    ["checksum", checksum()],
  ])("has nothing to work on where nothing makes files: %s", (type, step) => {
    expect(broken(nothing.postProcess(step))).toEqual([
      `warning build[0].post-processor[0].${type}: ${type} works on files, and null gives nothing`,
    ]);
  });

  it("has its artifact handed on by what only looks at it", () => {
    const lookers = [manifest(), shellLocal({ inline: ["true"] }), provenance()];
    expect(broken(paper.postProcess(...lookers, compress()))).toEqual([]);
    expect(broken(nothing.postProcess(...lookers, compress()))).toEqual([
      "warning build[0].post-processor[0][3].compress: compress works on files, and null gives nothing",
    ]);
    expect(broken(nothing.postProcess(...lookers))).toEqual([]);
  });
});
