import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReferenceNode } from "../../../../tools/src/hcl-reference.js";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import * as create from "../create.js";
import { toJson } from "../json/print.js";
import type { Block, Body } from "../nodes.js";
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
      ask: (body) => ({
        command: "same",
        text: print(body),
        other: toJson(body, { isOrdered: () => true }),
        packer: false,
      }),
      judge: ({ ok, difference, diagnostics }) => {
        expect({ ok, difference, diagnostics }).toEqual({ ok: true });
      },
    });
  });

  it("is the same to HCL as one object for all blocks of a type, which brings those of a label together", () => {
    holdLaw(anyBody, 1000, {
      ask: (body) => ({ command: "same", text: print(byLabels(body)), other: toJson(body), packer: false }),
      judge: ({ ok, difference, diagnostics }) => {
        expect({ ok, difference, diagnostics }).toEqual({ ok: true });
      },
    });
  });
});

/** The body with the blocks of a type in the order in which JSON's objects have them, unless they are a list. */
function byLabels(body: Body): Body {
  const blocks = new Map<string, Block[]>();
  for (const item of body.items) {
    if (item.kind === "block") blocks.set(item.type, [...(blocks.get(item.type) ?? []), item]);
  }
  const sorted = [...blocks.values()].flatMap((list) => {
    const labels = list.map((block) => block.labels.map(({ value }) => value));
    if (new Set(labels.map((each) => JSON.stringify(each))).size < list.length) return list;
    const place = ({ labels: own }: Block): number => labels.findIndex(([first]) => first === own[0]?.value);
    return list.toSorted((a, b) => place(a) - place(b));
  });
  const inner = sorted.map((block) => ({ ...block, body: byLabels(block.body) }));
  return { ...body, items: [...body.items.filter(({ kind }) => kind === "attribute"), ...inner] };
}

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
