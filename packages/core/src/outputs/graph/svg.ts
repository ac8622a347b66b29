import type * as Graphviz from "@viz-js/viz";
import type { Flow, FlowEdge, FlowKind, FlowNode } from "./flow.js";

const SHAPES: { readonly [K in FlowKind]: { readonly shape: string; readonly fillcolor: string } } = {
  variable: { shape: "oval", fillcolor: "#eef2ff" },
  local: { shape: "oval", fillcolor: "#f5f3ff" },
  data: { shape: "cylinder", fillcolor: "#ecfeff" },
  source: { shape: "box3d", fillcolor: "#dbeafe" },
  provisioner: { shape: "box", fillcolor: "#f1f5f9" },
  artifact: { shape: "circle", fillcolor: "#dcfce7" },
  "post-processor": { shape: "parallelogram", fillcolor: "#fef9c3" },
};

const STYLES: { readonly [K in FlowEdge["kind"]]: string } = {
  flow: "",
  use: ' [style=dotted, color="#64748b"]',
  failure: ' [style=dashed, color="#b91c1c", label="on failure", fontcolor="#b91c1c"]',
};

/** A flow in Graphviz's language. */
function dotOf({ declarations, groups, edges }: Flow): string {
  const lines = [
    "digraph template {",
    '  node [fontname="Helvetica", fontsize=11, style=filled, color="#334155"]',
    '  edge [fontname="Helvetica", fontsize=9, color="#334155"]',
    ...declarations.map((node) => `  ${nodeText(node)}`),
    ...groups.flatMap(({ id, title, nodes }) => [
      `  subgraph cluster_${id} {`,
      `    label=${quote([title])}; fontname="Helvetica"; fontsize=12; color="#94a3b8"`,
      ...nodes.map((node) => `    ${nodeText(node)}`),
      "  }",
    ]),
    ...edges.map(({ from, to, kind }) => `  ${from} -> ${to}${STYLES[kind]}`),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

function nodeText({ id, kind, lines }: FlowNode): string {
  const { shape, fillcolor } = SHAPES[kind];
  return `${id} [label=${quote(lines)}, shape=${shape}, fillcolor="${fillcolor}"]`;
}

/** Lines of text as a label; Graphviz would read a backslash as an escape and `&` as the start of an entity. */
function quote(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"'),
  );
  return `"${escaped.join("\\n")}"`;
}

/**
 * A flow as an SVG picture, laid out by Graphviz.
 *
 * @throws Error when the package `@viz-js/viz`, which holds Graphviz, is not installed
 */
export async function svgOf(flow: Flow): Promise<string> {
  const { instance } = await loadGraphviz();
  const viz = await instance();
  return viz.renderString(dotOf(flow), { format: "svg" });
}

async function loadGraphviz(): Promise<typeof Graphviz> {
  try {
    return await import("@viz-js/viz");
  } catch (cause) {
    throw new Error(
      "a picture needs Graphviz, which the package @viz-js/viz holds; install it beside @packwright/core",
      { cause },
    );
  }
}
