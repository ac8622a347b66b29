import type { Flow, FlowEdge, FlowKind, FlowNode } from "./flow.js";

/** The brackets that give a node its shape. */
const SHAPES: { readonly [K in FlowKind]: readonly [open: string, close: string] } = {
  variable: ["([", "])"],
  local: ["([", "])"],
  data: ["[(", ")]"],
  source: ["[[", "]]"],
  provisioner: ["[", "]"],
  artifact: ["((", "))"],
  "post-processor": ["[/", "/]"],
};

const ARROWS: { readonly [K in FlowEdge["kind"]]: string } = {
  flow: "-->",
  use: "-.->",
  failure: "-- on failure -->",
};

/** A flow in Mermaid's text, which GitHub and others draw. */
export function mermaidOf({ declarations, groups, edges }: Flow): string {
  const lines = ["flowchart TD"];
  for (const node of declarations) lines.push(`  ${nodeText(node)}`);
  for (const { id, title, nodes } of groups) {
    lines.push(
      `  subgraph ${id}["${escape(title)}"]`,
      ...nodes.map((node) => `    ${nodeText(node)}`),
      "  end",
    );
  }
  for (const { from, to, kind } of edges) lines.push(`  ${from} ${ARROWS[kind]} ${to}`);
  return `${lines.join("\n")}\n`;
}

function nodeText({ id, kind, lines }: FlowNode): string {
  const [open, close] = SHAPES[kind];
  return `${id}${open}"${lines.map((line) => escape(line)).join("<br>")}"${close}`;
}

/** Mermaid's own entities, for all that it might read as its syntax, as HTML or as Markdown. */
function escape(text: string): string {
  return text.replaceAll(/["#&<>`\\*_~|{}[\]()]/g, (found) => `#${String(found.charCodeAt(0))};`);
}
