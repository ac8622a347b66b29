import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../../build/build.js";
import { coreData as data } from "../../components/core-data.js";
import { coreSource as source, type FileOptions } from "../../components/core-source.js";
import type { Source } from "../../build/source.js";
import type { ExprBase } from "../../expressions/expr.js";
import { at } from "../../expressions/at.js";
import { fn } from "../../expressions/functions/fn.js";
import { hcl } from "../../expressions/raw/hcl-tag.js";
import { text } from "../../expressions/text.js";
import { defineProvisioner } from "../../plugin/define.js";
import { template } from "../../template/create-template.js";
import { local } from "../../variables/local.js";
import { variable } from "../../variables/variable.js";

const run = defineProvisioner({
  type: "run",
  options: () => z.strictObject({ inline: z.array(z.string()) }),
});
const names = variable("names", z.array(z.string()));
const old = source.file("old", { content: text`${fn.join(",", names)}`, target: "x" });

/** A file with a content, whatever it is. */
function file(content: ExprBase<string>): Source<"file", "note", FileOptions> {
  return source.file("note", { content, target: "x" });
}

describe("the version of Packer that a template is written for", () => {
  it("is none where any Packer with HCL will do", () => {
    expect(old.toHcl()).not.toContain("required_version");
    expect(template([old], { required_version: ">= 1.9.0" }).toHcl()).toContain(
      'required_version = ">= 1.9.0"',
    );
  });

  it.each([
    ["a function", file(text`${fn.strcontains("a", "b")}`), "1.12.0"],
    ["a function in text", file(text`${text`${fn.base64gzip("a")}`}`), "1.12.0"],
    ["a function in an expression of text", file(text`${hcl<boolean>`startswith("a", "b")`}`), "1.13.0"],
    ["a function in a local", file(text`${at(local("x", [fn.sum([1])]), 0)}`), "1.13.0"],
    ["the newest of several", file(text`${fn.sum([1])} ${fn.anytrue([true])}`), "1.13.0"],
    [
      "a function in a validation",
      file(
        variable("v", z.string().default("a"), {
          validation: (self) => ({ condition: fn.startswith(self, "a"), error_message: "It begins with a." }),
        }),
      ),
      "1.13.0",
    ],
    [
      "an attribute that may be left out",
      file(text`${variable("o", z.object({ a: z.string().optional() })).a}`),
      "1.16.0",
    ],
    ["a data source", file(data.http("a", { url: "https://example.com" }).body), "1.8.1"],
    ["continue_on_error", old.provision(run({ inline: ["true"], continue_on_error: true })), "1.16.0"],
    ["a build's name", build([old], { name: fn.legacy_isotime("2006") }), "1.7.1"],
    ["additions to a source", build([old.as("b", { source: fn.textencodebase64("a", "UTF-8") })]), "1.11.0"],
  ])("is derived from %s", (_what, image, version) => {
    expect(image.toHcl()).toContain(`packer {\n  required_version = ">= ${version}"`);
  });

  it("is the one that its author gives, where that is new enough", () => {
    const image = file(text`${fn.strcontains("a", "b")}`);
    for (const constraint of [">= 1.12.0", "~> 1.13", "= 1.16.0"] as const)
      expect(template([image], { required_version: constraint }).check()).toEqual([]);
  });

  it("is refused where it allows a Packer that lacks something, with the place of each", () => {
    const image = file(text`${fn.strcontains("a", "b")}`).provision(
      run({ inline: ["true"], continue_on_error: true }),
    );
    const found = template([image], { required_version: ">= 1.10.0" }).check();
    expect(found.map(({ code, path, summary, detail }) => ({ code, path, summary, detail }))).toEqual([
      {
        code: "packer-version",
        path: "source.file.note.content",
        summary:
          'the function strcontains came with Packer 1.12.0, and required_version ">= 1.10.0" allows older ones',
        detail: 'Write required_version: ">= 1.12.0", or do without it.',
      },
      {
        code: "packer-version",
        path: "build[0].provisioner[0].run.continue_on_error",
        summary:
          'continue_on_error came with Packer 1.16.0, and required_version ">= 1.10.0" allows older ones',
        detail: 'Write required_version: ">= 1.16.0", or do without it.',
      },
    ]);
    expect(found.every(({ position }) => position?.file === import.meta.filename)).toBe(true);
  });

  it("is asked of components too", () => {
    const release = data.http("a", { url: "https://example.com" });
    const found = template([file(text`${release.body}`)], { required_version: ">= 1.7.0" }).check();
    expect(found.map(({ path, summary }) => [path, summary])).toEqual([
      [
        "data.http.a",
        'the data source http came with Packer 1.8.1, and required_version ">= 1.7.0" allows older ones',
      ],
    ]);
  });
});
