import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReferenceNode } from "../../../../tools/src/hcl-reference.js";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import * as create from "../create.js";
import { toJson } from "../json/print.js";
import type { Body } from "../nodes.js";
import { print } from "./native.js";
import { outline } from "./outline.test-support.js";
import { anyBody, writableText } from "./tree.test-support.js";

describe("what the native printer prints", () => {
  it("is laid out as packer fmt would leave it", () => {
    holdLaw(anyBody, 2000, {
      ask: (body) => ({ command: "fmt", text: print(body) }),
      judge: ({ output, diagnostics = [] }, body) => {
        expect(diagnostics).toEqual([]);
        expect(output).toBe(print(body));
      },
    });
  });

  it("means what the tree says", () => {
    holdLaw(anyBody, 2000, {
      ask: (body) => ({ command: "dump", text: print(body) }),
      judge: ({ tree }, body) => {
        expect(outline(tree)).toEqual(outline(body));
      },
    });
  });

  it("is the same to HCL as what the JSON printer prints", () => {
    holdLaw(anyBody, 2000, {
      ask: (body) => ({ command: "same", text: print(body), other: toJson(body), packer: false }),
      judge: ({ ok, difference, diagnostics }) => {
        expect({ ok, difference, diagnostics }).toEqual({ ok: true });
      },
    });
  });
});

describe("a random string", () => {
  it("comes back from native syntax as it went in", () => {
    holdLaw(writableText, 10_000, {
      ask: (text) => ({ command: "dump", text: print(bodyOf(text)) }),
      judge: ({ tree }, text) => {
        expect(readBack(tree)).toEqual([text, text, text, text]);
      },
    });
  });

  it("comes back from JSON syntax as it went in", () => {
    holdLaw(writableText, 10_000, {
      ask: (text) => ({
        command: "dump",
        text: toJson(bodyOf(text)),
        syntax: "json",
        other: print(bodyOf(text)),
        packer: false,
      }),
      judge: ({ tree }, text) => {
        expect(readBack(tree)).toEqual([text, text, text, text]);
      },
    });
  });

  it("comes back from the text of several lines that a heredoc holds", () => {
    const lines = fc.array(writableText, { minLength: 2, maxLength: 5 }).map((all) => `${all.join("\n")}\n`);
    const writable = lines.filter((text) => text.normalize("NFC") === text);
    holdLaw(writable, 10_000, {
      ask: (text) => ({ command: "dump", text: print(bodyOf(text)) }),
      judge: ({ tree }, text) => {
        expect(readBack(tree)).toEqual([text, text, text, text]);
      },
    });
  });
});

/** A text in the four places where a template has texts: a value, an item, a key and a label. */
function bodyOf(text: string): Body {
  return create.body([
    create.attribute("value", create.string(text)),
    create.attribute("list", create.tuple([create.string(text)])),
    create.attribute("map", create.object([create.objectItem(text, create.string("x"))])),
    create.block("block", [text], []),
  ]);
}

/** The four places of {@link bodyOf} in the tree that the reference read. */
function readBack(tree: ReferenceNode | undefined): readonly unknown[] {
  const [value, list, map, block] = nodes(tree?.["items"]);
  const [item] = nodes(node(list?.["value"])["items"]);
  const [entry] = nodes(node(map?.["value"])["items"]);
  const key = node(entry?.["key"]);
  const [label] = nodes(block?.["labels"]);
  return [node(value?.["value"]).constant, item?.constant, key["name"] ?? key.constant, label?.["value"]];
}

function node(value: unknown): ReferenceNode {
  return value as ReferenceNode;
}

function nodes(value: unknown): readonly ReferenceNode[] {
  return value as readonly ReferenceNode[];
}
