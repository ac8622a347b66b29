import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../../build/build.js";
import { dynamic } from "../../build/dynamic.js";
import type { PostProcessor } from "../../build/step.js";
import { coreSource } from "../../components/core-source.js";
import type { ArtifactFlow } from "../../plugin/component.js";
import { definePostProcessor, defineSource } from "../../plugin/define.js";
import { variable } from "../../variables/variable.js";
import type { TemplateOutput } from "../../template/template.js";

const step = (type: string, artifact?: ArtifactFlow): ((options?: object) => PostProcessor) =>
  definePostProcessor({
    type,
    options: () => z.strictObject({}),
    ...(artifact === undefined ? {} : { artifact }),
  });

const pack = step("pack", { gives: "files", takes: "files", otherwise: "Nothing is packed then." });
const name = step("name", { gives: "files" });
const note = step("note", { gives: "input" });
const upload = step("upload", { gives: "image", takes: ["pack", "name"] });
const strange = step("strange");
const cloud = defineSource({
  type: "cloud",
  options: () => z.strictObject({}),
  artifact: { gives: "image" },
});
const unknown = defineSource({ type: "unknown", options: () => z.strictObject({}) });

const machine = coreSource.null("machine", { communicator: "none" });
const paper = coreSource.file("paper", { target: "paper.txt", content: "text" });
const image = cloud("image", {});

function broken(template: TemplateOutput): readonly string[] {
  return template.check().map(({ severity, path, summary }) => `${severity} ${path}: ${summary}`);
}

describe("a chain of post-processors", () => {
  it("begins with what the builder makes", () => {
    expect(broken(paper.postProcess(pack()))).toEqual([]);
    expect(broken(image.postProcess(pack()))).toEqual([
      "warning build[0].post-processor[0].pack: pack works on files, and cloud gives an image, which is no file",
    ]);
    expect(broken(machine.postProcess(pack()))).toEqual([
      "warning build[0].post-processor[0].pack: pack works on files, and null gives nothing",
    ]);
  });

  it("hands on what each step makes, and past those that make nothing of their own", () => {
    expect(broken(machine.postProcess(name(), note(), pack(), upload()))).toEqual([]);
    expect(broken(image.postProcess(note(), pack()))).toEqual([
      "warning build[0].post-processor[0][1].pack: pack works on files, and cloud gives an image, which is no file",
    ]);
    expect(broken(paper.postProcess(name(), upload(), pack()))).toEqual([
      "warning build[0].post-processor[0][2].pack: pack works on files, and upload gives an image, which is no file",
    ]);
  });

  it("is told where a component refuses whatever others made", () => {
    expect(broken(paper.postProcess(upload()))).toEqual([
      "warning build[0].post-processor[0].upload: upload works on what pack or name gives, and file gives other files",
    ]);
  });

  it("begins anew in every pipeline", () => {
    expect(broken(machine.postProcess(name()).postProcess(pack()))).toEqual([
      "warning build[0].post-processor[1].pack: pack works on files, and null gives nothing",
    ]);
  });

  it("is not judged behind a component of which nothing is known", () => {
    expect(broken(machine.postProcess(strange(), pack()))).toEqual([]);
    expect(broken(unknown("a", {}).postProcess(pack()))).toEqual([]);
  });

  it("is followed for each source by itself", () => {
    const both = build([paper, image]);
    const [found] = both.postProcess(pack()).check();
    expect(found).toMatchObject({ detail: "So it is for cloud.image. Nothing is packed then." });
    expect(broken(both.postProcess(pack({ only: ["file.paper"] })))).toEqual([]);
    expect(broken(both.postProcess(pack({ except: ["cloud.image"] })))).toEqual([]);
    expect(broken(both.postProcess(name({ only: ["cloud.image"] }), pack()))).toEqual([]);
    expect(broken(both.postProcess(name({ only: ["file.paper"] }), pack()))).toHaveLength(1);
  });

  it("is not judged where only Packer knows for which sources a step runs", () => {
    const labels = variable("labels", z.array(z.string()).default([]));
    expect(broken(machine.postProcess(name({ only: labels }), pack()))).toEqual([]);
    expect(broken(machine.postProcess(pack({ only: labels })))).toEqual([]);
    const repeated = dynamic(labels, () => name());
    expect(broken(machine.postProcess(repeated, pack()))).toEqual([]);
  });

  it("is told at the line of the build where nothing else is wrong with the step", () => {
    const [found] = image.postProcess(pack()).check();
    expect(found?.position?.file).toContain("chains.test.ts");
  });
});
