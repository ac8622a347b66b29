import { readFileSync } from "node:fs";
import { defineData, definePostProcessor, defineSource, source as core } from "@packwright/core";
import { describe, expect, it } from "vitest";
import {
  googlecomputeImageOutputs,
  googlecomputeImageSchema,
} from "./data/generated/googlecompute-image-schema.js";
import {
  googlecomputeParametermanagerOutputs,
  googlecomputeParametermanagerSchema,
} from "./data/generated/googlecompute-parametermanager-schema.js";
import {
  googlecomputeSecretsmanagerOutputs,
  googlecomputeSecretsmanagerSchema,
} from "./data/generated/googlecompute-secretsmanager-schema.js";
import { readBlock } from "./golden.test-support.js";
import { googlecomputeBlocks, googlecomputeOptions } from "./generated/schema.js";
import { googlecompute } from "./plugin.js";
import { googlecomputeExportSchema } from "./post-processors/generated/googlecompute-export-schema.js";
import { googlecomputeImportSchema } from "./post-processors/generated/googlecompute-import-schema.js";
import {
  builderOptions,
  disk,
  exportOptions,
  importOptions,
  imageOptions,
  parametermanagerOptions,
  secretsmanagerOptions,
} from "./options.test-support.js";

/** The names of the options in the facts, by the component's name. */
const facts = new Map(
  (
    JSON.parse(
      readFileSync(new URL("../../../fixtures/facts/googlecompute.json", import.meta.url), "utf8"),
    ) as {
      readonly components: readonly {
        readonly name: string;
        readonly fields: readonly { readonly name: string; readonly internal?: boolean }[];
      }[];
    }
  ).components.map(({ name, fields }) => [
    name,
    fields.flatMap((field) => (field.internal === true || field.name === "_" ? [] : [field.name])),
  ]),
);

const plugin = googlecompute.reference;
const here = core.null("here", { communicator: "none" });

/** What a component with these options prints, read again. */
const PRINTED: Readonly<Record<string, () => string>> = {
  googlecompute: () =>
    defineSource({
      type: "googlecompute",
      plugin,
      options: googlecomputeOptions,
      blocks: googlecomputeBlocks,
    })("x", {
      ...builderOptions,
      disk_attachment: [disk],
    }).toHcl(),
  "googlecompute-export": () =>
    here
      .postProcess(
        definePostProcessor({ type: "googlecompute-export", plugin, options: googlecomputeExportSchema })(
          exportOptions,
        ),
      )
      .toHcl(),
  "googlecompute-import": () =>
    here
      .postProcess(
        definePostProcessor({ type: "googlecompute-import", plugin, options: googlecomputeImportSchema })(
          importOptions,
        ),
      )
      .toHcl(),
  "googlecompute-image": () =>
    used(
      defineData<{ readonly name: string }>({
        type: "googlecompute-image",
        plugin,
        options: googlecomputeImageSchema,
        outputs: googlecomputeImageOutputs,
      })("x", imageOptions).name,
    ),
  "googlecompute-parametermanager": () =>
    used(
      defineData<{ readonly payload: string }>({
        type: "googlecompute-parametermanager",
        plugin,
        options: googlecomputeParametermanagerSchema,
        outputs: googlecomputeParametermanagerOutputs,
      })("x", parametermanagerOptions).payload,
    ),
  "googlecompute-secretsmanager": () =>
    used(
      defineData<{ readonly payload: string }>({
        type: "googlecompute-secretsmanager",
        plugin,
        options: googlecomputeSecretsmanagerSchema,
        outputs: googlecomputeSecretsmanagerOutputs,
      })("x", secretsmanagerOptions).payload,
    ),
};

/** A template that uses a value. */
function used(description: unknown): string {
  return defineSource({ type: "googlecompute", plugin, options: googlecomputeOptions })("x", {
    image_description: description,
  }).toHcl();
}

describe("every option of the plugin", () => {
  it.each([
    ["googlecompute", { ...builderOptions, disk_attachment: [disk] }],
    ["googlecompute-export", exportOptions],
    ["googlecompute-import", importOptions],
    ["googlecompute-image", imageOptions],
    ["googlecompute-parametermanager", parametermanagerOptions],
    ["googlecompute-secretsmanager", secretsmanagerOptions],
  ])("of %s is typed, printed and read again", (type, options) => {
    expect(Object.keys(options).sort()).toEqual([...(facts.get(type) ?? [])].sort());
    const read = readBlock(PRINTED[type]?.() ?? "", type);
    // A block that may be given several times is read as a list, one that may not as itself.
    expect(read).toEqual(options);
  });
});
