import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  build,
  formatDiagnostic,
  source as core,
  TemplateError,
  type ComponentDefinition,
} from "@packwright/core";
import { googlecompute, googlecomputeExport, googlecomputeImport } from "@packwright/googlecompute";
import * as provisioners from "@packwright/provisioners";
import { serializer } from "@packwright/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BASE } from "../../packages/googlecompute/src/rules/check.test-support.js";
import { ROOT } from "./repository.js";

/** A word that stands in every secret below, wherever a message might take a word from. */
const MARK = "Xq7Secret";

const secrets = fc
  .array(
    fc.constantFrom(
      MARK,
      `{{ ${MARK} }}`,
      `{{ .${MARK} }}`,
      `{{ upper "${MARK}" }}`,
      `{{${MARK}`,
      `{{ timestamp }}`,
      `{"type": "${MARK}", "private_key": "${MARK}"}`,
      `-----BEGIN PRIVATE KEY-----\n${MARK}\n`,
      "\ud800",
      "${",
      '"',
      " ",
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => `${MARK}${parts.join("")}`);

/** The text of a file of credentials, or of a key. */
const contents = secrets.map((text) => (text.length % 2 === 0 ? `{"key": "${text}"}` : ` {${text}`));

/** The same text at the places where a secret is looked for, and where it is not. */
const shapes = fc.oneof(
  { weight: 6, arbitrary: secrets },
  secrets.map((text) => [text]),
  secrets.map((text) => ({ type: text })),
  secrets.map((text) => text.replace(MARK, "{")),
);

/** What makes a component, and options that nothing is wrong with. */
interface Maker {
  readonly name: string;
  readonly definition: ComponentDefinition;
  readonly template: (options: object) => ReturnType<typeof build>;
}

const definitionOf = (make: unknown): ComponentDefinition =>
  (make as { readonly definition: ComponentDefinition }).definition;
const call = (make: unknown, ...args: readonly unknown[]): never =>
  (make as (...args: readonly unknown[]) => never)(...args);

const nullSource: unknown = Reflect.get(core, "null");
const machine = core.null("machine", { communicator: "none" });
const gc = googlecompute.namespace.source.googlecompute;
const MAKERS: readonly Maker[] = [
  {
    name: "googlecompute",
    definition: definitionOf(gc),
    template: (options) => build([call(gc, "x", { ...BASE, ...options })]),
  },
  {
    name: "null",
    definition: definitionOf(nullSource),
    template: (options) => build([call(nullSource, "x", { ssh_host: "h", ssh_username: "u", ...options })]),
  },
  ...[googlecomputeExport, googlecomputeImport].map((make) => ({
    name: definitionOf(make).type,
    definition: definitionOf(make),
    template: (options: object) =>
      build([machine]).postProcess(
        call(make, { paths: ["gs://b/o.tar.gz"], project_id: "p", bucket: "b", image_name: "i", ...options }),
      ),
  })),
  ...Object.values(provisioners)
    .filter(
      (make) =>
        typeof make === "function" && "definition" in make && definitionOf(make).sensitive !== undefined,
    )
    .map((make) => ({
      name: definitionOf(make).type,
      definition: definitionOf(make),
      template: (options: object) => build([machine]).provision(call(make, options)),
    })),
];

/** Options that take a path, in whose place somebody may put the text of the file. */
const PATHS = [
  "credentials_file",
  "ssh_private_key_file",
  "ssh_bastion_private_key_file",
  "ssh_certificate_file",
];

const cases = MAKERS.flatMap((maker) =>
  Object.keys(maker.definition.sensitive ?? {}).map((path) => ({
    ...maker,
    path,
    title: `${maker.name}.${path}`,
  })),
);

/** An option at a path through blocks, in a list where the block may be repeated. */
function optionAt(path: readonly string[], value: unknown, blocks: ComponentDefinition["blocks"]): object {
  const [key = "", ...rest] = path;
  if (rest.length === 0) return { [key]: value };
  const block = blocks?.[key];
  const inner = optionAt(rest, value, block?.blocks);
  return { [key]: block?.many === true ? [inner] : inner };
}

/** All that is said of a template: by its checks, its errors, and in a snapshot. */
function toldOf(template: ReturnType<typeof build>): string {
  const told = template.check({ files: true }).map((diagnostic) => formatDiagnostic(diagnostic));
  try {
    told.push(serializer.serialize(template));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    told.push(error.message);
  }
  return told.join("\n");
}

describe("a secret", () => {
  it("is an option that the facts call one", () => {
    interface Field {
      readonly name: string;
      readonly sensitive?: boolean | string;
      readonly internal?: boolean;
      readonly fields?: readonly Field[];
    }
    const paths = (fields: readonly Field[], start = ""): readonly string[] =>
      fields
        .filter(({ internal }) => internal !== true)
        .flatMap(({ name, sensitive = false, fields: inner = [] }) => [
          ...(sensitive === false ? [] : [`${start}${name}`]),
          ...paths(inner, `${start}${name}.`),
        ]);
    const text = readFileSync(join(ROOT, "fixtures/facts/googlecompute.json"), "utf8");
    const { components } = JSON.parse(text) as {
      readonly components: readonly { readonly name: string; readonly fields: readonly Field[] }[];
    };
    for (const { name, fields } of components) {
      const maker = MAKERS.find((each) => each.name === name);
      expect([...Object.keys(maker?.definition.sensitive ?? {})].sort()).toEqual([...paths(fields)].sort());
    }
    expect(cases.length).toBeGreaterThan(20);
  });

  it.each(cases)("is told by no diagnostic and no snapshot: $title", ({ template, path, definition }) => {
    fc.assert(
      fc.property(definition.sensitive?.[path] === "inline" ? contents : shapes, (value) => {
        expect(toldOf(template(optionAt(path.split("."), value, definition.blocks)))).not.toContain(MARK);
      }),
      { numRuns: 100 },
    );
  });

  it.each(PATHS)("is told by no diagnostic when it stands in the place of its path: %s", (path) => {
    const key = secrets.map((text) => `-----BEGIN OPENSSH PRIVATE KEY-----\n${text}`);
    fc.assert(
      fc.property(fc.oneof(contents, key), (value) => {
        const told = build([call(gc, "x", { ...BASE, [path]: value })]).check({ files: true });
        expect(told.map((diagnostic) => formatDiagnostic(diagnostic)).join("\n")).not.toContain(MARK);
      }),
      { numRuns: 100 },
    );
  });

  it.each(cases)("that stands in the template is a diagnostic: $title", ({ template, path, definition }) => {
    const text = definition.sensitive?.[path] === "inline" ? `{"type": "${MARK}"}` : MARK;
    const found = template(optionAt(path.split("."), text, definition.blocks)).check();
    expect(found.map(({ code }) => code)).toContain("literal-secret");
  });
});
