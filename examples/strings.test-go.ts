import { template, text, TemplateError, variable, type Template } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ReferenceNode } from "../tools/src/hcl-reference.js";
import { holdLaw } from "../tools/src/reference-law.js";

/** Pieces of text that HCL, its JSON syntax, heredocs, Go templates or shells give a meaning to. */
const PIECES = [
  '"',
  "\\",
  "$",
  "%",
  "{",
  "}",
  "`",
  "'",
  "\n",
  "\r",
  "\t",
  "\0",
  "#",
  "~",
  "é",
  "😀",
  "\u2028",
  "${",
  "%{",
  "$${",
  "%%{",
  "${var.x}",
  "%{ if true }",
  "%{ endif }",
  "\r\n",
  "{{",
  "}}",
  "{{ .Path }}",
  "<<EOT",
  "<<-EOT",
  "\nEOT\n",
  "  ",
  "//",
  "/*",
  "\ud800",
  "\udc00",
  "e\u0301",
  "👩‍💻",
  "\ufeff",
  "\\u0024{",
  "word ",
];

const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((all) => all.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 24 }) },
);

/** A template with a text in every kind of place that a user's program gives texts for. */
function templateOf(value: string): Template {
  const described = variable("described", z.string().describe(value).default(value));
  const image = source.googlecompute("a", {
    project_id: "loopbin",
    zone: "europe-west3-a",
    source_image_family: "debian-12",
    ssh_username: "packer",
    image_description: value,
    metadata: { [value]: value, a_key_of_its_own: text`<${value}>${described}` },
  });
  return template([image.provision(shell({ inline: [value, `echo ${value}`], env: { KEY: value } }))]);
}

type Form = "toHcl" | "toJson";

/** The template as a form prints it; `undefined` when it is refused before anything is written. */
function print(value: string, form: Form): string | undefined {
  const key = `${form} ${value}`;
  if (!printed.has(key)) printed.set(key, printNow(value, form));
  return printed.get(key);
}

/** What was printed is asked for and judged. */
const printed = new Map<string, string | undefined>();

function printNow(value: string, form: Form): string | undefined {
  try {
    return templateOf(value)[form]();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const errors = error.diagnostics.filter(({ severity }) => severity === "error");
    for (const { code, summary, position } of errors) {
      expect(["unwritable-value", "invalid-value"]).toContain(code);
      expect(summary).toMatch(/cannot (?:be written|hold)|\{\{/);
      expect(position?.file).toBe(import.meta.filename);
    }
    return undefined;
  }
}

/** Every text at an attribute of that name, wherever it stands; of an object, its keys too. */
function textsAt(name: string, tree: unknown): readonly string[] {
  const found: string[] = [];
  const collect = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(collect);
    if (!isNode(node)) return;
    const key = isNode(node["key"]) ? node["key"] : undefined;
    if (key !== undefined)
      found.push(typeof key["name"] === "string" ? key["name"] : (key.constant ?? "an expression"));
    if (node.kind === "string" || node.kind === "template" || node.kind === "heredoc") {
      found.push(node.constant ?? "an expression");
      return;
    }
    collect(node["value"]);
    collect(node["items"]);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    if (node.kind === "attribute" && node["name"] === name) collect(node["value"]);
    visit(node["items"]);
    visit(node["body"]);
  };
  visit(tree);
  return found;
}

function isNode(value: unknown): value is ReferenceNode {
  return typeof value === "object" && value !== null && "kind" in value;
}

function expectTexts(tree: ReferenceNode | undefined, value: string): void {
  expect(textsAt("description", tree)).toEqual([value]);
  expect(textsAt("default", tree)).toEqual([value]);
  expect(textsAt("image_description", tree)).toEqual([value]);
  expect(textsAt("metadata", tree)).toEqual([value, value, "a_key_of_its_own", "an expression"]);
  expect(textsAt("inline", tree)).toEqual([value, `echo ${value}`]);
  expect(textsAt("env", tree)).toEqual(["KEY", value]);
}

describe("a text of the user's program", () => {
  const seen = { written: 0, refused: 0 };

  it("comes back from HCL as it went in, or is refused before anything is written", () => {
    holdLaw(anyText, 10_000, {
      ask: (value) => ({ command: "dump", text: print(value, "toHcl") ?? "" }),
      judge: ({ tree, diagnostics = [] }, value) => {
        expect(diagnostics).toEqual([]);
        const written = print(value, "toHcl") !== undefined;
        seen[written ? "written" : "refused"]++;
        if (written) expectTexts(tree, value);
      },
    });
    expect(seen.written).toBeGreaterThan(5000);
    expect(seen.refused).toBeGreaterThan(100);
  });

  it("comes back from JSON as it went in, or is refused before anything is written", () => {
    holdLaw(anyText, 10_000, {
      ask: (value) => ({
        command: "dump",
        syntax: "json",
        text: print(value, "toJson") ?? "{}",
        other: print(value, "toHcl") ?? "",
      }),
      judge: ({ tree, diagnostics = [] }, value) => {
        expect(diagnostics).toEqual([]);
        if (print(value, "toJson") !== undefined) expectTexts(tree, value);
      },
    });
  });
});
